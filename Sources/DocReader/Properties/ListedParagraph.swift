internal import Bytes

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

  /// Carries out a list on what its style says: first the list itself, then those in the stream `Data` that it refers to, then the
  /// change of a piece.
  ///
  /// - Parameters:
  ///   - main: the stream `WordDocument`.
  ///   - data: the stream `Data`.
  ///   - list: offsets in the stream `WordDocument`; empty for no list.
  ///   - styles: what styles say; a change that names a style puts it in place of the list's.
  ///   - change: the change of a piece; `nil` for none.
  init(
    _ main: Span<UInt8>, _ data: Span<UInt8>, _ list: Range<Int>, _ styles: StyleSheet, change: PieceChange? = nil
  ) {
    var index = list.count >= 2 ? main.unsigned16(at: list.lowerBound) ?? 0 : 0
    if let change { index = change.style ?? index }
    var style = styles[index]
    var properties = style.paragraph
    properties.style = index
    var far: [Modifiers] = []
    var own = Modifiers(list.dropFirst(2))
    while let modifier = own.next(in: main) {
      properties.apply(modifier, of: main)
      if far.count < maximumFarCount, let list = ListedParagraph.farModifiers(of: modifier, main, data) {
        far.append(list)
      }
    }
    for list in far {
      var list = list
      while let modifier = list.next(in: data) { properties.apply(modifier, of: data) }
    }
    if let change {
      var list = change.list
      while let modifier = list.next(in: change.bytes.span) { properties.apply(modifier, of: change.bytes.span) }
    }
    if properties.style != index { style = styles[properties.style] }
    var row = RowProperties()
    if properties.endsRow {
      row.apply(Modifiers(list.dropFirst(2)), of: main)
      for list in far { row.apply(list, of: data) }
      if let change { row.apply(change.list, of: change.bytes.span) }
    }
    self.list = list
    self.properties = properties
    self.row = row
    isHiddenByStyle = style.isHidden
    isTitle = style.isTitle
  }

  /// The list in the stream `Data` that a modifier refers to ([MS-DOC] 2.6.2, sprmPHugePapx and sprmPTableProps), which refers to no
  /// further ones; `nil` for others.
  @inline(__always)
  private static func farModifiers(
    of modifier: Modifiers.Modifier, _ main: Span<UInt8>, _ data: Span<UInt8>
  ) -> Modifiers? {
    switch modifier.code {
    case ModifierCode.farProperties, ModifierCode.farPropertiesToo, ModifierCode.farTableProperties:
      guard let start = main.unsigned32(at: modifier.operand.lowerBound), let size = data.unsigned16(at: start) else {
        return nil
      }
      return Modifiers((start + 2)..<min(start + 2 + min(size, maximumFarSize), data.count))
    default: return nil
    }
  }
}

/// Bytes of a list in the stream `Data` that are looked at; the definition of a row of 63 cells with all borders takes less than
/// a quarter of it.
private let maximumFarSize = 16384

/// Lists in the stream `Data` that one list may refer to: properties that found no room on the page, and those of a table.
private let maximumFarCount = 2
