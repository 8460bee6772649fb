import ConverterCore
import Testing

/// Signs of currency off their figures, and the short lines below them.
@Suite struct CurrencySignTests {
  /// A head without lines and rows whose figures end at 300, 400 and 500; signs in the first and the last one.
  private func fundsPage(signsAt starts: [Double]) -> SketchPage {
    var page = SketchPage()
    page.writeRows([["Fund", "General", "Roads", "Total"]], from: 100)
    page.writeRows(
      (1...6).map { ["Account \($0)", "\($0),204,331", "\($0),317,902", "\($0),522,233"] }, from: 118)
    for start in starts {
      page.write("$", start, 118)
      page.write("$", start, 188)
    }
    return page
  }

  @Test(arguments: [6.0, 3, 2])
  func `a sign close behind a figure is of the next one where signs stand before figures`(gap: Double) {
    let tables = fundsPage(signsAt: [200 + gap, 300 + gap, 400 + gap]).tables
    #expect(tables.first?.columnCount == 4)
    #expect(
      tables.first?.cells.filter { $0.rows == 1..<2 }.map(\.text)
        == ["Account 1", "$ 1,204,331", "$ 1,317,902", "$ 1,522,233"])
  }

  @Test func `signs are of the figures before them where lines end with one`() {
    let tables = fundsPage(signsAt: [303, 403, 503]).tables
    #expect(
      tables.first?.cells.filter { $0.rows == 1..<2 }.map(\.text)
        == ["Account 1", "1,204,331 $", "1,317,902 $", "1,522,233 $"])
  }

  @Test func `signs are of the figures before them though a label begins with one`() throws {
    var page = SketchPage()
    page.writeRows([["Item", "To 500", "To 900", "Share"]], from: 100)
    for (row, label) in ["Lamp", "€ 5 coupon", "Chair", "Shelf"].enumerated() {
      let y = 118 + 14 * Double(row)
      page.write(label, 100, y)
      page.write("1\(row),00", endingAt: 295, y)
      page.write("€", 298, y)
      page.write("2\(row),00", endingAt: 395, y)
      page.write("€", 398, y)
      page.write("1\(row),7", endingAt: 495, y)
    }
    let table = try #require(page.tables.first)
    #expect(table.cells.filter { $0.rows == 1..<2 }.map(\.text) == ["Lamp", "10,00 €", "20,00 €", "10,7"])
  }

  @Test func `short lines below signs around a sum are none to write on`() {
    var page = fundsPage(signsAt: [202, 302, 402])
    for column in 1...3 {
      let end = 200 + 100 * Double(column)
      for y in [177.0, 191, 193] {
        page.level(y, end - 50, end)
        page.level(y, end - 95, end - 80)
      }
    }
    let tables = page.tables
    #expect(tables.first?.rowCount == 7)
    #expect(
      tables.first?.cells.filter { $0.rows == 6..<7 }.map(\.text)
        == ["Account 6", "$ 6,204,331", "$ 6,317,902", "$ 6,522,233"])
  }
}
