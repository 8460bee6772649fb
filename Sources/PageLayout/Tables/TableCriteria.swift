internal import ConverterCore

/// Why a candidate is no table: named criteria, each for a class of pages that looks like one.
package enum TableCriteria {
  /// The first criterion that speaks against a candidate, `nil` where none does.
  ///
  /// - Parameter isMarkedOff: whether lines above and below hold the candidate together, or a caption names it; other aligned
  ///   text has to show more.
  /// - Parameter isCut: whether it may be the rest of a table or its beginning: no text stands above, or lines enclose a head.
  package static func objection(
    to candidate: TableCandidate, isMarkedOff: Bool = true, isCut: Bool = false, text: PageText,
    tolerances: Tolerances = .standard
  ) -> String? {
    let filled = candidate.filledCount
    if filled < 2 { return "empty" }
    let shape = Shape(candidate, text: text, tolerances: tolerances)
    switch candidate.evidence {
    case .ruled, .stated:
      if candidate.grid.rowCount < 2 && candidate.grid.columnCount < 2 { return "single-cell" }
      if candidate.grid.columnCount < 2 { return "single-column" }
      // Boxes of a diagram, joined by their lines.
      if filled < 3 && candidate.grid.rowCount > 1 { return "diagram" }
      // Charts: a grid of lines with figures beside it, hardly any text in its cells.
      if 4 * filled < candidate.grid.areas.count && filled < 6 || shape.blankGaps > 1 { return "chart" }
      // Bars of a chart: figures and nothing that names them.
      if shape.valueShare == 1 && 2 * filled < candidate.grid.areas.count { return "chart" }
      if candidate.grid.rowCount == 1 && filled < 3 { return "single-row" }
      if shape.struck * 4 > candidate.words.count { return "struck-through" }
    case .aligned, .recognised, .computed:
      if candidate.grid.rowCount < 2 || candidate.grid.columnCount < 2 { return "too-small" }
      // Names and dates between two lines: mastheads, signatures, running heads.
      if candidate.grid.rowCount == 2, candidate.grid.columnCount == 2, shape.valueShare == 0 || filled < 4 {
        return "too-small"
      }
      if candidate.level.count <= 2, TextualShape.isListing(candidate, text: text, tolerances: tolerances) {
        return "listing"
      }
      if shape.isAxis { return "axis" }
      if shape.isList { return "list" }
      if !isMarkedOff, shape.valueShare < tolerances.leastValueShare, candidate.grid.columnCount <= 3 {
        return "no-figures"
      }
      if TextualShape.isContents(candidate, text: text, tolerances: tolerances) { return "contents" }
      if TextualShape.isNumberedDisplay(candidate, text: text) { return "numbered-formulas" }
      if TextualShape.hasLineNumbers(candidate, text: text, tolerances: tolerances) { return "numbered-lines" }
      if !isMarkedOff {
        // The first or last rows of a table may be all that a page shows of it.
        let isRest = isCut && candidate.grid.columnCount >= 4 && shape.valueShare >= tolerances.restValueShare
        if candidate.grid.rowCount < 3 && !isRest { return "too-few-rows" }
        if shape.valueColumns == 0 && candidate.grid.columnCount < 3 { return "no-figures" }
        if candidate.grid.columnCount < 3 && shape.valueShare < tolerances.pairValueShare { return "no-figures" }
      }
      if shape.proseShare > tolerances.mostProseShare { return "prose" }
      if 5 * filled < 2 * candidate.grid.areas.count { return "sparse" }
      if 2 * shape.rowsSideBySide < candidate.grid.rowCount { return "few-rows-side-by-side" }
    }
    return nil
  }

  /// What the criteria look at.
  private struct Shape {
    /// Words that a line of the candidate runs through.
    var struck = 0
    /// Columns in which most filled cells are figures.
    var valueColumns = 0
    /// The share of filled cells that are figures.
    var valueShare = 0.0
    /// The share of filled cells that hold prose.
    var proseShare = 0.0
    /// Rows with two filled cells or more.
    var rowsSideBySide = 0
    /// Whether the first column holds only bullets or numbers of a list.
    var isList = false
    /// Runs of blank rows between rows with text, where at least half of all rows are blank.
    var blankGaps = 0
    /// Whether it is the scales of charts: each column falling figures at equal steps, or next to nothing; or bars above one.
    var isAxis = false

    init(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) {
      var filledPerRow = [Int](repeating: 0, count: candidate.grid.rowCount)
      var perColumn = [(filled: Int, values: Int)](repeating: (0, 0), count: candidate.grid.columnCount)
      var filled = 0
      var prose = 0
      var values = 0
      var labels = 0
      var sections = 0
      for (area, words) in zip(candidate.grid.areas, candidate.contents) where !words.isEmpty {
        filled += 1
        let isValue = words.allSatisfy { text.words[$0].isValue }
        if isValue { values += 1 }
        if text.characterCount(of: words) > tolerances.proseCellLetters || words.count > tolerances.proseCellWords {
          prose += 1
        }
        filledPerRow[area.rows.lowerBound] += 1
        if area.columns.count == 1 {
          perColumn[area.columns.lowerBound].filled += 1
          if isValue { perColumn[area.columns.lowerBound].values += 1 }
          if area.columns.lowerBound == 0, words.count == 1, text.words[words[0]].glyphs.count <= 6 {
            let label = text.string(of: text.words[words[0]])
            if TextualShape.isListLabel(label) { labels += 1 }
            if TextualShape.isSectionNumber(label) { sections += 1 }
          }
        }
      }
      valueColumns = perColumn.count { $0.filled > 0 && 2 * $0.values > $0.filled }
      valueShare = Double(values) / Double(max(filled, 1))
      proseShare = Double(prose) / Double(max(filled, 1))
      let filledRows = filledPerRow.indices.filter { filledPerRow[$0] > 0 }
      if 2 * filledRows.count <= filledPerRow.count {
        blankGaps = zip(filledRows, filledRows.dropFirst()).count { $1 - $0 > 1 }
      }
      rowsSideBySide = filledPerRow.count { $0 >= 2 }
      let hasFigures = perColumn.dropFirst().contains { $0.values > 0 }
      // Numbers of articles, tariffs, rows: further columns beside the names, figures among them, which entries of lists lack.
      let dense = perColumn.dropFirst().filter { 4 * $0.filled >= 3 * filledRows.count }
      let isNumbered = dense.count >= 2 && dense.contains { 2 * $0.values > $0.filled }
      isList =
        !isNumbered && 2 * (hasFigures ? labels : labels + sections) > perColumn[0].filled && perColumn[0].filled > 0
      struck = Self.struckWords(candidate, text: text, tolerances: tolerances)
      isAxis = Self.isAxis(candidate, text: text)
    }

    private static func isAxis(_ candidate: TableCandidate, text: PageText) -> Bool {
      if hasScaleBelow(candidate, text: text) { return true }
      var figures = [[Double]](repeating: [], count: candidate.grid.columnCount)
      for (area, words) in zip(candidate.grid.areas, candidate.contents) where words.count == 1 {
        if let figure = TableCriteria.figure(words[0], text: text) { figures[area.columns.lowerBound].append(figure) }
      }
      let scales = figures.filter { $0.count >= 4 && 5 * $0.count >= 3 * candidate.grid.rowCount }
      return !scales.isEmpty && figures.allSatisfy { $0.count < 3 || TableCriteria.isScale($0) }
    }

    /// Whether the last row, without a label, is the scale of level bars: figures from 0 on that rise at equal steps.
    private static func hasScaleBelow(_ candidate: TableCandidate, text: PageText) -> Bool {
      let words = zip(candidate.grid.areas, candidate.contents).filter { area, _ in
        area.rows.upperBound == candidate.grid.rowCount
      }.sorted { $0.0.columns.lowerBound < $1.0.columns.lowerBound }.flatMap(\.1)
      let figures = words.compactMap { TableCriteria.figure($0, text: text) }
      return figures.count >= 4 && figures.count == words.count && figures[0] == 0
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

extension TableCriteria {
  /// The number that a word states, without a percent sign; `nil` for other words.
  static func figure(_ word: Int, text: PageText) -> Double? {
    Double(text.string(of: text.words[word]).filter { $0 != "%" && $0 != "," })
  }

  /// Whether figures fall by steps that are whole multiples of the least step.
  static func isScale(_ figures: [Double]) -> Bool {
    let steps = zip(figures, figures.dropFirst()).map { $0 - $1 }
    guard let least = steps.min(), least > 0 else { return false }
    return steps.allSatisfy { abs(($0 / least).rounded() - $0 / least) < 1e-6 }
  }
}
