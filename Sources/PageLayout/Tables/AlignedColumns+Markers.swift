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

extension [AlignedColumns.Piece] {
  /// The pieces of a line with currency signs that stand behind the mark of a missing figure, off it, at the figures of the next
  /// column, to which they belong: `N/A  $ | 1,204`. Behind a figure they are its own: `80 €`.
  func withSignsAtFigures(_ text: PageText, tolerances: Tolerances) -> [AlignedColumns.Piece] {
    var pieces = self
    for (left, right) in zip(indices, indices.dropFirst()) {
      let words = pieces[left].words
      guard words.count == 2, pieces[left].columns.lowerBound > 0, pieces[right].isValue,
        pieces[left].columns.upperBound == pieces[right].columns.lowerBound,
        MarkerKind(text.words[words[1]], text: text) == .leading, !text.words[words[0]].isValue,
        !pieces[right].words.contains(where: { MarkerKind(text.words[$0], text: text) == .leading }),
        !text.isYear(pieces[right].words)
      else { continue }
      let (word, sign) = (text.words[words[0]], text.words[words[1]])
      guard sign.box.x0 - word.box.x1 > tolerances.text.figureGap * sign.size else { continue }
      pieces[left].words = [words[0]]
      pieces[left].extent = Interval(word.box.x0, word.box.x1)
      pieces[left].isValue = false
      pieces[right].words = [words[1]] + pieces[right].words
      pieces[right].extent = pieces[right].extent.union(Interval(sign.box.x0, sign.box.x1))
    }
    return pieces
  }
}

private enum MarkerKind {
  case leading, trailing, none

  init(_ piece: AlignedColumns.Piece, text: PageText) {
    self = piece.words.count == 1 ? MarkerKind(text.words[piece.words[0]], text: text) : .none
  }

  init(_ word: Word, text: PageText) {
    guard word.glyphs.count <= 2 else {
      self = .none
      return
    }
    switch text.string(of: word) {
    case "$", "€", "£", "¥", "￥", "A$", "C$": self = .leading
    case "%", ")", "*", "**", "†", "‡", "%)", "％": self = .trailing
    default: self = .none
    }
  }
}
