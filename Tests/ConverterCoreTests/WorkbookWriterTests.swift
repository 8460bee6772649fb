import ConverterTesting
import Testing

@testable import ConverterCore

@Suite struct WorkbookWriterTests {
  @Test func `Members are stored with their sums`() throws {
    var sink = MemorySink()
    var archive = ZipOutput()
    try archive.add("a", Array("123456789".utf8), to: &sink)
    try archive.finish(to: &sink)
    let bytes = sink.bytes
    #expect(bytes.count == 30 + 1 + 9 + 46 + 1 + 22)
    #expect(bytes.starts(with: Array("PK\u{3}\u{4}".utf8)))
    // The check value of this polynomial.
    #expect(bytes[14..<18].elementsEqual([0x26, 0x39, 0xF4, 0xCB]))
    #expect(bytes[31..<40].elementsEqual("123456789".utf8))
    // The directory begins behind the member.
    #expect(bytes.suffix(22)[(bytes.count - 22 + 16)...].prefix(4).elementsEqual([40, 0, 0, 0]))
  }

  private func sheet(_ table: Table) throws -> String {
    let sheet = try WorkbookSheet(table).part()
    return String(decoding: sheet.bytes, as: UTF8.self).replacing("\n", with: "")
  }

  @Test func `Spans are merged and headers stay in sight`() throws {
    let table = Table(headerRows: 2, stubColumns: 1, "Item | Number | <\n^ | new | old\nx | 1 | 2")
    let sheet = try sheet(table)
    #expect(
      sheet.contains("<pane xSplit=\"1\" ySplit=\"2\" topLeftCell=\"B3\" activePane=\"bottomRight\" state=\"frozen\"/>")
    )
    #expect(sheet.contains("<mergeCells count=\"2\"><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>"))
    #expect(
      sheet.contains("<c r=\"A2\" s=\"1\"/><c r=\"B2\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">new</t>"))
  }

  @Test(arguments: [
    ("1,234.50", "s=\"3\"><v>1234.50</v></c>"), ("－３", "s=\"3\"><v>-3</v></c>"),
    ("12.5%", "s=\"4\"><v>12.5E-2</v></c>"),
    ("3件", "s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">3件</t></is></c>"),
    ("007", "s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">007</t></is></c>"),
    ("1234567890123456", "s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">1234567890123456</t></is></c>"),
    ("=1+1 <&>", "s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1 &lt;&amp;&gt;</t></is></c>"),
  ]) func `Only plain numbers become numbers`(text: String, expected: String) throws {
    #expect(try sheet(Table("x | \(text)")).contains("<c r=\"B1\" \(expected)"))
  }

  @Test func `Texts are as long as programs take`() throws {
    let text = String(repeating: "𝒳", count: 20_000)
    #expect(try sheet(Table(text)).contains(">\(text.prefix(16_383))</t>"))
  }

  @Test func `What does not fit is told`() {
    func losses(_ tables: Table...) -> [Finding] {
      WorkbookWriter().losses(of: Document(blocks: tables.map(Block.table)))
    }
    let longest = String(repeating: "𝒳", count: 16_383) + "x"
    #expect(losses(Table(longest)).isEmpty)
    let cut = losses(Table("a | \(longest)x"))
    #expect(cut.map(\.code) == ["xlsx.text.cut"])
    #expect(cut.first?.message == "the text of 1 cell is cut: a cell of a workbook holds 32767 units of UTF-16")
    #expect(cut.first?.severity == .warning)
    var (short, long) = (Table("a"), Table("a"))
    (short.caption, long.caption) = ("Fees of 2023", "Fees of 2023: what was asked for, what was paid")
    #expect(losses(short).isEmpty)
    #expect(
      losses(short, long, long).map(\.message).first?.hasPrefix("2 captions stand in the name of a sheet") == true)
  }

  @Test func `What looks like an escape stays text`() throws {
    #expect(try sheet(Table("_x0041_ _x_ _x41_")).contains(">_x005F_x0041_ _x_ _x41_</t>"))
  }

  @Test func `Holes have no cell`() throws {
    #expect(try sheet(Table("a | .\nb | c")).contains("<row r=\"1\"><c r=\"A1\""))
    #expect(!(try sheet(Table("a | .\nb | c")).contains("r=\"B1\"")))
  }

  @Test func `Sheets are named by number and caption`() {
    var tables = [Table("a"), Table("b"), Table("c")]
    tables[1].caption = "表 1: [收支]/总表"
    tables[2].caption = String(repeating: "长", count: 40)
    #expect(SheetNames.names(of: tables) == ["t1", "t2 表 1 收支总表", "t3 " + String(repeating: "长", count: 28)])
    tables[2].caption = String(repeating: "😀", count: 40)
    #expect(SheetNames.names(of: tables)[2] == "t3 " + String(repeating: "😀", count: 14))
  }

  @Test func `A document without tables is a workbook all the same`() throws {
    let bytes = try WorkbookWriter().written(Document()).bytes
    #expect(String(decoding: bytes, as: UTF8.self).contains("<sheet name=\"no tables\" sheetId=\"1\" r:id=\"rId1\"/>"))
  }

  @Test func `The writer keeps the contract`() {
    expectWriterContract(WorkbookWriter(), isText: false)
  }
}
