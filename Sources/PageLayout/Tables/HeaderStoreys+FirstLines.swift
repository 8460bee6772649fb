internal import ConverterCore

/// First lines of headings that reach into the column beside their own, or stand in that: the white between columns of figures set right
/// lies left of the middle of headings.
///
///     Number      Rate per      “Rate per” reaches over the column of “Number”, where the figures are long, and is
///                  100,000      the first line of the heading below it all the same.
///     38,773         372.2
extension HeaderStoreys {
  /// The lines with each piece in the column of the heading below where it stands over that alone, and in line with it. Those of the first
  /// line may span columns; what reaches over two there, but stands in the middle of the heading of one, is its first line as well.
  static func withFirstLinesInColumns(
    _ lines: ArraySlice<AlignedColumns.Line>, tolerances: Tolerances
  ) -> ArraySlice<AlignedColumns.Line> {
    var lines = lines
    // From the foot to the top, so that each finds those below in their columns.
    for index in lines.indices.dropLast().reversed() {
      for piece in lines[index].pieces.indices {
        let upper = lines[index].pieces[piece]
        let lower = lines[(index + 1)...]
        let others = lines[index].pieces.filter { $0 != upper }.map(\.columns)
        guard index > lines.startIndex || upper.columns.count == 2,
          let columns = columns(ofHeadingBelow: upper, in: lower, size: lines[index].size, tolerances: tolerances),
          !others.contains(where: { $0.overlaps(columns) }),
          index > lines.startIndex
            || isCentred(
              upper, in: columns, above: lower, beside: others, size: lines[index].size, tolerances: tolerances)
        else { continue }
        lines[index].pieces[piece].columns = columns
      }
    }
    return lines
  }

  /// Whether a text that reaches over two columns stands in the middle of the heading of one, which is not that of three it may span.
  private static func isCentred(
    _ upper: AlignedColumns.Piece, in columns: Range<Int>, above lines: ArraySlice<AlignedColumns.Line>,
    beside others: [Range<Int>], size: Double, tolerances: Tolerances
  ) -> Bool {
    let middle = upper.extent.middle
    guard upper.columns.overlaps(columns),
      let next = lines.lazy.map(\.pieces).first(where: { $0.contains { $0.columns == columns } }),
      next.contains(where: {
        $0.columns == columns && abs($0.extent.middle - middle) <= tolerances.unitDrift * size
      })
    else { return false }
    guard let left = next.first(where: { $0.columns.upperBound == columns.lowerBound }),
      let right = next.first(where: { $0.columns.lowerBound == columns.upperBound }),
      !others.contains(where: { $0.overlaps(left.columns) || $0.overlaps(right.columns) })
    else { return true }
    return ![(left.extent.start + right.extent.end) / 2, (left.extent.middle + right.extent.middle) / 2].contains {
      abs($0 - middle) <= tolerances.centringDrift * size
    }
  }

  /// The column of the one heading in the nearest line below with any that a piece reaches over, where both are in line, and so are all
  /// further lines of that heading; others below it would be headings that it spans.
  private static func columns(
    ofHeadingBelow piece: AlignedColumns.Piece, in lines: ArraySlice<AlignedColumns.Line>, size: Double,
    tolerances: Tolerances
  ) -> Range<Int>? {
    var columns: Range<Int>?
    var upper = piece
    for line in lines {
      let under = line.pieces.filter { $0.extent.overlap(upper.extent) > 0 }
      guard let lower = under.first else { continue }
      guard under.count == 1, lower.columns.count == 1,
        (upper.columns.lowerBound - 1...upper.columns.upperBound).contains(lower.columns.lowerBound),
        lower.extent.isInLine(with: upper.extent, drift: tolerances.unitDrift * size)
      else { return nil }
      columns = columns ?? lower.columns
      upper = lower
    }
    return columns
  }
}
