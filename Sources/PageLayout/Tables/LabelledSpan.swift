/// The row that heads a part below a head: a label, and one text over several of the columns beside it, or over all.
///
///     Age           1999   2001   2004
///     ────────────────────────────────
///     20 and over   Share of all women
///     White         12.6   15.5   34.7
///
/// Lines of text, rows of pieces and cells of a table are asked in the same way.
enum LabelledSpan {
  /// The columns of the one text beside the label; `nil` for other rows.
  ///
  /// - Parameter row: the columns of each text, from left to right.
  static func columns(of row: [Range<Int>]) -> Range<Int>? {
    guard row.count == 2, row[0] == 0..<1, row[1].count > 1 else { return nil }
    return row[1]
  }
}
