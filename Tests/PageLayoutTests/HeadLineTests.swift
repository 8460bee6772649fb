import ConverterCore
import PageLayout
import Testing

/// Lines of heads that look like something else: prose, figures.
@Suite struct HeadLineTests {
  @Test func `headings close beside each other below headings of theirs are no prose`() {
    var page = SketchPage(width: 800)
    for y in [80.0, 122, 180] { page.level(y, 58, 684) }
    for (group, name) in ["All harbors", "Lakes", "Rivers", "Canals"].enumerated() {
      let x = 176 + 128 * Double(group)
      page.write(name, around: x + 58, 91)
      page.level(95, x, x + 118)
      page.write("Number in", around: x + 21, 106)
      page.write("thousands", around: x + 21, 118)
      page.write("Rate (standard", around: x + 84, 106)
      page.write("error)", around: x + 84, 118)
      for row in 0..<4 {
        page.write("2,\(row)\(group)1", endingAt: x + 42, 134 + 14 * Double(row))
        page.write("\(row)\(group).5 (0.\(row))", endingAt: x + 118, 134 + 14 * Double(row))
      }
    }
    page.write("Kind", 60, 118)
    for row in 0..<4 { page.write("Pier \(row + 1)", 60, 134 + 14 * Double(row)) }
    #expect(page.tables.map { [$0.rowCount, $0.columnCount] } == [[6, 9]])
    #expect(page.tables.first?.cells.contains { $0.text == "Canals" && $0.columns == 7..<9 } == true)
    #expect(page.tables.first?.cells.contains { $0.text == "Rate (standard error)" } == true)
  }

  @Test(arguments: ["p", "r", "a"]) func `years with the letter of preliminary figures are names of columns`(
    mark: String
  ) {
    var page = SketchPage()
    for y in [80.0, 136, 196] { page.level(y, 58, 452) }
    page.write("Trade", 60, 132)
    for (line, text) in ["Change", "from:", "May 2011 -", "May 2012"].enumerated() {
      page.write(text, around: 420, 93 + 13 * Double(line))
    }
    for (column, month) in ["May", "Nov.", "Apr.", "May"].enumerated() {
      let x = 190 + 55 * Double(column)
      page.write(month, around: x, 119)
      page.write(column < 2 ? "2011" : "2012", around: x, 132)
      if column > 1 { page.write(mark, x + 10, 129, size: 6) }
    }
    for row in 0..<4 {
      let y = 148 + 14 * Double(row)
      page.write("Pier \(row + 1)", 60, y)
      for column in 0..<5 { page.write("4,\(row)\(column)2", endingAt: 202 + 57 * Double(column), y) }
    }
    #expect(page.tables.map { [$0.rowCount, $0.columnCount] } == [[5, 6]])
    #expect(
      page.tables.first?.cells.prefix(6).map(\.text)
        == [
          "Trade", "May 2011", "Nov. 2011", "Apr. 2012\(mark)", "May 2012\(mark)", "Change from: May 2011 - May 2012",
        ])
  }

  @Test func `amounts in headings of several lines are no figures`() {
    var page = SketchPage()
    let heads = [["Less than", "$100 or", "so"], ["$100", "to less", "than $500"], ["$500", "or more"]]
    for (column, lines) in heads.enumerated() {
      for (line, text) in lines.enumerated() {
        page.write(text, around: 225 + 80 * Double(column), 124 - 12 * Double(lines.count - 1 - line))
      }
    }
    page.write("Harbor", 60, 124)
    for row in 0..<5 {
      page.write("Pier \(row + 1)", 60, 142 + 14 * Double(row))
      for column in 0..<3 {
        page.write("\(row + 2),\(column)0\(row)", endingAt: 250 + 80 * Double(column), 142 + 14 * Double(row))
      }
    }
    #expect(page.tables.map { [$0.rowCount, $0.columnCount] } == [[6, 4]])
    #expect(
      page.tables.first?.cells.prefix(4).map(\.text)
        == ["Harbor", "Less than $100 or so", "$100 to less than $500", "$500 or more"])
  }

  @Test func `figures beside a label are a row, whatever words stand below them`() {
    var page = SketchPage()
    page.writeRows(
      [["Harbor", "Ships", "Tolls"], ["North", "110", "214"], ["South", "none", "open"], ["West", "12", "21"]],
      from: 100)
    #expect(page.tables.map(\.headerRowCount) == [1])
  }

  /// A head of days over counts and shares, without lines, and rows with the texts of `cells` before their share.
  private func days(_ cells: [[String]]) -> SketchPage {
    var page = SketchPage()
    page.write("Region and", 100, 100)
    page.write("12/31/03 to", around: 480, 100)
    page.write("harbor", 100, 110)
    for (x, text) in [(280.0, "12/31/03"), (380, "12/31/04"), (480, "12/31/04")] { page.write(text, around: x, 110) }
    for (row, texts) in cells.enumerated() {
      let y = 124 + 13 * Double(row)
      page.write(["Alder", "Boone", "Cole", "Dell"][row], 100, y)
      for (column, text) in (texts + ["\(row + 2).4%"]).enumerated() {
        page.write(text, endingAt: 300 + 100 * Double(column), y)
      }
    }
    return page
  }

  @Test func `days in the last line of a head without lines are headings`() {
    let page = days([["3,594", "3,633"], ["2,811", "1,689"], ["6,003", "6,768"], ["7,120", "7,023"]])
    #expect(page.tables.first?.rowTexts.first == ["Region and harbor", "12/31/03", "12/31/04", "12/31/03 to 12/31/04"])
    #expect(page.tables.first?.rowCount == 5)
  }

  @Test func `a day below headings of words is of the first row`() {
    var page = SketchPage()
    for (x, text) in [(280.0, "First"), (380, "Second"), (480, "Rate")] { page.write(text, endingAt: x, 100) }
    page.write("Series", 100, 100)
    let rows = [["6/30/10", "6/30/15", "4.5%"], ["1,204", "1,310", "4.8%"], ["2,811", "1,689", "5.1%"]]
    for (row, texts) in rows.enumerated() {
      page.write(["Alder", "Boone", "Cole"][row], 100, 114 + 14 * Double(row))
      for (column, text) in texts.enumerated() {
        page.write(text, endingAt: 280 + 100 * Double(column), 114 + 14 * Double(row))
      }
    }
    #expect(page.tables.first?.rowTexts.first == ["Series", "First", "Second", "Rate"])
  }

  @Test func `days above other days are of the rows`() {
    let page = days([
      ["1/15/03", "1/15/04"], ["2/28/03", "2/28/04"], ["6/30/03", "6/30/04"], ["7/12/03", "7/12/04"],
    ])
    #expect(page.tables.first?.rowCount == 6)
  }
}
