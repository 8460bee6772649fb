internal import Bytes

extension Unicode.Scalar {
  /// The columns that the scalar takes in a fixed-width font: 2 for East Asian wide ones (Unicode Annex 11; ambiguous ones
  /// count as narrow, as terminals do), 0 for marks that sit on the scalar before and for invisible format characters.
  package var columnWidth: Int {
    if value < 0x300 { return 1 }
    if TextJoining.isWide(self) { return 2 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }
}

extension Span<UInt8> {
  /// The columns that text in valid UTF-8 takes in a fixed-width font. By bytes: each cell of a drawn table is measured.
  fileprivate var columnWidth: Int {
    var width = 0
    var index = 0
    while index < count {
      switch self[index] {
      case ..<0x80:
        width += 1
        index += 1
      // U+5000 to U+9FFF, nearly all Chinese characters.
      case 0xE5...0xE9:
        width += 2
        index += 3
      default:
        width += scalar(at: &index).columnWidth
      }
    }
    return width
  }
}

extension String {
  /// The columns that the text takes in a fixed-width font, its line breaks not looked at.
  package var columnWidth: Int { utf8.span.columnWidth }
}

extension Substring {
  /// The columns that the text takes in a fixed-width font, its line breaks not looked at.
  package var columnWidth: Int { utf8.span.columnWidth }
}
