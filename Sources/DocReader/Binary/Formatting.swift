internal import Bytes
internal import Containers

/// The properties of every character and paragraph: styles, then the pages of formatting, then the changes of pieces.
///
/// It is a class because everything that reads text shares it.
final class Formatting: Sendable {
  private let binary: WordBinary
  private let text: PieceTable
  let styles: StyleSheet
  private let characters: FormattedPages<CharacterProperties>
  private let paragraphs: FormattedPages<ListedParagraph>

  init(_ binary: WordBinary, _ text: PieceTable) {
    self.binary = binary
    self.text = text
    styles = StyleSheet(binary)
    characters = FormattedPages(characters: binary)
    paragraphs = FormattedPages(paragraphs: binary, styles)
    let (main, data) = (binary.main, binary.data)
    unlistedParagraph = ListedParagraph(main.span, data.span, 0..<0, styles)
  }

  /// A paragraph that no page of formatting speaks of.
  private let unlistedParagraph: ListedParagraph

  /// Where the last look-up was; text is read in order, so the next is mostly near.
  struct Hint: Sendable {
    fileprivate var characters = 0
    fileprivate var paragraphs = 0
  }
}

extension Formatting {
  /// The properties of the paragraph whose mark stands at a position, and the row that it ends.
  func paragraph(at position: Int, hint: inout Hint) -> ListedParagraph {
    guard let index = text.pieceIndex(at: position) else { return unlistedParagraph }
    let piece = text.pieces[index]
    let found = paragraphs.properties(at: piece.offset(of: position), hint: &hint.paragraphs).properties
    let listed = found ?? unlistedParagraph
    guard let change = change(of: piece) else { return listed }
    let (main, data) = (binary.main, binary.data)
    return ListedParagraph(main.span, data.span, listed.list, styles, change: change)
  }

  /// The properties of the characters from a position on, and the position up to which they hold.
  func characters(at position: Int, hint: inout Hint) -> (properties: CharacterProperties, end: Int) {
    guard let index = text.pieceIndex(at: position) else { return (CharacterProperties(), .max) }
    let piece = text.pieces[index]
    let offset = piece.offset(of: position)
    let run = characters.properties(at: offset, hint: &hint.characters)
    var properties = run.properties ?? CharacterProperties()
    if let change = change(of: piece) { properties.apply(change.list, of: change.bytes.span) }
    let end = min(run.end, piece.offset(of: piece.positions.upperBound))
    let count = max(1, (end - offset + piece.width - 1) / piece.width)
    return (properties, min(position + count, piece.positions.upperBound))
  }

  /// The changes attached to a piece of a fast-saved file ([MS-DOC] 2.9.215 Prm0, 2.9.216 Prm1): one small change of a short
  /// list, or a list kept with the piece table.
  private func change(of piece: PieceTable.Piece) -> PieceChange? {
    guard piece.modification != 0 else { return nil }
    if piece.modification & 1 == 1 {
      let index = piece.modification >> 1
      guard text.modifications.indices.contains(index) else { return nil }
      return PieceChange(bytes: binary.table, list: Modifiers(text.modifications[index]))
    }
    guard let code = shortCodes[piece.modification >> 1 & 0x7F] else { return nil }
    let change = [UInt8(code & 0xFF), UInt8(code >> 8), UInt8(piece.modification >> 8)]
    return PieceChange(bytes: change, list: Modifiers(0..<change.count))
  }
}

/// The changes that a piece can carry without a list and that matter here ([MS-DOC] 2.9.215 Prm0, isprm).
private let shortCodes: [Int: Int] = [
  0x0C: ModifierCode.listLevel, 0x18: ModifierCode.inTable, 0x19: ModifierCode.rowEnd, 0x41: ModifierCode.deleted,
  0x42: ModifierCode.inserted, 0x43: ModifierCode.fieldHidden, 0x47: ModifierCode.binaryData,
  0x53: ModifierCode.plain, 0x5C: ModifierCode.hidden, 0x75: ModifierCode.special,
]
