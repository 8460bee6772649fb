/// Names of groups of rows beside rows of words, which have no figures to tell them from the lines of long cells:
///
///     Care in a ward     First 60 days    All but $1,132       Rows without a name have text in all other columns, and stand
///     with all meals     Next 30 days     All but $283         farther apart than lines of a cell. The lines of a name may
///                        After that       Nothing              stand between theirs.
///     Care at home       Unlimited        Nothing
extension StubColumns {
  /// Em. How far two lines of a table of words stand apart at most where they are of one row, if the first column holds names of
  /// groups; `nil` where it does not.
  static func cellLeading(
    besideGroupsIn columns: AlignedColumns, text: PageText, tolerances: Tolerances
  ) -> Double? {
    guard columns.count > 2 else { return nil }
    let leading = leading(of: columns, tolerances: tolerances) + tolerances.pitchChange
    let beside = columns.lines.filter { line in line.pieces.contains { $0.columns.lowerBound > 0 } }
    var unnamed = 0
    for (upper, lower) in zip(beside, beside.dropFirst()) where lower.isFilled(1..<columns.count) {
      let distance = (lower.baseline - upper.baseline) / lower.size
      if lower.isFilled(0..<1) || distance <= leading { continue }
      guard !lower.pieces.contains(where: { text.words[$0.words[0]].traits.contains(.lowercaseStart) }) else {
        return nil
      }
      unnamed += 1
    }
    // The head and the first row have texts in all columns.
    guard unnamed >= tolerances.leastUnnamedRows, beside.prefix(2).allSatisfy({ $0.isFilled(0..<columns.count) }) else {
      return nil
    }
    return leading
  }

  /// Em. The least distance of two lines with text in one column, but no more than that of lines set solid.
  private static func leading(of columns: AlignedColumns, tolerances: Tolerances) -> Double {
    var last = [Double?](repeating: nil, count: columns.count)
    var leading = tolerances.solidLeading
    for line in columns.lines {
      for column in line.pieces.flatMap(\.columns) {
        if let above = last[column], line.baseline - above > tolerances.besideDistance * line.size {
          leading = min(leading, (line.baseline - above) / line.size)
        }
        last[column] = line.baseline
      }
    }
    return leading
  }
}

extension AlignedColumns.Line {
  /// Whether each of some columns has a text of its own.
  fileprivate func isFilled(_ columns: Range<Int>) -> Bool {
    columns.allSatisfy { column in pieces.contains { $0.columns == column..<column + 1 } }
  }
}
