import ConverterCore
import Testing

@testable import PageLayout

@Suite("What stands around tables")
struct TableSurroundingsTests {
  // MARK: Units

  @Test(arguments: [
    ("(In thousands of dollars)", "thousands of dollars"), ("[In millions of dollars]", "millions of dollars"),
    ("(dollars in thousands)", "dollars in thousands"), ("In percent", "percent"),
    ("(Thousand Short Tons)", "Thousand Short Tons"), ("Millions of kilowatthours", "Millions of kilowatthours"),
    ("[All figures are in billions of 2005 dollars]", "billions of 2005 dollars"), ("(Hours)", "Hours"),
    ("(Percent of GDP)", "Percent of GDP"),
    ("Rate per 100,000 persons in percent", "Rate per 100,000 persons in percent"),
    ("[1997-99=100]", "1997-99=100"), ("（单位：万元）", "万元"), ("单位：人", "人"), ("[Numbers in thousands]", "thousands"),
  ])
  func `a line that only says in what figures are is a unit`(line: String, name: String) {
    let unit = UnitLine(line)
    #expect(unit?.name == name && unit?.isWhole == true)
  }

  @Test(arguments: [
    ("[Hours unless noted]", "Hours"), ("[1997-99=100, unless otherwise noted]", "1997-99=100"),
    ("(In thousands, except per share data)", "thousands"), ("编制单位：水务局  金额单位：元  2023年", "元"),
  ])
  func `a line that says more names its unit all the same`(line: String, name: String) {
    let unit = UnitLine(line)
    #expect(unit?.name == name && unit?.isWhole == false)
  }

  @Test(arguments: [
    "(In 2009)", "In particular", "Hours", "Percent, as the office reported", "In millions of homes the water was off",
    "[Figures are preliminary]", "(a)", "(1)", "In", "(in of)", "", "()", "(Table 3)", "Dollars in the harbor",
  ])
  func `other lines are none`(line: String) {
    #expect(UnitLine(line) == nil)
  }

  @Test func `brackets that enclose only a part of a line make no headnote`() {
    #expect(Headnote.content(of: "(a) and (b)") == nil && Headnote.content(of: "()") == nil)
    #expect(Headnote.content(of: "[as of May]") == "as of May")
    #expect(!Headnote.isOne("Fees (in dollars) by harbor"))
  }

  /// A table of three rows with lines above, below and under its header, with the lines given above it.
  private func page(_ number: Int = 1, above: [(String, Bool)], rows: [String] = ["Roads", "Rivers", "Parks"]) -> Page {
    var page = SketchPage(number: number)
    let top = 130.0
    for (line, text) in above.enumerated() {
      page.write(text.0, 100, top - 8 - 12 * Double(above.count - 1 - line), bold: text.1)
    }
    page.level(top, 100, 500)
    page.writeRows([["Source", "2019", "2020", "2021"]], from: top + 12)
    page.level(top + 18, 100, 500)
    page.writeRows(
      rows.enumerated().map { [$1, "\(1200 + $0)", "\(3400 + 7 * $0)", "\(510 + 3 * $0)"] }, from: top + 32)
    page.level(top + 24 + 14 * Double(rows.count), 100, 500)
    return page.page
  }

  private func blocks(_ pages: [Page]) throws -> [Block] {
    try PageAnalyzer().document(from: SketchSource(pages: pages), within: .standard).blocks
  }

  @Test(arguments: [true, false])
  func `a unit between caption and table goes with the caption into the table`(isBold: Bool) throws {
    let blocks = try blocks([
      page(above: [("Table 6. Tolls by source", isBold), ("(In thousands of dollars)", false)])
    ])
    let table = try #require(blocks.first?.tables.first)
    #expect(blocks.count == 1)
    #expect(table.caption == "Table 6. Tolls by source" && table.unit == "thousands of dollars")
  }

  @Test(arguments: [
    ("[Hours unless noted]", "Hours" as String?),
    ("(All figures are counts--amounts of money are in thousands of dollars)", nil), ("(As of May 31)", nil),
  ])
  func `a remark in brackets stays between caption and table, and parts them no more`(line: String, unit: String?)
    throws
  {
    let blocks = try blocks([page(above: [("TABLE 2—BURDEN BY HARBOR", true), (line, false)])])
    let table = try #require(blocks.last?.tables.first)
    #expect(table.caption == "TABLE 2—BURDEN BY HARBOR" && table.unit == unit)
    guard case .paragraph(let paragraph)? = blocks.first else {
      Issue.record("the remark is a paragraph")
      return
    }
    #expect(paragraph.text == line)
  }

  @Test func `a remark in square brackets belongs to the caption`() throws {
    let blocks = try blocks([page(above: [("TABLE 2—BURDEN BY HARBOR", true), ("[As of May 31]", false)])])
    #expect(try #require(blocks.first?.tables.first).caption == "TABLE 2—BURDEN BY HARBOR [As of May 31]")
    #expect(blocks.count == 1)
  }

  // MARK: Over pages

  private let manyRows = (1...43).map { "Harbor \($0)" }

  @Test(arguments: ["(In thousands)", "[In thousands, unless noted]", "(As of May 31)"], ["—Continued", ""])
  func `a table with a unit or a remark below its caption goes on over pages`(line: String, mark: String) throws {
    let caption = "Table B-3. Ships by harbor"
    let blocks = try blocks([
      page(1, above: [(caption, true), (line, false)], rows: manyRows),
      page(2, above: [(caption + mark, true), (line, false)], rows: manyRows),
    ])
    let table = try #require(blocks.last?.tables.first)
    #expect(table.rowCount == 1 + 2 * manyRows.count)
    #expect(table.caption == caption)
    let unit = line.contains("thousands") ? "thousands" : nil
    #expect(table.unit == unit)
    #expect(blocks.count == (line == "(In thousands)" ? 1 : 2))
    #expect(blocks.allSatisfy { if case .aside = $0 { false } else { true } })
  }

  @Test func `another remark above the table of the next page parts it`() throws {
    let caption = "Table B-3. Ships by harbor"
    let blocks = try blocks([
      page(1, above: [(caption, true), ("[As of May 31]", false)], rows: manyRows),
      page(2, above: [(caption, true), ("[As of June 30]", false)], rows: manyRows),
    ])
    #expect(blocks.flatMap(\.tables).count == 2)
  }
}
