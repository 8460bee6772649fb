import ConverterCore
import ConverterTesting
import Foundation
import Testing

@Suite struct HTMLWriterTests {
  private let origin = Origin(.lines(1...1), .stated)

  private func body(_ blocks: Block...) throws -> String {
    let page = try HTMLWriter().written(Document(blocks: blocks)).text
    let start = try #require(page.range(of: "<main>\n")).upperBound
    return String(page[start...].prefix(upTo: try #require(page.range(of: "</main>")).lowerBound))
  }

  @Test func `A page needs nothing else and says what it is`() throws {
    var document = Document(.heading(Heading(level: 1, text: "A & B", origin: origin)))
    document.blocks.append(.heading(Heading(level: 2, label: "1.", text: "C", origin: origin)))
    document.metadata = Metadata(title: "年报 <1>", author: "x", created: "2024-01-02", language: "zh")
    let page = try HTMLWriter().written(document).text
    #expect(
      page.hasPrefix(
        """
        <!DOCTYPE html>
        <html lang="zh">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>年报 &lt;1&gt;</title>
        <meta name="author" content="x">
        <meta name="dcterms.created" content="2024-01-02">
        <style>
        """))
    #expect(
      page.hasSuffix(
        """
        <nav aria-label="Outline">
        <ol>
        <li class="level-1"><a href="#section-1">A &amp; B</a></li>
        <li class="level-2"><a href="#section-2">1. C</a></li>
        </ol>
        </nav>
        <main>
        <h1 id="section-1">A &amp; B</h1>
        <h2 id="section-2">1. C</h2>
        </main>
        </body>
        </html>

        """))
    #expect(!page.contains("http"))
  }

  @Test func `Lists nest by their levels`() throws {
    let items = [(0, "a"), (2, "b"), (1, "c"), (0, "d")]
      .map { Block.listItem(ListItem(label: "•", level: $0.0, text: $0.1, origin: origin)) }
    let page = try HTMLWriter().written(Document(blocks: items)).text
      .replacing("<span class=\"label\">•</span> ", with: "").replacing("\n", with: "")
    #expect(
      page.contains(
        "<main><ul><li>a<ul><li><ul><li>b</li></ul></li><li>c</li></ul></li><li>d</li></ul></main>"))
  }

  @Test func `Tables have their spans, headers and holes`() throws {
    let table = Table(
      headerRows: 2, stubColumns: 1, caption: "表", "Item | Number | <\n^ | new | old\nx\\ny | 1 | .\n^ | — | 2")
    #expect(
      try body(.table(table)) == """
        <table>
        <caption>表</caption>
        <thead>
        <tr><th rowspan="2">Item</th><th colspan="2" scope="col">Number</th></tr>
        <tr><th scope="col">new</th><th scope="col">old</th></tr>
        </thead>
        <tbody>
        <tr><th rowspan="2" scope="row">x<br>y</th><td class="number">1</td><td></td></tr>
        <tr><td>—</td><td class="number">2</td></tr>
        </tbody>
        </table>

        """)
  }

  @Test func `A head that a cell leaves is no group`() throws {
    let table = Table(headerRows: 1, "a | b\n^ | c")
    #expect(try body(.table(table)).contains("<tbody>\n<tr><th rowspan=\"2\" scope=\"col\">a</th>"))
  }

  @Test func `Cells keep their blocks, and asides their role`() throws {
    let paragraph = Block.paragraph(Paragraph(text: "n", origin: origin))
    let outer = Table("a | b").mapCells { if $0.text == "a" { $0.blocks = [.table(Table("1 | 2"))] } }
    #expect(try body(.table(outer)).contains("<tr><td><table>\n<tbody>\n<tr><td class=\"number\">1</td>"))
    #expect(
      try body(.aside(Aside(role: .textBox, blocks: [paragraph], origin: origin)))
        == "<aside class=\"textBox\" aria-label=\"text box\">\n<p>n</p>\n</aside>\n")
  }

  @Test func `The writer keeps the contract`() {
    expectWriterContract(HTMLWriter())
  }
}
