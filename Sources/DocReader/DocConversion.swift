internal import Containers
internal import ConverterCore

/// Puts a document together from a file's text and formatting.
struct DocConversion {
  private let binary: WordBinary
  private let text: PieceTable
  private let reader: StoryReader
  private let options: WordOptions

  init(_ binary: WordBinary, _ text: PieceTable, options: WordOptions, limits: Limits) {
    self.binary = binary
    self.text = text
    self.options = options
    reader = StoryReader(binary, text, options: options, limits: limits)
  }

  /// - Throws: ``ReadingError`` where a limit is met.
  func document() throws(ReadingError) -> Document {
    var asides = Asides(binary, reader)
    var omissions = FlowOmissions()
    var lists = ListCounters()
    let anchors = try asides.anchored()
    let main = Story.main.positions(binary.information, textCount: text.units.count)
    let body = try reader.blocks(in: main, root: "body", anchors: anchors, lists: &lists, omissions: &omissions)
    let heads = options.includesHeaders ? try asides.headersAndFooters() : []
    omissions.add(asides.omissions)
    return Document(
      metadata: Metadata(title: body.title), blocks: body.blocks + heads, findings: findings(omissions))
  }

  private func findings(_ omissions: FlowOmissions) -> [Finding] {
    let isComplete = binary.isComplete && text.isComplete
    return (isComplete ? [] : [.docCutShort]) + omissions.findings(options.changes, of: "doc")
  }
}
