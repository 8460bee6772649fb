import ConverterCore
import ConverterTesting
import Testing

@testable import HTMLReader

/// What `HTMLWriter` writes, `HTMLReader` reads.
@Suite struct RoundTripTests {
  @Test(arguments: [
    (1, 1, "项目 | 件数\n甲 | 1\n乙 | 2"),
    (2, 1, "Item | Number | <\n^ | new | old\nx\\ny | 1 | 2\n^ | — | 4"),
    (1, 2, "a | < | b\nc | d | 1\n^ | e | 2"),
    (0, 0, "甲 | 乙 | 丙\n丁 | < | 戊\n己 | 庚 | ^"),
    (1, 0, "<b> | &amp;\n\"x\" | 'y'"),
  ]) func `Tables come back whole`(headerRows: Int, stubColumns: Int, source: String) throws {
    let table = Table(headerRows: headerRows, stubColumns: stubColumns, caption: "表 1", source)
    let page = try HTMLWriter().written(Document(.table(table))).text
    let back = try onlyTable(page)
    #expect(drawing(back) == drawing(table))
    #expect(back.caption == "表 1")
    #expect(back.cells.map(\.rows) == table.cells.map(\.rows))
    #expect(back.cells.map(\.columns) == table.cells.map(\.columns))
    if headerRows > 0 { #expect(back.cells.map(\.kind) == table.cells.map(\.kind)) }
  }

  @Test func `Prose comes back whole`() throws {
    let origin = Origin(.lines(1...1), .stated)
    let document = Document(
      .heading(Heading(level: 2, text: "A < B", origin: origin)),
      .paragraph(Paragraph(text: "first\nsecond & third", origin: origin)))
    #expect(outline(try read(try HTMLWriter().written(document).text).blocks) == outline(document.blocks))
  }
}
