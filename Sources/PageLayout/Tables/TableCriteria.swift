internal import ConverterCore

/// Why a candidate is no table: named criteria, each for a class of pages that looks like one.
package enum TableCriteria {
  /// The first criterion that speaks against a candidate, `nil` where none does.
  package static func objection(
    to candidate: TableCandidate, text: PageText, tolerances: Tolerances = .standard
  ) -> String? {
    let filled = candidate.filledCount
    if filled < 2 { return "empty" }
    let shape = Shape(candidate, text: text)
    switch candidate.evidence {
    case .ruled, .stated:
      if candidate.grid.rowCount < 2 && candidate.grid.columnCount < 2 { return "single-cell" }
      if candidate.grid.columnCount < 2 { return "single-column" }
      // Charts: a grid of lines with figures beside it, hardly any text in its cells.
      if 4 * filled < candidate.grid.areas.count && filled < 6 { return "chart" }
      if candidate.grid.rowCount == 1 && filled < 3 { return "single-row" }
      if shape.struck * 4 > candidate.words.count { return "struck-through" }
    case .aligned, .recognised, .computed:
      if candidate.grid.rowCount < 2 || candidate.grid.columnCount < 2 { return "too-small" }
      if shape.isList { return "list" }
      if shape.isContents { return "contents" }
      if candidate.level.isEmpty {
        if candidate.grid.rowCount < 3 { return "too-few-rows" }
        if shape.valueColumns == 0 && candidate.grid.columnCount < 3 { return "no-figures" }
        if candidate.grid.columnCount < 3 && shape.valueShare < 0.3 { return "no-figures" }
      }
      if shape.proseShare > 0.35 { return "prose" }
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
    /// Whether it is a table of contents: titles with leaders and rising page numbers.
    var isContents = false

    init(_ candidate: TableCandidate, text: PageText) {
      var filledPerRow = [Int](repeating: 0, count: candidate.grid.rowCount)
      var perColumn = [(filled: Int, values: Int)](repeating: (0, 0), count: candidate.grid.columnCount)
      var filled = 0
      var prose = 0
      var values = 0
      var labels = 0
      for (area, words) in zip(candidate.grid.areas, candidate.contents) where !words.isEmpty {
        filled += 1
        let isValue = words.allSatisfy { text.words[$0].isValue }
        if isValue { values += 1 }
        if text.characterCount(of: words) > 120 || words.count > 14 { prose += 1 }
        filledPerRow[area.rows.lowerBound] += 1
        if area.columns.count == 1 {
          perColumn[area.columns.lowerBound].filled += 1
          if isValue { perColumn[area.columns.lowerBound].values += 1 }
          if area.columns.lowerBound == 0, words.count == 1, text.words[words[0]].glyphs.count <= 6 {
            let label = text.string(of: text.words[words[0]])
            if LineLabel(label + " x")?.text == label || label == "•" || label == "-" { labels += 1 }
          }
        }
      }
      valueColumns = perColumn.count { $0.filled > 0 && 2 * $0.values > $0.filled }
      valueShare = Double(values) / Double(max(filled, 1))
      proseShare = Double(prose) / Double(max(filled, 1))
      rowsSideBySide = filledPerRow.count { $0 >= 2 }
      isList = candidate.grid.columnCount == 2 && 2 * labels > perColumn[0].filled && perColumn[0].filled > 0
      struck = Self.struckWords(candidate, text: text)
      isContents = Self.isContents(candidate, text: text)
    }

    private static func struckWords(_ candidate: TableCandidate, text: PageText) -> Int {
      let positions = candidate.level.map(\.position)
      return candidate.words.count { index in
        let word = text.words[index]
        guard word.direction == .right else { return false }
        let band = Interval(word.band.start + 0.15 * word.size, word.band.end - 0.2 * word.size)
        var next = positions.partitioningIndex { $0 >= band.start }
        while next < positions.count, positions[next] <= band.end {
          if candidate.level[next].start < word.box.midX, word.box.midX < candidate.level[next].end { return true }
          next += 1
        }
        return false
      }
    }

    private static func isContents(_ candidate: TableCandidate, text: PageText) -> Bool {
      let last = candidate.grid.columnCount - 1
      guard last <= 2 else { return false }
      var numbers: [Int] = []
      var rows = 0
      var leaders = 0
      for (area, words) in zip(candidate.grid.areas, candidate.contents) where !words.isEmpty {
        if area.columns.contains(last) {
          rows += 1
          if words.count == 1, let number = Int(text.string(of: text.words[words[0]])) { numbers.append(number) }
        }
        if words.contains(where: { text.words[$0].traits.contains(.leader) }) { leaders += 1 }
      }
      let rising = zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }
      return numbers.count >= 3 && 5 * numbers.count >= 4 * rows && rising
        && (2 * leaders >= rows || last == 1 && numbers.count >= 5)
    }
  }
}
