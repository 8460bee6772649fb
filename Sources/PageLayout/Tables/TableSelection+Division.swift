internal import ConverterCore

/// Grids of drawn lines whose cells hold several rows or columns.
extension TableSelection {
  /// Whether cells of a ruled candidate hold several rows or columns: figures below each other, in two cells or beside lines of
  /// another cell at the height of each of them, or figures side by side, in two cells or several lines of one.
  private static func isCrowded(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> Bool {
    var crowded = 0
    var stacks: [(area: Int, lines: [TextLine])] = []
    var lines = [[TextLine]](repeating: [], count: candidate.grid.areas.count)
    for area in lines.indices where candidate.contents[area].count > 1 {
      lines[area] = text.textLines(of: candidate.contents[area], tolerances: tolerances)
      let figures = lines[area].count { line in line.phrases.allSatisfy(\.isValue) }
      let parted = lines[area].count { line in
        // Signs without digits are no figures of other columns: `^ $ *`.
        line.phrases.dropFirst().contains { phrase in
          phrase.isValue && phrase.words.contains { text.words[line.words[$0]].traits.contains(.digit) }
        }
      }
      if figures >= tolerances.shares.leastCrowded || parted > 0 { crowded += 1 }
      // A frame with little else may be that of a chart.
      if parted >= tolerances.shares.leastStackedFigures, candidate.filledCount >= tolerances.shares.leastFilledCells {
        return true
      }
      if figures >= tolerances.shares.leastStackedFigures, figures == lines[area].count {
        stacks.append((area, lines[area]))
      }
    }
    let areas = candidate.grid.areas
    return crowded >= tolerances.shares.leastCrowded
      || stacks.contains { stack in
        areas.indices.contains { other in
          other != stack.area && areas[other].rows == areas[stack.area].rows
            && stack.lines.allSatisfy { $0.isBeside(lines[other], tolerances: tolerances) }
        }
      }
  }

  /// A ruled candidate divided further, where its cells hold several rows or columns of figures.
  static func divided(
    _ candidate: TableCandidate, text: PageText, rules: DrawnRules, tolerances: Tolerances
  ) -> TableCandidate? {
    guard isCrowded(candidate, text: text, tolerances: tolerances) else { return nil }
    let lines = text.textLines(of: candidate.ownWords, tolerances: tolerances)
    guard
      var divided = AlignedGrid.candidate(
        lines, rules: rules.within(gridOf: candidate), text: text, tolerances: tolerances),
      // One more would be the second line of a figure.
      divided.filledCount >= candidate.filledCount + tolerances.shares.leastCrowded,
      TableCriteria.objection(to: divided, text: text, tolerances: tolerances) == nil
    else { return nil }
    divided.inner = candidate.inner
    return divided
  }
}

extension TextLine {
  /// Whether one of some lines stands at the height of the line.
  fileprivate func isBeside(_ lines: [TextLine], tolerances: Tolerances) -> Bool {
    lines.contains { abs($0.baseline - baseline) <= tolerances.text.baselineDrift * size }
  }
}
