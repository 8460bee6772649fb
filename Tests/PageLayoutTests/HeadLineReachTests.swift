import ConverterCore
import PageLayout
import Testing

/// Which columns the lines of a head belong to that reach over two of them.
@Suite struct HeadLineReachTests {
  /// Labels and figures, 14 points apart, below a head whose last line stands at 114; cells 60 points wide from 200 on.
  private func page(_ heads: [String], below: [String?] = [], values: [String]) -> SketchPage {
    var page = SketchPage()
    for (column, head) in heads.enumerated() { page.write(head, around: 230 + 60 * Double(column), 114) }
    page.write("District", 100, 114)
    for (row, name) in ["Alder", "Boone", "Carver", "Dell", "Elm", "Fern", "Gale"].enumerated() {
      let y = 140 + 14 * Double(row)
      page.write(name, 100, y)
      for (column, value) in values.enumerated() {
        page.write("\(row + 1)\(value)", endingAt: 257 + 60 * Double(column), y)
      }
    }
    return page
  }

  /// The cells of the head with text, with the rows and columns that they take.
  private func head(_ page: SketchPage) -> [String] {
    guard let table = page.tables.first else { return [] }
    return table.cells.filter { !$0.text.isEmpty && $0.rows.lowerBound < table.headerRowCount }
      .map { "\($0.text) \($0.rows) \($0.columns)" }
  }

  @Test func `a heading alone that stands in line with no other names both below it`() {
    var page = page(["2003", "2004", "Number", "Percent"], values: ["1,204", "1,388", "84", "7.1"])
    page.write("Change, 2003 to 2004", around: 380, 102)
    page.level(122, 100, 440)
    #expect(
      head(page) == [
        "District 0..<2 0..<1", "2003 0..<2 1..<2", "2004 0..<2 2..<3", "Change, 2003 to 2004 0..<1 3..<5",
        "Number 1..<2 3..<4", "Percent 1..<2 4..<5",
      ])
  }

  @Test(arguments: [3, 4]) func `a heading in the middle of the cells of headings set right names these`(count: Int) {
    var page = SketchPage()
    let heads = ["Small", "Medium", "Large", "Largest"].prefix(count) + ["Total"]
    for (column, head) in heads.enumerated() { page.write(head, endingAt: 257 + 60 * Double(column), 114) }
    page.write("District", 100, 114)
    page.write("Farms with wells", around: 200 + 30 * Double(count), 102)
    page.level(122, 100, 500)
    for (row, name) in ["Alder", "Boone", "Carver", "Dell", "Elm", "Fern"].enumerated() {
      page.write(name, 100, 136 + 14 * Double(row))
      for column in heads.indices {
        page.write("\(row + 1),\(column)04", endingAt: 257 + 60 * Double(column), 136 + 14 * Double(row))
      }
    }
    #expect(self.head(page).contains("Farms with wells 0..<1 1..<\(count + 1)"))
    #expect(self.head(page).contains("District 0..<2 0..<1"))
  }

  @Test func `first lines that reach over the figures beside them are of their own columns`() {
    var page = page(
      ["Number", "100,000", "Number", "100,000"], values: ["1,204,388", "84.1", "2,204,388", "91.7"])
    for x in [290.0, 410] { page.write("Rate for every", around: x, 102) }
    for (x, name) in [(260.0, "Robbery"), (380, "Theft")] { page.write(name, around: x, 90) }
    page.level(122, 100, 440)
    #expect(
      head(page) == [
        "District 0..<2 0..<1", "Robbery 0..<1 1..<3", "Theft 0..<1 3..<5", "Number 1..<2 1..<2",
        "Rate for every 100,000 1..<2 2..<3", "Number 1..<2 3..<4", "Rate for every 100,000 1..<2 4..<5",
      ])
  }

  @Test func `first lines left of the middle of the white are of the columns below them`() {
    var page = page(["Number", "persons", "Count", "change"], values: ["1,204,388", "84.1", "2,204,388", "9.7"])
    for (x, first) in [(290.0, "Rate per"), (410, "Percent")] { page.write(first, around: x, 102) }
    for (x, name) in [(260.0, "Robbery"), (380, "Theft")] { page.write(name, around: x, 90) }
    page.level(122, 100, 440)
    #expect(
      head(page).suffix(4) == [
        "Number 1..<2 1..<2", "Rate per persons 1..<2 2..<3", "Count 1..<2 3..<4", "Percent change 1..<2 4..<5",
      ])
  }

  @Test(arguments: [true, false]) func `a unit between two headings is that of both`(isRuled: Bool) {
    var page = page(["Planted", "Cut", "Yield", "Sold"], values: ["1,204", "1,388", "84.1", "2,388"])
    for (x, unit) in [(260.0, "1,000 acres"), (350, "Bushels"), (410, "Tons")] { page.write(unit, around: x, 128) }
    if isRuled { page.level(118, 100, 440) }
    #expect(
      head(page).suffix(3) == ["1,000 acres 1..<2 1..<3", "Bushels 1..<2 3..<4", "Tons 1..<2 4..<5"])
    if isRuled { #expect(head(page).first == "District 0..<1 0..<1") }
  }

  @Test func `a measure below the middle one of several headings is that of all`() {
    var page = page(["Stocks", "Grown", "Bought", "Price"], values: ["1,204", "1,388", "841", "2.11"])
    for (x, unit) in [(290.0, "Million pounds"), (410, "Cents")] { page.write(unit, around: x, 128) }
    page.level(118, 100, 440)
    #expect(head(page).suffix(2) == ["Million pounds 1..<2 1..<4", "Cents 1..<2 4..<5"])
  }

  @Test func `second lines below headings in the middle of others are theirs`() {
    var page = page(["Low", "Middle", "Low", "Middle"], values: ["1,204", "1,388", "841", "2,113"])
    for x in [290.0, 410] { page.write("income", around: x, 126) }
    page.level(132, 100, 440)
    #expect(head(page).map { $0.prefix { $0 != " " } }.filter { $0 == "Middle" }.count == 2)
    #expect(page.tables.first?.headerRowCount == 1)
  }
}
