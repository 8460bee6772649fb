internal import ConverterCore

/// Marks that say yes or no in the cells of a table, which are letters all the same: `X`, `Yes`.
///
///     State     Meals   Transport        Rows of marks are rows, as rows of figures are; the letters of words would be lines
///     Alaska      X         X            of one cell.
///     Oregon                X
extension PageText {
  /// The text with its marks told: words that stand by themselves with others of their kind above or below, where a page has several.
  /// Names of columns have none below.
  package func tellingChecks(tolerances: Tolerances = .standard) -> PageText {
    let checks = words.indices.compactMap { index in
      check(index, tolerances: tolerances).map { (word: index, kind: $0, column: Int(words[index].box.midX.rounded())) }
    }
    guard checks.count >= tolerances.text.leastChecks else { return self }
    var columns: [Check: [Int: Int]] = [:]
    for check in checks { columns[check.kind, default: [:]][check.column, default: 0] += 1 }
    var told = self
    for check in checks {
      let stacked = (check.column - 1...check.column + 1).reduce(0) { $0 + (columns[check.kind]?[$1] ?? 0) }
      if stacked > 1 { told.words[check.word].traits.insert(.check) }
    }
    return told
  }

  private enum Check { case cross, answer }

  private static let checks: [String: Check] = [
    "X": .cross, "x": .cross, "Yes": .answer, "No": .answer, "YES": .answer, "NO": .answer, "yes": .answer,
    "no": .answer,
  ]

  /// The mark that a word is, if it is one and the words beside it in its row stand as far from it as in other columns.
  private func check(_ index: Int, tolerances: Tolerances) -> Check? {
    let word = words[index]
    guard word.direction == .right, word.glyphs.count <= tolerances.text.longestCheck, word.traits.contains(.letter),
      (0...1_000_000).contains(word.box.midX), let check = Self.checks[string(of: word)],
      // The unknown of formulas is set in italics.
      check != .cross || !word.traits.contains(.italic)
    else { return nil }
    let isAlone = [index - 1, index + 1].filter(words.indices.contains).allSatisfy { other in
      let other = words[other]
      let gap = max(word.box.x0 - other.box.x1, other.box.x0 - word.box.x1)
      return other.direction != word.direction || other.band.overlap(word.band) <= 0
        || gap > tolerances.text.checkGap * word.size
    }
    return isAlone ? check : nil
  }
}
