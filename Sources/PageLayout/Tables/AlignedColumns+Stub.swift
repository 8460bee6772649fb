internal import ConverterCore

/// Columns that are none: labels in the middle of a stub whose other labels stand at its left.
///
///           1st             4,645   441        no row has a label in both of the columns that the white makes, and those
///     Maine                   299   432        of either stand beside figures
///     Vermont                 356   115
extension AlignedColumns {
  /// The columns with the first two joined where each row has its label in one or the other, be it but the total, set in the middle.
  package var withoutPartedStub: AlignedColumns {
    guard labelCount > 1 else { return self }
    func labelled(in column: Int) -> [Line] {
      lines.filter { line in line.pieces.contains { $0.columns == column..<column + 1 && !$0.isValue } }
    }
    let first = labelled(in: 0)
    let second = labelled(in: 1)
    let both = first.contains { line in line.pieces.contains { $0.columns.contains(1) && $0.columns.lowerBound > 0 } }
    guard !both, first.count > 1, !second.isEmpty, first.count(where: \.hasValue).isMost(of: first.count),
      second.allSatisfy(\.hasValue)
    else { return self }
    return removing(borders: [0])
  }
}
