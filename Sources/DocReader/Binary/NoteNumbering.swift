internal import Containers
internal import ConverterCore

/// How automatic numbers of notes show, by the document's properties ([MS-DOC] 2.7.2 DopBase).
struct NoteNumbering: Hashable, Sendable {
  /// The number of the first note.
  private let start: Int

  /// The kind of number ([MS-OSHARED] 2.2.1.3 MSONFC).
  private let format: Int

  /// Reads the numbering of footnotes or endnotes; without properties they count 1, 2, 3.
  init(_ binary: WordBinary, of role: Aside.Role) {
    let properties = binary.range(of: .documentProperties)
    let isFootnote = role == .footnote
    let first =
      properties.count >= 56 ? binary.table.unsigned16(at: properties.lowerBound + (isFootnote ? 2 : 52)) : nil
    let formats = properties.count >= 56 ? binary.table.unsigned16(at: properties.lowerBound + 54) : nil
    start = max(1, (first ?? 4) >> 2)
    format = (formats ?? 0) >> (isFootnote ? 2 : 6) & 0xF
  }

  /// The number of the note at an index, counted from 0, as displayed.
  func label(_ index: Int) -> String {
    ListNumber.text(start + index, format: format)
  }
}
