internal import Containers

/// What a list of changes on a page of formatting makes of the paragraphs that refer to it ([MS-DOC] 2.9.92 GrpPrlAndIstd).
struct ListedParagraph: Sendable {
  let properties: ParagraphProperties

  /// Whether its style hides text, and whether it is that of titles.
  let isHiddenByStyle: Bool
  let isTitle: Bool

  /// The cells of the row that such a paragraph ends; none where it ends none.
  let row: RowProperties

  /// What was carried out: the style that the list begins with, then all lists that hold, its own and those in the stream `Data`
  /// that it refers to.
  let style: Int
  let modifiers: [Modifiers]

  /// Carries out a list.
  ///
  /// - Parameters:
  ///   - binary: the streams.
  ///   - list: offsets in the stream `WordDocument`; the list begins with the index of the paragraph's style (2 bytes).
  ///   - styles: what styles say, which the list changes.
  init(_ binary: WordBinary, _ list: Range<Int>, _ styles: StyleSheet) {
    guard list.count >= 2 else {
      self.init(style: 0, [], styles)
      return
    }
    let own = Modifiers(binary.main, list.dropFirst(2))
    self.init(
      style: binary.main.unsigned16(at: list.lowerBound) ?? 0, [own] + ListedParagraph.farModifiers(of: own, binary),
      styles)
  }

  /// Carries out lists on what a style says.
  init(style: Int, _ modifiers: [Modifiers], _ styles: StyleSheet) {
    var properties = styles[style].paragraph
    properties.style = style
    for list in modifiers { properties.apply(list) }
    var row = RowProperties()
    if properties.endsRow {
      for list in modifiers { row.apply(list) }
    }
    let shown = styles[properties.style]
    isHiddenByStyle = shown.isHidden
    isTitle = shown.isTitle
    self.properties = properties
    self.row = row
    self.style = style
    self.modifiers = modifiers
  }

  /// The lists that a list refers to in the stream `Data` ([MS-DOC] 2.6.2, sprmPHugePapx and sprmPTableProps); those refer to no
  /// further ones.
  private static func farModifiers(of list: Modifiers, _ binary: WordBinary) -> [Modifiers] {
    var lists: [Modifiers] = []
    for modifier in list {
      switch modifier.code {
      case ModifierCode.farProperties, ModifierCode.farPropertiesToo, ModifierCode.farTableProperties:
        guard lists.count < maximumFarCount, let start = binary.main.unsigned32(at: modifier.operand.lowerBound),
          let size = binary.data.unsigned16(at: start)
        else { continue }
        let end = min(start + 2 + min(size, maximumFarSize), binary.data.count)
        lists.append(Modifiers(binary.data, (start + 2)..<end))
      default: continue
      }
    }
    return lists
  }
}

/// Bytes of a list in the stream `Data` that are looked at; the definition of a row of 63 cells with all borders takes less than
/// a quarter of it.
private let maximumFarSize = 16384

/// Lists in the stream `Data` that one list may refer to: properties that found no room on the page, and those of a table.
private let maximumFarCount = 2
