import ConverterCore
import PageLayout
import Testing

/// What stands right above the head of a table without being one of its storeys.
@Suite struct LinesAboveHeadTests {
  /// A bold head at 114 and rows of figures, with what `above` writes into the line at 102.
  private func page(lines: Bool, bold: Bool = true, above: (inout SketchPage) -> Void) -> SketchPage {
    var page = SketchPage()
    above(&page)
    page.write("Crop", 100, 114, bold: bold)
    for (column, name) in ["2002", "2003", "2004"].enumerated() {
      page.write(name, around: 285 + 100 * Double(column), 114, bold: bold)
    }
    let labels = ["Corn", "Rice", "Oats", "Beans"]
    page.writeRows(labels.enumerated().map { [$1, "4\($0),763", "5\($0),206", "6\($0),010"] }, from: 128)
    if lines { for row in 0..<5 { page.level(117 + 14 * Double(row), 100, 500) } }
    return page
  }

  private func firstRow(_ page: SketchPage) -> [String] {
    (page.tables.first?.cells ?? []).filter { $0.rows.lowerBound == 0 }.map(\.text)
  }

  private let head = ["Crop", "2002", "2003", "2004"]

  @Test(arguments: [true, false]) func `a unit at the right edge of a bold head is none of its lines`(lines: Bool) {
    let page = page(lines: lines) { $0.write("1,000 acres", endingAt: 500, 102) }
    #expect(firstRow(page) == head)
    #expect(page.texts.contains("1,000 acres"))
  }

  @Test(arguments: [true, false]) func `a date and a page number at both edges of a head are none of it`(lines: Bool) {
    let page = page(lines: lines) { page in
      page.write("Run date: 10/12/2005", 100, 102)
      page.write("Page 14", endingAt: 500, 102)
    }
    #expect(firstRow(page) == head)
    #expect(page.texts.joined(separator: " ").contains("Run date: 10/12/2005"))
  }

  @Test(arguments: ["Page 3 of 41", "Printed 10/12/2005", "continued"])
  func `what no heading says is none of the head in its font`(right: String) {
    let both = page(lines: false, bold: false) { page in
      page.write("Report A-14", 100, 99)
      page.write(right, endingAt: 500, 99)
    }
    #expect(firstRow(both) == head)
    let alone = page(lines: false, bold: false) { $0.write(right, endingAt: 500, 99) }
    #expect(firstRow(alone) == head)
  }

  @Test func `a day in the font of the head is of its heading`() {
    let page = page(lines: false, bold: false) { $0.write("June 30,", around: 485, 102) }
    #expect(firstRow(page).last == "June 30, 2004")
  }

  @Test(arguments: [true, false]) func `who prepared a table, with its unit, is none of its head`(lines: Bool) {
    let page = page(lines: lines) { page in
      page.write("编制单位：青溪县林业局", 100, 102)
      page.write("单位：万元", endingAt: 500, 102)
    }
    #expect(firstRow(page) == head)
  }

  @Test func `a line in the font of the head is one of it`() {
    let page = page(lines: false, bold: false) { $0.write("Acres in", around: 485, 102) }
    #expect(firstRow(page).last == "Acres in 2004")
  }

  @Test func `a line above two headings is one of the head`() {
    let page = page(lines: false) { $0.write("Results of a survey", around: 435, 102) }
    #expect(page.tables.first?.cells.first?.rows.lowerBound == 0)
    #expect(page.tables.first?.cells.contains { $0.text.hasPrefix("Results") } == true)
  }

  @Test func `the heading of a group keeps its unit, and the first line of a heading its place, whatever their fonts`()
  {
    let group = page(lines: true) { page in
      page.write("Region", 100, 102)
      page.write("Output (Unit: tons)", around: 385, 102)
    }
    #expect(group.tables.first?.cells.contains { $0.text == "Output (Unit: tons)" } == true)
    let heading = page(lines: false) { $0.write("Percent of", around: 485, 102) }
    #expect(firstRow(heading).last == "Percent of 2004")
  }
}
