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

extension StringProtocol {
  /// The columns that the text takes in a fixed-width font, its line breaks not looked at.
  package var columnWidth: Int {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    return unicodeScalars.reduce(0) { $0 + $1.columnWidth }
  }
}
