import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// Labels of rows, headings of rows and names of parts in tables without lines between rows.
@Suite struct RowLabelTests {
  private func labels(_ page: SketchPage) -> [String] {
    page.tables.first?.cells.filter { $0.columns.lowerBound == 0 && !$0.text.isEmpty }.map(\.text) ?? []
  }

  @Test(arguments: ["", ":"]) func `a heading flush with its rows is no line of theirs`(end: String) {
    var page = SketchPage()
    page.writeRows(
      [
        ["Item", "2008", "2007"], ["Interest income\(end)"], ["Loans, with fees", "48,212", "51,004"],
        ["Total interest income", "54,542", "58,050"], ["Interest expense\(end)"], ["Deposits", "18,004", "22,310"],
        ["Total interest expense", "20,875", "25,315"],
      ], from: 100)
    #expect(
      labels(page) == [
        "Item", "Interest income\(end)", "Loans, with fees", "Total interest income", "Interest expense\(end)",
        "Deposits", "Total interest expense",
      ])
  }

  @Test func `a heading over codes and names is no line of the first name`() {
    var page = SketchPage()
    let rows = [
      ["Code", "Name", "2008", "2007"], ["Board of Harbors and of all their Keepers"],
      ["6168", "Office of the board", "48,212", "51,004"], ["3018", "Parks and recreation", "6,118", "5,902"],
      ["8237", "Fire marshal", "4,118", "3,902"],
    ]
    for (row, line) in rows.enumerated() {
      for (column, text) in line.enumerated() {
        let y = 100 + 14 * Double(row)
        if column < 2 {
          page.write(text, 100 + 50 * Double(column), y)
        } else {
          page.write(text, endingAt: 200 + 100 * Double(column), y)
        }
      }
    }
    #expect(page.tables.first?.cells.first { $0.text == rows[1][0] }?.rows == 1..<2)
  }

  /// Writes rows below headings that begin where their labels do, the second of which reaches almost to the figures.
  private func headed(by headings: [String]) -> [String] {
    let last = ["Repair of boats", "Fees", "Salaries of all", "Dues"]
    let rows = headings.indices.flatMap { part in
      [
        [headings[part]], [last[part], "48,212", "51,004"], ["Travel", "54,542", "58,050"],
      ]
    }
    var page = SketchPage()
    page.writeRows([["Item", "2008", "2007"]] + rows, from: 100)
    return labels(page)
  }

  @Test func `a heading flush with its rows may be as long as their labels where others are short`() {
    let headings = ["Harbor programs", "Programs run by the other boards", "Others"]
    #expect(headed(by: headings).filter(headings.contains) == headings)
  }

  @Test func `labels that all are full go on below`() {
    let first = ["Programs run by some of the boards", "Programs run by the other boards"]
    #expect(headed(by: first).filter(first.contains).isEmpty)
  }

  @Test func `a long label goes on with a capital letter`() {
    var page = SketchPage()
    page.writeWrappedLabel("Fees paid to the United", "Nations")
    #expect(labels(page) == ["Item", "Rent", "Fees paid to the United Nations", "Heat of all the offices"])
  }

  @Test func `names of parts in the middle of the figures span their columns and are no header`() {
    var page = SketchPage()
    page.level(86, 100, 600)
    page.writeRows([["Item", "2005", "2006", "2007"]], from: 100)
    page.level(104, 100, 600)
    for (part, name) in ["Million head", "Dollars per cwt"].enumerated() {
      page.write(name, around: 388, 118 + 42 * Double(part))
      page.writeRows(
        [["Stocks", "2,301", "1,133", "4,279"], ["Imports", "8,093", "564", "6,486"]], from: 132 + 42 * Double(part))
    }
    page.level(192, 100, 600)
    let table = page.tables.first
    #expect(table?.headerRowCount == 1)
    #expect(table?.cells.first { $0.text == "Million head" }?.columns == 1..<4)
    #expect(table?.cells.first { $0.text == "Dollars per cwt" }?.columns == 1..<4)
  }

  @Test(arguments: [("Part 2: Rents", 6), ("Part 2: Rents and what the board of harbors", 5)])
  func `headings in the middle below each other are two where the upper one had room`(upper: String, rows: Int) {
    var page = SketchPage()
    page.writeRows(
      [["Item", "2005", "2006", "2007"], ["Dues", "2,301", "1,133", "4,279"], ["Tolls", "8,093", "564", "6,486"]],
      from: 100)
    page.write(upper, around: 300, 142)
    page.write("Leases of piers but for those of boats", around: 300, 156)
    page.writeRows([["Stores", "2,301", "1,133", "4,279"]], from: 170)
    #expect(page.tables.map(\.rowCount) == [rows])
  }

  @Test func `larger rows below a smaller head are its body`() {
    var page = SketchPage()
    for (column, year) in ["2008", "2007"].enumerated() {
      page.write(year, endingAt: 300 + 100 * Double(column), 100, size: 8)
    }
    page.writeRows([["Revenue"], ["Taxes", "48,212", "51,004"], ["Fees", "6,118", "5,902"]], from: 114)
    #expect(page.tables.first?.headerRowCount == 1)
    #expect(page.tables.first?.rowCount == 4)
  }

  @Test func `a line of a unit above a head is that of all figures`() {
    var page = SketchPage()
    page.write("Table 3. Outlays by function", 100, 80)
    page.write("(In billions of dollars)", around: 330, 94)
    page.writeRows(
      [["Year", "Defense", "Health"], ["2003", "300.0", "340.0"], ["2004", "317.1", "357.1"]], from: 110)
    #expect(page.tables.first?.unit == "billions of dollars")
    #expect(page.tables.first?.headerRowCount == 1)
  }

  @Test func `scales in brackets below names of columns are of the head`() {
    var page = SketchPage()
    page.writeRows([["", "Persons", "Turnover"]], from: 100)
    page.writeRows(
      [["", "(1 000)", "(EUR million)"], ["Mining", "20", "208"], ["Building", "285", "1 380"]], from: 111)
    #expect(page.tables.first?.cells.prefix(3).map(\.text) == ["", "Persons (1 000)", "Turnover (EUR million)"])
    #expect(page.tables.first?.headerRowCount == 1)
  }

  @Test func `the last row keeps the lines of its cells`() {
    var page = SketchPage()
    let rows = [
      ("1", "Train staff", "Personnel"), ("2", "Write procedures", "Finance"), ("3", "Assess the risk", "Security"),
    ]
    page.write("No.", 100, 100)
    page.write("Recommendation", 140, 100)
    page.write("Office", 300, 100)
    for (row, texts) in rows.enumerated() {
      page.write(texts.0, 100, 118 + 18 * Double(row))
      page.write(texts.1, 140, 118 + 18 * Double(row))
      page.write(texts.2, 300, 118 + 18 * Double(row))
    }
    page.write("of each office", 140, 165)
    #expect(page.tables.first?.cells.contains { $0.text == "Assess the risk of each office" } == true)
    #expect(page.texts.isEmpty)
  }

  @Test func `figures beside a label of two lines are rows of a ruled grid`() {
    var page = SketchPage()
    page.grid(xs: [90, 300, 400], ys: [86, 106, 190])
    page.write("Commodity", 100, 100)
    page.write("Parts", endingAt: 390, 100)
    for (row, label) in ["Apple", "Beet", "Corn, sweet, kernel and", "cob", "Grape"].enumerated() {
      page.write(label, 100, 120 + 14 * Double(row))
    }
    for (row, figure) in ["0.05", "0.10", "0.05", "", "1.0"].enumerated() where !figure.isEmpty {
      page.write(figure, endingAt: 390, 120 + 14 * Double(row))
    }
    #expect(
      shape(page.tables.first)
        == shape(
          Table("Commodity | Parts\nApple | 0.05\nBeet | 0.10\nCorn, sweet, kernel and cob | 0.05\nGrape | 1.0")))
  }

  // MARK: Names of groups between lines

  private static let measures = [
    ["Deaths per million", "1.26", "1.15"], ["Trucks", ".156", ".123"], ["Injuries", "12", "14"],
    ["Good roads", "57", "58"], ["Age of buses", "8.1", "8.0"], ["Lapses of air", "2", "3"], ["Spills", "4", "9"],
  ]

  /// Rows of measures, lines between three groups of them, the names of these beside the given rows.
  private func groups(besideRows named: [Int]) -> SketchPage {
    var page = SketchPage()
    for y in [88.0, 104, 146, 174, 202] { page.level(y, 98, 402) }
    for (text, x) in [("Program", 100.0), ("Measure", 170)] { page.write(text, x, 100) }
    for (text, x) in [("2008", 300.0), ("2009", 400)] { page.write(text, endingAt: x, 100) }
    for (row, texts) in Self.measures.enumerated() {
      page.write(texts[0], 170, 115 + 14 * Double(row))
      for (column, text) in texts.dropFirst().enumerated() {
        page.write(text, endingAt: 300 + 100 * Double(column), 115 + 14 * Double(row))
      }
    }
    for (name, row) in zip(["Safety", "Mobility", "Air"], named) { page.write(name, 100, 115 + 14 * Double(row)) }
    return page
  }

  @Test(arguments: [[0, 3, 5], [2, 4, 6], [1, 3, 6]])
  func `names between lines are those of all rows there, wherever they stand`(named: [Int]) {
    let table = groups(besideRows: named).tables.first
    let names = table?.cells.filter { $0.columns == 0..<1 && $0.rows.lowerBound > 0 } ?? []
    #expect(names.map(\.text) == ["Safety", "Mobility", "Air"])
    #expect(names.map(\.rows) == [1..<4, 4..<6, 6..<8])
  }

  @Test func `rows keep right of the names of their groups where a frame stands around both`() {
    var page = groups(besideRows: [2, 4, 6])
    for (x, top) in [(98.0, 88.0), (265, 104), (330, 104), (402, 88)] { page.upright(x, top, 202) }
    let cells = page.tables.first?.cells ?? []
    #expect(cells.first { $0.text == "Safety" }?.rows == 1..<4)
    #expect(cells.first { $0.text == "Trucks" }?.columns == 1..<2)
  }

  @Test func `a sum between lines of its own has no name of a group`() {
    var page = groups(besideRows: [0, 3, 5])
    page.writeRows([["Sum of all measures", "84.516", "93.273"]], from: 213)
    page.level(218, 98, 402)
    let names = page.tables.first?.cells.filter { $0.columns.lowerBound == 0 && $0.rows.lowerBound > 0 } ?? []
    #expect(names.map(\.text) == ["Safety", "Mobility", "Air", "Sum of all measures"])
    #expect(names.map(\.rows) == [1..<4, 4..<6, 6..<8, 8..<9])
  }

  @Test func `captions in one line name the tables below them`() {
    var page = SketchPage()
    page.write("Table 1. Persons", 60, 90)
    page.write("Table 2. Ships", 360, 90)
    for (table, x) in [60.0, 360].enumerated() {
      for (row, texts) in [("Kind", "2006"), ("North \(table)", "412"), ("South", "143"), ("Total", "555")].enumerated()
      {
        page.write(texts.0, x, 106 + 14 * Double(row))
        page.write(texts.1, endingAt: x + 160, 106 + 14 * Double(row))
      }
    }
    #expect(page.tables.map(\.caption) == ["Table 1. Persons", "Table 2. Ships"])
  }

  @Test(arguments: [["A.", "B.", "C.", "D."], ["1.", "2.", "3.", "4."], ["I.", "II.", "III.", "IV."]])
  func `numbers off their labels make no column`(numbers: [String]) {
    var page = SketchPage()
    let names = ["Policy organs", "Direction of", "Programme of work", "Support"]
    page.writeRows([["Component", "2008", "2007"]], from: 100)
    var y = 118.0
    for (number, name) in zip(numbers, names) {
      let start = 106 + SketchPage.width(of: number, size: 10)
      page.write(number, 100, y)
      page.write(name, start, y)
      if name.hasSuffix("of") {
        y += 14
        page.write("management", start, y)
      }
      page.write("1,204", endingAt: 300, y)
      page.write("2,317", endingAt: 400, y)
      y += 14
    }
    page.level(86, 100, 400)
    page.level(104, 100, 400)
    page.level(y - 10, 100, 400)
    #expect(page.tables.first?.columnCount == 3)
    #expect(
      labels(page) == [
        "Component", "\(numbers[0]) Policy organs", "\(numbers[1]) Direction of management",
        "\(numbers[2]) Programme of work", "\(numbers[3]) Support",
      ])
  }

  @Test(arguments: [true, false])
  func `the name of the first part above a shaded row is no line of the head`(isRepeated: Bool) {
    var page = SketchPage()
    let rows = [
      ["Program", "2004", "2005"], ["Grants"], ["States", "4,707", "8,502"], ["Counties", "1,436", "1,174"],
      [isRepeated ? "Payments" : ""], ["Towns", "8,081", "1,797"], ["Schools", "6,328", "3,693"],
      ["Roads", "7,114", "2,850"], ["Wells", "1,905", "6,336"],
    ]
    for (number, row) in rows.enumerated() {
      let y = 100 + 14 * Double(number)
      if number >= 2, number.isMultiple(of: 2) {
        page.page.fills?.append(
          Fill(box: Rectangle(x0: 95, y0: y - 10, x1: 405, y1: y + 4), color: Color(red: 220, green: 230, blue: 240)))
      }
      page.write(row[0], 100, y, bold: row.count == 1 || number == 0)
      for (column, text) in row.enumerated().dropFirst() {
        let end = 200 + 100 * Double(column)
        page.write(text, end - SketchPage.width(of: text, size: 10), y, bold: number == 0)
      }
    }
    // Only further names show that it is none of the second line of a heading.
    #expect(labels(page).prefix(2) == (isRepeated ? ["Program", "Grants"] : ["Program Grants", "States"]))
  }
}
