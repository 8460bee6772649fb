/// Names of groups of rows beside rows of words, which have no figures to tell them from the lines of long cells:
///
///     Care in a ward     First 60 days    All but $1,132       Rows without a name have text in all other columns, and stand
///     with all meals     Next 30 days     All but $283         farther apart than lines of a cell. The lines of a name may
///                        After that       Nothing              stand between theirs.
///     Care at home       Unlimited        Nothing
extension StubColumns {
  /// How far lines of one row of a table of words stand apart, no more than lines set solid, if the first column holds names of groups;
  /// `nil` where it does not.
  static func leadings(
    besideGroupsIn columns: AlignedColumns, text: PageText, tolerances: Tolerances
  ) -> Leadings? {
    guard columns.count > 2 else { return nil }
    var leadings = Leadings(
      of: columns.lines.lazy.flatMap { line in line.pieces.map { ($0.columns, line.baseline, line.size) } },
      tolerances: tolerances)
    leadings.cell = min(leadings.cell, tolerances.solidLeading)
    let beside = columns.lines.filter { line in line.pieces.contains { $0.columns.lowerBound > 0 } }
    var unnamed = 0
    for (upper, lower) in zip(beside, beside.dropFirst()) where lower.isFilled(1..<columns.count) {
      if lower.isFilled(0..<1) || leadings.isOfCell(lower.distance(below: upper)) { continue }
      guard !lower.pieces.contains(where: { text.words[$0.words[0]].traits.contains(.lowercaseStart) }) else {
        return nil
      }
      unnamed += 1
    }
    // The head and the first row have texts in all columns.
    guard unnamed >= tolerances.leastUnnamedRows, beside.prefix(2).allSatisfy({ $0.isFilled(0..<columns.count) }) else {
      return nil
    }
    return leadings
  }
}

extension AlignedColumns.Line {
  /// Whether each of some columns has a text of its own.
  fileprivate func isFilled(_ columns: Range<Int>) -> Bool {
    columns.allSatisfy { column in pieces.contains { $0.columns == column..<column + 1 } }
  }
}
