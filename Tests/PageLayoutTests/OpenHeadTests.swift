import ConverterCore
import PageLayout
import Testing

/// Heads whose storeys no line parts, and headings of many lines.
@Suite struct OpenHeadTests {
  /// A grid of two halves, each with a heading above two columns; the lines between these begin in the middle of the first row.
  private var halves: SketchPage {
    var page = SketchPage()
    for y in [80.0, 116, 134, 152, 170] { page.level(y, 100, 500) }
    page.upright(300, 80, 170)
    for x in [200.0, 400] { page.upright(x, 98, 170) }
    for (x, name) in [(200.0, "Income"), (400, "Outlays")] { page.write(name, around: x, 93) }
    for (row, cells) in [
      ["Item", "2019", "Item", "2019"], ["Fees", "7.1", "Wages", "6.5"], ["Taxes", "9.1", "Rents", "2.5"],
      ["All", "16.2", "All", "9.0"],
    ].enumerated() {
      for (column, cell) in cells.enumerated() {
        page.write(cell, around: 150 + 100 * Double(column), 111 + 18 * Double(row))
      }
    }
    return page
  }

  @Test func `upright lines that begin in the middle of the first row have a storey above them`() {
    let table = halves.tables.first
    #expect(table?.rowTexts.first == ["Income", "Outlays"])
    #expect(table?.cells.first { $0.text == "Outlays" }?.columns == 2..<4)
    #expect(table?.rowCount == 5)
  }

  @Test func `marks at the foot of the first row make no storey`() {
    var page = SketchPage()
    page.grid(xs: [100, 300, 500], ys: [80, 116, 134, 152])
    for x in [200.0, 400] { page.upright(x, 98, 116) }
    for (column, name) in ["Owner", "Keeper"].enumerated() {
      for (row, text) in [name, "Alder", "Town", "Boats"].enumerated() {
        page.write(text, 110 + 200 * Double(column), 93 + 18 * Double(row))
      }
    }
    #expect(page.tables.first?.rowTexts.first?.filter { !$0.isEmpty } == ["Owner Alder", "Keeper Alder"])
  }
}
