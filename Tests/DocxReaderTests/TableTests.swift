import ConverterCore
import Testing

private func span(_ count: Int) -> String { "<w:gridSpan w:val=\"\(count)\"/>" }
private let down = "<w:vMerge w:val=\"restart\"/>"
private let on = "<w:vMerge/>"

@Test func `Spans over columns and rows are exact`() throws {
  let rows = tr(tc("A", down), tc("B", span(2))) + tr(tc("", on), "C", "D") + tr("E", "F", "G")
  #expect(
    try table(rows) == ["0+2 0+1 A", "0+1 1+2 B", "1+1 1+1 C", "1+1 2+1 D", "2+1 0+1 E", "2+1 1+1 F", "2+1 2+1 G"])
}

@Test func `A block that spans rows and columns is one cell`() throws {
  let rows = tr("A", tc("B", span(2) + down)) + tr("C", tc("", span(2) + on))
  #expect(try table(rows) == ["0+1 0+1 A", "0+2 1+2 B", "1+1 0+1 C"])
}

@Test func `A merge that begins anew is a new cell`() throws {
  let rows = tr(tc("A", down)) + tr(tc("", on)) + tr(tc("B", down)) + tr(tc("", on))
  #expect(try table(rows) == ["0+2 0+1 A", "2+2 0+1 B"])
}

@Test func `A merge that goes on from nothing is a cell of its own`() throws {
  #expect(try table(tr(tc("A", on), "B") + tr(tc("C", on + span(2)))) == ["0+1 0+1 A", "0+1 1+1 B", "1+1 0+2 C"])
}

@Test func `Horizontal merges of old files are spans`() throws {
  let rows = tr(tc("A", "<w:hMerge w:val=\"restart\"/>"), tc("", "<w:hMerge/>"), "B")
  #expect(try table(rows) == ["0+1 0+2 A", "0+1 2+1 B"])
}

@Test func `Columns left free before and after are holes`() throws {
  let rows = tr("A", "B", "C") + tr("D", properties: "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/>")
  #expect(try table(rows) == ["0+1 0+1 A", "0+1 1+1 B", "0+1 2+1 C", "1+1 1+1 D"])
}

@Test func `Rows and cells in content controls and custom XML keep their places`() throws {
  let control = { (inner: String) in "<w:sdt><w:sdtPr/><w:sdtContent>\(inner)</w:sdtContent></w:sdt>" }
  let rows =
    tr("A", control(control(tc("B")))) + control(tr("C", "D"))
    + "<w:customXml>\(tr(tc(control(p("E"))), "F"))</w:customXml>"
  let found = try table(rows)
  #expect(found == ["0+1 0+1 A", "0+1 1+1 B", "1+1 0+1 C", "1+1 1+1 D", "2+1 0+1 E", "2+1 1+1 F"])
}

@Test func `Paragraphs and breaks of a cell are lines`() throws {
  #expect(
    try table(tr(tc(p("one") + p("<w:r><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>")))) == ["0+1 0+1 one\ntwo\nthree"])
}

@Test func `A table in a cell is a block of the cell`() throws {
  let inner = "<w:tbl>\(tr("I", "J"))</w:tbl>"
  let tables = try blocks("<w:tbl>\(tr(tc(p("before") + inner + p("after")), "B"))</w:tbl>").flatMap(\.tables)
  #expect(tables.map(\.columnCount) == [2, 2])
  #expect(tables[0].cells[0].text == "before\nafter")
  #expect(tables[1].cells.map(\.text) == ["I", "J"])
}

@Test func `Header rows are stated by the file`() throws {
  let header = "<w:tblHeader/>"
  let tables = try blocks(
    "<w:tbl>\(tr("H", "I", properties: header) + tr("J", "K", properties: header) + tr("a", "b"))</w:tbl>"
  ).flatMap(\.tables)
  #expect(tables[0].headerRowCount == 2)
  #expect(tables[0].headerEvidence == .stated)
}

@Test func `The number of a cell stands apart from its text`() throws {
  var word = WordBuilder("<w:tbl>\(tr(tc(p("wells", number(0))), "3"))</w:tbl>")
  word.parts = [numbering("<w:start w:val=\"4\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"(%1)\"/>")]
  let cell = try word.document().blocks.flatMap(\.tables)[0].cells[0]
  #expect(cell.label == "(4)")
  #expect(cell.text == "wells")
}

@Test func `Deleted rows and cells are gone, inserted ones there`() throws {
  let rows =
    tr("A", "B") + tr("gone", "gone", properties: "<w:del/>") + tr("new", "new", properties: "<w:ins/>")
    + tr(tc("x"), tc("gone", "<w:cellDel/>"), tc("y"))
  #expect(
    try table(rows) == ["0+1 0+1 A", "0+1 1+1 B", "1+1 0+1 new", "1+1 1+1 new", "2+1 0+1 x", "2+1 1+1 y"])
  #expect(try table(rows, .init(changes: .reject)).filter { $0.contains("new") }.isEmpty)
}

@Test(arguments: [2_147_483_647, 99_999_999_999, 1_000_000])
func `A span beyond all reason takes few columns`(_ count: Int) throws {
  let tables = try blocks("<w:tbl>\(tr(tc("A", span(count)), "B") + tr("C", "D", "E"))</w:tbl>").flatMap(\.tables)
  #expect(tables[0].columnCount < 10)
  #expect(tables[0].cells.map(\.text) == ["A", "B", "C", "D", "E"])
}

@Test func `More grid positions than granted are refused`() {
  let word = WordBuilder("<w:tbl>\(tr("A", "B") + tr("C", "D"))</w:tbl>")
  #expect(throws: ReadingError(.limit(name: "cells", asked: 4, granted: 3))) {
    try word.document(.init(), Limits(cells: 3))
  }
}

@Test func `A cell says in which row and cell of which table it stands`() throws {
  let tables = try blocks("<w:tbl>\(tr("A"))</w:tbl>\(p("x"))<w:tbl>\(tr("B", "C"))</w:tbl>").flatMap(\.tables)
  #expect(
    tables[1].cells[1].origin.place == .element(ElementPath("word/document.xml/body/tbl[2]", row: 1, cell: 2)))
}

/// Grids of random merges, written as Word does, come back as they were.
@Test(arguments: 1...60 as ClosedRange<UInt64>)
func `Random grids come back`(_ seed: UInt64) throws {
  var state = seed
  func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  let (rowCount, columnCount) = (1 + random(6), 1 + random(6))
  var owner = [[Int]](repeating: [Int](repeating: -1, count: columnCount), count: rowCount)
  var expected: [String] = []
  for row in 0..<rowCount {
    for column in 0..<columnCount where owner[row][column] < 0 {
      let free = owner[row][column...].prefix { $0 < 0 }.count
      let (height, width) = (1 + random(rowCount - row), 1 + random(free))
      for covered in row..<(row + height) {
        for place in column..<(column + width) { owner[covered][place] = expected.count }
      }
      expected.append("\(row)+\(height) \(column)+\(width) n\(expected.count)")
    }
  }
  var rows = ""
  for row in 0..<rowCount {
    var cells = ""
    var column = 0
    while column < columnCount {
      let cell = owner[row][column]
      let width = owner[row][column...].prefix { $0 == cell }.count
      let goesOn = row > 0 && owner[row - 1][column] == cell
      cells += tc(goesOn ? "" : "n\(cell)", span(width) + (goesOn ? on : down))
      column += width
    }
    rows += "<w:tr>\(cells)</w:tr>"
  }
  #expect(try table(rows) == expected, "seed \(seed)")
}

@Test func `A merge goes on only from a cell that begins one`() throws {
  let rows = tr("A", "1") + tr(tc("own text", on), "2") + tr(tc("more", on), "3")
  #expect(
    try table(rows) == ["0+1 0+1 A", "0+1 1+1 1", "1+1 0+1 own text", "1+1 1+1 2", "2+1 0+1 more", "2+1 1+1 3"])
}

@Test func `A row inserted into a merge stands in it, and the merge is whole again without the row`() throws {
  let rows = tr(tc("A", down), "1") + tr("between", "2", properties: "<w:ins/>") + tr(tc("", on), "3")
  #expect(
    try table(rows)
      == ["0+1 0+1 A", "0+1 1+1 1", "1+1 0+1 between", "1+1 1+1 2", "2+1 0+1 ", "2+1 1+1 3"])
  #expect(try table(rows, .init(changes: .reject)) == ["0+2 0+1 A", "0+1 1+1 1", "1+1 1+1 3"])
}

@Test func `Where the row that begins a merge is deleted, the next one begins it`() throws {
  let rows =
    tr("A", "1") + tr(tc("gone", down), "gone", properties: "<w:del/>") + tr(tc("left", on), "2") + tr(tc("", on), "3")
  #expect(
    try table(rows) == ["0+1 0+1 A", "0+1 1+1 1", "1+2 0+1 left", "1+1 1+1 2", "2+1 1+1 3"])
}

@Test func `Old horizontal merges and merges over rows make one cell`() throws {
  let (left, right) = ("<w:hMerge w:val=\"restart\"/>", "<w:hMerge/>")
  let rows =
    tr(tc("A", left + down), tc("", right + down), "1") + tr(tc("", left + on), tc("", right + on), "2")
    + tr("B", "C", "3")
  #expect(
    try table(rows)
      == ["0+2 0+2 A", "0+1 2+1 1", "1+1 2+1 2", "2+1 0+1 B", "2+1 1+1 C", "2+1 2+1 3"])
}

@Test func `Text of deleted rows and cells, and all that a merged cell covers, is told`() throws {
  let equation = "<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>"
  let rows =
    tr("gone", "gone", properties: "<w:del/>") + tr(tc("A", down), "1", tc("gone", "<w:cellDel/>"))
    + tr(tc(equation, on), "2") + tr(tc("", on), "3")
  let findings = try WordBuilder("<w:tbl>\(rows)</w:tbl>").document().findings
  #expect(
    findings.map(\.message) == [
      "3 stretches of text removed by tracked changes are left out",
      "1 table cell has text that a merged cell covers; it is left out",
    ])
}

@Test func `Rows and cells in alternative content, and blocks between rows and cells, are read`() throws {
  let either = { (inner: String) in
    "<mc:AlternateContent><mc:Choice Requires=\"w14\">\(inner)</mc:Choice><mc:Fallback>\(inner)</mc:Fallback></mc:AlternateContent>"
  }
  let rows = tr("A", either(tc("B"))) + either(tr("C", "D")) + p("E") + tr(p("F"), tc("G"))
  #expect(
    try table(rows) == [
      "0+1 0+1 A", "0+1 1+1 B", "1+1 0+1 C", "1+1 1+1 D", "2+1 0+1 E", "3+1 0+1 F", "3+1 1+1 G",
    ])
}

@Test func `A span that reaches out of the grid makes no columns`() throws {
  let grid = { (count: Int) in "<w:tblGrid>\(String(repeating: "<w:gridCol/>", count: count))</w:tblGrid>" }
  let rows = tr(tc("A", span(9))) + tr("1", "2", "3")
  #expect(try table(grid(3) + rows) == ["0+1 0+3 A", "1+1 0+1 1", "1+1 1+1 2", "1+1 2+1 3"])
  // A grid that is too short for the cells says nothing.
  #expect(try table(grid(2) + rows).first == "0+1 0+9 A")
}
