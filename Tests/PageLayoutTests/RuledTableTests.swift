import ConverterCore
import ConverterTesting
import PageLayout
import Testing

@Suite struct RuledTableTests {
  /// A grid of 2 × 3 fields of 100 × 20 points at (100, 100) with a letter in each.
  private func letters() -> SketchPage {
    var page = SketchPage()
    for (row, line) in ["abc", "def"].enumerated() {
      for (column, letter) in line.enumerated() {
        page.write(String(letter), 105 + 100 * Double(column), 114 + 20 * Double(row))
      }
    }
    return page
  }

  @Test func `a full grid gives a cell per field`() throws {
    var page = letters()
    page.grid(xs: [100, 200, 300, 400], ys: [100, 120, 140])
    let table = try #require(page.tables.first)
    #expect(shape(table) == shape(Table("a | b | c\nd | e | f")))
    #expect(table.cells[4].origin == Origin(.page(1, Rectangle(x0: 200, y0: 120, x1: 300, y1: 140)), .ruled))
  }

  @Test func `a missing piece of a line makes a span`() {
    var page = SketchPage()
    page.write("a", 105, 124)
    page.write("b", 205, 114)
    page.write("c", 205, 134)
    page.write("d", 305, 134)
    page.box(100, 100, 400, 140)
    page.level(120, 200, 400)
    page.upright(200, 100, 140)
    page.upright(300, 120, 140)
    #expect(shape(page.tables.first) == shape(Table("a | b | <\n^ | c | d")))
  }

  @Test func `boxes around each cell are one grid`() {
    var page = letters()
    for row in 0..<2 {
      for column in 0..<3 {
        let (x, y) = (100 + 100 * Double(column), 100 + 20 * Double(row))
        page.box(x + 0.3, y + 0.3, x + 99.7, y + 19.7)
      }
    }
    #expect(shape(page.tables.first) == shape(Table("a | b | c\nd | e | f")))
  }

  @Test func `signs set apart in drawn cells make no columns`() {
    var page = SketchPage()
    for row in 0..<4 {
      for x in [105.0, 205] {
        for (position, sign) in ["a", "$", "*"].enumerated() {
          page.write(sign, x + 12 * Double(position), 114 + 20 * Double(row))
        }
      }
    }
    page.grid(xs: [100, 200, 300], ys: [100, 120, 140, 160, 180])
    let row = "a $ * | a $ *"
    #expect(shape(page.tables.first) == shape(Table([row, row, row, row].joined(separator: "\n"))))
  }

  @Test func `open sides close by themselves`() {
    var page = letters()
    for y in [100.0, 120, 140] { page.level(y, 100, 400) }
    for x in [200.0, 300] { page.upright(x, 100, 140) }
    #expect(shape(page.tables.first) == shape(Table("a | b | c\nd | e | f")))
  }

  @Test func `double lines are one line, wide gaps between them no columns`() {
    var page = letters()
    page.grid(xs: [100, 102, 196, 204, 300, 400], ys: [100, 120, 122, 140])
    #expect(shape(page.tables.first) == shape(Table("a | b | c\nd | e | f")))
  }

  @Test func `white lines are none`() {
    var page = letters()
    page.grid(xs: [100, 200, 300, 400], ys: [100, 120, 140])
    page.page.rulings?.append(Ruling(axis: .upright, position: 250, start: 100, end: 140, color: .white))
    #expect(shape(page.tables.first) == shape(Table("a | b | c\nd | e | f")))
  }

  @Test func `a frame around text is no table`() {
    var page = SketchPage()
    page.write("A note in a box.", 105, 114)
    page.box(100, 100, 400, 120)
    #expect(page.tables == [])
    #expect(page.texts == ["A note in a box."])
  }

  @Test func `rows without lines between them are told by their figures`() throws {
    var page = SketchPage()
    page.grid(xs: [100, 200, 300], ys: [100, 120, 180])
    page.write("Country", 105, 114)
    page.write("Share", 205, 114)
    for (row, entry) in [("Austria", "2.3"), ("Belgium", "0.2"), ("Cyprus", "8.8")].enumerated() {
      page.write(entry.0, 105, 134 + 16 * Double(row))
      page.write(entry.1, 205, 134 + 16 * Double(row))
    }
    #expect(
      shape(page.tables.first) == shape(Table("Country | Share\nAustria | 2.3\nBelgium | 0.2\nCyprus | 8.8")))
  }

  @Test func `a chart with grid lines is no table`() {
    var page = SketchPage()
    page.grid(xs: [100, 200, 300, 400], ys: stride(from: 100, through: 300, by: 20).map { $0 })
    for row in 0..<5 { page.write("\(30 + row)", 140, 114 + 40 * Double(row)) }
    #expect(page.tables == [])
  }

  @Test func `100,000 lines end in bounded time`() {
    var page = SketchPage()
    for index in 0..<50_000 {
      page.level(Double(index % 700) + 0.01 * Double(index / 700), Double(index % 91), Double(index % 91) + 300)
      page.upright(Double(index % 500) + 0.01 * Double(index / 500), Double(index % 97), Double(index % 97) + 500)
    }
    #expect(page.tables.count <= 1)
  }

  @Test func `a grid inside of a cell is a table of that cell`() throws {
    var page = SketchPage()
    page.grid(xs: [50, 150, 400], ys: [100, 200, 230])
    page.write("Fees", 60, 120)
    page.write("as of this year:", 160, 115)
    page.grid(xs: [160, 250, 380], ys: [125, 145, 165])
    for (x, y, text) in [(165.0, 139.0, "Passport"), (260, 139, "12.50"), (165, 159, "Permit"), (260, 159, "9.00")] {
      page.write(text, x, y)
    }
    page.write("and no others.", 160, 185)
    page.write("Hours", 60, 220)
    page.write("8 to 12", 160, 220)
    let table = try #require(page.tables.first)
    #expect(page.tables.count == 1)
    #expect(shape(table) == shape(Table("Fees | as of this year:\\nand no others.\nHours | 8 to 12")))
    #expect(table.cells[1].blocks.count == 3)
    guard case .table(let inner)? = table.cells[1].blocks.dropFirst().first else {
      Issue.record("the second block is the inner table")
      return
    }
    #expect(shape(inner) == shape(Table("Passport | 12.50\nPermit | 9.00")))
    #expect(inner.origin.place == .page(1, Rectangle(x0: 160, y0: 125, x1: 380, y1: 165)))
    #expect(page.trace.page.findings.isEmpty)
  }

  @Test func `a frame around a grid is no table around it`() {
    var page = SketchPage()
    page.grid(xs: [50, 400], ys: [90, 300])
    page.grid(xs: [100, 200, 300], ys: [100, 120, 140])
    for (x, y, text) in [(105.0, 114.0, "a"), (205, 114, "b"), (105, 134, "c"), (205, 134, "d")] {
      page.write(text, x, y)
    }
    #expect(page.tables.map(shape) == [shape(Table("a | b\nc | d"))])
  }

  /// Boxes with two points of white between them.
  private func coloured(_ boxes: [(Double, Double, Double, Double)]) -> SketchPage {
    var page = SketchPage()
    page.page.fills = boxes.map { x0, y0, x1, y1 in
      Fill(
        box: Rectangle(x0: x0 + 1, y0: y0 + 1, x1: x1 - 1, y1: y1 - 1), color: Color(red: 250, green: 220, blue: 130))
    }
    return page
  }

  @Test func `cells that are coloured one by one are a grid`() {
    var page = coloured([
      (50, 100, 150, 120), (150, 100, 350, 120), (50, 120, 150, 160), (150, 120, 350, 160), (50, 160, 350, 180),
    ])
    for (x, y, text) in [
      (55.0, 114.0, "Cause"), (155, 114, "Sign"), (55, 134, "Low flow"), (155, 134, "The gauge stands still"),
      (155, 148, "and the bed is dry."), (55, 174, "Read each hour."),
    ] {
      page.write(text, x, y)
    }
    #expect(
      page.tables.map(shape) == [
        shape(Table("Cause | Sign\nLow flow | The gauge stands still and the bed is dry.\nRead each hour. | <"))
      ])
  }

  @Test func `coloured fields are not the whole table where rows go on in white`() {
    var page = coloured(
      (0..<6).flatMap { row in
        (0..<3).map { column in
          let (x, y) = (150 + 60 * Double(column), 120 + 20 * Double(row))
          return (x, y, x + 60, y + 20)
        }
      })
    for (column, head) in ["2006", "2007", "2008"].enumerated() {
      page.write(head, around: 180 + 60 * Double(column), 114)
    }
    for row in 0..<6 {
      page.write(["Alder", "Boone", "Carver", "Dell", "Elm", "Fern"][row], 60, 134 + 20 * Double(row))
      for column in 0..<3 {
        page.write("\(row)\(column)7", endingAt: 200 + 60 * Double(column), 134 + 20 * Double(row))
      }
    }
    #expect(page.tables.map { [$0.rowCount, $0.columnCount] } == [[7, 4]])
  }

  @Test func `bars with their figures are a chart`() {
    var page = SketchPage()
    for (row, end) in [180.0, 140, 260, 210].enumerated() {
      page.box(100, 100 + 30 * Double(row), end, 115 + 30 * Double(row))
      page.write("\(row + 3)1%", endingAt: end - 4, 112 + 30 * Double(row))
    }
    page.upright(100, 90, 220)
    #expect(page.tables.isEmpty)
  }
}
