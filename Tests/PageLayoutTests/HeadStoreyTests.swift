import ConverterCore
import PageLayout
import Testing

/// Heads of several storeys as bureaus of statistics set them, with few lines or none.
@Suite struct HeadStoreyTests {
  /// Headings in the middle of cells 60 points wide from 200 on, figures at the right of these.
  private func page(_ heads: [String], figures: [[String]], from y: Double) -> SketchPage {
    var page = SketchPage()
    for (column, head) in heads.enumerated() { page.write(head, around: 230 + 60 * Double(column), y) }
    for (row, line) in figures.enumerated() {
      page.write(["Alder", "Boone", "Carver", "Dell"][row], 100, y + 16 + 14 * Double(row))
      for (column, text) in line.enumerated() {
        page.write(text, endingAt: 257 + 60 * Double(column), y + 16 + 14 * Double(row))
      }
    }
    return page
  }

  private func figures(_ columns: Int) -> [[String]] {
    (1...4).map { row in (1...columns).map { "\(row)\($0),\(10 + row * $0)9" } }
  }

  /// The headings of the first rows that span columns or rows, with what they span.
  private func spans(_ page: SketchPage) -> [String] {
    (page.tables.first?.cells ?? []).filter { !$0.text.isEmpty && ($0.columns.count > 1 || $0.rows.count > 1) }
      .map { "\($0.text) \($0.rows) \($0.columns)" }
  }

  @Test func `a heading at the foot of a head takes its storeys`() {
    var page = page(["2006", "2007", "Rank"], figures: figures(3), from: 114)
    page.write("State", 100, 114)
    page.write("Women", around: 260, 100)
    page.level(104, 202, 318)
    #expect(spans(page) == ["State 0..<2 0..<1", "Women 0..<1 1..<3", "Rank 0..<2 3..<4"])
  }

  @Test func `a heading alone above the white between two columns names both`() {
    var page = page(["error", "Median"], figures: figures(2), from: 124)
    page.write("Margin", around: 230, 114)
    page.write("State", 100, 124)
    page.write("Owner occupied", around: 260, 102)
    #expect(spans(page) == ["State 0..<2 0..<1", "Owner occupied 0..<1 1..<3"])
  }

  @Test func `a heading alone right above one of several years names all`() {
    var page = page(["2006", "2007", "2008"], figures: figures(3), from: 112)
    page.write("Land", around: 290, 100)
    page.level(90, 100, 380)
    page.level(116, 100, 380)
    #expect(spans(page) == ["Land 0..<1 1..<4"])
  }

  @Test func `the second line of a heading over years is no storey of its own`() {
    var page = page(["2006", "2007"], figures: figures(2), from: 124)
    page.write("Change,", around: 260, 98)
    page.write("2005–2008", around: 260, 108)
    page.level(112, 202, 318)
    #expect(spans(page) == ["Change, 2005–2008 0..<1 1..<3"])
  }

  @Test func `headings right over the middles of those below span these, whatever figures set right allow`() {
    var page = page(["Rent", "Heat", "Fees", "Rent", "Heat"], figures: figures(5), from: 114)
    page.write("Land", around: 290, 100)
    page.write("Town", around: 440, 100)
    #expect(spans(page) == ["Land 0..<1 1..<4", "Town 0..<1 4..<6"])
  }

  @Test func `a line below headings side by side ends where the last one does`() {
    var page = page(["Rent", "Heat", "Rent", "Heat", "Fees", "Firms"], figures: figures(6), from: 114)
    page.write("Land", around: 260, 100)
    page.write("Town", around: 410, 100)
    page.level(104, 200, 500)
    #expect(spans(page) == ["Land 0..<1 1..<3", "Town 0..<1 3..<6", "Firms 0..<2 6..<7"])
  }

  @Test func `lines below headings show the columns of each`() {
    var page = page(["Units", "2006", "2007", "Firms", "2006", "2007"], figures: figures(6), from: 114)
    page.write("Change", around: 320, 100)
    page.write("Men", around: 500, 100)
    page.level(104, 262, 378)
    page.level(104, 442, 558)
    #expect(
      spans(page) == [
        "Units 0..<2 1..<2", "Change 0..<1 2..<4", "Firms 0..<2 4..<5", "Men 0..<1 5..<7",
      ])
  }

  @Test func `headings alike on both sides of one that no line ends may be under it too`() {
    var page = page(["Units", "2006", "2007", "2008", "Firms"], figures: figures(5), from: 114)
    page.write("Item", 100, 114)
    page.write("Total", around: 350, 100)
    page.level(118, 100, 500)
    #expect(spans(page).allSatisfy { !$0.hasPrefix("Units") && !$0.hasPrefix("Firms") })
  }

  @Test func `a heading over two columns where a sign of currency stands makes no column of the signs`() {
    var page = page(["2006", "2007"], figures: figures(2).map { [$0[0], $0[1]] }, from: 114)
    page.write("$", 262, 130)
    page.write("Men", around: 262, 100)
    #expect(page.tables.first?.columnCount == 3)
    #expect(page.tables.first?.cells.contains { $0.text == "Men" && $0.columns == 1..<3 } == true)
  }
}
