import ConverterCore
import PageLayout
import Testing

/// Labels of several lines, each with a capital first, whose figures stand beside the last one.
@Suite struct RunIntoTests {
  /// Writes labels without white between them, further lines set in by `indent`, dots behind the last one if they are `dotted`.
  private func labels(_ labels: [[String]], indent: Double, dotted: Bool = false) -> [String] {
    var page = SketchPage()
    page.writeRows([["Program", "2007", "2008"]], from: 100)
    page.level(104, 100, 400)
    var y = 116.0
    for (row, lines) in labels.enumerated() {
      for (number, line) in lines.enumerated() {
        let x = number == 0 ? 100 : 100 + indent
        let isLast = number + 1 == lines.count
        let dots =
          isLast && dotted ? " " + String(repeating: ".", count: max(4, 28 - line.count - Int(x - 100) / 5)) : ""
        page.write(line + dots, x, y)
        if isLast {
          page.write("\(row + 1),204", endingAt: 330, y)
          page.write("\(row + 2),317", endingAt: 400, y)
        }
        y += 12
      }
    }
    return page.tables.first?.cells.filter { $0.columns == 0..<1 && $0.rows.lowerBound > 0 }.map(\.text) ?? []
  }

  private let programs = [
    ["School Lunch"], ["Supplemental Nutrition of", "Women, Infants, and All", "Children"], ["Milk"],
    ["Assistance for the Needy", "Families"], ["Care and Health and Fun", "Block Grant"], ["Total"],
  ]

  @Test(arguments: [(0.0, false), (10, false), (10, true)]) func `full labels go on in the line of their figures`(
    indent: Double, dotted: Bool
  ) {
    #expect(labels(programs, indent: indent, dotted: dotted) == programs.map { $0.joined(separator: " ") })
  }

  @Test func `dots in the lines of all figures tell labels that are not full`() {
    let short = [
      ["School Lunch"], ["Low-Rent", "Housing"], ["Aid for the", "Needy"], ["Child Care", "Grant"], ["Total"],
    ]
    #expect(labels(short, indent: 10, dotted: true) == short.map { $0.joined(separator: " ") })
  }

  @Test func `headings of any length stand above rows of their own`() {
    let headed = [
      ["School"], ["Lunch"], ["Milk"], ["Women, Infants, and Children"], ["Milk"], ["Needy", "Lunch"], ["Fun", "Milk"],
      ["Health", "Milk"], ["Total"],
    ]
    #expect(labels(headed, indent: 10) == headed.flatMap(\.self))
    #expect(labels(headed, indent: 0) == headed.flatMap(\.self))
  }

  @Test func `headings of several rows set in keep these`() {
    let parts = [
      ["School Lunch and all Milk", "Lunch in the first Grades"], ["Milk"], ["Assistance for the Needy", "Families"],
      ["Others"], ["Total of all the Programs"],
    ]
    var page = SketchPage()
    page.writeRows([["Program", "2007", "2008"]], from: 100)
    page.level(104, 100, 400)
    var y = 116.0
    for (part, lines) in parts.enumerated() {
      for (number, line) in lines.enumerated() {
        // Rows of a part, the first of which stands right below its heading.
        page.write(line, number > 0 || part == 1 || part == 3 ? 110 : 100, y)
        if number + 1 == lines.count {
          page.write("\(part + 1),204", endingAt: 330, y)
          page.write("\(part + 2),317", endingAt: 400, y)
        }
        y += 12
      }
    }
    let found = page.tables.first?.cells.filter { $0.columns == 0..<1 && $0.rows.lowerBound > 0 }.map(\.text)
    #expect(found == parts.flatMap(\.self))
  }
}
