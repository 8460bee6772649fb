internal import Containers

/// What a list of changes on a page of formatting makes of the paragraphs that refer to it ([MS-DOC] 2.9.92 GrpPrlAndIstd).
struct ListedParagraph: Sendable {
  /// Offsets of the list in the stream `WordDocument`; it begins with the index of the paragraph's style (2 bytes).
  let list: Range<Int>

  let properties: ParagraphProperties

  /// Whether its style hides text, and whether it is that of titles.
  let isHiddenByStyle: Bool
  let isTitle: Bool

  /// The cells of the row that such a paragraph ends; none where it ends none.
  let row: RowProperties

  /// Carries out a list on what its style says: first the list itself, then those in the stream `Data` that it refers to, then the change of
  /// a piece.
  ///
  /// - Parameters:
  ///   - binary: the streams, lent: to hand over a copy for each list would count references to all of them.
  ///   - list: offsets in the stream `WordDocument`; empty for no list.
  ///   - styles: what styles say; a change that names a style puts it in place of the list's.
  ///   - change: the change of a piece; `nil` for none.
  init(_ binary: borrowing WordBinary, _ list: Range<Int>, _ styles: StyleSheet, change: Modifiers? = nil) {
    var index = list.count >= 2 ? binary.main.unsigned16(at: list.lowerBound) ?? 0 : 0
    if let change {
      for modifier in change where modifier.code == ModifierCode.paragraphStyle {
        index = change.bytes.unsigned16(at: modifier.operand.lowerBound) ?? index
      }
    }
    var style = styles[index]
    var properties = style.paragraph
    properties.style = index
    let own = Modifiers(binary.main, list.dropFirst(2))
    var others: [Modifiers] = []
    for modifier in own {
      properties.apply(modifier, of: own.bytes)
      if others.count < maximumFarCount, let far = ListedParagraph.farModifiers(of: modifier, binary) {
        others.append(far)
      }
    }
    if let change { others.append(change) }
    for list in others {
      for modifier in list { properties.apply(modifier, of: list.bytes) }
    }
    if properties.style != index { style = styles[properties.style] }
    var row = RowProperties()
    if properties.endsRow {
      row.apply(own)
      for list in others { row.apply(list) }
    }
    self.list = list
    self.properties = properties
    self.row = row
    isHiddenByStyle = style.isHidden
    isTitle = style.isTitle
  }

  /// The list in the stream `Data` that a modifier refers to ([MS-DOC] 2.6.2, sprmPHugePapx and sprmPTableProps), which refers to no further
  /// ones; `nil` for others.
  @inline(__always)
  private static func farModifiers(of modifier: Modifiers.Modifier, _ binary: borrowing WordBinary) -> Modifiers? {
    switch modifier.code {
    case ModifierCode.farProperties, ModifierCode.farPropertiesToo, ModifierCode.farTableProperties:
      guard let start = binary.main.unsigned32(at: modifier.operand.lowerBound),
        let size = binary.data.unsigned16(at: start)
      else { return nil }
      return Modifiers(binary.data, (start + 2)..<min(start + 2 + min(size, maximumFarSize), binary.data.count))
    default: return nil
    }
  }
}

/// Bytes of a list in the stream `Data` that are looked at; the definition of a row of 63 cells with all borders takes less than
/// a quarter of it.
private let maximumFarSize = 16384

/// Lists in the stream `Data` that one list may refer to: properties that found no room on the page, and those of a table.
private let maximumFarCount = 2
