internal import ConverterCore

/// Where the edges between rows and columns of aligned text stand, and the grid that they make.
extension AlignedTable {
  /// The y of the edges between rows: drawn lines where there are, else the middle of the white between.
  func rowEdges(
    storeys: HeaderStoreys, headerLines: Int, rows: [Range<Int>], rules: [Double]
  ) -> [Double] {
    let lines = columns.lines
    let size = lines[0].size
    var edges = [
      rules.last {
        $0 <= lines[0].band.start + tolerances.edgeOverlap * size
          && $0 > lines[0].band.start - tolerances.edgeReach * size
      }
        ?? lines[0].band.start - tolerances.edgeMargin * size
    ]
    if storeys.count > 0 { edges += storeys.edges }
    var starts = rows.map(\.lowerBound)
    if storeys.count == 0 { starts.removeFirst() }
    for start in starts where start > 0 {
      let above = lines[start - 1].band
      let below = lines[start].band
      let rule = rules.first { $0 > above.middle && $0 < below.middle }
      edges.append(rule ?? (above.end + below.start) / 2)
    }
    let last = lines[lines.count - 1].band
    edges.append(
      rules.first { $0 >= last.end - tolerances.edgeOverlap * size && $0 < last.end + tolerances.edgeReach * size }
        ?? last.end + tolerances.edgeMargin * size)
    for index in edges.indices.dropFirst() { edges[index] = max(edges[index], edges[index - 1] + 0.1) }
    return edges
  }

  /// The edges between columns: where a coloured area ends in the white between, else where the text of cells tells them, else in the
  /// middle of the white.
  private func columnEdges(from left: Double, to right: Double, around cells: [Cell]) -> [Double] {
    let entries = cells.compactMap { cell in
      text.box(of: cell.words).map { ColumnPlacement.Entry(columns: cell.columns, extent: Interval($0.x0, $0.x1)) }
    }
    return ColumnPlacement(shown: shownEdges(from: left, to: right), tolerances: tolerances)
      .edges([left] + columns.borders + [right], entries: entries)
  }

  /// The x of the edges that something drawn shows: where lines across the whole table end, and coloured areas in the white between.
  private func shownEdges(from left: Double, to right: Double) -> [Int: Double] {
    var toEdges = reach
    toEdges[0].start = left
    toEdges[toEdges.count - 1].end = right
    let full = (drawn.level + drawn.shading).parting(toEdges, tolerances: tolerances)
    var shown: [Int: Double] = [:]
    if full.contains(where: { $0.start <= left + tolerances.closingDrift }) { shown[0] = left }
    if full.contains(where: { $0.end >= right - tolerances.closingDrift }) { shown[reach.count] = right }
    let overlap = tolerances.gutterOverlap * columns.lines[0].size
    for column in reach.indices.dropFirst() {
      let white = Interval(reach[column - 1].end - overlap, reach[column].start + overlap)
      let side = drawn.sides.filter { white.contains($0.position) }.max { $0.end - $0.start < $1.end - $1.start }
      if let side { shown[column] = side.position }
    }
    return shown
  }

  /// The grid of imagined lines around cells; positions without a cell are blank cells of their own.
  func candidate(
    of cells: [Cell], rowEdges: [Double]
  ) -> TableCandidate? {
    let (first, last) = (reach[0].start, reach[reach.count - 1].end)
    let outer = drawn.level + drawn.shading.parting(reach, tolerances: tolerances)
    let left = min(first, outer.map(\.start).min() ?? .infinity)
    let right = max(last, outer.map(\.end).max() ?? -.infinity)
    let columnEdges = columnEdges(from: left, to: right, around: cells)
    let rowCount = rowEdges.count - 1
    var owner = [Int](repeating: -1, count: rowCount * columns.count)
    var placed: [Int: [Int]] = [:]
    for (number, cell) in cells.enumerated() {
      let free = cell.rows.allSatisfy { row in
        row < rowCount && cell.columns.allSatisfy { owner[row * columns.count + $0] < 0 }
      }
      guard free else {
        // What overlaps goes to the cell that stands where it begins, or keeps that position alone.
        let position = min(cell.rows.lowerBound, rowCount - 1) * columns.count + cell.columns.lowerBound
        if owner[position] < 0 { owner[position] = number }
        placed[owner[position], default: []] += cell.words
        continue
      }
      for row in cell.rows { for column in cell.columns { owner[row * columns.count + column] = number } }
      placed[number, default: []] += cell.words
    }
    for position in owner.indices where owner[position] < 0 { owner[position] = cells.count + position }
    let areas = Grid.rectangles(rows: rowCount, columns: columns.count) { owner[$0] }
    let grid = Grid(columnEdges: columnEdges, rowEdges: rowEdges, areas: areas)
    let contents = areas.map { placed[owner[$0.rows.lowerBound * columns.count + $0.columns.lowerBound]] ?? [] }
    return TableCandidate(
      grid: grid, contents: contents, evidence: .aligned, level: drawn.level, upright: drawn.upright)
  }
}
