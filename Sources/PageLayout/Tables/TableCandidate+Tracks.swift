/// Rows and columns that are none.
extension TableCandidate {
  /// The candidate without tracks that carry nothing: gaps between double lines, outer tracks that only a protruding line
  /// made, and edges at which no area begins or ends.
  package func withoutIdleTracks(textSize: Double, tolerances: Tolerances = .standard) -> TableCandidate {
    let gap = tolerances.gapTrack * textSize
    let columns = grid.columnEdges.indices.dropLast().map { column in
      holdsText(in: \.columns, column) || !isIdle(column, of: grid.columnEdges, narrowerThan: gap)
    }
    let rows = grid.rowEdges.indices.dropLast().map { row in
      holdsText(in: \.rows, row) || !isIdle(row, of: grid.rowEdges, narrowerThan: gap)
    }
    return keeping(rows: rows, columns: columns).withoutUndividedTracks()
  }

  /// Whether an area of just this track has text, or an area of several tracks has all its text there.
  private func holdsText(in axis: KeyPath<Grid.Area, Range<Int>>, _ track: Int) -> Bool {
    zip(grid.areas, contents).contains { area, words in
      !words.isEmpty && area[keyPath: axis] == track..<track + 1
    }
  }

  private func isIdle(_ track: Int, of edges: [Double], narrowerThan gap: Double) -> Bool {
    edges[track + 1] - edges[track] < gap
  }

  /// The candidate with only the tracks whose flag is set; edges move to the middle of what was dropped between tracks.
  package func keeping(rows: [Bool], columns: [Bool]) -> TableCandidate {
    guard rows.contains(false) || columns.contains(false), rows.contains(true), columns.contains(true) else {
      return self
    }
    var result = self
    result.grid.rowEdges = Self.edges(grid.rowEdges, keeping: rows)
    result.grid.columnEdges = Self.edges(grid.columnEdges, keeping: columns)
    result.moveAreas(rows: Self.ranks(rows), columns: Self.ranks(columns))
    return result
  }

  /// The candidate without inner edges at which no area begins or ends.
  package func withoutUndividedTracks() -> TableCandidate {
    var rowCut = [Bool](repeating: false, count: grid.rowEdges.count)
    var columnCut = [Bool](repeating: false, count: grid.columnEdges.count)
    for area in grid.areas {
      rowCut[area.rows.lowerBound] = true
      rowCut[area.rows.upperBound] = true
      columnCut[area.columns.lowerBound] = true
      columnCut[area.columns.upperBound] = true
    }
    guard rowCut.contains(false) || columnCut.contains(false) else { return self }
    var result = self
    result.grid.rowEdges = zip(grid.rowEdges, rowCut).filter(\.1).map(\.0)
    result.grid.columnEdges = zip(grid.columnEdges, columnCut).filter(\.1).map(\.0)
    result.moveAreas(rows: Self.ranks(rowCut), columns: Self.ranks(columnCut))
    return result
  }

  /// Moves areas to new tracks; those that cover none any more vanish.
  ///
  /// - Parameters:
  ///   - rows: for each edge between rows the number of its new one.
  ///   - columns: the same for each edge between columns.
  private mutating func moveAreas(rows: [Int], columns: [Int]) {
    var areas: [Grid.Area] = []
    var contents: [[Int]] = []
    for (area, words) in zip(grid.areas, self.contents) {
      let moved = Grid.Area(
        rows: rows[area.rows.lowerBound]..<rows[area.rows.upperBound],
        columns: columns[area.columns.lowerBound]..<columns[area.columns.upperBound])
      guard !moved.rows.isEmpty, !moved.columns.isEmpty else { continue }
      areas.append(moved)
      contents.append(words)
    }
    grid.areas = areas
    self.contents = contents
  }

  /// For each index, and one past the last, how many flags before it are set.
  private static func ranks(_ flags: [Bool]) -> [Int] {
    var ranks = [0]
    for flag in flags { ranks.append(ranks[ranks.count - 1] + (flag ? 1 : 0)) }
    return ranks
  }

  private static func edges(_ edges: [Double], keeping flags: [Bool]) -> [Double] {
    let kept = flags.indices.filter { flags[$0] }
    guard let first = kept.first, let last = kept.last else { return edges }
    let inner = zip(kept, kept.dropFirst()).map { (edges[$0 + 1] + edges[$1]) / 2 }
    return [edges[first]] + inner + [edges[last + 1]]
  }
}
