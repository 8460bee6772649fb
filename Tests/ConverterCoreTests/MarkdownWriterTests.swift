import ConverterCore
import ConverterTesting
import Testing

@Suite struct MarkdownWriterTests {
  private let origin = Origin(.lines(1...1), .stated)

  @Test func `Blocks become Markdown`() throws {
    let document = Document(
      .heading(Heading(level: 2, label: "一、", text: "总述", origin: origin)),
      .paragraph(Paragraph(text: "first\nsecond", origin: origin)),
      .listItem(ListItem(label: "1.", text: "one", origin: origin)),
      .listItem(ListItem(label: "•", level: 1, text: "two\nmore", origin: origin)),
      .listItem(ListItem(label: "（二）", text: "three", origin: origin)),
      .figure(Figure(text: "a map", origin: origin)),
      .aside(
        Aside(
          role: .footnote, label: "1", blocks: [.paragraph(Paragraph(text: "note", origin: origin))], origin: origin)))
    #expect(
      try MarkdownWriter().written(document).text == """
        ## 一、总述

        first\\
        second

        1. one
           - two\\
             more
        - （二）three

        \\[figure: a map\\]

        > **footnote 1**
        >
        > note

        """)
  }

  @Test(arguments: [
    ("a*b_c*", "a\\*b_c\\*"), ("_x_", "\\_x\\_"), ("# x", "\\# x"), ("1. x", "1\\. x"), ("1.5", "1.5"),
    ("- x", "\\- x"),
    ("-5", "-5"), ("<b>&lt;", "\\<b>\\&lt;"), ("a & b", "a & b"), ("[x](y)", "\\[x\\](y)"), ("a|b", "a\\|b"),
    ("~~x~~", "\\~\\~x\\~\\~"), ("5~6 of 7~8", "5\\~6 of 7\\~8"), ("$x$", "\\$x\\$"), ("   x", "x"), ("`x`", "\\`x\\`"),
    ("> x", "\\> x"), ("a\\b", "a\\\\b"),
  ]) func `What would be markup is escaped`(text: String, expected: String) throws {
    let document = Document(.paragraph(Paragraph(text: text, origin: origin)))
    #expect(try MarkdownWriter().written(document).text == expected + "\n")
  }

  @Test(arguments: [("C #", "C \\#"), ("a ##", "a #\\#"), ("#", "\\#"), ("C# code", "C# code"), ("a\nb", "a b")])
  func `Number signs end no heading`(text: String, expected: String) throws {
    let document = Document(.heading(Heading(level: 2, text: text, origin: origin)))
    #expect(try MarkdownWriter().written(document).text == "## \(expected)\n")
  }

  @Test func `Code stands between fences as it is`() throws {
    let code = Paragraph(text: "if a {\n\tb  *c*\n}\n```", isCode: true, origin: origin)
    #expect(try MarkdownWriter().written(Document(.paragraph(code))).text == "````\nif a {\n\tb  *c*\n}\n```\n````\n")
    #expect(try TextWriter().written(Document(.paragraph(code))).text == "if a {\n\tb  *c*\n}\n```\n")
    let page = try HTMLWriter().written(Document(.paragraph(code))).text
    #expect(page.contains("<pre>\nif a {\n\tb  *c*\n}\n```</pre>"))
  }

  @Test func `Plain tables are pipe tables`() throws {
    let table = Table(
      headerRows: 1, caption: "表 1", unit: "件", "Office | Cases\nNorth | 7\n河\\n东 | 1|2".replacing("1|2", with: "12"))
    #expect(
      try MarkdownWriter().written(Document(.table(table))).text == """
        **表 1 (件)**

        | Office | Cases |
        | --- | ---: |
        | North | 7 |
        | 河<br>东 | 12 |

        """)
  }

  @Test func `Tables without header get an empty one`() throws {
    #expect(
      try MarkdownWriter().written(Document(.table(Table("a | b")))).text == "|  |  |\n| --- | --- |\n| a | b |\n")
  }

  @Test func `Tables with spans are HTML`() throws {
    let table = Table(headerRows: 1, stubColumns: 1, "a | <\nb | 1")
    #expect(
      try MarkdownWriter().written(Document(.table(table))).text == """
        <table>
        <thead>
        <tr><th colspan="2">a</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">b</th><td class="number">1</td></tr>
        </tbody>
        </table>

        """)
  }

  @Test func `The writer keeps the contract`() {
    expectWriterContract(MarkdownWriter())
  }
}
