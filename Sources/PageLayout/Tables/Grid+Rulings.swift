/// From lines to the areas that they enclose.
///
/// The edges of the grid are the positions of all lines. Positions of the grid that no line parts belong together:
///
///     ┌───┬───────┐        a  b  b
///     │ a │   b   │   →    a  c  d      four areas; the missing piece of the middle
///     │   ├───┬───┤        lines makes spans
///     │   │ c │ d │
///     └───┴───┴───┘
///
/// The outer frame closes by itself: tables open at a side, or cut by the end of a page, lack only that line. (The steps
/// follow A. Nurminen, Algorithmic Extraction of Data in Tables in PDF Documents, 2013, with areas in place of the search for
/// corners, which is quadratic and loses cells with a missing corner.)
extension Grid {
  /// The grid of lines that belong together; `nil` where they enclose nothing or more than
  /// ``Tolerances/mostPositions``.
  package init?(level: [Ruling], upright: [Ruling], tolerances: Tolerances = .standard) {
    guard !level.isEmpty || !upright.isEmpty else { return nil }
    let reachX = level.map(\.start) + level.map(\.end) + upright.map(\.position)
    let reachY = upright.map(\.start) + upright.map(\.end) + level.map(\.position)
    columnEdges = Grid.edges(
      at: upright.map(\.position), reachingTo: reachX, within: tolerances.ruleTouch)
    rowEdges = Grid.edges(at: level.map(\.position), reachingTo: reachY, within: tolerances.ruleTouch)
    areas = []
    guard rowCount > 0, columnCount > 0, rowCount * columnCount <= tolerances.mostPositions else { return nil }
    areas = Grid.areas(
      rows: rowCount, columns: columnCount,
      below: Grid.walls(of: level, at: rowEdges, along: columnEdges, tolerances: tolerances),
      beside: Grid.walls(of: upright, at: columnEdges, along: rowEdges, tolerances: tolerances))
  }

  /// The grid with given edges whose areas are parted by those lines that stand at an edge.
  package init(
    columnEdges: [Double], rowEdges: [Double], level: [Ruling], upright: [Ruling], tolerances: Tolerances = .standard
  ) {
    self.columnEdges = columnEdges
    self.rowEdges = rowEdges
    areas = []
    func atEdge(_ rule: Ruling, _ edges: [Double]) -> Bool {
      edges.contains { abs($0 - rule.position) <= tolerances.ruleTouch }
    }
    guard rowCount > 0, columnCount > 0, rowCount * columnCount <= tolerances.mostPositions else { return }
    areas = Grid.areas(
      rows: rowCount, columns: columnCount,
      below: Grid.walls(
        of: level.filter { atEdge($0, rowEdges) }, at: rowEdges, along: columnEdges, tolerances: tolerances),
      beside: Grid.walls(
        of: upright.filter { atEdge($0, columnEdges) }, at: columnEdges, along: rowEdges, tolerances: tolerances))
  }

  /// The edges of one axis: the positions of lines, and where the crossing lines end beyond the outermost of them.
  private static func edges(at positions: [Double], reachingTo ends: [Double], within tolerance: Double) -> [Double] {
    var edges = Clusters.middles(of: positions, within: tolerance)
    guard let low = ends.min(), let high = ends.max() else { return edges }
    if low < (edges.first ?? .infinity) - tolerance { edges.insert(low, at: 0) }
    if high > (edges.last ?? -.infinity) + tolerance { edges.append(high) }
    return edges
  }

  /// For each edge and each track along it, whether a line stands there: edge × track, edges first.
  private static func walls(
    of rulings: [Ruling], at edges: [Double], along tracks: [Double], tolerances: Tolerances
  ) -> [Bool] {
    let count = tracks.count - 1
    var walls = [Bool](repeating: false, count: edges.count * count)
    for ruling in rulings {
      guard let edge = Clusters.nearest(to: ruling.position, inSorted: edges) else { continue }
      var track = max(0, tracks.partitioningIndex { $0 > ruling.start } - 1)
      while track < count, tracks[track] < ruling.end {
        let window = Interval(tracks[track], tracks[track + 1])
        if Interval(ruling.start, ruling.end).overlap(window) >= 0.5 * window.length {
          walls[edge * count + track] = true
        }
        track += 1
      }
    }
    return walls
  }

  /// The areas of grid positions that no wall parts; what is not a rectangle is cut into rectangles.
  private static func areas(rows: Int, columns: Int, below: [Bool], beside: [Bool]) -> [Area] {
    var sets = DisjointSets(count: rows * columns)
    for row in 0..<rows {
      for column in 0..<columns {
        let position = row * columns + column
        if row > 0, !below[row * columns + column] { sets.unite(position - columns, position) }
        if column > 0, !beside[column * rows + row] { sets.unite(position - 1, position) }
      }
    }
    return Grid.rectangles(rows: rows, columns: columns) { sets.find($0) }
  }

  /// Cuts regions of grid positions into rectangles, row by row; a region that is a rectangle stays whole.
  static func rectangles(rows: Int, columns: Int, region: (Int) -> Int) -> [Area] {
    var areas: [Area] = []
    // Per column, the area that a run in the row above belongs to.
    var above = [Int](repeating: -1, count: columns)
    for row in 0..<rows {
      var current = [Int](repeating: -1, count: columns)
      var column = 0
      while column < columns {
        let root = region(row * columns + column)
        var end = column + 1
        while end < columns, region(row * columns + end) == root { end += 1 }
        let candidate = above[column]
        if row > 0, candidate >= 0, areas[candidate].columns == column..<end,
          region((row - 1) * columns + column) == root
        {
          areas[candidate].rows = areas[candidate].rows.lowerBound..<row + 1
          for covered in column..<end { current[covered] = candidate }
        } else {
          areas.append(Area(rows: row..<row + 1, columns: column..<end))
          for covered in column..<end { current[covered] = areas.count - 1 }
        }
        column = end
      }
      above = current
    }
    return areas.sorted {
      ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
    }
  }
}
