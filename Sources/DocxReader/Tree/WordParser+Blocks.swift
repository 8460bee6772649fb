internal import ConverterCore
internal import Markup

/// Counts the elements of each name among siblings, for paths.
struct SiblingCounts {
  var paragraphs = 0
  var tables = 0
  var wrappers = 0
  var chunks = 0
}

extension WordParser {
  /// Reads the blocks of a story, a cell or a wrapper of blocks.
  ///
  /// - Parameter place: the path of the element whose blocks are read.
  mutating func blocks(at place: ElementPath) -> [WordBlock] {
    var blocks: [WordBlock] = []
    appendBlocks(to: &blocks, at: place)
    return blocks
  }

  mutating func appendBlocks(to blocks: inout [WordBlock], at place: ElementPath) {
    let scope = cursor.scope
    var counts = SiblingCounts()
    while let name = cursor.child(of: scope) {
      appendBlock(name, to: &blocks, at: place, &counts)
    }
  }

  mutating func appendBlock(
    _ name: WordName, to blocks: inout [WordBlock], at place: ElementPath, _ counts: inout SiblingCounts
  ) {
    switch name {
    case .paragraph:
      counts.paragraphs += 1
      // A paragraph of a cell is known by its cell.
      let path = place.cell > 0 ? "" : "\(place.path)/p[\(counts.paragraphs)]"
      blocks.append(.paragraph(paragraph(path: path)))
    case .table:
      counts.tables += 1
      blocks.append(.table(table(path: "\(place)/tbl[\(counts.tables)]")))
    case .contentControl, .customXML,
      .other where isForeignWrapper(name):
      counts.wrappers += 1
      let step = name == .contentControl ? "sdt" : "customXml"
      appendWrapped(to: &blocks, at: place.cell > 0 ? place : ElementPath("\(place)/\(step)[\(counts.wrappers)]"))
    case .inserted, .movedTo:
      within(.inserted) { $0.appendBlocks(to: &blocks, at: place) }
    case .deleted, .movedFrom:
      within(.deleted) { $0.appendBlocks(to: &blocks, at: place) }
    case .annotation:
      if let change = annotatedChange() { within(change) { $0.appendWrapped(to: &blocks, at: place) } }
    case .alternateContent:
      appendAlternative(to: &blocks, at: place)
    case .sectionProperties:
      section()
    case .altChunk:
      counts.chunks += 1
      blocks.append(.altChunk(part: target(.relationship), path: "\(place)/altChunk[\(counts.chunks)]"))
    case .run, .hyperlink, .simpleField, .smartTag, .equation, .equationParagraph, .drawing, .picture, .embeddedObject,
      .text:
      // Runs straight in a story are not valid, but their text is seen by some programs and lost by none of ours.
      var inlines: [WordInline] = []
      appendInline(name, to: &inlines)
      flushText(to: &inlines)
      if !inlines.isEmpty { blocks.append(.paragraph(WordParagraph(inlines: inlines, path: "\(place)/r"))) }
    case .commentRangeEnd:
      break
    default:
      noteStray()
    }
  }

  /// Reads the blocks inside a content control or custom XML.
  mutating func appendWrapped(to blocks: inout [WordBlock], at place: ElementPath) {
    let scope = cursor.scope
    var counts = SiblingCounts()
    while let name = cursor.child(of: scope) {
      if name == .contentControlContent {
        let inner = place.cell > 0 ? place : ElementPath("\(place)/sdtContent")
        appendBlocks(to: &blocks, at: inner)
      } else if name != .contentControlProperties {
        appendBlock(name, to: &blocks, at: place, &counts)
      }
    }
  }

  /// Reads the first branch of alternative content that has any (ECMA-376 part 3, 7.6): what a program writes twice, for
  /// new and for old readers, is read once.
  private mutating func appendAlternative(to blocks: inout [WordBlock], at place: ElementPath) {
    let scope = cursor.scope
    let before = blocks.count
    while let name = cursor.child(of: scope) {
      guard name == .choice || name == .fallback, blocks.count == before else { continue }
      appendBlocks(to: &blocks, at: place)
    }
  }
}
