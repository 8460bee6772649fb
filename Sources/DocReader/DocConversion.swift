internal import Containers
internal import ConverterCore

/// Puts a document together from a file's text and formatting.
struct DocConversion {
  private let binary: WordBinary
  private let text: PieceTable
  private let reader: StoryReader
  private let includesHeaders: Bool

  init(_ binary: WordBinary, _ text: PieceTable, limits: Limits, includesHeaders: Bool) {
    self.binary = binary
    self.text = text
    self.includesHeaders = includesHeaders
    reader = StoryReader(binary, text, limits: limits)
  }

  /// - Throws: ``ReadingError`` where a limit is met.
  func document() throws(ReadingError) -> Document {
    var asides = Asides(binary, reader)
    var omissions = StoryReader.Omissions()
    var lists = ListCounters()
    let anchors = try asides.anchored()
    let main = Story.main.positions(binary.information, textCount: text.units.count)
    var blocks = try reader.blocks(in: main, root: "body", anchors: anchors, lists: &lists, omissions: &omissions)
    if includesHeaders { blocks += try asides.headersAndFooters() }
    omissions.add(asides.omissions)
    return Document(blocks: blocks, findings: findings(omissions))
  }

  private func findings(_ omissions: StoryReader.Omissions) -> [Finding] {
    var findings: [Finding] = []
    if !binary.isComplete || !text.isComplete { findings.append(.docCutShort) }
    if omissions.deletedRuns > 0 { findings.append(.docDeletedText(omissions.deletedRuns)) }
    if omissions.hiddenRuns > 0 { findings.append(.docHiddenText(omissions.hiddenRuns)) }
    if omissions.coveredCells > 0 { findings.append(.docCoveredText(omissions.coveredCells)) }
    return findings
  }
}
