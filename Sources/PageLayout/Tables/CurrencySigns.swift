internal import ConverterCore

/// Signs of currency in strips of their own, close behind the figures of the column before.
///
///     Taxes      $   1,130 $   4,477 $   3,381        a sign before the first figure, none behind the last one: each is
///     Grants           241       209       175        of the figure after it. Where lines end with signs, none is
extension [AlignedColumns.Line] {
  /// The lines with signs moved to the figures after them, at which they stand in the next column: where signs stand before the
  /// first figures of most lines, and those off the mark of a missing figure, `N/A  $ | 1,204`.
  func withSignsAtFigures(_ text: PageText, tolerances: Tolerances) -> [AlignedColumns.Line] {
    // Few tables have any.
    let signed = indices.filter { self[$0].pieces.contains { $0.words.contains(where: text.isCurrencySign) } }
    guard !signed.isEmpty else { return self }
    let areLeading =
      signed.count { self[$0].beginsWithSign(text) }.isMost(of: signed.count)
      && !signed.contains { self[$0].endsWithSign(text) }
    var lines = self
    for line in signed {
      lines[line].pieces.moveSigns(areLeading: areLeading, text: text, tolerances: tolerances)
    }
    return lines
  }
}

extension AlignedColumns.Line {
  /// Whether the first figure behind the label has a sign before it.
  fileprivate func beginsWithSign(_ text: PageText) -> Bool {
    let isLabelled = pieces.first.map { $0.columns == 0..<1 && !text.isCurrencySign($0.words[0]) } ?? false
    let words = pieces.dropFirst(isLabelled ? 1 : 0).flatMap(\.words)
    guard let figure = words.firstIndex(where: { text.words[$0].isValue && !text.isCurrencySign($0) }), figure > 0
    else {
      return false
    }
    return text.isCurrencySign(words[figure - 1])
  }

  /// Whether the last word is the sign of a figure before it.
  fileprivate func endsWithSign(_ text: PageText) -> Bool {
    let words = pieces.flatMap(\.words).suffix(2)
    return words.count == 2 && text.words[words[words.startIndex]].isValue
      && words.last.map(text.isCurrencySign) == true
  }
}

extension [AlignedColumns.Piece] {
  /// Moves signs at the ends of pieces to the figures of the next columns that have none.
  fileprivate mutating func moveSigns(areLeading: Bool, text: PageText, tolerances: Tolerances) {
    // From the last one on, so that a figure has given away the sign behind it before it is asked for its own.
    for (left, right) in zip(indices, indices.dropFirst()).reversed() {
      let words = self[left].words
      guard words.count > 1, let sign = words.last, text.isCurrencySign(sign), self[right].isValue,
        self[left].columns.upperBound == self[right].columns.lowerBound,
        !self[right].words.contains(where: text.isCurrencySign), !text.isYear(self[right].words)
      else { continue }
      let rest = Array<Int>(words.dropLast())
      let (last, box) = (text.words[words[words.count - 2]], text.words[sign].box)
      let isOff = box.x0 - last.box.x1 > tolerances.text.figureGap * text.words[sign].size
      let isAtMark = self[left].columns.lowerBound > 0 && rest.count == 1 && !last.isValue && isOff
      guard isAtMark || areLeading && (self[left].columns.lowerBound > 0 || isOff), let own = text.box(of: rest) else {
        continue
      }
      self[left].words = rest
      self[left].extent = Interval(own.x0, own.x1)
      self[left].isValue = rest.allSatisfy { text.words[$0].isValue }
      self[right].words = [sign] + self[right].words
      self[right].extent = self[right].extent.union(Interval(box.x0, box.x1))
    }
  }
}

extension PageText {
  /// Whether a word is a sign of currency that stands before figures in some languages.
  func isCurrencySign(_ word: Int) -> Bool {
    guard words[word].glyphs.count <= 2 else { return false }
    return ["$", "€", "£", "¥", "￥", "A$", "C$"].contains(string(of: words[word]))
  }
}
