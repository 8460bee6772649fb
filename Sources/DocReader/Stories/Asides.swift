internal import Containers
internal import ConverterCore

/// Reads what stands beside the main text: notes, text boxes, headers and footers.
struct Asides {
  let binary: WordBinary
  let reader: StoryReader
  private(set) var omissions = FlowOmissions()

  /// Per story, where the last stretch that was read ended: stretches ascend, so nothing is read twice.
  private var ends: [Story: Int] = [:]

  init(_ binary: WordBinary, _ reader: StoryReader) {
    self.binary = binary
    self.reader = reader
  }

  /// Footnotes, endnotes, comments and text boxes with the positions they are tied to, in order of these.
  mutating func anchored() throws(ReadingError) -> [StoryReader.Anchor] {
    let notes =
      try notes(.footnotes, .footnote, references: .footnoteReferences, texts: .footnoteTexts)
      + notes(.endnotes, .endnote, references: .endnoteReferences, texts: .endnoteTexts)
      + notes(.comments, .comment, references: .commentReferences, texts: .commentTexts)
    return try (notes + textBoxes(of: .main)).inOrder
  }

  /// [MS-DOC] 2.8.17 PlcffndRef, 2.8.18 PlcffndTxt and their like: where notes are referred to (with 0 for a mark that the
  /// author chose, else they are numbered), and which stretch of the story each takes.
  private mutating func notes(
    _ story: Story, _ role: Aside.Role, references: FileInformation.Structure, texts: FileInformation.Structure
  ) throws(ReadingError) -> [StoryReader.Anchor] {
    // What is said of a comment takes 30 bytes ([MS-DOC] 2.9.4 ATRDPre10).
    let references = binary.positions(of: references, dataSize: role == .comment ? 30 : 2)
    let texts = binary.positions(of: texts, dataSize: 0)
    var anchors: [StoryReader.Anchor] = []
    let numbering = NoteNumbering(binary, of: role)
    var count = 0
    for index in 0..<min(references.count, texts.count) {
      let isNumbered = role != .comment && binary.table.unsigned16(at: references.dataOffset(index)) != 0
      let label = isNumbered ? numbering.label(count) : nil
      if isNumbered { count += 1 }
      let path = "\(role.rawValue)s/\(role.rawValue)[\(index + 1)]"
      let blocks = try blocks(story, texts.range(index), root: path)
      guard !blocks.isEmpty else { continue }
      let aside = Aside(
        role: role, label: label, blocks: blocks,
        origin: Origin(.element(ElementPath(path)), .stated))
      anchors.append(StoryReader.Anchor(position: references.position(index), block: .aside(aside)))
    }
    return anchors
  }

  /// [MS-DOC] 2.8.32 PlcftxbxTxt, 2.9.106 FTXBXS: the stretch of the story that the boxes of a shape show, once for a chain of
  /// linked boxes; 2.8.37 PlcSpa: where shapes, or the groups that hold them, are tied. A box whose shape is not found follows the
  /// last paragraph. The text of WordArt is a property of its shape; a shape that is tied nowhere is not shown.
  ///
  /// - Parameter host: the story that the shapes are tied to: the main text or the headers.
  private mutating func textBoxes(of host: Story) throws(ReadingError) -> [StoryReader.Anchor] {
    let isOfHeaders = host == .headers
    let story = isOfHeaders ? Story.headerTextBoxes : .textBoxes
    let texts = binary.positions(of: isOfHeaders ? .headerTextBoxTexts : .textBoxTexts, dataSize: 22)
    let range = host.positions(binary.information, textCount: reader.text.units.count)
    let positions = shapePositions(isOfHeaders ? .headerShapes : .shapes, from: range.lowerBound)
    let shapes = DrawnShapes(binary, ofHeaders: isOfHeaders)
    func position(of shape: Int) -> Int? { positions[shape] ?? shapes.group[shape].flatMap { positions[$0] } }
    var anchors: [StoryReader.Anchor] = []
    // The last entry stands for no box.
    for index in 0..<max(0, texts.count - 1) {
      let entry = texts.dataOffset(index)
      guard binary.table.unsigned16(at: entry + 8) == 0, let shape = binary.table.unsigned32(at: entry + 14) else {
        continue
      }
      guard shows(shape, of: shapes) else { continue }
      let path = "\(story)/textBox[\(index + 1)]"
      let blocks = try blocks(story, texts.range(index), root: path)
      guard !blocks.isEmpty else { continue }
      let aside = Aside(role: .textBox, blocks: blocks, origin: Origin(.element(ElementPath(path)), .stated))
      let position = position(of: shape) ?? range.upperBound - 1
      anchors.append(StoryReader.Anchor(position: position, block: .aside(aside)))
    }
    for (index, art) in shapes.wordArt.enumerated() {
      guard let position = position(of: art.shape), shows(art.shape, of: shapes) else { continue }
      let origin = Origin(.element(ElementPath("\(story)/wordArt[\(index + 1)]")), .stated)
      let blocks = art.lines.map { Block.paragraph(Paragraph(text: $0, origin: origin)) }
      let aside = Aside(role: .textBox, blocks: blocks, origin: origin)
      anchors.append(StoryReader.Anchor(position: position, block: .aside(aside)))
    }
    return anchors
  }

  /// Whether the text of a shape is read; one that is hidden is counted.
  private mutating func shows(_ shape: Int, of shapes: DrawnShapes) -> Bool {
    guard shapes.hidden.contains(shape), !reader.options.includesHiddenText else { return true }
    omissions.hiddenRuns += 1
    return false
  }

  /// Where each shape of a story that begins at a position is tied, by its identifier.
  private func shapePositions(_ structure: FileInformation.Structure, from start: Int) -> [Int: Int] {
    let shapes = binary.positions(of: structure, dataSize: 26)
    var positions: [Int: Int] = [:]
    for index in 0..<shapes.count {
      if let shape = binary.table.unsigned32(at: shapes.dataOffset(index)) {
        positions[shape] = start + shapes.position(index)
      }
    }
    return positions
  }

  /// The headers and footers of all sections, each wording once ([MS-DOC] 2.8.21 Plcfhdd): six stretches for the separators
  /// of notes, then six for each section — headers of even, odd pages, footers of even, odd pages, header and footer of the
  /// first page. An empty one means the one of the section before.
  mutating func headersAndFooters() throws(ReadingError) -> [Block] {
    let texts = binary.positions(of: .headerTexts, dataSize: 0)
    var asides: [Block] = []
    var seen = Set<[UInt16]>()
    var boxes = try textBoxes(of: .headers).inOrder[...]
    for index in stride(from: 6, to: texts.count, by: 1) {
      let positions = stretch(.headers, texts.range(index))
      let boxesHere = Array(boxes.prefix { $0.position < positions.upperBound })
      boxes = boxes.dropFirst(boxesHere.count)
      guard seen.insert(Array(reader.text.units[positions])).inserted || !boxesHere.isEmpty else { continue }
      let role: Aside.Role = [0, 1, 4].contains(index % 6) ? .header : .footer
      let path = "\(role.rawValue)s/section[\(index / 6)]/\(role.rawValue)[\(index % 6 + 1)]"
      let blocks = try blocks(.headers, texts.range(index), root: path, anchors: boxesHere)
      guard !blocks.isEmpty else { continue }
      asides.append(.aside(Aside(role: role, blocks: blocks, origin: Origin(.element(ElementPath(path)), .stated))))
    }
    return asides + boxes.map(\.block)
  }

  /// A stretch of a story as positions of the text, clipped to what is left of the story.
  private func stretch(_ story: Story, _ range: Range<Int>) -> Range<Int> {
    let whole = story.positions(binary.information, textCount: reader.text.units.count)
    let lower = max(ends[story] ?? whole.lowerBound, whole.lowerBound + min(range.lowerBound, whole.count))
    return lower..<max(lower, whole.lowerBound + min(range.upperBound, whole.count))
  }

  private mutating func blocks(
    _ story: Story, _ range: Range<Int>, root: String, anchors: [StoryReader.Anchor] = []
  ) throws(ReadingError) -> [Block] {
    let positions = stretch(story, range)
    ends[story] = positions.upperBound
    var lists = ListCounters()
    return try reader.blocks(in: positions, root: root, anchors: anchors, lists: &lists, omissions: &omissions).blocks
  }
}

extension [StoryReader.Anchor] {
  /// In order of positions; those that share one keep their order.
  fileprivate var inOrder: [StoryReader.Anchor] {
    enumerated()
      .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map(\.element)
  }
}
