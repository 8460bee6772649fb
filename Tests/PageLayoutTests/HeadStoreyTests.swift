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

  /// Headings that end where the figures do, in cells 60 points wide from 200 on.
  private func rightPage(_ heads: [String], from y: Double) -> SketchPage {
    var page = page([], figures: figures(heads.count), from: y)
    for (column, head) in heads.enumerated() { page.write(head, endingAt: 257 + 60 * Double(column), y) }
    return page
  }

  @Test func `headings in the middle of three cells each stand left of the middle of three headings set right`() {
    var page = rightPage(["2005", "2006", "2007", "2005", "2006", "2007"], from: 114)
    page.write("Acres", around: 290, 100)
    page.write("Bushels", around: 470, 100)
    page.write("Region", 100, 114)
    #expect(spans(page) == ["Region 0..<2 0..<1", "Acres 0..<1 1..<4", "Bushels 0..<1 4..<7"])
  }

  @Test func `a heading in the middle of all cells names all, though headings set right stand elsewhere`() {
    var page = rightPage(["Corn", "Wheat", "Oats", "Rye", "Hay", "Other"], from: 114)
    page.write("All field crops", around: 380, 102)
    page.write("Region", 100, 114)
    page.level(90, 100, 560)
    page.level(118, 100, 560)
    #expect(spans(page) == ["Region 0..<2 0..<1", "All field crops 0..<1 1..<7"])
  }

  @Test func `a heading of three that stands off the middle one by more than lines do is no first line of it`() {
    var page = page(["Rate", "Index", "Number", "employees"], figures: figures(4), from: 114)
    page.write("Male", around: 290, 101)
    page.write("Paid", around: 410, 104)
    #expect(spans(page) == ["Male 0..<1 1..<4", "Paid employees 0..<2 4..<5"])
    page = self.page(["Rate", "Index", "Number", "employees"], figures: figures(4), from: 114)
    page.write("Male", around: 290, 104)
    page.write("Paid", around: 410, 104)
    #expect(page.tables.first?.cells.contains { $0.text == "Male Index" } == true)
  }

  @Test func `a heading beside others that stands above neither of two names both`() {
    var page = page(["per unit", "(EUR)", "change"], figures: figures(3), from: 124)
    for (column, head) in ["Average", "Value", "Percent"].enumerated() {
      page.write(head, around: 230 + 60 * Double(column), 114)
    }
    page.write("Men", around: 260, 104)
    page.level(94, 100, 380)
    page.level(128, 100, 380)
    #expect(spans(page).contains("Men 0..<1 1..<3"))
  }

  @Test func `a heading right above the middle one of three years names all three`() {
    var page = page(["2003", "2004", "2005", "Average"], figures: figures(4), from: 114)
    page.write("Farms", around: 290, 104)
    #expect(spans(page).contains("Farms 0..<1 1..<4"))
  }

  @Test func `the second line of a heading beside another is no heading of a column`() {
    var page = page(["Men", "Women", "Men", "Women"], figures: figures(4), from: 118)
    page.write("Citizens", around: 260, 99)
    page.write("Temporary", around: 380, 94)
    page.write("visa", around: 380, 103)
    page.level(108, 202, 318)
    page.level(108, 322, 438)
    #expect(spans(page) == ["Citizens 0..<1 1..<3", "Temporary visa 0..<1 3..<5"])
  }

  @Test func `units in the middle of groups stand over the columns of these`() {
    var page = page(["2005", "2006", "2005", "2006"], figures: figures(4), from: 114)
    for (x, name, unit) in [(260.0, "Acres", "1,000 lb"), (380, "Yield", "Bushels")] {
      page.write(name, around: x, 100)
      page.write(unit, around: x, 128)
    }
    page.lower(below: 130)
    page.level(90, 100, 440)
    page.level(132, 100, 440)
    #expect(spans(page) == ["Acres 0..<1 1..<3", "Yield 0..<1 3..<5", "1,000 lb 2..<3 1..<3", "Bushels 2..<3 3..<5"])
  }

  @Test func `years without a label in the third row of a head are headings`() throws {
    var page = page(["2001", "2002", "Rank", "2001", "2002"], figures: figures(5), from: 124)
    page.write("Year ended September 30", around: 350, 98)
    page.write("Men", around: 260, 111)
    page.write("Women", around: 440, 111)
    page.level(88, 100, 500)
    page.level(128, 100, 500)
    let table = try #require(page.tables.first)
    #expect(HeaderRecognition.withHeaders(table).headerRowCount == 3)
  }

  @Test func `scales in brackets below headings are no figures`() {
    var page = page(["(1 000)", "(1 000)"], figures: figures(2), from: 112)
    page.write("Total", around: 230, 102)
    page.write("Men", around: 290, 102)
    page.level(90, 100, 320)
    page.level(116, 100, 320)
    page.level(178, 100, 320)
    #expect(page.tables.first?.cells.prefix(3).map(\.text) == ["", "Total (1 000)", "Men (1 000)"])
  }

  @Test func `the name of a part below headings off their figures makes no column of these`() {
    var page = SketchPage()
    page.write("Item", 100, 100)
    page.write("2005", around: 262, 100)
    page.write("2006", around: 392, 100)
    page.level(104, 100, 470)
    for (part, y) in [("Percent of all", 120.0), ("Number of all", 180)] {
      page.write(part, around: 285, y)
      for row in 0..<3 {
        page.write("Row \(row)", 100, y + 14 * Double(row + 1))
        page.write("\(row)7.1", endingAt: 330, y + 14 * Double(row + 1))
        page.write("\(row)4.6", endingAt: 460, y + 14 * Double(row + 1))
      }
    }
    page.level(230, 100, 470)
    #expect(page.tables.first?.columnCount == 3)
  }

  @Test func `a word on the figures of one year names no group of years`() {
    var page = page(["2008", "2009", "2010"], figures: figures(3), from: 114)
    page.write("Revised", around: 290, 104)
    page.level(94, 100, 380)
    page.level(118, 100, 380)
    #expect(page.tables.first?.cells.contains { $0.text == "Revised 2009" } == true)
  }

  @Test func `years beside labels that name several rows are no headings`() throws {
    var page = SketchPage()
    page.writeRows([["", "Opened", "Closed"]], from: 100)
    page.level(104, 100, 400)
    let rows = ["North", "", "", "South", "", ""].enumerated().map { [$1, "19\($0 + 50)", "19\($0 + 80)"] }
    page.writeRows(rows, from: 118)
    page.level(194, 100, 400)
    let table = try #require(page.tables.first)
    #expect(HeaderRecognition.withHeaders(table).headerRowCount <= 2)
  }

  @Test func `first lines in the middle of their second ones name no groups`() {
    var page = page(["Rate", "(EUR)", "Rate", "(EUR)"], figures: figures(4), from: 114)
    page.write("Value", around: 290, 105)
    page.write("Value", around: 410, 105)
    page.level(94, 100, 440)
    page.level(118, 100, 440)
    #expect(page.tables.first?.cells.filter { $0.text == "Value (EUR)" }.map(\.columns) == [2..<3, 4..<5])
  }

  @Test func `a line of a heading that reaches beside another heading is of its own column`() {
    var page = SketchPage()
    let heads = [["Feb.", "2010"], ["Dec.", "2010"], ["Change", "from:", "up to the year of 2011"]]
    for (lines, x) in zip(heads, [220.0, 280, 360]) {
      for (line, text) in lines.enumerated() { page.write(text, around: x, 100 + 12 * Double(line)) }
    }
    page.write("Industry", 100, 100)
    for y in [88.0, 128, 190] { page.level(y, 98, 416) }
    for row in 0..<4 {
      page.write(["Alder", "Boone", "Carver", "Dell"][row], 100, 142 + 14 * Double(row))
      for (text, x) in zip(["44,80\(row)", "23,0\(row)6", "5.\(row)"], [236.0, 296, 376]) {
        page.write(text, endingAt: x, 142 + 14 * Double(row))
      }
    }
    let heading = page.tables.first?.cells.first { $0.text == "Change from: up to the year of 2011" }
    #expect(heading?.columns == 3..<4)
  }

  /// Cells 60 points wide from 200 on whose headings and figures begin where these do.
  private func leftPage(_ heads: [String], _ groups: [(String, Double)], title: String? = nil) -> SketchPage {
    var page = SketchPage()
    for (name, x) in groups { page.write(name, x, 112) }
    for (column, head) in heads.enumerated() { page.write(head, 200 + 60 * Double(column), 124) }
    page.write("State", 100, 124)
    if let title { page.write(title, around: 200 + 30 * Double(heads.count), 100) }
    for (row, line) in figures(heads.count).enumerated() {
      page.write(["Alder", "Boone", "Carver", "Dell"][row], 100, 140 + 14 * Double(row))
      for (column, text) in line.enumerated() { page.write(text, 200 + 60 * Double(column), 140 + 14 * Double(row)) }
    }
    return page
  }

  @Test func `a group begins where the names of columns begin again`() {
    let page = leftPage(["Rent", "Heat", "Fees", "Rent", "Heat", "Fees"], [("Land", 200), ("Town", 380)])
    #expect(spans(page) == ["State 0..<2 0..<1", "Land 0..<1 1..<4", "Town 0..<1 4..<7"])
  }

  @Test func `one heading over groups stands in the middle of theirs`() {
    let page = leftPage(
      ["Rent", "Heat", "Rent", "Heat"], [("Budget", 250), ("Actual", 370)], title: "Fiscal year 2010")
    #expect(
      spans(page) == [
        "State 0..<3 0..<1", "Fiscal year 2010 0..<1 1..<5", "Budget 1..<2 1..<3", "Actual 1..<2 3..<5",
      ])
  }

  @Test func `names in small letters that repeat belong to groups all the same`() {
    var page = page(["number", "percent", "number", "percent"], figures: figures(4), from: 114)
    page.write("Men", around: 260, 102)
    page.write("Women", around: 380, 102)
    #expect(spans(page) == ["Men 0..<1 1..<3", "Women 0..<1 3..<5"])
  }

  @Test func `headings right above the middle one of three names that repeat span all three`() {
    var page = page(["rate", "lives", "left", "rate", "lives", "left"], figures: figures(6), from: 124)
    for (column, name) in ["Mean", "Number of", "Years", "Mean", "Number of", "Years"].enumerated() {
      page.write(name, around: 230 + 60 * Double(column), 114)
    }
    page.write("Men", around: 290, 104)
    page.write("Women", around: 470, 104)
    #expect(spans(page) == ["Men 0..<1 1..<4", "Women 0..<1 4..<7"])
  }

  @Test func `sums stand above no group though the names behind them repeat`() {
    var page = page(["All", "Rent", "Heat", "Rent", "Heat"], figures: figures(5), from: 114)
    page.write("Land", around: 320, 102)
    page.write("Town", around: 440, 102)
    #expect(spans(page) == ["All 0..<2 1..<2", "Land 0..<1 2..<4", "Town 0..<1 4..<6"])
  }

  @Test func `a long heading above a short line spans the columns of the line`() {
    var page = page(["Year of census", "Rent", "Heat", "Rent", "Heat"], figures: figures(5), from: 124)
    page.write("in percent of all there is", around: 320, 108)
    page.write("in euros", around: 440, 108)
    page.level(112, 262, 378)
    page.level(112, 382, 498)
    #expect(spans(page).suffix(2) == ["in percent of all there is 0..<1 2..<4", "in euros 0..<1 4..<6"])
  }

  @Test(arguments: [0, 0.5, -0.5, 1.5]) func `two short lines below each group of a head make no tables`(drift: Double)
  {
    var page = page(["Poor", "Rich", "Poor", "Rich"], figures: figures(4), from: 132)
    for (x, name, drift) in [(260.0, "Intake", 0), (380, "Completion", drift)] {
      page.write(name, around: x, 100)
      page.write("% of age", around: x, 114)
      for y in [104.0, 118] { page.level(y + drift, x - 56, x + 56) }
    }
    #expect(page.tables.count == 1)
    #expect(
      spans(page) == [
        "Intake 0..<1 1..<3", "Completion 0..<1 3..<5", "% of age 1..<2 1..<3", "% of age 1..<2 3..<5",
      ])
  }

  @Test func `groups behind a sum stand in the middle of their columns`() {
    var page = page(["Total", "Full", "Part", "Other", "Master", "Doctor"], figures: figures(6), from: 112)
    page.write("State", 100, 112)
    page.write("Undergraduate", around: 350, 100)
    page.write("Graduate", around: 500, 100)
    #expect(
      spans(page) == [
        "State 0..<2 0..<1", "Total 0..<2 1..<2", "Undergraduate 0..<1 2..<5", "Graduate 0..<1 5..<7",
      ])
  }

  @Test func `first lines that repeat with the names are no groups`() {
    let page = leftPage(["rent", "Heat", "rent", "Heat"], [("Mean", 200), ("Mean", 320)])
    #expect(!spans(page).contains { $0.hasPrefix("Mean") })
  }

  @Test func `a head of thousands of texts ends in bounded time, each line a storey`() throws {
    var page = SketchPage(width: 9000)
    for line in 0..<20 {
      for column in 0..<200 { page.write("ab", around: 230 + 40 * Double(column), 100 + 12 * Double(line)) }
    }
    page.level(90, 100, 8200)
    page.level(334, 100, 8200)
    for row in 0..<4 {
      page.write(["Alder", "Boone", "Carver", "Dell"][row], 100, 350 + 14 * Double(row))
      for column in 0..<200 { page.write("\(row)7", endingAt: 240 + 40 * Double(column), 350 + 14 * Double(row)) }
    }
    page.level(400, 100, 8200)
    let clock = ContinuousClock()
    var tables: [Table] = []
    let time = clock.measure { tables = page.tables }
    #expect(tables.first?.rowCount == 24)
    #expect(time < .seconds(90))
  }

  @Test func `the name of a part below a head hides no groups`() {
    var page = page(["Median", "total", "Median", "total"], figures: figures(4), from: 124)
    for x in [290.0, 410] { page.write("Share of", around: x, 115) }
    page.write("Men", around: 260, 104)
    page.write("Women", around: 380, 104)
    page.lower(below: 135)
    page.write("As a share of the total", around: 320, 138)
    #expect(spans(page).prefix(2) == ["Men 0..<1 1..<3", "Women 0..<1 3..<5"])
  }
}

extension SketchPage {
  /// Moves what stands below a baseline down by one line.
  fileprivate mutating func lower(below y: Double) {
    for glyph in page.glyphs.indices where page.glyphs[glyph].baseline >= y {
      page.glyphs[glyph].baseline += 14
      page.glyphs[glyph].box.y0 += 14
      page.glyphs[glyph].box.y1 += 14
    }
  }

  /// Two headings of two lines over pairs of columns with names of their own, and rows of figures.
  private func pairs(_ headings: [(String, String)]) -> SketchPage {
    var page = SketchPage()
    for (group, heading) in headings.enumerated() {
      page.write(heading.0, around: 345 + 120 * Double(group), 90)
      page.write(heading.1, around: 345 + 120 * Double(group), 101)
    }
    page.write("County", 100, 112)
    for column in 0..<4 { page.write(column % 2 == 0 ? "2004" : "2005", around: 315 + 60 * Double(column), 112) }
    for (row, label) in ["Alder", "Boone", "Carver", "Dell", "Essex"].enumerated() {
      page.write(label, 100, 128 + 14 * Double(row))
      for column in 0..<4 {
        page.write("\(row + 3)\(column),\(row)18", endingAt: 330 + 60 * Double(column), 128 + 14 * Double(row))
      }
    }
    return page
  }

  @Test(arguments: [("(dollars)", "(dollars)"), ("(dollars)", "(percent)"), ("in dollars", "in dollars")])
  func `headings of groups may be of two lines, units among them`(units: (String, String)) {
    let cells = pairs([("Median income", units.0), ("Mean income", units.1)]).tables.first?.cells ?? []
    #expect(
      cells.filter { $0.columns.count == 2 }.map(\.text) == ["Median income \(units.0)", "Mean income \(units.1)"])
  }

  @Test func `a scale and what it counts are one`() {
    let page = pairs([("Accidents per", "100,000 hours"), ("Accidents per", "100,000 departures")])
    #expect(
      page.tables.first?.cells.filter { $0.columns.count == 2 }.map(\.text)
        == ["Accidents per 100,000 hours", "Accidents per 100,000 departures"])
  }

  @Test func `the first of three groups may have names of its own`() {
    var page = SketchPage()
    for (name, x) in [("Certified", 290.0), ("Laboratory A", 405), ("Laboratory B", 505)] {
      page.write(name, around: x, 100)
    }
    page.write("Element", 100, 112)
    let ends = [280.0, 345, 420, 445, 520, 545]
    for (name, x) in zip(["value", "uncertainty", "mean", "n", "mean", "n"], ends) {
      page.write(name, endingAt: x, 112)
    }
    for (row, label) in ["As", "Cd", "Cr", "Cu"].enumerated() {
      page.write(label, 100, 128 + 14 * Double(row))
      for (column, x) in ends.enumerated() {
        page.write(
          column == 3 || column == 5 ? "\(row + 3)" : "\(row + 2)\(column).\(row)1", endingAt: x, 128 + 14 * Double(row)
        )
      }
    }
    #expect(
      page.tables.first?.cells.filter { $0.columns.count == 2 }.map(\.text) == [
        "Certified", "Laboratory A", "Laboratory B",
      ])
  }
}
