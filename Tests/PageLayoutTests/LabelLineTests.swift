import ConverterCore
import PageLayout
import Testing

/// Labels of several lines, told from rows of their own by the white around them.
@Suite struct LabelLineTests {
  private let labels = [
    ["University of Alder", "Falls"], ["Boone"], ["Carver Regional", "Health District"], ["Dell"],
    ["Tribes of Elm", "County"],
    ["Fern"],
  ]

  /// Labels whose lines stand 11 points apart, with three figures beside their first or last lines; then white.
  private func page(white: Double, figuresAtLast: Bool = false) -> SketchPage {
    var page = SketchPage()
    for (column, head) in ["Grant", "Loan", "Sum"].enumerated() {
      page.write(head, endingAt: 300 + 70 * Double(column), 100)
    }
    page.level(104, 100, 442)
    var y = 118.0
    for (row, lines) in labels.enumerated() {
      for (number, line) in lines.enumerated() { page.write(line, 100, y + 11 * Double(number)) }
      let beside = y + (figuresAtLast ? 11 * Double(lines.count - 1) : 0)
      for column in 0..<3 { page.write("\(row + 1),\(column)41", endingAt: 300 + 70 * Double(column), beside) }
      y += 11 * Double(lines.count) + white
    }
    return page
  }

  @Test(arguments: [false, true]) func `lines that white keeps together are of one label, whatever their first letters`(
    figuresAtLast: Bool
  ) {
    let cells = page(white: 6, figuresAtLast: figuresAtLast).tables.first?.cells ?? []
    #expect(
      cells.filter { $0.columns == 0..<1 && $0.rows.lowerBound > 0 }.map(\.text)
        == labels.map { $0.joined(separator: " ") })
    #expect(cells.filter { $0.columns == 1..<2 }.count == 7)
  }

  @Test func `words beside the second lines go on below the words of the first ones`() {
    var page = SketchPage()
    page.writeRows([["Programme", "Who may ask", "Where"]], from: 100)
    for y in [88.0, 104, 254] { page.level(y, 98, 480) }
    for row in 0..<4 {
      let y = 118 + 36 * Double(row)
      page.writeRows(
        [["Supplemental", "Those below 130 percent", "County"], ["Nutrition \(row)", "of $640 a month", "office"]],
        from: y)
    }
    #expect(page.tables.first?.rowCount == 5)
    #expect(page.tables.first?.cells.contains { $0.text == "Supplemental Nutrition 2" } == true)
  }

  @Test func `a line that runs over figures of the next row names a part`() {
    var page = SketchPage()
    for (column, head) in ["Mean", "Error", "Cases"].enumerated() {
      page.write(head, endingAt: 230 + 60 * Double(column), 100)
    }
    page.level(104, 100, 352)
    var y = 118.0
    for part in ["Panel A: Characteristics of households", "Panel B: Characteristics of villages"] {
      page.write(part, 100, y)
      for (row, label) in ["Household size", "Distance to road", "Years of school"].enumerated() {
        page.write(label, 100, y + 12 * Double(row + 1))
        for column in 0..<3 {
          page.write("\(row + 3).\(column)7", endingAt: 230 + 60 * Double(column), y + 12 * Double(row + 1))
        }
      }
      y += 48
    }
    page.level(y - 8, 100, 352)
    let cells = page.tables.first?.cells ?? []
    #expect(
      cells.filter { $0.text.hasPrefix("Panel") }.map(\.text) == [
        "Panel A: Characteristics of households", "Panel B: Characteristics of villages",
      ])
    #expect(cells.filter { $0.text == "Household size" }.map(\.columns) == [0..<1, 0..<1])
    #expect(cells.filter { $0.text == "3.07" }.count == 2)
  }

  @Test func `the name of the first part in bold below headings is none of them`() {
    var page = SketchPage()
    page.write("Unit No.", 100, 100, bold: true)
    page.write("Description", 150, 100, bold: true)
    for (column, head) in ["2008", "2009", "2010"].enumerated() {
      page.write(head, around: 260 + 70 * Double(column), 100, bold: true)
    }
    for (part, name) in ["Streets", "Parks and recreation grounds"].enumerated() {
      let y = 112 + 48 * Double(part)
      page.write(name, 100, y, bold: true)
      for row in 1...3 {
        page.write("\(part)7\(row)", 100, y + 12 * Double(row))
        page.write("Sedan", 150, y + 12 * Double(row))
        for column in 0..<3 {
          page.write("\(row)\(column),000", endingAt: 275 + 70 * Double(column), y + 12 * Double(row))
        }
      }
    }
    let cells = page.tables.first?.cells ?? []
    #expect(cells.first { $0.text.hasPrefix("Streets") }?.rows == 1..<2)
    #expect(cells.first { $0.text == "Unit No." }?.rows == 0..<1)
  }

  @Test(arguments: ["none", ""]) func `a row without figures close below another is one of its own`(remark: String) {
    var page = SketchPage()
    for (column, head) in ["Staff", "Budget", "Spent"].enumerated() {
      page.write(head, endingAt: 290 + 70 * Double(column), 100)
    }
    page.level(104, 100, 432)
    var y = 118.0
    for part in ["North", "South", "West"] {
      for row in 1...3 {
        page.write("\(part) office \(row)", 100, y)
        for column in 0..<3 { page.write("\(row)\(column)7", endingAt: 290 + 70 * Double(column), y) }
        y += 18
      }
      page.write("Closed offices", 100, y - (remark.isEmpty ? 4 : 6))
      if !remark.isEmpty { page.write(remark, endingAt: 290, y - 6) }
      y += 14
    }
    let labels = page.tables.first?.cells.filter { $0.columns == 0..<1 }.map(\.text) ?? []
    #expect(labels.filter { $0 == "Closed offices" }.count == 3)
    #expect(labels.contains("South office 3"))
  }

  @Test func `a long first line that ends open is no name of a part`() {
    var page = SketchPage()
    for (column, head) in ["2009", "2010"].enumerated() { page.write(head, endingAt: 290 + 60 * Double(column), 100) }
    page.level(104, 100, 352)
    let rows = [
      ("Fund for the harbor", "12,000"), ("Development and", "75,000"), ("Savings bank", "4,100"),
      ("Rural bank", "3,300"),
    ]
    page.write("European and Asian Bank for Reconstruction and", 100, 130)
    for (row, line) in rows.enumerated() {
      let y = 118 + 12 * Double(row) + (row > 0 ? 12 : 0)
      page.write(row == 1 ? "Development" : line.0, 100, y)
      for column in 0..<2 { page.write(line.1, endingAt: 290 + 60 * Double(column), y) }
    }
    page.level(170, 100, 352)
    let cells = page.tables.first?.cells ?? []
    #expect(!cells.contains { $0.text == "European and Asian Bank for Reconstruction and" })
  }
}
