/// Names of groups of rows between lines that part the groups, wherever between them each stands:
///
///     ─────────────────────────────
///     Safety     Deaths       1.26        at the top,
///                Injuries      .156
///     ─────────────────────────────
///                Good roads     57        at the foot
///     Mobility   Age of buses  8.1
///     ─────────────────────────────
extension StubColumns.GroupSlots {
  /// For each group the rows between the lines around it; `nil` where no lines part the groups, or not each of them from the next.
  ///
  /// - Parameters:
  ///   - groups: those of one column from top to bottom.
  ///   - free: whether a row has no label of its own in that column; a sum between lines has one in place of a name.
  func ruledRows(of groups: [StubColumns.Group], free: (_ row: Int) -> Bool) -> [Range<Int>]? {
    let inner = (firstRow..<edges.count - 1).dropFirst().filter { row in
      Clusters.nearest(to: edges[row], inSorted: rules).map {
        abs(rules[$0] - edges[row]) <= tolerances.ruleTouch
      } ?? false
    }
    guard !inner.isEmpty else { return nil }
    let bounds = [firstRow] + inner + [edges.count - 1]
    let bands = zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    var named = [Int](repeating: 0, count: bands.count)
    var rows: [Range<Int>] = []
    for group in groups {
      guard let row = row(at: group.band.middle) else { return nil }
      let band = bands.partitioningIndex { $0.upperBound > row }
      guard band < bands.count, bands[band].contains(row) else { return nil }
      named[band] += 1
      rows.append(bands[band])
    }
    let isParted = zip(bands, named).allSatisfy { band, names in
      names == 1 && band.allSatisfy(free) || names == 0 && !band.contains(where: free)
    }
    return isParted ? rows : nil
  }
}
