internal import ConverterCore

/// The text between tables: headings, paragraphs, list items.
enum Prose {
  /// The blocks of a range of lines, in order.
  static func blocks(_ text: TextLines, _ lines: Range<Int>) -> [Block] {
    var blocks: [Block] = []
    for index in lines where !text[index].isBlank {
      let line = text.text(index)
      let origin = Origin(.lines((index + 1)...(index + 1)), .stated)
      if let level = HeadingLine.level(line), line.unicodeScalars.count <= 40, !ProseSigns.endsStatement(line) {
        blocks.append(.heading(Heading(level: level, text: line, origin: origin)))
      } else {
        blocks.append(.paragraph(Paragraph(text: line, origin: origin)))
      }
    }
    return blocks
  }
}
