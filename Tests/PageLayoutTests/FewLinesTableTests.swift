import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// Tables with a few level lines, and with headings off their columns.
@Suite struct FewLinesTableTests {
  @Test func `headings above the first of the lines below each row belong to the table`() {
    var page = SketchPage()
    page.writeRows([["Country", "Count", "Share"]], from: 100)
    page.writeRows([["Austria", "109", "0.9"]], from: 117)
    page.writeRows([["Germany", "1,230", "12.4"]], from: 134)
    for y in [105.0, 122, 139] { page.level(y, 98, 402) }
    #expect(
      shape(page.tables.first)
        == shape(Table("Country | Count | Share\nAustria | 109 | 0.9\nGermany | 1,230 | 12.4")))
  }

  @Test func `headings share out the columns below them, also off the middle of figures set right`() {
    var page = SketchPage()
    // Cells of 100 points; figures take but 15 of them at the right, headings stand in the middle of two cells.
    for (x, text) in [(300.0, "2008"), (500, "2009")] { page.write(text, around: x, 100) }
    page.writeRows(
      [["Place", "Men", "All", "Men", "All"], ["Vale", "11", "12", "23", "14"], ["Moor", "21", "22", "43", "24"]],
      from: 114)
    let spans = page.tables.first?.cells.filter { $0.columns.count > 1 } ?? []
    #expect(spans.map { "\($0.columns) \($0.text)" } == ["1..<3 2008", "3..<5 2009"])
  }

  @Test func `a unit in brackets stays with its heading although it begins with a figure`() {
    var page = SketchPage()
    page.writeRows(
      [["Crop", "", ""], ["Wheat", "109", "0.9"], ["Barley", "1,230", "12.4"]], from: 100)
    page.write("Area (1 000 ha)", 235, 100)
    page.write("Share", endingAt: 400, 100)
    #expect(
      shape(page.tables.first)
        == shape(Table("Crop | Area (1 000 ha) | Share\nWheat | 109 | 0.9\nBarley | 1,230 | 12.4")))
  }

  @Test(arguments: [145.0, 215]) func `a heading in a broad column of labels set left is theirs`(x: Double) {
    var page = SketchPage()
    page.writeRows([["", "2009", "2010"], ["Greece", "109", "0.9"], ["Spain", "1,230", "12.4"]], from: 100)
    page.write("Place", x, 100)
    #expect(shape(page.tables.first) == shape(Table("Place | 2009 | 2010\nGreece | 109 | 0.9\nSpain | 1,230 | 12.4")))
  }

  @Test(arguments: [true, false]) func `a head that repeats below a title begins a table of its own`(isTitled: Bool) {
    var page = SketchPage()
    for table in 0..<3 {
      let y = 100 + 84 * Double(table)
      if isTitled { page.write(["Trees", "Timber", "Stocks"][table], around: 250, y) }
      page.writeRows(
        [
          ["Region", "2007", "2008"], ["North", "32,93\(table)", "98,322"], ["South", "24,83\(table)", "73,070"],
          ["West", "54,32\(table)", "57,658"],
        ], from: y + 18)
    }
    #expect(page.tables.map(\.rowCount) == (isTitled ? [4, 4, 4] : [12]))
  }

  @Test func `a row of tables and boxes is no caption`() {
    var page = SketchPage()
    let rows = [
      ["Item", "2015", "2016"], ["Table", "2,15", "4,30"], ["Chair", "80,10", "90,20"], ["Box", "12", "14"],
    ]
    page.writeRows(rows + [["Bench", "92,00", "104,00"]], from: 100)
    #expect(page.tables.map(\.rowTexts) == [rows + [["Bench", "92,00", "104,00"]]])
  }

  @Test func `a blank row does not end a table whose figures go on below each other`() {
    var page = SketchPage()
    let rows = [["Rent", "80", "90"], ["Heat", "12", "14"], ["Sum", "92", "104"]]
    page.writeRows([["Item", "2015", "2016"]] + rows, from: 100)
    page.writeRows(rows, from: 184)
    #expect(page.tables.map(\.rowCount) == [7])
  }

  @Test func `tables side by side at the end of a page are two by the lines about their heads`() {
    var page = SketchPage()
    for (x, name) in [(60.0, "Vale"), (340, "Moor")] {
      for y in [98.0, 116] { page.level(y, x, x + 200) }
      for (row, line) in [["Town", "2009", "2010"], [name, "11", "12"], ["Bay", "21", "22"]].enumerated() {
        let y = 110 + 16 * Double(row)
        page.write(line[0], x + 2, y)
        page.write(line[1], endingAt: x + 130, y)
        page.write(line[2], endingAt: x + 198, y)
      }
    }
    #expect(page.tables.map(\.columnCount) == [3, 3])
  }

  @Test(arguments: [0, 1, 2]) func `rows around lines that part groups of rows belong to the table`(lines: Int) {
    var page = SketchPage()
    let rows = (0..<12).map { ["Ward \($0 + 10)", "\(100 + 7 * $0)", "\(20 + $0).5"] }
    page.writeRows(rows, from: 100)
    // The page shows the middle of a table with a line after every fourth row.
    for line in 0...lines { page.level(100 + 14 * 4 * Double(line) + 45, 98, 402) }
    #expect(page.tables.map(\.rowCount) == [12])
  }

  @Test func `prose below the last line stays prose`() {
    var page = SketchPage()
    page.writeRows([["Town", "2009", "2010"], ["Vale", "11", "12"], ["Moor", "21", "22"]], from: 100)
    for y in [90.0, 104, 132] { page.level(y, 98, 402) }
    page.write("Both towns were asked in spring; 21 answered late, and", 100, 144)
    page.write("nobody knows why 22 more did not answer at all then.", 100, 156)
    #expect(page.tables.map(\.rowCount) == [3])
  }

  @Test(arguments: [true, false]) func `numbers of articles before names and prices are no list`(isRuled: Bool) {
    var page = SketchPage()
    page.write("Table 1. Fees", 60, 80)
    for (row, name) in ["Passport", "Permit to fish", "Copy of a map", "Search"].enumerated() {
      let y = 114 + 14 * Double(row)
      page.write("2.\(row + 1)", 60, y)
      page.write(name, 110, y)
      page.write("each", 240, y)
      page.write("\(12 + 9 * row).50", endingAt: 360, y)
    }
    for (x, name) in [(60.0, "No."), (110, "Service"), (240, "Unit"), (330, "Price")] { page.write(name, x, 100) }
    if isRuled { for y in [90.0, 104, 160] { page.level(y, 58, 362) } }
    #expect(page.tables.map { [$0.rowCount, $0.columnCount] } == [[5, 4]])
  }

  @Test(arguments: [true, false]) func `words above the first line name columns where they are set otherwise`(
    _ isBold: Bool
  ) {
    var page = SketchPage()
    for (x, name) in [(60.0, "Region"), (180, "Office"), (300, "Status")] { page.write(name, x, 100, bold: isBold) }
    page.level(104, 58, 400)
    for (row, words) in ["East Boston Open", "South Atlanta Open", "West Denver Vacant"].enumerated() {
      for (column, word) in words.split(separator: " ").enumerated() {
        page.write(String(word), 60 + 120 * Double(column), 116 + 14 * Double(row))
      }
    }
    page.level(150, 58, 400)
    #expect(page.tables.map(\.rowCount) == [isBold ? 4 : 3])
  }

  @Test func `headings in the middle of broad columns stand above figures at the right of these`() {
    var page = SketchPage()
    page.write("The office reviewed the accounts of all districts for the year and found that", 60, 60)
    page.write("receipts were above the estimates.", 60, 72)
    for (x, name) in [(100.0, "Area"), (250, "Estimate"), (400, "Error")] { page.write(name, around: x, 98) }
    for (row, name) in ["Alder", "Boone", "Carver", "Dell"].enumerated() {
      page.write(name, 60, 112 + 14 * Double(row))
      page.write("\(row + 1)0,1\(row)4", endingAt: 320, 112 + 14 * Double(row))
      page.write("\(row + 3)7", endingAt: 470, 112 + 14 * Double(row))
      page.level(116 + 14 * Double(row), 58, 472)
    }
    #expect(page.tables.map { [$0.rowCount, $0.columnCount] } == [[5, 3]])
    #expect(page.tables.first?.cells.prefix(3).map(\.text) == ["Area", "Estimate", "Error"])
  }

  @Test func `a line below each row makes no head of the first row of codes, names and amounts`() {
    var page = SketchPage()
    page.write("The office reviewed the accounts of all districts for the year and found that", 60, 60)
    page.write("receipts were above those that had been stated in the plan of the year before it", 60, 72)
    page.write("had been approved.", 60, 84)
    for (x, name) in [(80.0, "Code"), (180, "Title"), (300, "Agency"), (440, "Amount")] {
      page.write(name, around: x, 98)
    }
    for (row, name) in ["Meals", "Roads", "Wells", "Schools"].enumerated() {
      page.write("1\(row).72\(row)", 64, 112 + 14 * Double(row))
      page.write(name, 150, 112 + 14 * Double(row))
      page.write(["USDA", "DOT", "EPA", "ED"][row], around: 300, 112 + 14 * Double(row))
      page.write("$2\(row),872", endingAt: 470, 112 + 14 * Double(row))
      page.level(116 + 14 * Double(row), 58, 472)
    }
    #expect(page.tables.map { [$0.rowCount, $0.columnCount] } == [[5, 4]])
    #expect(page.tables.first?.cells.prefix(4).map(\.text) == ["Code", "Title", "Agency", "Amount"])
  }
}
