internal import ConverterCore

/// First lines of headings that reach into the column beside their own, or stand in that: the white between columns of figures set right
/// lies left of the middle of headings.
///
///     Number      Rate per      “Rate per” reaches over the column of “Number”, where the figures are long, and is
///                  100,000      the first line of the heading below it all the same.
///     38,773         372.2
extension HeaderStoreys {
  /// The lines with each piece in the column of the heading below where it stands over that alone, and in line with it. Those of the first
  /// line may span columns.
  static func withFirstLinesInColumns(
    _ lines: ArraySlice<AlignedColumns.Line>, tolerances: Tolerances
  ) -> ArraySlice<AlignedColumns.Line> {
    var lines = lines
    // From the foot to the top, so that each finds those below in their columns.
    for index in lines.indices.dropFirst().dropLast().reversed() {
      for piece in lines[index].pieces.indices {
        if let columns = columns(
          ofHeadingBelow: lines[index].pieces[piece], in: lines[(index + 1)...], size: lines[index].size,
          tolerances: tolerances),
          !lines[index].pieces.indices.contains(where: {
            $0 != piece && lines[index].pieces[$0].columns.overlaps(columns)
          })
        {
          lines[index].pieces[piece].columns = columns
        }
      }
    }
    return lines
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
