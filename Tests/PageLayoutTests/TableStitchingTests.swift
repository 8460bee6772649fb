import ConverterCore
import ConverterTesting
import PageLayout
import Testing

@Suite struct TableStitchingTests {
  /// A drawn table on a page: `edges` are the x of its column edges, rows are 20 points high.
  private func part(_ page: Int, edges: [Double], headerRows: Int = 0, _ drawing: String) -> Table {
    Table(headerRows: headerRows, drawing).mapCells { cell in
      cell.origin = Origin(
        .page(
          page,
          Rectangle(
            x0: edges[cell.columns.lowerBound], y0: 100 + 20 * Double(cell.rows.lowerBound),
            x1: edges[cell.columns.upperBound], y1: 100 + 20 * Double(cell.rows.upperBound))), .ruled)
    }
  }

  /// The positions and texts of a table, to compare it with a drawing.
  private func shape(_ table: Table?) -> [String] {
    (table?.cells ?? []).map { "\($0.rows) \($0.columns) \($0.text)" }
  }

  private func joined(_ upper: Table, _ lower: Table) -> Table? {
    TableStitching().joined(upper, lower)
  }

  @Test func `rows go on below each other, each cell keeps its page`() throws {
    let table = try #require(
      joined(
        part(1, edges: [50, 200, 300], "Item | Number\na | 1"),
        part(2, edges: [51, 200, 299], "b | 2\nc | 3")))
    #expect(shape(table) == shape(Table("Item | Number\na | 1\nb | 2\nc | 3")))
    guard case .page(2, let box?) = table.cells[4].origin.place else {
      Issue.record("the cell stands on page 2")
      return
    }
    #expect(box == Rectangle(x0: 51, y0: 100, x1: 200, y1: 120))
    #expect(table.origin.continuations == [.page(2, Rectangle(x0: 51, y0: 100, x1: 299, y1: 140))])
  }

  @Test func `rows of data that are equal on two pages stay`() throws {
    let table = try #require(
      joined(
        part(1, edges: [50, 200, 300], headerRows: 1, "Item | Number\nleft | 1\nright | 2"),
        part(2, edges: [50, 200, 300], headerRows: 1, "Item | Number\nleft | 1\nnone | 0")))
    #expect(shape(table) == shape(Table("Item | Number\nleft | 1\nright | 2\nleft | 1\nnone | 0")))
  }

  @Test func `tables of one form on a page each stay apart`() {
    let upper = part(1, edges: [50, 200, 300], headerRows: 1, "Item | Number\nleft | 1")
    let lower = part(2, edges: [50, 200, 300], headerRows: 1, "Item | Number\nright | 2")
    #expect(TableStitching().joined(upper, lower, bodyEnd: 780) == nil)
    #expect(TableStitching().joined(upper, lower, bodyEnd: 200)?.rowCount == 3)
  }

  @Test(arguments: ["续表1", "表1（续）", "Table 1 (continued)", "Table 1"])
  func `a table whose caption says so goes on`(caption: String) {
    var upper = part(1, edges: [50, 200, 300], headerRows: 1, "Item | Number\nleft | 1")
    upper.caption = "Table 1"
    var lower = part(2, edges: [50, 200, 300], headerRows: 1, "Item | Number\nright | 2")
    lower.caption = caption
    #expect(joined(upper, lower)?.rowCount == 3)
    lower.caption = "Table 2"
    #expect(joined(upper, lower) == nil)
  }

  @Test(arguments: [
    ("表3 收入", "续表3 收入"), ("Table 3. Rain", "Table 3 (cont.). Rain"), ("TABLE 3.—Rain by month", "TABLE 3.—Rain—Con."),
    ("Table 3: Rain", "Table 3, continued"),
  ])
  func `a caption with the number of the one before and nothing new goes on, wherever the page ended`(
    upper: String, lower: String
  ) {
    #expect(joined(below: upper, below: lower, bodyEnd: 780)?.rowCount == 3)
  }

  @Test(arguments: [
    ("Table 3. Rain", "Table 3 (continued). Snow"), ("Table 3–Consumption", "Table 3–Construction"),
    ("Table 3. Rain", "Table 3. Continued rain"), ("表3 收入", "续表3 支出"), ("表3 收入", "续表4 收入"),
  ])
  func `a caption that says something new is that of another table`(upper: String, lower: String) {
    #expect(joined(below: upper, below: lower) == nil)
  }

  @Test func `tables below equal captions are one only where the page ends`() {
    #expect(joined(below: "表1 基本情况", below: "表1 基本情况", bodyEnd: 780) == nil)
    #expect(joined(below: "表1 基本情况", below: "表1 基本情况", bodyEnd: 225) == nil)
    #expect(joined(below: "表1 基本情况", below: "表1 基本情况", bodyEnd: 145)?.rowCount == 3)
  }

  /// Two pages of a table of one header row below captions.
  private func joined(below first: String, below second: String, bodyEnd: Double? = nil) -> Table? {
    var upper = part(1, edges: [50, 200, 300], headerRows: 1, "Item | Number\nleft | 1")
    upper.caption = first
    var lower = part(2, edges: [50, 200, 300], headerRows: 1, "Item | Number\nright | 2")
    lower.caption = second
    return TableStitching().joined(upper, lower, bodyEnd: bodyEnd)
  }

  @Test func `a long text goes on beside a blank label`() throws {
    let upper = part(
      1, edges: [50, 100, 300], headerRows: 1, "Item | What\n1 | short\n2 | The roof of the hall was mended in")
    let table = try #require(joined(upper, part(2, edges: [50, 100, 300], " | spring, before the rain.\n3 | end")))
    #expect(
      shape(table)
        == shape(
          Table("Item | What\n1 | short\n2 | The roof of the hall was mended in spring, before the rain.\n3 | end")))
  }

  @Test func `the rest of an unruled table stands in the columns of the page with more rows`() {
    func aligned(_ table: Table) -> Table { table.mapCells { $0.origin.evidence = .aligned } }
    // On page 2 figures drift apart, so that they seem to stand in columns of their own.
    let upper = aligned(part(1, edges: [50, 200, 300, 400], "a | 1 | 2\nb | 3 | 4\nc | 5 | 6"))
    let lower = aligned(part(2, edges: [50, 150, 250, 350, 400], "d | 7 |  | 8\ne |  | 9 | 10"))
    let ink = TableInk(
      extents: [(60, 100), (210, 220), nil, (350, 360), (60, 90), nil, (270, 280), (340, 355)].map {
        (extent: (Double, Double)?) in
        extent.map { Interval($0.0, $0.1) }
      })
    #expect(
      shape(TableStitching().joined(upper, lower, ink: (nil, ink)))
        == shape(Table("a | 1 | 2\nb | 3 | 4\nc | 5 | 6\nd | 7 | 8\ne | 9 | 10")))
  }

  @Test func `what names columns and rows of the first part does so for all`() throws {
    let upper = HeaderRecognition.withHeaders(
      part(1, edges: [50, 200, 300, 400], "Item | 2023 | 2024\nNew rooms | 5 | 7\nOld rooms | 2 | 1"))
    // On their own page these rows would seem to have a header.
    let lower = HeaderRecognition.withHeaders(
      part(2, edges: [50, 80, 200, 300, 400], "Kept | dry | none | none\n^ | cold | 3 | 4\nLost | all | 1 | 1"))
    let table = try #require(joined(upper, lower))
    #expect(table.headerRowCount == 1 && table.stubColumnCount == 2 && table.headerEvidence == .computed)
    #expect(
      table.cells.map(\.kind)
        == [.stubHead, .columnHeader, .columnHeader] + [.rowHeader, .data, .data, .rowHeader, .data, .data]
        + [.rowHeader, .rowHeader, .data, .data, .rowHeader, .data, .data, .rowHeader, .rowHeader, .data, .data])
  }

  @Test func `the header of the first of several stacked tables names no columns, on whatever page they are`() throws {
    let first = part(
      1, edges: [50, 200, 300, 400], "Part 1 | < | <\nItem | new | old\nLicence | 5 | 7\nPermit | 2 | 1")
    let second = part(2, edges: [50, 200, 400], "Item | fines\nRiver | 4\nLake | 1")
    let table = try #require(joined(HeaderRecognition.withHeaders(first), HeaderRecognition.withHeaders(second)))
    #expect(table.headerRowCount == 0 && table.stubColumnCount == 1)
    #expect(table.cells.allSatisfy { $0.kind == ($0.columns.lowerBound == 0 ? .rowHeader : .data) })

    let stacked = part(
      1, edges: [50, 200, 300, 400], "Item | new | old\nLicence | 5 | 7\nItem | fines | <\nRiver | 4 | <\nLake | 1 | <")
    #expect(HeaderRecognition.withHeaders(stacked).headerRowCount == 0)
    // A row that is called like the stub and has figures is one of the table.
    let plain = part(1, edges: [50, 200, 300], "Sum | 2024 t\nLicence | 5\nSum | 9")
    #expect(HeaderRecognition.withHeaders(plain).headerRowCount == 1)
  }

  @Test func `a heading of rows behind a column of codes is none of columns`() {
    let edges = [50.0, 100, 200, 300]
    let sections = part(1, edges: edges, "Code | Item | 2007\n | Revenue: |\n10.00 | Tolls | 75\n11.01 | Fees | 34")
    #expect(HeaderRecognition.withHeaders(sections).headerRowCount == 1)
    let units = part(1, edges: edges, "Code | Item | 2007\n | | tons\n10.00 | Salt | 75\n11.01 | Sand | 34")
    #expect(HeaderRecognition.withHeaders(units).headerRowCount == 2)
  }

  @Test func `columns that the first page hides are found by their x`() {
    let upper = part(1, edges: [50, 200, 300], "Item | Number\n1 new | 5")
    let lower = part(2, edges: [50, 80, 200, 300], "3 results | given | 4\n^ | partly | 1")
    #expect(
      shape(joined(upper, lower))
        == shape(Table("Item | < | Number\n1 new | < | 5\n3 results | given | 4\n^ | partly | 1")))
  }

  @Test func `columns that the next page hides are found by their x`() {
    let upper = part(1, edges: [50, 80, 200, 300], "x | y | n\na | b | 1")
    let lower = part(2, edges: [50, 300], "whole row")
    #expect(shape(joined(upper, lower)) == shape(Table("x | y | n\na | b | 1\nwhole row | < | <")))
  }

  @Test func `a repeated header goes, its places stay`() throws {
    let header = "Item | Number | <\n^ | new | old"
    let table = try #require(
      joined(
        part(1, edges: [50, 100, 150, 200], headerRows: 2, header + "\na | 1 | 2"),
        part(2, edges: [50, 100, 150, 200], headerRows: 2, header + "\nb | 3 | 4")))
    #expect(shape(table) == shape(Table(headerRows: 2, header + "\na | 1 | 2\nb | 3 | 4")))
    #expect(table.headerRowCount == 2)
    #expect(table.cells[0].origin.continuations.count == 1)
  }

  @Test func `equal rows of numbers are no repeated header`() {
    let table = joined(part(1, edges: [50, 100, 150], "0 | 0\n1 | 2"), part(2, edges: [50, 100, 150], "0 | 0\n3 | 4"))
    #expect(table?.rowCount == 4)
  }

  @Test func `a merged label that the page end cuts is one cell`() {
    let upper = part(1, edges: [50, 100, 200, 250], "（四）无 | a | 1\n^ | b | 2")
    let lower = part(2, edges: [50, 100, 200, 250], "法提供 | c | 3\n^ | d | 4\n（五）其他 | e | 5")
    #expect(
      shape(joined(upper, lower))
        == shape(Table("（四）无法提供 | a | 1\n^ | b | 2\n^ | c | 3\n^ | d | 4\n（五）其他 | e | 5")))
  }

  @Test func `a new label after the page end stays a new label`() {
    let upper = part(1, edges: [50, 100, 200, 250], "（四）无法提供 | a | 1\n^ | b | 2")
    let lower = part(2, edges: [50, 100, 200, 250], "（五）不予处理 | c | 3\n^ | d | 4")
    #expect(joined(upper, lower)?.cells.count == 10)
  }

  @Test func `a table that ends before the page does is followed by another one`() {
    let upper = part(1, edges: [50, 200, 300], "Item | Number\na | 1")
    let lower = part(2, edges: [50, 200, 300], "b | 2\nc | 3")
    // The upper table ends at 140; the text of full pages ends at 200 or 300.
    #expect(TableStitching().joined(upper, lower, bodyEnd: 200)?.rowCount == 4)
    #expect(TableStitching().joined(upper, lower, bodyEnd: 300) == nil)
  }

  @Test func `a repeated header joins tables though groups kept together leave white between`() {
    let upper = part(1, edges: [50, 200, 300], "Item | Number\na | 1")
    let lower = part(2, edges: [50, 200, 300], "Item | Number\nc | 3")
    #expect(TableStitching().joined(upper, lower, bodyEnd: 230)?.rowCount == 3)
  }

  @Test func `text without lines may end elsewhere on the next page`() {
    func aligned(_ table: Table) -> Table { table.mapCells { $0.origin.evidence = .aligned } }
    let upper = part(1, edges: [50, 200, 300], "long label | 1\na | 2")
    let lower = part(2, edges: [58, 190, 300], "b | 3\nc | 4")
    #expect(joined(upper, lower) == nil)
    #expect(shape(joined(aligned(upper), aligned(lower))) == shape(Table("long label | 1\na | 2\nb | 3\nc | 4")))
  }

  @Test func `a line above or below one part alone does not part a table with the same columns`() {
    func aligned(_ table: Table) -> Table { table.mapCells { $0.origin.evidence = .aligned } }
    // The lines about the head reach farther than the text of the next page.
    let upper = aligned(part(1, edges: [50, 200, 300, 400], "Item | 2009 | 2010\na | 1 | 2"))
    let lower = aligned(part(2, edges: [80, 200, 300, 330], "b | 3 | 4\nc | 5 | 6"))
    #expect(shape(joined(upper, lower)) == shape(Table("Item | 2009 | 2010\na | 1 | 2\nb | 3 | 4\nc | 5 | 6")))
    let other = aligned(part(2, edges: [80, 170, 300, 330], "b | 3 | 4\nc | 5 | 6"))
    #expect(joined(upper, other) == nil)
  }

  @Test func `a label above blank cells stays alone`() {
    let upper = part(1, edges: [50, 100, 200, 250], "一、甲 | a | 1\n  | b | 2\n二、乙 | c | 3")
    let lower = part(2, edges: [50, 100, 200, 250], "  | d | 4\n三、丙 | e | 5")
    #expect(joined(upper, lower)?.cells.count == 15)
  }

  @Test func `a label of one row that goes on blank is one cell`() {
    let upper = part(1, edges: [50, 100, 200, 250], "一、甲 | a | 1\n二、乙 | b | 2")
    let lower = part(2, edges: [50, 100, 200, 250], ". | c | 3".replacing(".", with: " ") + "\n三、丙 | d | 4")
    #expect(shape(joined(upper, lower)) == shape(Table("一、甲 | a | 1\n二、乙 | b | 2\n^ | c | 3\n三、丙 | d | 4")))
  }

  @Test func `a row that the page end cuts is one row`() {
    let upper = part(1, edges: [50, 200, 250, 300], "信访举报 | 0 | 1\n要求行政机关确认或重新出具（已获 | 2 | 3")
    let lower = part(2, edges: [50, 200, 250, 300], "取信息） | | \n其他 | 4 | 5")
    #expect(
      shape(joined(upper, lower)) == shape(Table("信访举报 | 0 | 1\n要求行政机关确认或重新出具（已获取信息） | 2 | 3\n其他 | 4 | 5")))
  }

  @Test func `a row with values after the page end is a row of its own`() {
    let upper = part(1, edges: [50, 200, 250, 300], "许可 | 0 | 1")
    let lower = part(2, edges: [50, 200, 250, 300], "处罚 | 2 | ")
    #expect(joined(upper, lower)?.rowCount == 2)
  }

  @Test(arguments: [[40.0, 200, 300], [50, 200, 320], [80, 200, 300]])
  func `other outer edges make another table`(_ edges: [Double]) {
    #expect(joined(part(1, edges: [50, 200, 300], "a | 1"), part(2, edges: edges, "b | 2")) == nil)
  }

  @Test func `a page between, or the same page, makes another table`() {
    let upper = part(1, edges: [50, 200], "a")
    #expect(joined(upper, part(3, edges: [50, 200], "b")) == nil)
    #expect(joined(upper, part(1, edges: [50, 200], "b")) == nil)
  }

  @Test func `running heads do not stand between, a heading does`() {
    let origin = Origin(.page(2, nil), .aligned)
    let upper = Block.table(part(1, edges: [50, 200, 300], "a | 1"))
    let lower = Block.table(part(2, edges: [50, 200, 300], "b | 2"))
    let head = Block.aside(Aside(role: .header, blocks: [], origin: origin))
    let foot = Block.aside(Aside(role: .pageNumber, blocks: [], origin: origin))
    var blocks = [upper, foot]
    var stitching = TableStitching()
    stitching.append([head, lower], to: &blocks)
    #expect(blocks.count == 3)
    #expect(blocks.first?.tables.first?.rowCount == 2)
    blocks = [upper]
    stitching.append([.heading(Heading(level: 1, text: "三、", origin: origin)), lower], to: &blocks)
    #expect(blocks.count == 3)
  }

  @Test func `a table over three pages becomes one`() {
    var stitching = TableStitching()
    var blocks: [Block] = []
    for page in 1...3 {
      stitching.append([.table(part(page, edges: [50, 200, 300], "r\(page) | \(page)"))], to: &blocks)
    }
    #expect(blocks.count == 1)
    #expect(shape(blocks.first?.tables.first) == shape(Table("r1 | 1\nr2 | 2\nr3 | 3")))
  }
}

/// Tables over very many pages.
@Suite struct LongTableTests {
  /// A page of a table with a repeated header and a merged cell in its first column; every tenth page shows a column more.
  private func page(_ number: Int, splits: Bool) -> Table {
    let cells = (0..<40).flatMap { row -> [Cell] in
      let y = 100 + 15 * Double(row)
      let edges = splits ? [50.0, 100, 150, 200, 300] : [50.0, 100, 150, 300]
      return (0..<edges.count - 1).compactMap { column -> Cell? in
        if column == 0, row % 3 == 2 { return nil }
        let rows = column == 0 && row % 3 == 1 ? row..<row + 2 : row..<row + 1
        let text = row == 0 ? "Head \(column)" : "n\(number)r\(row)c\(column)"
        return Cell(
          rows: rows, columns: column..<column + 1, text: text,
          origin: Origin(
            .page(
              number,
              Rectangle(x0: edges[column], y0: y, x1: edges[column + 1], y1: y + 15 * Double(rows.count))), .ruled))
      }
    }
    guard
      let table = try? Table(
        rowCount: 40, columnCount: splits ? 4 : 3, cells: cells, headerRowCount: 1,
        origin: Origin(.page(number, Rectangle(x0: 50, y0: 100, x1: 300, y1: 700)), .ruled))
    else { preconditionFailure("the cells tile the page") }
    return table
  }

  @Test(arguments: [false, true]) func `rows that are kept apart come back in their places`(splits: Bool) throws {
    let pages = (1...90).map { page($0, splits: splits && $0 == 70) }
    var stitching = TableStitching()
    var blocks: [Block] = []
    for page in pages { stitching.append([.table(page)], to: &blocks) }
    stitching.append([.paragraph(Paragraph(text: "End.", origin: Origin(.page(91, nil), .aligned)))], to: &blocks)
    // The same, with the whole table at each step.
    var whole = pages[0]
    for page in pages.dropFirst() { whole = try #require(TableStitching().joined(whole, page)) }
    #expect(blocks.count == 2)
    #expect(blocks.first == .table(whole))
    #expect(whole.rowCount > 3000)
  }
}
