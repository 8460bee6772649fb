import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// How statistical offices, auditors and regulators set tables.
@Suite struct AgencyTableTests {
  @Test(arguments: ["Men", "2002"]) func `the name of a part below the line that ends the head is a row`(name: String) {
    var page = SketchPage()
    page.writeRows([["Region", "Staff", "Share", "Rate"], []], from: 100)
    page.writeRows([["North", "1,109", "10.9", "7.1"], ["South", "1,230", "12.4", "8.2"]], from: 128)
    page.write(name, around: 300, 114)
    for y in [90.0, 104, 146] { page.level(y, 98, 502) }
    let table = page.tables.first
    #expect(table?.rowCount == 4)
    #expect(table?.cells.filter { $0.columns.count == 4 }.map { "\($0.rows) \($0.text)" } == ["1..<2 \(name)"])
  }

  @Test func `years in two lines in the middle of their columns stand over figures at the right of these`() {
    var page = SketchPage()
    for (column, middle) in [255.0, 355, 455].enumerated() {
      page.write("\(1980 + 5 * column)–", around: middle, 100)
      page.write("\(85 + 5 * column)", around: middle, 112)
    }
    page.write("State", 100, 112)
    page.writeRows(
      [
        ["Vale", "1.9", "0.9", "2.7"], ["Moor", "2.3", "1.4", "3.8"], ["Bay", "3.1", "2.2", "1.9"],
        ["Ford", "1.2", "4.4", "0.8"],
      ],
      from: 130)
    for y in [88.0, 118, 178] { page.level(y, 98, 502) }
    #expect(
      shape(page.tables.first)
        == shape(
          Table(
            "State | 1980– 85 | 1985– 90 | 1990– 95\nVale | 1.9 | 0.9 | 2.7\nMoor | 2.3 | 1.4 | 3.8\nBay | 3.1 | 2.2 | 1.9\nFord | 1.2 | 4.4 | 0.8"
          )))
  }

  @Test func `numbers of columns in the middle make no columns of their own`() {
    var page = SketchPage()
    page.writeRows([["Crop", "Planted", "Sold", "Stored"]], from: 100)
    page.write("1", 100, 114)
    for (column, middle) in [245.0, 345, 445].enumerated() { page.write("\(column + 2)", around: middle, 114) }
    page.writeRows(
      [["Rye", "109", "309", "27"], ["Oats", "123", "124", "38"], ["Millet", "31", "22", "19"]], from: 128)
    #expect(page.tables.map(\.columnCount) == [4])
  }

  @Test func `a heading that begins left of its figures keeps its column beside another`() {
    var page = SketchPage()
    page.write("Average", around: 262, 100)
    page.write("Part-time", around: 345, 100)
    page.write("age", around: 262, 112)
    page.write("for full reasons", around: 345, 112)
    page.writeRows([["Vale", "12,345", "309"], ["Moor", "20,412", "124"], ["Bay", "31,922", "224"]], from: 130)
    for y in [90.0, 117, 163] { page.level(y, 98, 402) }
    #expect(
      page.tables.first?.cells.filter { $0.rows.lowerBound == 0 }.map(\.text)
        == ["", "Average age", "Part-time for full reasons"])
  }

  @Test func `rules above and below sums hold no table of their own`() {
    var page = SketchPage()
    page.writeRows(
      [
        ["Item", "2005", "2006"], ["Rent", "80", "90"], ["Heat", "12", "14"], ["Sum", "92", "104"],
        ["Fees", "31", "35"], ["All", "61", "69"],
      ],
      from: 100)
    for y in [132.0, 146, 160, 174] { page.level(y, 270, 410) }
    #expect(page.tables.map { [$0.rowCount, $0.columnCount] } == [[6, 3]])
  }

  @Test func `the first dot of a leader that touches its label is no full stop`() {
    var page = SketchPage()
    page.writeRows([["Item", "2005"], ["", "80"], ["", "12"], ["", "31"]], from: 100)
    for (row, label) in ["Rent", "Heat", "Fees"].enumerated() {
      let y = 114 + 14 * Double(row)
      page.write(label, 100, y)
      for dot in 0..<20 { page.write(".", 100 + SketchPage.width(of: label, size: 10) + 7 * Double(dot), y) }
    }
    #expect(shape(page.tables.first) == shape(Table("Item | 2005\nRent | 80\nHeat | 12\nFees | 31")))
  }

  @Test func `rules part the rows of a table of words that run on from line to line`() {
    var page = SketchPage()
    let rows = [
      [["Advice", "Answer"]],
      [["train all staff in the", "issued in the second"], ["regional offices", "half of last year"]],
      [
        ["keep lists of vehicles", "partly done, further"], ["and their mileage", "lists will follow in"],
        ["", "spring"],
      ],
      [["report costs of repairs", "no answer was given"], ["each quarter", "so far"]],
    ]
    var y = 100.0
    page.level(y - 10, 98, 352)
    for row in rows {
      for line in row {
        for (x, text) in zip([100.0, 230], line) where !text.isEmpty { page.write(text, x, y) }
        y += 12
      }
      page.level(y - 8, 98, 352)
      y += 4
    }
    #expect(page.tables.map { [$0.rowCount, $0.columnCount] } == [[4, 2]])
  }

  @Test(arguments: [true, false]) func `captions beside each other part tables whose rows stand at one height`(
    hasCaptions: Bool
  ) {
    var page = SketchPage()
    for (x, number, name) in [(60.0, 1, "Vale"), (320, 2, "Moor")] {
      if hasCaptions { page.write("Table \(number). Towns", x, 96) }
      for (row, line) in [["Town", "2009", "2010"], [name, "11", "12"], ["Bay", "21", "22"], ["Ford", "31", "42"]]
        .enumerated()
      {
        let y = 114 + 14 * Double(row)
        page.write(line[0], x, y)
        page.write(line[1], endingAt: x + 130, y)
        page.write(line[2], endingAt: x + 200, y)
      }
    }
    #expect(page.tables.map(\.columnCount) == (hasCaptions ? [3, 3] : [6]))
  }

  @Test func `boxes of a diagram with lines between them are no table`() {
    var page = SketchPage()
    page.box(250, 100, 350, 130)
    page.write("Director", around: 300, 118)
    page.upright(300, 130, 160)
    page.level(160, 100, 500)
    for (x, name) in [(100.0, "Surveys"), (300, "Methods"), (500, "Staff")] {
      page.upright(x, 160, 190)
      page.box(x - 50, 190, x + 50, 220)
      page.write(name, around: x, 208)
    }
    #expect(page.tables.isEmpty)
  }

  @Test func `figures beside the lines of a chart are no table`() {
    var page = SketchPage()
    for (x, y, text) in [
      (150.0, 100.0, "54.5"), (150, 114, "18.1"), (300, 114, "9.5"), (400, 114, "59.2"), (300, 100, "7.0"),
      (500, 128, "65.6"), (400, 128, "3.1"),
    ] {
      page.write(text, endingAt: x, y)
    }
    #expect(page.tables.isEmpty)
  }
}
