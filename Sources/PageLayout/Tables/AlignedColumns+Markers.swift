internal import ConverterCore

/// Columns that are none: signs set apart from the figures to which they belong.
extension AlignedColumns {
  /// The columns without those of currency signs, which go to the figures after them, and of percent signs, brackets and
  /// note marks, which go to the figures before them. Financial tables set `$` flush left of a column and `)` or `%` flush
  /// right of it.
  package func withoutMarkers(_ text: PageText) -> AlignedColumns {
    var leading = [Bool](repeating: true, count: count)
    var trailing = [Bool](repeating: true, count: count)
    var seen = [Bool](repeating: false, count: count)
    let body = firstFigures(text) ?? 0
    for (number, line) in lines.enumerated() {
      for piece in line.pieces where piece.columns.count == 1 {
        let column = piece.columns.lowerBound
        let kind = MarkerKind(piece, text: text)
        // A heading over two columns stands where the sign of the second one does.
        if number < body, kind == .none {
          trailing[column] = false
          continue
        }
        seen[column] = true
        leading[column] = leading[column] && kind == .leading
        trailing[column] = trailing[column] && kind == .trailing
      }
    }
    var doomed: Set<Int> = []
    for column in 0..<count where seen[column] {
      if leading[column], column < count - 1 { doomed.insert(column) }
      if trailing[column], column > 0 { doomed.insert(column - 1) }
    }
    return removing(borders: doomed)
  }
}

private enum MarkerKind {
  case leading, trailing, none

  init(_ piece: AlignedColumns.Piece, text: PageText) {
    guard piece.words.count == 1, text.words[piece.words[0]].glyphs.count <= 2 else {
      self = .none
      return
    }
    guard !text.isCurrencySign(piece.words[0]) else {
      self = .leading
      return
    }
    switch text.string(of: text.words[piece.words[0]]) {
    case "%", ")", "*", "**", "†", "‡", "%)", "％": self = .trailing
    default: self = .none
    }
  }
}
