import ConverterCore
import PageLayout
import Testing

/// Grids drawn around a part of their table: labels left of the frame, headings above it.
@Suite struct OutsideLabelTests {
  private let labels = ["Administration", "Field work", "Training", "Legal services", "Total"]

  /// Rows of figures in cells 60 points wide and 14 high from 200 on, five of them below `y`, with `heads` in a first row if any.
  private func page(_ heads: [String] = [], below y: Double) -> SketchPage {
    var page = SketchPage()
    for (column, head) in heads.enumerated() { page.write(head, around: 230 + 60 * Double(column), y + 10) }
    let first = heads.isEmpty ? 0 : 1
    for row in 0..<5 {
      for column in 0..<3 {
        page.write(
          "\(row + 1)\(column),\(104 + row * column)", endingAt: 256 + 60 * Double(column),
          y + 10 + 14 * Double(row + first))
      }
    }
    page.grid(
      xs: (0...3).map { 200 + 60 * Double($0) }, ys: (0...5 + first).map { y + 14 * Double($0) })
    return page
  }

  @Test func `labels left of the frame are the first column`() {
    var page = page(["2004", "2005", "2006"], below: 100)
    page.write("Table 5. Money by activity", 100, 88)
    page.write("Activity", 100, 110)
    for (row, label) in labels.enumerated() { page.write(label, 100, 124 + 14 * Double(row)) }
    #expect(page.tables.map(\.columnCount) == [4])
    #expect(page.tables.first?.rowTexts.first == ["Activity", "2004", "2005", "2006"])
    #expect(page.tables.first?.rowTexts.map { $0.first } == ["Activity"] + labels)
  }

  @Test func `headings above the frame are the head, in their storeys`() {
    var page = page(below: 120)
    page.write("Table 5. Money by activity", 100, 88)
    page.write("Outlays", around: 320, 104)
    page.write("Activity", 100, 116)
    for (column, head) in ["Staff", "2005", "2006"].enumerated() {
      page.write(head, around: 230 + 60 * Double(column), 116)
    }
    for (row, label) in labels.enumerated() { page.write(label, 100, 130 + 14 * Double(row)) }
    let cells = page.tables.first?.cells ?? []
    #expect(page.tables.map(\.columnCount) == [4])
    #expect(page.tables.map(\.rowCount) == [7])
    #expect(cells.filter { $0.text == "Outlays" }.map(\.columns) == [2..<4])
    #expect(cells.filter { $0.text == "Total" }.map(\.rows) == [6..<7])
  }

  @Test(arguments: [0, 2]) func `text beside some rows alone is no column of labels`(row: Int) {
    var page = page(["2004", "2005", "2006"], below: 100)
    for (number, label) in labels.enumerated() where number != row { page.write(label, 100, 124 + 14 * Double(number)) }
    #expect(page.tables.map(\.columnCount) == [3])
  }

  @Test func `text beside the lines of rows is no column of labels`() {
    var page = page(["2004", "2005", "2006"], below: 100)
    for (number, label) in labels.enumerated() { page.write(label, 100, 119 + 14 * Double(number)) }
    #expect(page.tables.map(\.columnCount) == [3])
  }

  @Test func `numbers of lines are no labels`() {
    var page = page(["2004", "2005", "2006"], below: 100)
    for number in 0..<6 { page.write("\(number + 4)", 170, 110 + 14 * Double(number)) }
    #expect(page.tables.map(\.columnCount) == [3])
  }

  @Test func `a title above a frame is no head`() {
    var page = page(below: 120)
    page.write("Money by activity", 200, 116)
    page.write("Dollars", endingAt: 380, 116)
    #expect(page.tables.map(\.rowCount) == [5])
  }

  @Test func `a column of prose that goes on above and below a frame is none of labels`() {
    var page = page(["2004", "2005", "2006"], below: 100)
    for line in 0..<9 { page.write("the fees of north\(line)", 100, 96 + 14 * Double(line)) }
    #expect(page.tables.map(\.columnCount) == [3])
  }

  @Test func `particulars above a frame are no head`() {
    var page = page(below: 120)
    for (column, text) in ["Dept: Ports", "By: Alder", "Day: 3 May"].enumerated() {
      page.write(text, around: 230 + 60 * Double(column), 116, size: 8)
    }
    #expect(page.tables.map(\.rowCount) == [5])
  }

  @Test func `text left of a frame with labels in it is no column`() {
    var page = SketchPage()
    for (row, label) in labels.enumerated() {
      let y = 110 + 14 * Double(row)
      page.write(["Harbor Office", "12 Main Street", "Alder Point", "Mail desk", "Second floor"][row], 100, y)
      page.write(label, 204, y)
      for column in 0..<2 { page.write("\(row + 1),\(104 + row)", endingAt: 356 + 60 * Double(column), y) }
    }
    page.grid(xs: [200, 300, 360, 420], ys: (0...5).map { 100 + 14 * Double($0) })
    #expect(page.tables.map(\.columnCount) == [3])
  }
}
