internal import ConverterCore

/// Where the edges between columns stand that nobody drew, told from how the text is set between those that level lines show.
///
///     ├───────────────────────────────────┤      level lines show the outer edges; a text in the middle of its cell stands
///     │←─ a ─→ Item ←─ a ─→│← b → New ← b →│     as far from one edge as from the other, so that each edge gives the next,
///                          ↑                     and the last one must be the right end of the lines
///
/// Where no row tells so, edges stay in the middle of the white between columns.
struct ColumnPlacement {
  /// The outer edges in points, as level lines show them.
  let left: Double
  let right: Double
  let tolerances: Tolerances

  /// A text in one of the rows of its cell.
  struct Entry {
    var row: Int
    var columns: Range<Int>
    var extent: Interval
  }

  /// The edges with those moved that rows of centred text tell.
  ///
  /// - Parameters:
  ///   - edges: the x of all edges in points, rising, the outer ones first and last.
  ///   - entries: the texts of cells, once for each row that these cover.
  /// - Returns: rising edges, as many as given.
  func edges(_ edges: [Double], entries: [Entry]) -> [Double] {
    var told = [[Double]](repeating: [], count: edges.count)
    var rows: [[Entry]] = []
    for entry in entries.sorted(by: { ($0.row, $0.columns.lowerBound) < ($1.row, $1.columns.lowerBound) }) {
      if rows.last?.last?.row == entry.row { rows[rows.count - 1].append(entry) } else { rows.append([entry]) }
    }
    var closed = 0
    for row in rows where row.count > 1 {
      guard let chain = chain(row, columnCount: edges.count - 1) else { continue }
      closed += 1
      for (edge, x) in chain { told[edge].append(x) }
    }
    guard closed >= tolerances.leastClosedRows else { return edges }
    var placed = edges
    for (edge, xs) in told.enumerated() {
      let sorted = xs.sorted()
      guard let least = sorted.first, let most = sorted.last, most - least <= 2 * tolerances.closingDrift else {
        continue
      }
      placed[edge] = sorted[sorted.count / 2]
    }
    let isRising = zip(placed, placed.dropFirst()).allSatisfy { $1 - $0 > tolerances.closingDrift }
    return isRising ? placed : edges
  }

  /// The inner edges that a row without blanks tells, if its texts stand in the middle of cells from the left edge to the right one.
  private func chain(_ row: [Entry], columnCount: Int) -> [(edge: Int, x: Double)]? {
    guard row.first?.columns.lowerBound == 0, row.last?.columns.upperBound == columnCount else { return nil }
    var x = left
    var chain: [(edge: Int, x: Double)] = []
    for (number, entry) in row.enumerated() {
      if number > 0, row[number - 1].columns.upperBound != entry.columns.lowerBound { return nil }
      let next = 2 * entry.extent.middle - x
      guard entry.extent.start >= x, next >= entry.extent.end else { return nil }
      x = next
      if number + 1 < row.count { chain.append((entry.columns.upperBound, x)) }
    }
    return abs(x - right) <= tolerances.closingDrift ? chain : nil
  }
}
