internal import ConverterCore

/// Grids inside of cells of larger grids.
///
///     ┌──────┬──────────────────┐      the inner grid touches no line of the outer one; its words
///     │ fees │ as of this year: │      leave the outer cell, which keeps what stands above and below:
///     │      │ ┌──────┬───────┐ │
///     │      │ │ pass │ 12.00 │ │      cell (0, 1)   paragraph “as of this year:”
///     │      │ └──────┴───────┘ │                    table 1 × 2
///     └──────┴──────────────────┘
extension TableCandidate {
  /// The candidate with another one in the area that encloses it.
  ///
  /// - Returns: `nil` where no single area encloses the other one.
  package func enclosing(_ other: TableCandidate) -> TableCandidate? {
    guard grid.box.covers(other.box, within: 0),
      let area = grid.areas.indices.first(where: { grid.box(of: grid.areas[$0]).covers(other.box, within: 0) })
    else { return nil }
    var result = self
    let taken = Set(other.words)
    result.contents[area].removeAll(where: taken.contains)
    result.inner.append(other)
    result.inner.sort { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }
    return result
  }
}

extension [TableCandidate] {
  /// The candidates with those that are tables inside of others' cells put there, and these apart, in the same order.
  ///
  /// - Parameter isTable: whether a candidate is a table of its own, wherever it stands.
  package func nested(where isTable: (TableCandidate) -> Bool) -> (outer: [TableCandidate], inner: [TableCandidate]) {
    guard count > 1 else { return (self, []) }
    var candidates = self
    var isInner = [Bool](repeating: false, count: count)
    // From small to large, so that tables in tables in tables find their place.
    let bySize = indices.sorted { (self[$0].box.area, $0) < (self[$1].box.area, $1) }
    for (rank, index) in bySize.enumerated() {
      for larger in bySize[(rank + 1)...] {
        guard let enclosing = candidates[larger].enclosing(candidates[index]) else { continue }
        guard isTable(candidates[index]) else { break }
        // A frame around a table and nothing else is no table around it.
        guard enclosing.ownWords.count > 0, isTable(enclosing) else { continue }
        candidates[larger] = enclosing
        isInner[index] = true
        break
      }
    }
    return (
      indices.filter { !isInner[$0] }.map { candidates[$0] }, indices.filter { isInner[$0] }.map { candidates[$0] }
    )
  }
}

extension Rectangle {
  /// The area in square points.
  fileprivate var area: Double { width * height }
}
