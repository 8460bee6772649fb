internal import Containers

/// The properties of every character and paragraph: styles, then the pages of formatting, then the changes of pieces.
///
/// It is a class because everything that reads text shares it.
final class Formatting: Sendable {
  private let binary: WordBinary
  private let text: PieceTable
  let styles: StyleSheet
  private let characters: FormattedPages
  private let paragraphs: FormattedPages

  init(_ binary: WordBinary, _ text: PieceTable) {
    self.binary = binary
    self.text = text
    styles = StyleSheet(binary)
    characters = FormattedPages.characters(binary)
    paragraphs = FormattedPages.paragraphs(binary)
  }

  /// Where the last look-up was; text is read in order, so the next is mostly near.
  struct Hint: Sendable {
    fileprivate var characters = 0
    fileprivate var paragraphs = 0

    /// The last list of changes that a paragraph had and what came of it: neighbours mostly share theirs.
    fileprivate var lastList: Range<Int>?
    fileprivate var lastProperties = ParagraphProperties()

    /// All lists of the paragraph at the last position; the mark that ends a row is asked for its row next.
    fileprivate var lastPosition = -1
    fileprivate var lastModifiers: [Modifiers] = []
  }
}

extension Formatting {
  /// The properties of the paragraph whose mark stands at a position.
  func paragraph(at position: Int, hint: inout Hint) -> ParagraphProperties {
    let list = sharedList(at: position, hint: &hint)
    if let list, list == hint.lastList { return hint.lastProperties }
    let lists = paragraphModifiers(at: position, hint: &hint)
    var properties = styles[lists.style].paragraph
    properties.style = lists.style
    for list in lists.modifiers { properties.apply(list) }
    hint.lastList = list
    hint.lastProperties = properties
    hint.lastPosition = position
    hint.lastModifiers = lists.modifiers
    return properties
  }

  /// The list of a paragraph that depends on nothing else; `nil` where its piece changes it.
  private func sharedList(at position: Int, hint: inout Hint) -> Range<Int>? {
    guard let index = text.pieceIndex(at: position), text.pieces[index].modification == 0 else { return nil }
    let list = paragraphs.run(at: text.pieces[index].offset(of: position), hint: &hint.paragraphs)?.properties
    return list.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The cells that the row ending at a position defines.
  func row(at position: Int, hint: inout Hint) -> RowProperties {
    var row = RowProperties()
    let lists =
      position == hint.lastPosition ? hint.lastModifiers : paragraphModifiers(at: position, hint: &hint).modifiers
    for list in lists { row.apply(list) }
    return row
  }

  /// All lists of changes that hold for a paragraph, in order, lists in the stream `Data` included.
  private func paragraphModifiers(at position: Int, hint: inout Hint) -> (style: Int, modifiers: [Modifiers]) {
    guard let index = text.pieceIndex(at: position) else { return (0, []) }
    let piece = text.pieces[index]
    var style = 0
    var lists: [Modifiers] = []
    if let run = paragraphs.run(at: piece.offset(of: position), hint: &hint.paragraphs), run.properties.count >= 2 {
      style = binary.main.unsigned16(at: run.properties.lowerBound) ?? 0
      lists.append(Modifiers(binary.main, run.properties.dropFirst(2)))
    }
    for list in lists { appendFarModifiers(of: list, to: &lists) }
    if let change = modifiers(of: piece) {
      lists.append(change)
      for modifier in change where modifier.code == ModifierCode.paragraphStyle {
        style = change.bytes.unsigned16(at: modifier.operand.lowerBound) ?? style
      }
    }
    return (style, lists)
  }

  /// Adds the lists that a list refers to in the stream `Data` ([MS-DOC] 2.6.2, sprmPHugePapx and sprmPTableProps); those refer to no
  /// further ones.
  private func appendFarModifiers(of list: Modifiers, to lists: inout [Modifiers]) {
    for modifier in list {
      switch modifier.code {
      case ModifierCode.farProperties, ModifierCode.farPropertiesToo, ModifierCode.farTableProperties:
        guard let start = binary.main.unsigned32(at: modifier.operand.lowerBound),
          let size = binary.data.unsigned16(at: start)
        else { continue }
        let end = min(start + 2 + min(size, maximumFarSize), binary.data.count)
        lists.append(Modifiers(binary.data, (start + 2)..<end))
      default: continue
      }
    }
  }

  /// The properties of the characters from a position on, and the position up to which they hold.
  func characters(at position: Int, hint: inout Hint) -> (properties: CharacterProperties, end: Int) {
    var properties = CharacterProperties()
    guard let index = text.pieceIndex(at: position) else { return (properties, .max) }
    let piece = text.pieces[index]
    let offset = piece.offset(of: position)
    var endOffset: Int
    if let run = characters.run(at: offset, hint: &hint.characters) {
      properties.apply(Modifiers(binary.main, run.properties))
      endOffset = run.end
    } else {
      endOffset = characters.nextStart(after: offset, hint: hint.characters)
    }
    if let change = modifiers(of: piece) { properties.apply(change) }
    endOffset = min(endOffset, piece.offset(of: piece.positions.upperBound))
    let count = max(1, (endOffset - offset + piece.width - 1) / piece.width)
    return (properties, min(position + count, piece.positions.upperBound))
  }

  /// The changes attached to a piece of a fast-saved file ([MS-DOC] 2.9.215 Prm0, 2.9.216 Prm1): one small change of a short
  /// list, or a list kept with the piece table.
  private func modifiers(of piece: PieceTable.Piece) -> Modifiers? {
    guard piece.modification != 0 else { return nil }
    if piece.modification & 1 == 1 {
      let index = piece.modification >> 1
      return text.modifications.indices.contains(index) ? Modifiers(binary.table, text.modifications[index]) : nil
    }
    guard let code = shortCodes[piece.modification >> 1 & 0x7F] else { return nil }
    let change = [UInt8(code & 0xFF), UInt8(code >> 8), UInt8(piece.modification >> 8)]
    return Modifiers(change, 0..<change.count)
  }
}

/// Bytes of a list in the stream `Data` that are looked at; the definition of a row of 63 cells with all borders takes less than
/// a quarter of it.
private let maximumFarSize = 16384

/// The changes that a piece can carry without a list and that matter here ([MS-DOC] 2.9.215 Prm0, isprm).
private let shortCodes: [Int: Int] = [
  0x0C: ModifierCode.listLevel, 0x18: ModifierCode.inTable, 0x19: ModifierCode.rowEnd, 0x41: ModifierCode.deleted,
  0x42: ModifierCode.inserted, 0x43: ModifierCode.fieldHidden, 0x47: ModifierCode.binaryData,
  0x53: ModifierCode.plain, 0x5C: ModifierCode.hidden, 0x75: ModifierCode.special,
]
