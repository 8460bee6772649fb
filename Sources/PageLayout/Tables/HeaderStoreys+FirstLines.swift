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

  /// The column of the one heading in the nearest line below with any that a piece reaches over, where both are in line.
  private static func columns(
    ofHeadingBelow piece: AlignedColumns.Piece, in lines: ArraySlice<AlignedColumns.Line>, size: Double,
    tolerances: Tolerances
  ) -> Range<Int>? {
    let under = lines.lazy.map { line in line.pieces.filter { $0.extent.overlap(piece.extent) > 0 } }
      .first { !$0.isEmpty }
    guard let under, under.count == 1, under[0].columns.count == 1,
      (piece.columns.lowerBound - 1...piece.columns.upperBound).contains(under[0].columns.lowerBound),
      under[0].extent.isInLine(with: piece.extent, drift: tolerances.unitDrift * size)
    else { return nil }
    return under[0].columns
  }
}
