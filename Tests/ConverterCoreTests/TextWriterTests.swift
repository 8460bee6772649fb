import ConverterCore
import ConverterTesting
import Testing

@Suite struct `Plain text` {
  let origin = Origin(.byte(0), .stated)

  @Test func `sets blocks apart, underlines headings and keeps lists together`() throws {
    let document = Document(
      .heading(Heading(level: 1, label: "一、", text: "总体情况", origin: origin)),
      .paragraph(Paragraph(text: "First line\nsecond\tline", origin: origin)),
      .listItem(ListItem(label: "1.", text: "one\nmore", origin: origin)),
      .listItem(ListItem(label: "（二）", level: 1, text: "二\n三", origin: origin)),
      .listItem(ListItem(text: "bare", origin: origin)),
      .heading(Heading(level: 9, text: "Deep", origin: origin)),
      .figure(Figure(text: "a map", origin: origin)),
      .figure(Figure(origin: origin)))
    #expect(
      try TextWriter().written(document).text == #"""
        一、总体情况
        ============

        First line
        second line

        1. one
           more
          （二）二
                三
        bare

        Deep
        """"

        [figure: a map]

        [figure]

        """#)
  }

  @Test func `names what stands beside the main flow`() throws {
    let document = Document(
      .aside(Aside(role: .footnote, label: "1", blocks: [paragraph("note"), paragraph("more")], origin: origin)),
      .aside(Aside(role: .textBox, blocks: [.table(Table("a"))], origin: origin)),
      .aside(Aside(role: .pageNumber, blocks: [paragraph("- 3 -")], origin: origin)),
      .aside(Aside(role: .watermark, blocks: [], origin: origin)))
    #expect(
      try TextWriter().written(document).text == """
        [footnote 1] note

          more

        [text box]
          |---|
          | a |

        [page number] - 3 -

        [watermark]

        """)
  }

  @Test func `draws a table inside a cell`() throws {
    let inner = Table(headerRows: 1, "k | 值\na | 1")
    let outer = Table("x | y").mapCells { cell in
      if cell.text == "x" { cell.blocks = [paragraph("see"), .table(inner)] }
    }
    #expect(
      try TextWriter().written(Document(.table(outer))).text == """
        +------------+---+
        | see        | y |
        |            |   |
        | | k | 值 | |   |
        | |---|---:| |   |
        | | a |  1 | |   |
        +------------+---+

        """)
  }

  @Test(arguments: [20, 60, 120]) func `lines of a drawn table are equally wide`(width: Int) throws {
    for seed in 0..<300 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var table = Table.random(using: &generator)
      (table.caption, table.unit) = (nil, nil)
      let lines = try TextWriter(tableWidth: width).written(Document(.table(table))).text.split(separator: "\n")
      let widths = Set(lines.map(displayWidth))
      #expect(widths.count <= 1, "seed \(seed): \(lines)")
    }
  }

  @Test func `an empty line stands between documents`() throws {
    let document = Document(paragraph("a"))
    #expect(try TextWriter().written(document, document).text == "a\n\na\n")
  }

  private func paragraph(_ text: String) -> Block {
    .paragraph(Paragraph(text: text, origin: origin))
  }

  /// An independent reckoning: two columns for what East Asian fonts draw full, none for marks and joiners.
  private func displayWidth(_ line: some StringProtocol) -> Int {
    line.unicodeScalars.reduce(0) { width, scalar in
      switch scalar.value {
      case 0x300...0x36F, 0x200B...0x200F, 0xFEFF: width
      case 0x3000...0x9FFF, 0xFF01...0xFF60, 0x1F300...0x1FAFF: width + 2
      default: width + 1
      }
    }
  }
}
