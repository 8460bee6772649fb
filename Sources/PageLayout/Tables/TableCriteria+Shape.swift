internal import ConverterCore

extension TableCriteria {
  /// What the criteria look at.
  struct Shape {
    /// Words that a line of the candidate runs through.
    var struck = 0
    /// Columns in which most filled cells are figures.
    var valueColumns = 0
    /// The share of filled cells that are figures.
    var valueShare = 0.0
    /// The share of filled cells that hold prose.
    var proseShare = 0.0
    /// The share of filled cells that begin with a small letter, as pieces of running text do.
    var runningShare = 0.0
    /// Rows with two filled cells or more.
    var rowsSideBySide = 0
    /// Whether the first column holds only bullets or numbers of a list, or most cells begin with a bullet, as on slides.
    var isList = false
    /// Whether it is numbers or years, each with text beside it, and no heading: entries of a list, events.
    var isKeyed = false
    /// Runs of blank rows between rows with text, where at least half of all rows are blank.
    var blankGaps = 0
    /// Whether it is the scales of charts: each column falling figures at equal steps, or next to nothing; or bars above one.
    var isAxis = false

    init(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) {
      let tally = CellTally(candidate, text: text, tolerances: tolerances)
      valueColumns = tally.perColumn.count { $0.filled > 0 && $0.values.isMost(of: $0.filled) }
      isKeyed = tally.isKeyed
      valueShare = Double(tally.values) / Double(max(tally.filled, 1))
      proseShare = Double(tally.prose) / Double(max(tally.filled, 1))
      runningShare = Double(tally.running) / Double(max(tally.filled, 1))
      blankGaps = tally.blankGaps
      rowsSideBySide = tally.filledPerRow.count { $0 >= 2 }
      isList = tally.isList(tolerances)
      struck = Self.struckWords(candidate, text: text, tolerances: tolerances)
      isAxis = Self.isAxis(candidate, text: text, shares: tolerances.shares)
    }

    private static func isAxis(_ candidate: TableCandidate, text: PageText, shares: Tolerances.Shares) -> Bool {
      if hasScaleBelow(candidate, text: text, shares: shares) { return true }
      var figures = [[Double]](repeating: [], count: candidate.grid.columnCount)
      for (area, words) in zip(candidate.grid.areas, candidate.contents) where words.count == 1 {
        if let figure = TableCriteria.figure(words[0], text: text) { figures[area.columns.lowerBound].append(figure) }
      }
      let scales = figures.filter {
        $0.count >= shares.leastTicks && !$0.count.isLess(than: shares.leastTickShare, of: candidate.grid.rowCount)
      }
      return !scales.isEmpty && figures.allSatisfy { $0.count < shares.leastTicks - 1 || TableCriteria.isScale($0) }
    }

    /// Whether the last row, without a label, is the scale of level bars: figures from 0 on that rise at equal steps.
    private static func hasScaleBelow(
      _ candidate: TableCandidate, text: PageText, shares: Tolerances.Shares
    ) -> Bool {
      let words = zip(candidate.grid.areas, candidate.contents).filter { area, _ in
        area.rows.upperBound == candidate.grid.rowCount
      }.sorted { $0.0.columns.lowerBound < $1.0.columns.lowerBound }.flatMap(\.1)
      let figures = words.compactMap { TableCriteria.figure($0, text: text) }
      return figures.count >= shares.leastTicks && figures.count == words.count && figures[0] == 0
        && TableCriteria.isScale(figures.reversed())
    }

    private static func struckWords(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> Int {
      let positions = candidate.level.map(\.position)
      return candidate.words.count { index in
        let word = text.words[index]
        guard word.direction == .right else { return false }
        let band = Interval(
          word.band.start + tolerances.strikeMargin * word.size, word.band.end - tolerances.strikeMargin * word.size)
        var next = positions.partitioningIndex { $0 >= band.start }
        while next < positions.count, positions[next] <= band.end {
          if candidate.level[next].start < word.box.midX, word.box.midX < candidate.level[next].end { return true }
          next += 1
        }
        return false
      }
    }
  }
}
