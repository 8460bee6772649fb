import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// Tables without lines whose last rows stand alone on the next page.
@Suite struct LeadingRowTests {
  /// A page that ends with a table, and one that begins with some lines and goes on with prose.
  private func document(_ lines: [[String]], offset: Double = 0) throws -> Document {
    var first = SketchPage(number: 1, height: 300)
    first.writeRows(
      [["Town", "2009", "2010"]] + (0..<11).map { ["Ward \($0)", "1\($0 + 10)", "2\($0).5"] }, from: 100)
    var second = SketchPage(number: 2, height: 300)
    for (row, line) in lines.enumerated() {
      for (column, text) in line.enumerated() where !text.isEmpty {
        let y = 100 + 14 * Double(row)
        if column == 0 {
          second.write(text, 100, y)
        } else {
          second.write(text, endingAt: 200 + 100 * Double(column) + offset, y)
        }
      }
    }
    second.write("The towns were asked in spring and answered in autumn, as they had done in most of", 60, 180)
    second.write("the years before, although nobody had told them what for they were to be asked.", 60, 194)
    return try PageAnalyzer().document(from: SketchSource(pages: [first.page, second.page]), within: .standard)
  }

  @Test(arguments: [[["Total", "1,147", "23.4"]], [["Moor", "31", "12.4"], ["Total", "1,147", "23.4"]]])
  func `rows at the top of a page go to the table that the page before ends with`(rows: [[String]]) throws {
    let document = try document(rows)
    let table = try #require(document.blocks.first?.tables.first)
    #expect(table.rowCount == 12 + rows.count)
    #expect(table.cells.suffix(3).map(\.text) == ["Total", "1,147", "23.4"])
    guard case .page(2, _)? = table.cells.last?.origin.place else {
      Issue.record("the last cell stands on page 2")
      return
    }
    #expect(document.blocks.count == 2)
  }

  @Test func `lines off the columns of the table stay text`() throws {
    let document = try document([["Total", "1,147", "23.4"]], offset: -35)
    #expect(document.blocks.first?.tables.first?.rowCount == 12)
    #expect(document.blocks.count == 3)
  }

  @Test func `words where the table has figures stay text`() throws {
    let document = try document([["Signed", "the mayor", "in May"]])
    #expect(document.blocks.first?.tables.first?.rowCount == 12)
  }

  @Test func `the rest of a label at the top of a page goes to its row, the table goes on below it`() throws {
    let rows = [["and of the moors"], ["Bay", "31", "12.4"], ["Tarn", "32", "13.4"], ["Total", "1,147", "23.4"]]
    let document = try document(rows)
    let table = try #require(document.blocks.first?.tables.first)
    #expect(table.rowCount == 15)
    #expect(table.cells.first { $0.rows == 11..<12 }?.text == "Ward 10 and of the moors")
    #expect(document.blocks.count == 2)
  }

  @Test func `a line that is wider than the labels is no rest of one`() throws {
    let rows = [
      ["and of all of the moors in the far north, too"], ["Bay", "31", "12.4"], ["Tarn", "32", "13.4"],
      ["Total", "1,147", "23.4"],
    ]
    #expect(try document(rows).blocks.first?.tables.first?.rowCount == 12)
  }
}
