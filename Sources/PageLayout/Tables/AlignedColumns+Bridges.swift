internal import ConverterCore

/// Columns that are none: cells centred over two columns, which leave white on both sides as a column does.
///
///     Item      made   in force
///     law         3        7
///     Item         decisions         the second and the third column are never filled where the
///     permit           32            one between them is, and that one stands in their middle
extension AlignedColumns {
  /// The columns without those that only cells over both neighbours make; such cells span the neighbours.
  package func withoutBridges(tolerances: Tolerances = .standard) -> AlignedColumns {
    let extents = extents
    for column in 1..<max(1, count - 1) {
      guard let left = extents[column - 1], let own = extents[column], let right = extents[column + 1],
        isBridge(column, between: left, and: right, tolerances: tolerances), own.start > left.start, own.end < right.end
      else { continue }
      var spanning = self
      for line in lines.indices {
        for piece in lines[line].pieces.indices where lines[line].pieces[piece].columns == column..<column + 1 {
          spanning.lines[line].pieces[piece].columns = column - 1..<column + 2
        }
      }
      return spanning.removing(borders: [column]).withoutBridges(tolerances: tolerances)
    }
    return self
  }

  /// Whether a column is filled only where both of its neighbours are blank, each piece in the middle of them, and the
  /// neighbours are filled together elsewhere.
  private func isBridge(
    _ column: Int, between left: Interval, and right: Interval, tolerances: Tolerances
  ) -> Bool {
    let middles = [(left.start + right.end) / 2, (left.middle + right.middle) / 2]
    var together = 0
    for line in lines {
      let before = line.pieces.contains { $0.columns.contains(column - 1) && $0.columns.count == 1 }
      let after = line.pieces.contains { $0.columns.contains(column + 1) && $0.columns.count == 1 }
      if before, after { together += 1 }
      for piece in line.pieces where piece.columns == column..<column + 1 {
        let isCentred = middles.contains { abs($0 - piece.extent.middle) <= tolerances.centringDrift * line.size }
        if before || after || !isCentred { return false }
      }
    }
    return together >= 2
  }
}
