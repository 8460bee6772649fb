import ConverterCore
import PageLayout
import Testing

/// Charts and diagrams, whose names and figures stand in columns and are no table.
@Suite struct DrawingLookalikeTests {
  @Test(arguments: [true, false])
  func `figures at the ends of bars are a chart, in a column beside bars a table`(_ areAtEnds: Bool) {
    var page = SketchPage()
    for (row, name) in ["Alder", "Boone", "Cole", "Dunn", "Ewing", "Forest"].enumerated() {
      let (y, end) = (100 + 18 * Double(row), 190 + [0.0, 12, 5, 20, 9, 16][row])
      page.write(name, endingAt: 140, y)
      page.page.fills?.append(Fill(box: Rectangle(x0: 145, y0: y - 8, x1: end, y1: y + 1), color: .grey))
      page.write("\(10 + row).4", areAtEnds ? end + 5 : 240, y)
    }
    #expect(page.tables.isEmpty == areAtEnds)
  }

  @Test(arguments: [true, false]) func `names and scales of charts side by side are no table`(_ areFramed: Bool) {
    var page = SketchPage()
    for (column, town) in ["Alder", "Boone"].enumerated() {
      let x = 100 + 250 * Double(column)
      page.write(town, around: x + 90, 100)
      page.write("100", endingAt: x + 24, 118)
      page.write("80", endingAt: x + 24, 148)
      if areFramed { page.box(x + 30, 114, x + 150, 234) }
    }
    #expect(page.tables.isEmpty == areFramed)
  }

  @Test(arguments: [true, false])
  func `boxes that lines join are a diagram, boxes that touch a table`(_ areJoined: Bool) {
    var page = SketchPage()
    for (row, step) in ["Request", "Whole?", "Review", "Permit"].enumerated() {
      let y = 100 + (areJoined ? 40 : 20) * Double(row)
      page.box(100, y, 200, y + 20)
      page.write(step, 120, y + 14)
      if areJoined {
        if row < 3 { page.upright(150, y + 20, y + 40) }
        if row == 1 { page.level(y + 10, 200, 260) }
      } else {
        page.box(200, y, 260, y + 20)
      }
      if row == 1 || !areJoined { page.write("no", 225, y + (areJoined ? 8 : 14)) }
    }
    #expect(page.tables.isEmpty == areJoined)
  }
}

extension Color {
  fileprivate static let grey = Color(red: 150, green: 150, blue: 150)
}
