import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// Heads between lines, in the manner of statistical yearbooks and reports for line printers.
@Suite struct BoxheadTests {
  private let amounts = ["Item", "Under $1,000", "$1,000 to 9,999", "$10,000 or more"]

  /// A head of two lines with amounts in its names between lines over the whole table, rows below.
  private func boxhead(numbered: Bool, lines: [Double] = [112]) -> SketchPage {
    var page = SketchPage()
    page.level(86, 90, 510)
    page.write("Item", 100, 108)
    for (column, name) in [("Under", "$1,000"), ("$1,000", "to 9,999"), ("$10,000", "or more")].enumerated() {
      page.write(name.0, around: 280 + 100 * Double(column), 98)
      page.write(name.1, around: 280 + 100 * Double(column), 108)
      if numbered { page.write("(\(column + 1))", around: 280 + 100 * Double(column), 124) }
    }
    for y in lines { page.level(y, 90, 510) }
    page.writeRows((1...8).map { ["Row \($0)", "\($0)01", "\($0),202", "\($0)3,303"] }, from: 140)
    page.level(246, 90, 510)
    return page
  }

  @Test func `amounts in the names of columns are no figures of a row`() {
    let table = boxhead(numbered: false).tables.first
    #expect(table?.cells.prefix(4).map(\.text) == amounts)
    #expect(table?.rowCount == 9)
    #expect(table?.headerRowCount == 1)
  }

  @Test(arguments: [[112], [112, 128], [128]])
  func `numbers of columns are a storey of the head`(lines: [Double]) {
    let table = boxhead(numbered: true, lines: lines).tables.first
    #expect(table?.headerRowCount == 2)
    #expect(table?.cells.filter { $0.rows.lowerBound == 0 }.map(\.text) == amounts)
    #expect(table?.cells.filter { $0.rows.lowerBound == 1 && !$0.text.isEmpty }.map(\.text) == ["(1)", "(2)", "(3)"])
  }

  @Test func `a heading goes down beside the numbers of columns where no line ends it`() {
    var page = SketchPage()
    page.write("Item", 100, 100)
    page.write("New", around: 290, 100)
    page.write("Open", around: 390, 100)
    page.write("(1)", around: 290, 112)
    page.write("(2)", around: 390, 112)
    page.writeRows((1...6).map { ["Row \($0)", "\($0)01", "\($0),202"] }, from: 130)
    let item = page.tables.first?.cells.first { $0.text == "Item" }
    #expect(item?.rows == 0..<2)
  }

  @Test func `a row of figures above a line is no head`() {
    var page = SketchPage()
    page.writeRows([["Item", "2008", "2009"], ["Total", "1,109", "2,309"]], from: 100)
    page.level(118, 90, 410)
    page.writeRows((1...8).map { ["Row \($0)", "\($0)01", "\($0),202"] }, from: 130)
    #expect(page.tables.first?.headerRowCount == 1)
    #expect(page.tables.first?.cells.first { $0.text == "1,109" }?.kind == .data)
  }

  @Test func `the name of a part stands apart from signs for missing figures below`() {
    var page = SketchPage()
    page.level(86, 100, 500)
    page.writeRows([["Item", "2008", "2009", "2010"]], from: 100)
    page.level(104, 100, 500)
    page.write("NUMBER (1,000)", around: 300, 118)
    page.writeRows(
      [["Total", "(D)", "(NA)", "33,142"], ["Rent", "12", "13", "14"], ["Heat", "2", "3", "4"]], from: 130)
    page.level(164, 100, 500)
    #expect(page.tables.first?.cells.contains { $0.text == "NUMBER (1,000)" } == true)
    #expect(page.tables.first?.cells.contains { $0.text == "(D)" } == true)
  }

  @Test func `a heading in capitals is no first line of the label below`() {
    var page = SketchPage()
    page.writeRows([["Item", "2008", "2009"]], from: 100)
    page.level(104, 100, 400)
    for (part, name) in ["OPERATING REVENUE", "OPERATING EXPENSE"].enumerated() {
      page.writeRows([[name], ["Tolls", "11", "12"], ["Fees", "21", "22"]], from: 118 + 42 * Double(part))
    }
    #expect(
      page.tables.first?.cells.filter { $0.columns == 0..<1 }.map(\.text).prefix(3) == [
        "Item", "OPERATING REVENUE", "Tolls",
      ])
  }

  @Test func `columns of words beside lines that start at the second column stay apart`() {
    var page = SketchPage()
    for (y, start) in [(86.0, 90.0), (104, 90), (124, 160), (144, 90), (164, 160), (184, 90)] {
      page.level(y, start, 500)
    }
    for (x, name) in [(95.0, "Bureau"), (165, "Finding"), (300, "Action"), (430, "Due")] { page.write(name, x, 98) }
    let rows = [
      ("Locks", "Logs incomplete", "Revise"), ("", "No spares", "Buy"), ("Dredging", "Maps old", "Survey"),
      ("", "Sites full", "Lease"),
    ]
    for (row, texts) in rows.enumerated() {
      let y = 118 + 20 * Double(row)
      if !texts.0.isEmpty { page.write(texts.0, 95, y) }
      page.write(texts.1, 165, y)
      page.write(texts.2, 300, y)
      page.write("\(row + 3)/2009", 430, y)
    }
    #expect(
      shape(page.tables.first)
        == shape(
          Table(
            """
            Bureau | Finding | Action | Due
            Locks | Logs incomplete | Revise | 3/2009
            ^ | No spares | Buy | 4/2009
            Dredging | Maps old | Survey | 5/2009
            ^ | Sites full | Lease | 6/2009
            """)))
  }

  @Test func `two dots behind a long label are a leader where others have some`() {
    var page = SketchPage()
    page.writeRows([["Item", "2008", "2009"]], from: 100)
    page.level(104, 100, 400)
    page.writeRows((1...4).map { ["", "\($0)1", "\($0)2"] }, from: 118)
    for (row, label) in ["Rent..............", "Other services of offices..", "Heat..............", "Fees et al."]
      .enumerated()
    {
      page.write(label, 100, 118 + 14 * Double(row))
    }
    let labels = page.tables.first?.cells.filter { $0.columns == 0..<1 }.map(\.text)
    #expect(labels == ["Item", "Rent", "Other services of offices", "Heat", "Fees et al."])
  }

  @Test func `a few dots apart that end where leaders do are a leader`() {
    var page = SketchPage()
    page.writeRows([["Item", "2008", "2009"]], from: 100)
    page.level(104, 100, 400)
    page.writeRows(
      [["", "4,105", "3,306"], ["", "1,207", "2,408"], ["", "712", "611"], ["", "9,120", "8,011"]], from: 118)
    for (row, label) in ["Rent", "Other services of all", "Heat", "Fees, dues and rentals"].enumerated() {
      page.write(label, 100, 118 + 14 * Double(row))
      let start = 105 + SketchPage.width(of: label, size: 10)
      for dot in stride(from: 240.0, to: start, by: -9) { page.write(".", dot, 118 + 14 * Double(row)) }
    }
    let labels = page.tables.first?.cells.filter { $0.columns == 0..<1 }.map(\.text)
    #expect(labels == ["Item", "Rent", "Other services of all", "Heat", "Fees, dues and rentals"])
  }

  @Test func `a part named in the middle keeps its scale`() {
    var page = SketchPage()
    page.writeRows([["Item", "2008", "2009"]], from: 100)
    page.level(104, 100, 400)
    page.write("NUMBER (1,000)", around: 250, 118)
    page.writeRows([["Rent", "31", "$ 42"], ["Heat", "53", "64"], ["Fees", "75", "86"]], from: 132)
    page.level(164, 100, 400)
    let table = page.tables.first
    #expect(table?.columnCount == 3)
    #expect(table?.cells.contains { $0.text == "NUMBER (1,000)" && $0.columns == 0..<3 } == true)
  }

  @Test func `a sign behind one word goes to the figure of the next column`() {
    var page = SketchPage()
    page.writeRows([["Item", "2008", "2009"]], from: 100)
    page.writeRows((1...5).map { ["Row \($0)", $0 == 1 ? "N/A" : "\($0)1,202", "\($0)2,404"] }, from: 118)
    page.write("$", 305, 118)
    page.level(104, 100, 400)
    page.level(186, 100, 400)
    #expect(page.tables.first?.cells.filter { $0.rows == 1..<2 }.map(\.text) == ["Row 1", "N/A", "$ 12,404"])
  }

  @Test func `a sign behind a figure is its own`() {
    var page = SketchPage()
    page.writeRows([["Tarif", "2008", "2009"]], from: 100)
    page.writeRows((1...4).map { ["Row \($0)", "\($0)1,20 €", "\($0)3,40 €"] }, from: 118)
    page.level(104, 100, 400)
    page.level(166, 100, 400)
    #expect(page.tables.first?.cells.filter { $0.rows == 1..<2 }.map(\.text) == ["Row 1", "11,20 €", "13,40 €"])
  }

  @Test func `a head with upright lines and rows without are one table`() {
    var page = SketchPage()
    for (y, start) in [(88.0, 100.0), (102, 200), (116, 200), (130, 100), (190, 100)] { page.level(y, start, 440) }
    page.upright(200, 88, 130)
    page.upright(260, 116, 130)
    page.upright(320, 102, 130)
    page.upright(380, 116, 130)
    page.write("Item", 104, 112)
    page.write("Year ended June", around: 320, 98)
    page.write("Men", around: 260, 112)
    page.write("Women", around: 380, 112)
    for (x, name) in [(230.0, "Rate"), (290, "Rank"), (350, "Rate"), (410, "Rank")] { page.write(name, around: x, 126) }
    for (row, label) in ["Alder", "Boone", "Carver", "Dell"].enumerated() {
      page.write(label, 104, 142 + 14 * Double(row))
      for column in 0..<4 {
        page.write("\(row)\(column),17", endingAt: 255 + 60 * Double(column), 142 + 14 * Double(row))
      }
    }
    #expect(page.tables.map(\.rowCount) == [7])
    #expect(page.tables.first?.cells.contains { $0.text == "Women" && $0.columns == 3..<5 } == true)
  }

  @Test func `a row between lines has a name and words beside it where no shorter line stands`() {
    var page = SketchPage()
    let lines = [(86.0, 90.0), (104, 90), (124, 160), (144, 160), (164, 90), (184, 90)]
    for (y, start) in lines { page.level(y, start, 500) }
    for (x, name) in [(95.0, "Bureau"), (165, "Finding"), (300, "Action"), (430, "Due")] { page.write(name, x, 98) }
    let rows = [("Locks", "Logs incomplete"), ("", "No spares"), ("", "Maps old"), ("Dredging", "Sites full")]
    for (row, texts) in rows.enumerated() {
      let y = 118 + 20 * Double(row)
      if !texts.0.isEmpty { page.write(texts.0, 95, y) }
      page.write(texts.1, 165, y)
      page.write("Revise", 300, y)
      page.write("\(row + 3)/2009", 430, y)
    }
    let names = page.tables.first?.cells.filter { $0.columns == 0..<1 }
    #expect(names?.map { "\($0.text) \($0.rows)" } == ["Bureau 0..<1", "Locks 1..<4", "Dredging 4..<5"])
  }
}
