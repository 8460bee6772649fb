import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// Headings set left in columns of figures set right.
@Suite struct LeftHeadingTests {
  /// Labels at 100 and figures that end at 240, 310, 380 and 450 below headings.
  private func table(_ write: (inout SketchPage) -> Void) -> Table? {
    var page = SketchPage()
    write(&page)
    page.level(88, 98, 452)
    page.level(118, 98, 452)
    for row in 0..<6 {
      let y = 130 + 14 * Double(row)
      page.write(["North", "South", "East", "West", "Inner", "Outer"][row], 100, y)
      for (column, figure) in ["57,90\(row)", "43,22\(row)", "25,47\(row)", "2\(row).9"].enumerated() {
        page.write(figure, endingAt: 240 + 70 * Double(column), y)
      }
    }
    return page.tables.first
  }

  private func heads(_ table: Table?) -> [String] {
    table?.cells.filter { $0.rows.lowerBound == 0 }.map { "\($0.columns.lowerBound) \($0.text)" }.sorted() ?? []
  }

  @Test func `headings right behind the figures of the column before are of the next one`() {
    let table = table { page in
      page.write("Fiscal year", 182, 100)
      for (text, x) in [("Area", 100.0), ("2004", 182), ("Amount", 245), ("Percent", 315), ("Rank", 385)] {
        page.write(text, x, 113)
      }
    }
    #expect(heads(table) == ["0 Area", "1 Fiscal year 2004", "2 Amount", "3 Percent", "4 Rank"])
  }

  @Test func `headings in the middle of several columns span them all the same`() {
    let table = table { page in
      page.write("Fiscal year", around: 220, 100)
      page.write("Changes", around: 355, 100)
      for (column, text) in ["2004", "2005", "Sum", "Rank"].enumerated() {
        page.write(text, endingAt: 240 + 70 * Double(column), 113)
      }
      page.write("Area", 100, 113)
      page.level(103, 180, 310)
      page.level(103, 320, 450)
    }
    #expect(table?.cells.first { $0.text == "Fiscal year" }?.columns == 1..<3)
    #expect(table?.cells.first { $0.text == "Changes" }?.columns == 3..<5)
  }
}
