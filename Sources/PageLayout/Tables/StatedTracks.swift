/// Which part of a stated table a page shows.
package struct StatedTracks: Hashable, Sendable {
  /// The ``StatedElement/id`` of the table.
  package var table: Int

  /// The numbers of the columns, in the whole table, at whose left edges the columns of this part begin; last, the number at
  /// which they end.
  package var columns: [Int]

  /// The rows of the whole table that this part shows.
  package var rows: Range<Int>
}

extension StatedTracks {
  /// The part with the one that follows it.
  func joined(with next: StatedTracks?) -> StatedTracks {
    guard let next else { return self }
    var joined = self
    joined.columns = Set(columns + next.columns).sorted()
    joined.rows = rows.lowerBound..<max(rows.upperBound, next.rows.upperBound)
    return joined
  }
}
