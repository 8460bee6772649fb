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
      var filledPerRow = [Int](repeating: 0, count: candidate.grid.rowCount)
      var perColumn = [(filled: Int, values: Int)](repeating: (0, 0), count: candidate.grid.columnCount)
      var bullets = [Int](repeating: 0, count: candidate.grid.columnCount)
      var filled = 0
      var prose = 0
      var values = 0
      var running = 0
      var labels = 0
      var sections = 0
      var points = 0
      // Per row the columns with nothing but a bullet, and those that begin with words.
      var bulleted = [Set<Int>](repeating: [], count: candidate.grid.rowCount)
      var worded = bulleted
      for (area, words) in zip(candidate.grid.areas, candidate.contents) where !words.isEmpty {
        filled += 1
        let isValue = words.allSatisfy { text.words[$0].isValue }
        if isValue { values += 1 }
        if text.words[words[0]].traits.contains(.lowercaseStart) { running += 1 }
        if text.characterCount(of: words) > tolerances.lookalikes.proseCellLetters
          || words.count > tolerances.lookalikes.proseCellWords
        {
          prose += 1
        }
        if text.words[words[0]].glyphs.count == 1 {
          let label = text.string(of: text.words[words[0]])
          let isBullet = LineLabel(label + " x")?.kind == .bullet
          if isBullet, words.count > 1 { points += 1 }
          if isBullet, words.count == 1 { bullets[area.columns.lowerBound] += 1 }
          // Fonts of symbols often call their bullet a full stop.
          if isBullet || label == ".", words.count == 1 {
            bulleted[area.rows.lowerBound].insert(area.columns.lowerBound)
          }
        }
        if words.count > 2, !isValue { worded[area.rows.lowerBound].insert(area.columns.lowerBound) }
        filledPerRow[area.rows.lowerBound] += 1
        if area.columns.count == 1 {
          perColumn[area.columns.lowerBound].filled += 1
          if isValue { perColumn[area.columns.lowerBound].values += 1 }
          if area.columns.lowerBound == 0, words.count == 1,
            text.words[words[0]].glyphs.count <= tolerances.shares.longestListLabel
          {
            let label = text.string(of: text.words[words[0]])
            if TextualShape.isListLabel(label) { labels += 1 }
            if TextualShape.isSectionNumber(label) { sections += 1 }
          }
        }
      }
      valueColumns = perColumn.count { $0.filled > 0 && $0.values.isMost(of: $0.filled) }
      let hasHead =
        zip(candidate.grid.areas, candidate.contents).count { area, words in
          area.rows.lowerBound == 0 && !words.isEmpty && words.allSatisfy { !text.words[$0].isValue }
        } >= 2
      isKeyed =
        perColumn.count == 2 && !hasHead && perColumn[0].values.isMost(of: perColumn[0].filled)
        && !perColumn[1].values.isMost(of: perColumn[1].filled)
      valueShare = Double(values) / Double(max(filled, 1))
      proseShare = Double(prose) / Double(max(filled, 1))
      runningShare = Double(running) / Double(max(filled, 1))
      let filledRows = filledPerRow.indices.filter { filledPerRow[$0] > 0 }
      if 2 * filledRows.count <= filledPerRow.count {
        blankGaps = zip(filledRows, filledRows.dropFirst()).count { $1 - $0 > 1 }
      }
      rowsSideBySide = filledPerRow.count { $0 >= 2 }
      let hasFigures = perColumn.indices.dropFirst().contains { perColumn[$0].values > bullets[$0] }
      // Numbers of articles, tariffs, rows: further columns beside the names, figures among them, which entries of lists lack.
      let dense = perColumn.indices.dropFirst().filter {
        !perColumn[$0].filled.isLess(than: tolerances.shares.denseColumn, of: filledRows.count)
      }
      // Bullets of a list in two columns look like signs for missing figures.
      let isNumbered =
        dense.count >= 2
        && dense.contains {
          perColumn[$0].values.isMost(of: perColumn[$0].filled) && bullets[$0] < perColumn[$0].filled
        }
      let entries = zip(bulleted, worded).count { bullets, words in bullets.contains { words.contains($0 + 1) } }
      isList =
        points.isMost(of: filled) || entries.isMost(of: filledRows.count)
        || !isNumbered && perColumn[0].filled > 0
          && (hasFigures ? labels : labels + sections).isMost(of: perColumn[0].filled)
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
