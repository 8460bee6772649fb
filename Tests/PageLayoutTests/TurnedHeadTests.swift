import ConverterCore
import PageLayout
import Testing

/// Column headings turned by a quarter, in tables without upright lines.
@Suite struct TurnedHeadTests {
  private let names = ["Contract", "Real Property", "Motor Vehicle"]

  /// Rows with figures that end at 300, 400 and 500, from 214 on, below headings that run upwards to 200.
  private func page(turned: [String]) -> SketchPage {
    var page = SketchPage()
    for (column, name) in turned.enumerated() { page.writeUpwards(name, 295 + 100 * Double(column), 200) }
    page.level(204, 100, 510)
    page.writeRows((1...5).map { ["Row \($0)", "\($0)01", "\($0),202", "\($0)3,303"] }, from: 218)
    page.level(282, 100, 510)
    return page
  }

  private func head(_ page: SketchPage, row: Int = 0) -> [String] {
    page.tables.first?.cells.filter { $0.rows.lowerBound == row && !$0.text.isEmpty }.map(\.text) ?? []
  }

  @Test func `they head the columns in whose line they stand`() {
    var page = page(turned: names)
    page.write("District", 100, 198)
    #expect(head(page) == ["District"] + names)
    #expect(page.tables.first?.headerRowCount == 1)
    #expect(page.tables.first?.rowCount == 6)
    #expect(page.texts.isEmpty)
  }

  @Test func `they make a row of their own where no other heading stands`() {
    let page = page(turned: names)
    #expect(head(page) == names)
    #expect(page.tables.first?.rowCount == 6)
  }

  @Test func `two lines of one heading share its cell`() {
    var page = page(turned: ["Contract", "Real", "Labor"])
    page.writeUpwards("Property", 407, 200)
    #expect(head(page) == ["Contract", "Real Property", "Labor"])
  }

  @Test func `their place reaches up to their ends`() {
    let table = page(turned: names).tables.first
    guard case .page(_, let box?) = table?.origin.place else {
      Issue.record("the table has no box")
      return
    }
    #expect(box.y0 < 200 - 5 * 12)
  }

  @Test func `one turned text alone heads nothing`() {
    let page = page(turned: ["Contract"])
    #expect(page.tables.first?.rowCount == 5)
    #expect(page.texts == ["Contract"])
  }
}
