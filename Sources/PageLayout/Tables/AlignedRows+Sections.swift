internal import ConverterCore

/// Headings of rows that begin where the labels of their rows do, and may be as long as a first line of these.
///
///     Agency programs                the next word would have fitted here: a heading, and so is the other
///     Grants             861,900     label without figures, which is full
///     Programs run by others
///     Salaries           786,406
extension AlignedRows {
  /// Whether at least half of the labels that may be headings flush with their rows surely are: the next word would have fitted behind
  /// them. Where small letters show that labels go on in the line of their figures, none are.
  var headingsAreFlush: Bool {
    guard alignment != .bottom, let first = firstFigures else { return false }
    var (ended, full) = (0, 0)
    for line in columns.lines.indices.dropFirst(max(first, headCount, 1)) where !isRuled(between: line - 1, and: line) {
      guard let pair = flushLabels(columns.lines[line - 1], over: columns.lines[line]) else { continue }
      let size = columns.lines[line].size
      let isFull =
        isFullLabel(pair.upper, before: pair.lower, size: size) || isFull(pair.upper, before: pair.lower, size: size)
      if isFull { full += 1 } else { ended += 1 }
    }
    return ended >= full && ended > 0
  }

  /// Whether a line is a heading that begins where the label of the row below does, in a table that has such.
  func isFlushHeading(_ upper: AlignedColumns.Line, over lower: AlignedColumns.Line) -> Bool {
    hasFlushHeadings && flushLabels(upper, over: lower) != nil
  }

  /// The label alone in a line, and that of the line with figures below it, where this begins at the same place and with a capital.
  private func flushLabels(
    _ upper: AlignedColumns.Line, over lower: AlignedColumns.Line
  ) -> (upper: AlignedColumns.Piece, lower: AlignedColumns.Piece)? {
    guard upper.pieces.count == 1, upper.pieces[0].columns == 0..<1, lower.hasValue, let label = lower.pieces.first,
      label.columns == 0..<1, text.startsWithCapital(label.words),
      abs(upper.pieces[0].extent.start - label.extent.start) <= tolerances.flushStart * lower.size
    else { return nil }
    return (upper.pieces[0], label)
  }
}
