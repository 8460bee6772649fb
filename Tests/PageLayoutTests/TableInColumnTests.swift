import ConverterCore
import PageLayout
import Testing

/// Tables without lines in one column of a page, or across both.
@Suite struct TableInColumnTests {
  private static let line = "the board saw each lock of the upper river and all weirs"

  /// Writes lines of a column of prose, `leading` points apart, the last one short; returns the next baseline.
  @discardableResult
  private func writeProse(_ count: Int, _ x: Double, _ y: Double, leading: Double = 12, to page: inout SketchPage)
    -> Double
  {
    for number in 0..<count - 1 { page.write(Self.line, x, y + leading * Double(number)) }
    page.write("in May.", x, y + leading * Double(count - 1))
    return y + leading * Double(count)
  }

  /// Writes rows of a label and figures that end 80, 130 and 180 points right of it.
  private func writeRows(
    _ head: [String], count: Int, _ x: Double, _ y: Double, leading: Double, to page: inout SketchPage
  ) {
    for row in 0...count {
      let texts = row == 0 ? head : ["\(1999 + row)", "\(row)1\(row)", "2\(row)", "3,\(row)06"]
      page.write(texts[0], x, y + leading * Double(row))
      for (column, text) in texts.dropFirst().enumerated() {
        page.write(text, endingAt: x + 80 + 50 * Double(column), y + leading * Double(row))
      }
    }
  }

  @Test(arguments: [12.0, 12.7, 14]) func `a table that is half of its column is one of it alone`(leading: Double) {
    var page = SketchPage()
    let y = writeProse(6, 60, 60, to: &page)
    writeRows(["Year", "Locks", "Weirs", "Ships"], count: 8, 60, y + 14, leading: leading, to: &page)
    writeProse(20, 335, 60, to: &page)
    #expect(page.tables.map { [$0.rowCount, $0.columnCount] } == [[9, 4]])
    #expect(page.texts.count == 2)
  }

  @Test func `a table beside prose on lines of another height is no part of it`() {
    var page = SketchPage()
    writeRows(["Year", "Locks", "Weirs", "Ships"], count: 14, 335, 63, leading: 14, to: &page)
    writeProse(18, 60, 60, to: &page)
    #expect(page.tables.map { [$0.rowCount, $0.columnCount] } == [[15, 4]])
    #expect(page.texts.count == 1)
  }

  @Test func `years and figures beside prose at the heights of its lines are no rows across it`() {
    var page = SketchPage()
    writeProse(20, 60, 60, to: &page)
    writeRows(["Year", "Locks", "Weirs", "Ships"], count: 8, 335, 60, leading: 12, to: &page)
    writeProse(8, 335, 60 + 12 * 10, to: &page)
    #expect(page.tables.map { [$0.rowCount, $0.columnCount] } == [[9, 4]])
    #expect(page.tables.first?.cells.first?.text == "Year")
  }

  @Test func `figures in the middle of long labels stay beside these`() {
    var page = SketchPage()
    for (column, name) in ["Locks", "Weirs", "Ships"].enumerated() {
      page.write(name, endingAt: 400 + 50 * Double(column), 60)
    }
    for row in 0..<8 {
      let y = 80 + 28 * Double(row)
      page.write("Harbors that have been built along the up-", 60, y)
      page.write("per river since the year \(1990 + row)", 60, y + 12)
      for column in 0..<3 { page.write("\(row + 2)\(column)", endingAt: 400 + 50 * Double(column), y + 6) }
    }
    #expect(page.tables.map { [$0.rowCount, $0.columnCount] } == [[9, 4]])
  }

  @Test func `headings over columns below two columns of prose stay with their table`() {
    var page = SketchPage()
    for x in [60.0, 335] { writeProse(9, x, 60, to: &page) }
    page.write("Table 4. Traffic on both rivers", 60, 190)
    page.write("Upper river", around: 232, 208)
    page.write("Lower river", around: 487, 208)
    for row in 0..<7 {
      let y = 222 + 14 * Double(row)
      page.write(row == 0 ? "Harbor" : "Pier \(row)", 60, y)
      for column in 0..<6 {
        page.write(
          row == 0 ? "\(2007 + column % 3)" : "4,\(row)\(column)7", endingAt: 160 + 85 * Double(column), y)
      }
    }
    #expect(page.tables.map { [$0.rowCount, $0.columnCount] } == [[8, 7]])
    #expect(page.tables.first?.cells.contains { $0.text == "Lower river" && $0.columns == 4..<7 } == true)
  }

  @Test func `the upper line of a heading may stand near the left of its table`() {
    var page = SketchPage()
    page.write("Number of", around: 110, 88)
    for row in 0..<6 {
      let texts =
        row == 0 ? ["Year", "locks", "Open", "Closed"] : ["\(2003 + row)", "1\(row)", "\(row + 2)", "2\(row)"]
      for (column, text) in texts.enumerated() {
        page.write(text, around: 60 + 50 * Double(column), 100 + 14 * Double(row))
      }
    }
    #expect(page.tables.first?.cells.contains { $0.text == "Number of locks" } == true)
  }
}
