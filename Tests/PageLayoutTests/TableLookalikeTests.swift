import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// Text that stands in columns and is no table.
@Suite struct TableLookalikeTests {
  @Test func `contents with spaced dots are no table`() {
    var page = SketchPage()
    for (row, title) in ["1 Methods", "2 Sample of 2009", "3 Results for 12 towns", "4 Outlook"].enumerated() {
      page.write(title, 100, 100 + 14 * Double(row))
      for dot in 0..<20 { page.write(".", 230 + 8 * Double(dot), 100 + 14 * Double(row)) }
      page.write("\(3 + 2 * row)", endingAt: 410, 100 + 14 * Double(row))
    }
    #expect(page.tables.isEmpty)
  }

  @Test func `formulas with their numbers are no table`() {
    var page = SketchPage()
    for (row, formula) in ["y = 3", "z = 4"].enumerated() {
      page.write(formula, 200, 100 + 16 * Double(row))
      page.write("(\(row + 1))", endingAt: 500, 100 + 16 * Double(row))
    }
    #expect(page.tables.isEmpty)
  }

  @Test func `lines to write on are no table`() {
    var page = SketchPage()
    for (row, labels) in [["Name:", "Born 1:"], ["Street 2:", "Town 3:"], ["Sum 4:", "Date 5:"]].enumerated() {
      let y = 100 + 20 * Double(row)
      for (column, label) in labels.enumerated() {
        page.write(label, 100 + 200 * Double(column), y)
        let start = 100 + 200 * Double(column) + 5 * Double(label.count) + 2
        page.level(y + 1, start, start + 90)
      }
    }
    #expect(page.tables.isEmpty)
  }

  @Test func `letters of one width on a page of other text are a listing`() {
    var page = SketchPage()
    for (row, line) in [
      ["-rw-r--r--", "root", "108"], ["drwxr-xr-x", "staff", "4096"], ["-rwx------", "guest", "12"],
    ].enumerated() {
      for (column, text) in line.enumerated() { page.write(text, 100 + 100 * Double(column), 200 + 14 * Double(row)) }
    }
    #expect(page.tables.count == 1)
    let listing = page.page.glyphs.count
    page.write("Each file has an owner and a size in bytes", 100, 300)
    for index in page.page.glyphs.indices[listing...] {
      page.page.glyphs[index].box.x1 -= index.isMultiple(of: 2) ? 1 : 2
    }
    #expect(page.tables.isEmpty)
  }
}
