internal import ConverterCore

/// Grids of drawn lines whose cells hold several rows or columns.
extension TableSelection {
  /// Whether cells of a ruled candidate hold several rows or columns: figures below each other, in two cells or beside as
  /// many lines of another cell, or figures side by side.
  private static func isCrowded(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> Bool {
    var crowded = 0
    var stackedRows: [Range<Int>: Int] = [:]
    var lineCounts: [Range<Int>: [Int]] = [:]
    for (area, words) in zip(candidate.grid.areas, candidate.contents) where words.count > 1 {
      let lines = text.textLines(of: words, tolerances: tolerances)
      let figures = lines.count { line in line.phrases.allSatisfy(\.isValue) }
      let parted = lines.contains { line in
        // Signs without digits are no figures of other columns: `^ $ *`.
        line.phrases.dropFirst().contains { phrase in
          phrase.isValue && phrase.words.contains { text.words[line.words[$0]].traits.contains(.digit) }
        }
      }
      if figures >= tolerances.shares.leastCrowded || parted { crowded += 1 }
      if figures >= tolerances.shares.leastStackedFigures, figures == lines.count { stackedRows[area.rows] = figures }
      lineCounts[area.rows, default: []].append(lines.count)
    }
    return crowded >= tolerances.shares.leastCrowded
      || stackedRows.contains { rows, count in (lineCounts[rows] ?? []).count { $0 == count } >= 2 }
  }

  /// A ruled candidate divided further, where its cells hold several rows or columns of figures.
  static func divided(
    _ candidate: TableCandidate, text: PageText, rules: DrawnRules, tolerances: Tolerances
  ) -> TableCandidate? {
    guard isCrowded(candidate, text: text, tolerances: tolerances) else { return nil }
    let lines = text.textLines(of: candidate.ownWords, tolerances: tolerances)
    guard
      var divided = AlignedGrid.candidate(
        lines, level: candidate.level, upright: candidate.upright, shading: rules.shading.within(candidate.box),
        steps: rules.steps.within(candidate.box), sides: rules.sides.within(candidate.box), text: text,
        tolerances: tolerances),
      // One more would be the second line of a figure.
      divided.filledCount >= candidate.filledCount + tolerances.shares.leastCrowded,
      TableCriteria.objection(to: divided, text: text, tolerances: tolerances) == nil
    else { return nil }
    divided.inner = candidate.inner
    return divided
  }
}
