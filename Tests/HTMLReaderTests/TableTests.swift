import ConverterCore
import Testing

@testable import HTMLReader

@Suite struct TableTests {
  @Test(arguments: [
    // Spans over columns and rows, and both.
    (
      "<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>d<td>e<td>f",
      ["a|<|b", "^|^|c", "d|e|f"]
    ),
    // A span of 0 goes to the end of its group, and none goes further.
    ("<tbody><tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td rowspan=9>d<td>e", ["a|b", "^|c", "d|e"]),
    // The foot comes last, wherever it stands.
    ("<tfoot><tr><td>z<td>9<tbody><tr><td>a<td>1", ["a|1", "z|9"]),
    // Rows of different lengths leave holes.
    ("<tr><td>a<td>b<tr><td>c", ["a|b", "c|."]),
    // Too wide a span reaches no further than other cells begin, or the page declares columns.
    ("<tr><td colspan=12>a<tr><td>b<td>c", ["a|<", "b|c"]),
    ("<col><col><col><tr><td colspan=12>a<tr><td>b<td>c", ["a|<|<", "b|c|."]),
    // Of two cells that claim a place the first has it.
    ("<tr><td>a<td rowspan=2>b<tr><td colspan=2>c", ["a|b", "c|^"]),
    // Rows without cells count only where a cell covers them.
    ("<tr><tr><td>a<td>b<tr></tr><tr><td rowspan=2>c<td rowspan=2>d<tr>", ["a|b", "c|d", "^|^"]),
    // Word's last row, which only carries widths.
    ("<tr><td colspan=2>a<tr><td>b<td>c<tr height=0><td width=10><td width=20>", ["a|<", "b|c"]),
    ("<tr><td colspan=' 2x'>a<td>b<tr><td colspan=-1>c<td rowspan=x>d<td>e", ["a|<|b", "c|d|e"]),
    // Paragraphs, blocks and line breaks in cells are lines.
    ("<tr><td><p>本年</p>\n<p>收到</p><td>a<br>b<br><br><div>c</div>d<tr><td>　1&nbsp;<td>2", ["本年⏎收到|a⏎b⏎c⏎d", "1|2"]),
  ]) func `Cells stand where the standard puts them`(rows: String, expected: [String]) throws {
    #expect(drawing(try onlyTable("<table border=1>\(rows)</table>")) == expected)
  }

  @Test func `Every cell says where it stands`() throws {
    let table = try onlyTable("<p>x</p><table border=1><tbody><tr><td>a<td>b<tbody><tr><th>c<td>d</table>")
    #expect(table.origin.place.description == "/html/body/table[1]")
    #expect(table.cells.map(\.origin.place.description).last == "/html/body/table[1]/tr[2]/tc[2]")
  }

  @Test(arguments: [
    ("<thead><tr><td>a<td>b<tbody><tr><td>1<td>2", 1, 0),
    ("<tr><th>a<th>b<tr><th scope=row>c<td>2", 1, 1),
    ("<tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td>d<tr><th>e<td>1<td>2", 2, 1),
    ("<tr><th>a<td>1<tr><th>b<td>2", 0, 1),
  ]) func `Headers are what the page states`(rows: String, headerRows: Int, stubColumns: Int) throws {
    let table = try onlyTable("<table>\(rows)</table>")
    #expect(table.headerRowCount == headerRows)
    #expect(table.stubColumnCount == stubColumns)
    #expect(table.headerEvidence == .stated)
  }

  /// What `scope` states holds for the cell, whatever others do.
  @Test(arguments: [
    (
      "<thead><tr><th>a<th>b<tbody><tr><th scope=row>c<td>1<tr><th scope=row>d<td>2<tr><td>all<td>3",
      "a:stubHead b:columnHeader", 1
    ),
    ("<tr><th>a<th>b<tr><td>x<th scope=row>c<tr><td>y<td>z", "a:columnHeader b:columnHeader c:rowHeader", 0),
    (
      "<tr><th>a<th>b<th>c<tr><th scope=row>d<td>e<td>f<tr><td>g<th scope=colgroup colspan=2>h",
      "a:columnHeader b:columnHeader c:columnHeader d:rowHeader h:columnHeader", 0
    ),
  ]) func `Cells that state their scope are headers`(rows: String, headers: String, stubColumns: Int) throws {
    let table = try onlyTable("<table border=1>\(rows)</table>")
    let found = table.cells.filter { $0.kind != .data }.map { "\($0.text):\($0.kind)" }.joined(separator: " ")
    #expect(found.hasPrefix(headers))
    #expect(table.stubColumnCount == stubColumns)
  }

  /// `th` here and there is bold type: the values decide.
  @Test func `Scattered header cells state nothing`() throws {
    let table = try onlyTable("<table><tr><td>项目<td>件数<tr><td>许可<th>3<tr><th>处罚<td>0</table>")
    #expect(table.headerRowCount == 1)
    #expect(table.stubColumnCount == 1)
    #expect(table.headerEvidence == .computed)
  }

  @Test func `Captions belong to their tables`() throws {
    #expect(try onlyTable("<table><caption>表 1</caption><tr><td>a<td>b<tr><td>c<td>d</table>").caption == "表 1")
  }

  @Test func `Cells with more than text keep their blocks`() throws {
    let table = try onlyTable(
      """
      <table border=1><tr><td>a<table border=1><tr><td>1<td>2<tr><td>3<td>4</table>b<td><ol start=2><li>只有一项</ol>
      <tr><td><ul><li>x<li>y</ul><td>z</table>
      """)
    #expect(outline(table.cells[0].blocks) == ["p a", "table 1|2 / 3|4", "p b"])
    #expect(table.cells[0].text == "a\nb")
    // A number that the page keeps apart is the cell's label.
    #expect(table.cells[1].label == "2.")
    #expect(table.cells[1].text == "只有一项")
    #expect(table.cells[1].blocks.isEmpty)
    #expect(table.cells[2].text == "• x\n• y")
    #expect(table.cells[3].blocks.isEmpty)
  }

  /// What is typed into fields is shown; controls that are pressed, and what is hidden, are not.
  @Test func `Fields in cells of data are read`() throws {
    let table = try onlyTable(
      """
      <table border=1><tr><td>件数<td><input type=text value=12 readonly> 件<tr><td>说明<td><textarea>一
      二</textarea><tr><td>其他<td><input type=hidden value=h><input type=submit value=s><input type=checkbox value=c>
      </table>
      """)
    #expect(drawing(table) == ["件数|12 件", "说明|一⏎二", "其他|"])
  }

  @Test(arguments: [
    ("<table><tr><td>左栏<td>右栏</table>", ["p 左栏", "p 右栏"]),
    (
      "<style>td{border:1px solid} .lay td{border:none} .x td{border:solid}</style><table class=lay><tr><td>a<td>b</table>",
      ["p a", "p b"]
    ),
    ("<table><tr><td>搜索<td><input value=请输入><td style='visibility:hidden'>x</table>", ["p 搜索"]),
    ("<table border=1><tr><td><h2>A</h2><p>b</p></table>", ["h2 A", "p b"]),
    ("<table role=presentation border=1><tr><td>a<td>b<tr><td>c<td>d</table>", ["p a", "p b", "p c", "p d"]),
    (
      "<table><tr><td>a<td><table><tr><td>1<td>2<tr><td>3<td>4</table><tr><td>b<td>c</table>",
      ["p a", "table 1|2 / 3|4", "p b", "p c"]
    ),
    ("<table><tr><td><h3>A</h3>x<td>y<tr><td>z<td></table>", ["h3 A", "p x", "p y", "p z"]),
    ("<table summary=Tip><tr><td rowspan=2><img src=i.png><th>提示<tr><td>说明</table>", ["figure ", "p 提示", "p 说明"]),
  ]) func `Tables of layout are opened`(page: String, expected: [String]) throws {
    #expect(try outline(page) == expected)
  }

  @Test(arguments: [
    "<table border=1><tr><td>a<td>b</table>", "<table><tr><td style='border:1px solid'>a<td>b</table>",
    "<table><tr><th>a<th>b</table>", "<table role=table><tr><td>a<td>b</table>",
    "<table><caption>x</caption><tr><td>a<td>b</table>",
    "<style>td{border:1px solid #000}</style><table><tr><td>a<td>b</table>",
    "<style>.grid td, .grid th {BORDER-BOTTOM: 1px dashed}</style><table class=grid border=0><tr><td>a<td>b</table>",
    "<style>table{border-collapse:collapse;border:solid} .t{border-color:red}</style><table class=t><tr><td>a<td>b</table>",
  ]) func `Small tables of data stay`(page: String) throws {
    #expect(drawing(try onlyTable(page)) == ["a|b"])
  }

  @Test func `Spans beyond the standard are cut and said`() throws {
    let document = try read("<table border=1><tr><td colspan=100000000 rowspan=100000000>a</td></tr><tr><td>b</table>")
    let table = try #require(document.tables.first)
    #expect(table.columnCount == 1001)
    #expect(table.rowCount == 2)
    #expect(document.findings.map(\.code) == ["html.table.span-limit"])
  }

  @Test func `Overlaps are said`() throws {
    let findings = try read("<table border=1><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>").findings
    #expect(findings.map(\.code) == ["html.table.overlap"])
    #expect(findings.first?.place == .element(ElementPath("/html/body/table[1]")))
  }
}
