internal import ConverterCore

/// Lines between rows that are drawn in pieces, one below each column, with white between:
///
///     ───────────  ──────────────────  ─────────
///     Office of    List the bridges    Partly
///     Bridges      that are closed     done
///     ───────────  ──────────────────  ─────────
///
/// Those below figures alone, as above sums, leave the labels out, and those below headings of groups the columns beside these.
extension [Ruling] {
  /// The level lines that part rows, from top to bottom: those long enough by themselves, and as one each, those of which each column has
  /// a piece.
  ///
  /// - Parameter columns: the extents of the columns or of the text in them, from left to right.
  func parting(_ columns: [Interval], tolerances: Tolerances) -> [Ruling] {
    let width = (columns.last?.end ?? 0) - (columns.first?.start ?? 0)
    let whole = reaching(over: width, tolerances: tolerances)
    let short = filter { $0.end - $0.start < tolerances.fullRule * width }.sorted { $0.position < $1.position }
    let pieced = Clusters.ranges(ofSorted: short.map(\.position), within: tolerances.ruleTouch)
      .map { short[$0] }.filter { pieces in
        columns.allSatisfy { column in pieces.contains { $0.start < column.middle && column.middle < $0.end } }
      }.map { pieces in
        pieces.dropFirst().reduce(into: pieces[pieces.startIndex]) { line, piece in
          line.start = Swift.min(line.start, piece.start)
          line.end = Swift.max(line.end, piece.end)
        }
      }
    return (whole + pieced).sorted { ($0.position, $0.start) < ($1.position, $1.start) }
  }

  /// The lines that are long enough to part the rows of a table so wide, in points.
  func reaching(over width: Double, tolerances: Tolerances) -> [Ruling] {
    filter { $0.end - $0.start >= tolerances.fullRule * width }
  }

  /// Whether a line of text stands above one of the level lines, which are in order of position, as rows above it do: one that begins
  /// and ends alike stands above the last of these, and none stands between that one and the line.
  func closes(_ line: TextLine, below rows: ArraySlice<TextLine>, tolerances: Tolerances) -> Bool {
    guard let first = rows.first, let row = rows.last(where: { $0.phrases.count >= 2 }) else { return false }
    func isOver(_ rule: Ruling) -> Bool {
      rule.start <= line.box.x0 + tolerances.bandEdge && rule.end >= line.box.x1 - tolerances.bandEdge
    }
    let reach = line.band.end + tolerances.edgeReach * line.size
    let near = self[partitioningIndex { $0.position > first.band.middle }...]
      .prefix { $0.position < reach }.filter(isOver)
    guard let end = near.firstIndex(where: { $0.position > row.band.middle }), end > 0,
      near[end].position > line.band.middle
    else { return false }
    return abs(near[end - 1].start - near[end].start) <= tolerances.stackEdge
      && abs(near[end - 1].end - near[end].end) <= tolerances.stackEdge
  }
}
