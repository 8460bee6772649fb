import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// How budgets, courts, health offices and companies that report to regulators set tables.
@Suite struct FederalTableTests {
  @Test func `close dots behind labels of one length make no column`() {
    var page = SketchPage()
    page.writeRows([["Year", "Filed"], ["", "9,023"], ["", "5,910"], ["", "2,425"]], from: 100)
    for (row, year) in ["1998", "1999", "2000"].enumerated() {
      page.write(year, 100, 114 + 14 * Double(row))
      page.write(String(repeating: ".", count: 20), 125, 114 + 14 * Double(row))
    }
    #expect(shape(page.tables.first) == shape(Table("Year | Filed\n1998 | 9,023\n1999 | 5,910\n2000 | 2,425")))
  }

  @Test func `a year in a heading over several columns is part of it`() {
    var page = SketchPage()
    page.write("For all Years Ended December 31, by type", around: 345, 100)
    page.writeRows(
      [["Item", "Rent", "Heat", "Fees"], ["Vale", "109", "309", "27"], ["Moor", "123", "124", "38"]], from: 114)
    page.level(104, 245, 500)
    #expect(
      page.tables.first?.cells.map(\.text).contains("For all Years Ended December 31, by type") == true)
  }

  @Test func `places and amounts right of long names are no column of prose`() {
    var page = SketchPage()
    for (row, name) in [
      "Repair of the lock gates at the", "Wells for the towns of the", "Paving of the road to the old",
      "Bridges and culverts on route", "Dredging of the inner harbour", "Roofs of the three southern",
    ].enumerated() {
      let y = 130 + 30 * Double(row)
      page.write(name, 100, y)
      page.write("lower basin", 100, y + 12)
      page.write("Port Ellery, VA", 262, y)
      page.write("Under way", 400, y)
      page.write("$\(9 - row),263,664", endingAt: 520, y)
    }
    page.writeRows([["Project"]], from: 110)
    for (x, head) in [(262.0, "Place"), (400, "Status"), (470, "Amount")] { page.write(head, x, 110) }
    #expect(page.tables.map(\.columnCount) == [4])
  }

  @Test func `the last line of a paragraph is no heading of the table below`() {
    var page = SketchPage()
    page.write("The office has reviewed all of the claims that were received in the year and found", 60, 76)
    page.write("errors.", 60, 88)
    page.writeRows(
      [["", "2008", "2009"], ["Rent", "109", "309"], ["Heat", "123", "124"], ["Fees", "31", "22"]], from: 104)
    #expect(page.tables.first?.cells.first?.text == "")
    #expect(page.texts.joined().hasSuffix("errors."))
  }

  @Test func `the second line of the last label may be set in`() {
    var page = SketchPage()
    page.writeRows([["Item", "2008", "2009"], ["Rent", "109", "309"], ["Heat of the", "123", "124"]], from: 100)
    page.write("upper offices", 112, 140)
    #expect(page.tables.first?.cells.map(\.text).contains("Heat of the upper offices") == true)
  }

  @Test func `addresses in three columns are no table, a list of telephones is one`() {
    var page = SketchPage()
    for block in 0..<4 {
      for column in 0..<3 {
        for (line, text) in [
          "Alder Office", "1\(block) Wharf Street", "Holt, OR 9700\(column)", "(541) 555-01\(block)\(column)",
        ].enumerated() {
          page.write(text, 60 + 170 * Double(column), 100 + 60 * Double(block) + 12 * Double(line))
        }
      }
    }
    #expect(page.tables.isEmpty)
    var list = SketchPage()
    list.writeRows(
      [["Office", "Telephone", "Fax"]]
        + ["Alder", "Boone", "Carver"].map { [$0, "541-555-0112", "541-555-0119"] }, from: 100)
    #expect(list.tables.count == 1)
  }

  @Test func `a heading of two lines in the middle of two columns is one`() {
    var page = SketchPage()
    page.write("Temporary", around: 340, 100)
    page.write("visa", around: 340, 112)
    page.writeRows(
      [
        ["Field", "Men", "Women"], ["Law", "10,109", "11,309"], ["Arts", "12,123", "10,124"],
        ["Music", "3,122", "1,922"],
      ],
      from: 128)
    page.level(116, 250, 400)
    #expect(page.tables.first?.cells.filter { $0.columns.count == 2 }.map(\.text) == ["Temporary visa"])
  }

  @Test func `labels in the middle of a column of labels make none of their own`() {
    var page = SketchPage()
    page.writeRows([["", "Filed", "Closed"]], from: 100)
    for (row, label) in ["Total", "First", "Maine", "Ohio", "Second", "Iowa", "Utah"].enumerated() {
      let y = 114 + 14 * Double(row)
      if ["Total", "First", "Second"].contains(label) {
        page.write(label, around: 160, y)
      } else {
        page.write(label, 100, y)
      }
      page.write("1\(row),309", endingAt: 300, y)
      page.write("2\(row),124", endingAt: 400, y)
    }
    #expect(page.tables.map(\.columnCount) == [3])
  }
}

extension FederalTableTests {
  @Test func `words in the middle of all figures below full headings are the unit of all`() {
    var page = SketchPage()
    for (column, year) in ["2006", "2007", "2008", "2009"].enumerated() {
      page.write(year, around: 275 + 100 * Double(column), 100)
    }
    page.write("Deaths per 100,000 resident population", around: 425, 114)
    page.writeRows(
      [
        ["Vale", "10.9", "30.9", "2.7", "1.4"], ["Moor", "12.3", "12.4", "3.8", "2.9"],
        ["Bay", "31.2", "19.2", "1.1", "3.3"],
      ], from: 128)
    #expect(
      page.tables.first?.cells.filter { $0.columns.count == 4 }.map(\.text)
        == ["Deaths per 100,000 resident population"])
  }

  @Test func `numbers of rows do not hide that a year stands over the months below it`() {
    var page = SketchPage()
    page.write("2011", around: 330, 100)
    page.write("2012", around: 530, 100)
    for (column, month) in ["Aug", "Sep", "Oct", "Nov"].enumerated() {
      page.write(month, around: 280 + 100 * Double(column), 112)
    }
    for (row, label) in ["Loans", "Bonds", "Cash", "Notes"].enumerated() {
      let y = 130 + 14 * Double(row)
      page.write("\(row + 1)", endingAt: 98, y)
      page.write(label, 110, y)
      for column in 0..<4 { page.write("5\(row)7\(column).1", endingAt: 300 + 100 * Double(column), y) }
    }
    page.level(90, 90, 602)
    page.level(117, 90, 602)
    #expect(
      page.tables.first?.cells.filter { $0.columns.count == 2 && $0.rows.lowerBound == 0 }.map(\.text)
        .contains("2011") == true)
  }

  @Test(arguments: [("Table 8. Farms – Con.", 1), ("Table 9. Farms – Con.", 2), ("Table 8. Farms", 2)])
  func `a table whose caption says that it goes on does so behind a line that leads to its notes`(
    caption: String, count: Int
  ) throws {
    func page(_ number: Int, _ caption: String) -> SketchPage {
      var page = SketchPage(number: number)
      page.write(caption, 100, 80)
      page.writeRows(
        [["County", "2002", "1997"]]
          + (1...4).map { ["Vale \(number)\($0)", "1\(number),30\($0)", "2\(number),10\($0)"] },
        from: 100)
      for y in [90.0, 104, 160] { page.level(y, 98, 402) }
      return page
    }
    var first = page(1, "Table 8. Farms")
    first.write("See footnotes at end of table.", 100, 175, size: 7)
    let document = try PageAnalyzer().document(
      from: SketchSource(pages: [first.page, page(2, caption).page]), within: .standard)
    #expect(document.blocks.count { if case .table = $0 { true } else { false } } == count)
  }
}

extension FederalTableTests {
  @Test func `a label with a leader ends there`() {
    var page = SketchPage()
    page.writeRows([["Item", "2005", "2006"]], from: 100)
    for (row, label) in ["Rent", "Subtotal", "Reimbursable work", "Fees", "Heat"].enumerated() {
      let y = 112 + 12 * Double(row)
      page.write(label, 100, y)
      guard row != 2 else { continue }
      let start = 102 + SketchPage.width(of: label, size: 10)
      page.write(String(repeating: ".", count: Int((240 - start) / 5)), start, y)
      page.write("1\(row),309", endingAt: 300, y)
      page.write("2\(row),124", endingAt: 400, y)
    }
    #expect(page.tables.first?.rowCount == 6)
  }

  @Test func `amounts that rise behind leaders are no pages`() {
    var page = SketchPage()
    page.write("Year", 100, 100)
    page.write("Acres", endingAt: 300, 100)
    for (row, label) in ["1998", "1999", "2000", "2001"].enumerated() {
      page.write(label, 100, 114 + 14 * Double(row))
      page.write(String(repeating: ".", count: 20), 124, 114 + 14 * Double(row))
      page.write("\(row + 1)1,309", endingAt: 300, 114 + 14 * Double(row))
    }
    #expect(page.tables.count == 1)
  }

  @Test func `a heading that begins with a year is not parted from its column`() {
    var page = SketchPage()
    for (column, kind) in ["actual", "est."].enumerated() {
      page.write("200\(4 + column) \(kind)", endingAt: 302 + 60 * Double(column), 100)
    }
    page.write("Code 75", 100, 100)
    for (row, label) in ["Travel of persons and goods", "Rent", "Medical care"].enumerated() {
      page.write(label, 100, 114 + 14 * Double(row))
      for column in 0..<2 {
        page.write("8\(row)\(column)", endingAt: 300 + 60 * Double(column), 114 + 14 * Double(row))
      }
    }
    #expect(
      page.tables.first?.cells.filter { $0.rows.lowerBound == 0 }.map(\.text) == [
        "Code 75", "2004 actual", "2005 est.",
      ])
  }

  @Test func `headings of one line and of several at one foot are of one level`() {
    var page = SketchPage()
    page.write("United States cases", around: 442, 88)
    page.writeRows([["District", "Tax", "Labor", "Land", "All"]], from: 112)
    for x in [285.0, 385] { page.write("Old", x, 100) }
    page.writeRows(
      [
        ["Maine", "1,309", "2,124", "1,124", "3,109"], ["Ohio", "1,123", "1,124", "3,338", "2,122"],
        ["Utah", "1,555", "1,024", "3,038", "2,022"],
      ], from: 128)
    for y in [78.0, 116, 174] { page.level(y, 98, 605) }
    page.level(91, 260, 605)
    #expect(
      page.tables.first?.cells.filter { $0.columns.count > 1 }.map { "\($0.columns) \($0.text)" }
        == ["1..<5 United States cases"])
  }

  @Test func `rows of prose between lines are a table, prose in columns below one is none`() {
    func page(_ rules: [Double]) -> SketchPage {
      var page = SketchPage()
      for (column, head) in ["Finding", "Advice", "Answer"].enumerated() {
        page.write(head, 100 + 150 * Double(column), 100)
      }
      for row in 0..<4 {
        for column in 0..<3 {
          for line in 0..<5 {
            page.write(
              line == 0 ? "The office reviewed all claims" : "and found that most offices met",
              100 + 150 * Double(column),
              118 + 70 * Double(row) + 12 * Double(line), size: 8)
          }
        }
      }
      for y in rules { page.level(y, 98, 540) }
      return page
    }
    #expect(page([90, 105, 175, 245, 315, 385]).tables.map { [$0.rowCount, $0.columnCount] } == [[5, 3]])
    #expect(page([105]).tables.isEmpty)
  }

  @Test func `words of a justified text that stand below each other by chance are no table`() {
    var page = SketchPage()
    for (row, line) in [
      ["although", "several", "regions", "reported"], ["delays", "caused", "by", "vacancies"],
      ["and", "by", "transfers", "of"], ["records", "to", "the", "new"], ["system", "which", "will", "go"],
    ].enumerated() {
      for (column, word) in line.enumerated() { page.write(word, 100 + 60 * Double(column), 100 + 12 * Double(row)) }
    }
    #expect(page.tables.isEmpty)
  }

  @Test func `headings between two lines share the room between these`() {
    var page = SketchPage()
    page.writeRows([["Item", "Aug", "Sep", "Oct", "Nov"]], from: 112)
    page.writeRows(
      [["Vale", "2,109", "3,309", "1,027", "3,124"], ["Moor", "1,123", "1,124", "3,338", "2,122"]], from: 128)
    for x in [250.0, 605] { page.upright(x, 90, 116) }
    for y in [90.0, 116, 150] { page.level(y, 98, 605) }
    #expect(page.tables.first?.cells.map(\.text).contains("Sep") == true)
  }

  @Test func `a line between headings makes one column edge, whatever stands over both`() {
    var page = SketchPage()
    page.write("Temporary visa", around: 350, 100)
    page.write("Men", around: 300, 114)
    page.write("Women", around: 400, 114)
    page.write("Field", 100, 114)
    for (row, label) in ["Law", "Arts", "Music", "Drama"].enumerated() {
      let y = 130 + 14 * Double(row)
      page.write(label, 100, y)
      page.write("1\(row),1", endingAt: 345, y)
      page.write("2\(row),109", endingAt: 445, y)
    }
    for y in [90.0, 118, 178] { page.level(y, 98, 450) }
    page.level(104, 250, 450)
    page.upright(350, 104, 118)
    page.upright(250, 90, 118)
    #expect(page.tables.map(\.columnCount) == [3])
  }

  @Test func `days above the rule of a head are names, be they in two lines`() throws {
    var page = SketchPage()
    page.write("Region", 100, 112)
    for (column, lines) in [
      ["", "6/30/04"], ["", "12/31/03"], ["6/30/03 to", "6/30/04"], ["12/31/03 to", "6/30/04"],
    ].enumerated() {
      page.write(lines[0], around: 260 + 80 * Double(column), 102)
      page.write(lines[1], around: 260 + 80 * Double(column), 112)
    }
    for row in 0..<6 {
      let y = 126 + 12 * Double(row)
      page.write("County \(row)", 100, y)
      for column in 0..<4 {
        page.write(column < 2 ? "\(row + 3)\(column),618" : "\(row).\(column)", endingAt: 295 + 80 * Double(column), y)
      }
    }
    page.level(92, 100, 540)
    page.level(115, 100, 540)
    page.level(190, 100, 540)
    let table = try #require(page.tables.first)
    #expect(table.columnCount == 5)
    #expect(
      table.cells.prefix(5).map(\.text) == [
        "Region", "6/30/04", "12/31/03", "6/30/03 to 6/30/04", "12/31/03 to 6/30/04",
      ])
  }

  @Test func `a narrow heading of four lines beside one of one line is above its rule`() {
    var page = SketchPage()
    for (line, text) in ["Weighted", "average", "margin", "(percent)"].enumerated() {
      page.write(text, around: 280, 102 + 11 * Double(line))
    }
    page.write("Maker or exporter", 100, 135)
    for (row, label) in ["Holt Washer Works", "Brightwater Foods", "Carver Bearings", "All others"].enumerated() {
      page.write(label, 100, 150 + 12 * Double(row))
      page.write("\(row + 1)2.5\(row)", endingAt: 290, 150 + 12 * Double(row))
    }
    for y in [92.0, 139, 192] { page.level(y, 100, 310) }
    #expect(
      page.tables.first?.cells.prefix(2).map(\.text) == ["Maker or exporter", "Weighted average margin (percent)"])
  }

  @Test func `a measure beside the first label of a part is over all columns of figures`() throws {
    var page = SketchPage()
    page.writeRows([["Sex and age", "1988", "1994", "1999", "2004"]], from: 100)
    page.write("All ages", 100, 116)
    page.write("Percent of population", around: 440, 116)
    page.writeRows(
      (0..<3).map { row in ["Under \(20 * (row + 2))"] + (1...4).map { "\(row + 1)\($0).\(row + $0)" } }, from: 130)
    page.write("Men", 100, 172)
    page.write("Percent of population", around: 440, 172)
    page.writeRows(
      (0..<3).map { row in ["Under \(20 * (row + 2))"] + (1...4).map { "\(row + 2)\($0).\(row + $0)" } }, from: 186)
    page.level(104, 100, 600)
    let table = try #require(page.tables.first)
    #expect(table.cells.filter { $0.text == "Percent of population" }.map(\.columns) == [1..<5, 1..<5])
    #expect(table.headerRowCount == 1)
  }
}
