internal import ConverterCore

/// Reads stretches of text as paragraphs and puts blocks together from them.
///
/// It is a class because all stretches share its tables: as a struct it is some twenty references that each copy counts.
final class StoryReader: Sendable {
  /// Content that is tied to a position of the text: a note, a text box.
  struct Anchor: Sendable {
    var position: Int
    var block: Block
  }

  let text: PieceTable
  let formatting: Formatting
  let fonts: FontTable
  let lists: ListTables
  let options: WordOptions
  let limits: Limits

  /// The stream `Data`.
  let data: [UInt8]

  /// The positions after the marks that end sections; elsewhere the same character breaks a page.
  let sectionEnds: Set<Int>

  init(_ binary: WordBinary, _ text: PieceTable, options: WordOptions, limits: Limits) {
    self.options = options
    data = binary.data
    self.text = text
    self.limits = limits
    formatting = Formatting(binary, text)
    fonts = FontTable(binary)
    lists = ListTables(binary, fonts)
    let sections = binary.positions(of: .sections, dataSize: 12)
    sectionEnds = Set((1...max(1, sections.count)).map(sections.position))
  }
}

extension StoryReader {
  /// The blocks of a stretch of text, and the title that it shows.
  ///
  /// - Parameters:
  ///   - positions: the stretch, wholly inside of the text.
  ///   - root: the path that places begin with, such as `body`.
  ///   - anchors: content that follows the paragraphs it is tied to, in order of positions.
  ///   - lists: counts the paragraphs of lists.
  ///   - omissions: gets what is left out.
  func blocks(
    in positions: Range<Int>, root: String, anchors: [Anchor] = [], lists: inout ListCounters,
    omissions: inout FlowOmissions
  ) throws(ReadingError) -> (blocks: [Block], title: String?) {
    var assembler = FlowAssembler(root: root, limits: limits)
    var reading = ParagraphReading(self, positions, anchors)
    while let paragraph = reading.next(&lists) { try assembler.add(paragraph) }
    let blocks = try assembler.finish()
    omissions.add(reading.omissions)
    omissions.addCells(of: assembler)
    return (blocks, assembler.title)
  }
}
