import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// Tables with a few level lines, and with headings off their columns.
@Suite struct FewLinesTableTests {
  @Test func `headings above the first of the lines below each row belong to the table`() {
    var page = SketchPage()
    page.writeRows([["Country", "Count", "Share"]], from: 100)
    page.writeRows([["Austria", "109", "0.9"]], from: 117)
    page.writeRows([["Germany", "1,230", "12.4"]], from: 134)
    for y in [105.0, 122, 139] { page.level(y, 98, 402) }
    #expect(
      shape(page.tables.first)
        == shape(Table("Country | Count | Share\nAustria | 109 | 0.9\nGermany | 1,230 | 12.4")))
  }

  @Test func `headings share out the columns below them, also off the middle of figures set right`() {
    var page = SketchPage()
    // Cells of 100 points; figures take but 15 of them at the right, headings stand in the middle of two cells.
    for (x, text) in [(300.0, "2008"), (500, "2009")] { page.write(text, around: x, 100) }
    page.writeRows(
      [["Place", "Men", "All", "Men", "All"], ["Vale", "11", "12", "23", "14"], ["Moor", "21", "22", "43", "24"]],
      from: 114)
    let spans = page.tables.first?.cells.filter { $0.columns.count > 1 } ?? []
    #expect(spans.map { "\($0.columns) \($0.text)" } == ["1..<3 2008", "3..<5 2009"])
  }

  @Test func `a unit in brackets stays with its heading although it begins with a figure`() {
    var page = SketchPage()
    page.writeRows(
      [["Crop", "", ""], ["Wheat", "109", "0.9"], ["Barley", "1,230", "12.4"]], from: 100)
    page.write("Area (1 000 ha)", 235, 100)
    page.write("Share", endingAt: 400, 100)
    #expect(
      shape(page.tables.first)
        == shape(Table("Crop | Area (1 000 ha) | Share\nWheat | 109 | 0.9\nBarley | 1,230 | 12.4")))
  }

  @Test func `a heading in the middle of a column of labels set left is theirs`() {
    var page = SketchPage()
    page.writeRows([["", "2009", "2010"], ["Greece", "109", "0.9"], ["Spain", "1,230", "12.4"]], from: 100)
    page.write("Place", 145, 100)
    #expect(shape(page.tables.first) == shape(Table("Place | 2009 | 2010\nGreece | 109 | 0.9\nSpain | 1,230 | 12.4")))
  }

  @Test func `a blank row does not end a table whose figures go on below each other`() {
    var page = SketchPage()
    let rows = [["Rent", "80", "90"], ["Heat", "12", "14"], ["Sum", "92", "104"]]
    page.writeRows([["Item", "2015", "2016"]] + rows, from: 100)
    page.writeRows(rows, from: 184)
    #expect(page.tables.map(\.rowCount) == [7])
  }

  @Test func `tables side by side at the end of a page are two by the lines about their heads`() {
    var page = SketchPage()
    for (x, name) in [(60.0, "Vale"), (340, "Moor")] {
      for y in [98.0, 116] { page.level(y, x, x + 200) }
      for (row, line) in [["Town", "2009", "2010"], [name, "11", "12"], ["Bay", "21", "22"]].enumerated() {
        let y = 110 + 16 * Double(row)
        page.write(line[0], x + 2, y)
        page.write(line[1], endingAt: x + 130, y)
        page.write(line[2], endingAt: x + 198, y)
      }
    }
    #expect(page.tables.map(\.columnCount) == [3, 3])
  }
}
