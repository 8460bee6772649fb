internal import ConverterCore

/// Lines that begin a row or name several: headings of rows, names of parts, labels.
extension AlignedRows {
  /// Whether the name of a part stands alone above a row: right of the labels, or reaching over their column, from the middle of the
  /// table above a label that begins further left, or above figures of the row, as no line of a label does.
  func isPartName(_ upper: AlignedColumns.Line, over lower: AlignedColumns.Line) -> Bool {
    guard upper.pieces.count == 1 else { return false }
    let name = upper.pieces[0]
    if name.columns.lowerBound > 0 { return true }
    guard name.columns.count > 1, let label = lower.pieces.first, label.columns == 0..<1 else { return false }
    if name.extent.start > label.extent.start + tolerances.leastIndent * lower.size { return true }
    return !label.continues(name, in: text) && !endsOpen(name)
      && lower.pieces.contains {
        $0.isValue && $0.columns.lowerBound > 0 && $0.columns.overlaps(name.columns)
          && $0.extent.overlap(name.extent) > 0
      }
  }

  /// Whether a label ends with a word that needs another one: `Bank for Reconstruction and`.
  private func endsOpen(_ label: AlignedColumns.Piece) -> Bool {
    let last = label.words.suffix(1).map { text.string(of: text.words[$0]) }
    return last.contains { Self.openWords.contains($0) || $0.hasSuffix(",") }
  }

  private static let openWords: Set<String> = [
    "and", "or", "of", "the", "for", "in", "on", "to", "by", "with", "from", "&", "und", "et", "y",
  ]

  /// Whether one text stands alone below both the label and figures of a row: lines of a label keep to its column, and figures do not
  /// go on with a capital.
  func isPartName(_ lower: AlignedColumns.Line, below upper: AlignedColumns.Line) -> Bool {
    guard lower.pieces.count == 1 else { return false }
    let name = lower.pieces[0]
    let above = upper.pieces.filter { $0.columns.overlaps(name.columns) }
    if name.columns.lowerBound > 0, upper.hasValue, above.allSatisfy(\.isValue), text.startsWithCapital(name.words) {
      return true
    }
    guard name.columns.count > 1 else { return false }
    return above.count > 1 && above.contains { $0.isValue && $0.columns.lowerBound > 0 }
  }

  /// Whether a line below a row with figures is but a label that begins further left than the row's: the next heading of rows.
  ///
  ///     Printing           1,020
  ///       Other services   3,417
  ///     Equipment:
  func isNextLabel(_ lower: AlignedColumns.Line, below upper: AlignedColumns.Line) -> Bool {
    guard upper.hasValue, lower.pieces.count == 1, lower.pieces[0].columns == 0..<1,
      let label = upper.pieces.first, label.columns == 0..<1,
      !text.words[lower.pieces[0].words[0]].traits.contains(.lowercaseStart)
    else { return false }
    return lower.pieces[0].extent.start < label.extent.start - tolerances.leastIndent * lower.size
  }

  /// The one line below a row with figures that is but a text with a capital first, longer than the label above, behind which its first
  /// word would have fitted: no line of the label. Where there are several, labels are broken where nothing shows it.
  ///
  ///     Harbor office        12      762
  ///     Keepers on leave are left out
  var onlyRemark: Int? {
    let remarks = columns.lines.indices.dropFirst().lazy.filter {
      isRemark(columns.lines[$0], below: columns.lines[$0 - 1])
    }.prefix(2)
    return remarks.count == 1 ? remarks.first : nil
  }

  private func isRemark(_ lower: AlignedColumns.Line, below upper: AlignedColumns.Line) -> Bool {
    guard upper.hasValue, lower.pieces.count == 1, let label = upper.pieces.first, label.columns == 0..<1,
      lower.pieces[0].columns.lowerBound == 0, text.startsWithCapital(lower.pieces[0].words),
      lower.pieces[0].extent.length > label.extent.length
    else { return false }
    return !isFull(label, before: lower.pieces[0], size: lower.size)
  }

  /// Whether a label begins in a line, not of a row with figures as the line above is or of a heading: one of both ends with a colon, or
  /// it begins with a capital although the line above is not full, and no other label of the table shows on which side of figures
  /// labels run on.
  ///
  ///     Interest income
  ///     Loans, with fees   1,020
  ///     Total interest     3,417
  ///     Interest expense
  func beginsLabel(_ lower: AlignedColumns.Line, below upper: AlignedColumns.Line) -> Bool {
    guard let label = lower.pieces.first, label.columns == 0..<1, let above = upper.pieces.first,
      above.columns == 0..<1, !(upper.hasValue && lower.hasValue),
      text.words[label.words[0]].traits.isDisjoint(with: [.lowercaseStart, .wideStart])
    else { return false }
    let endsHeading = !upper.hasValue && text.endsWithColon(above.words)
    if endsHeading || !lower.hasValue && text.endsWithColon(label.words) { return true }
    guard text.startsWithCapital(label.words) else { return false }
    if upper.hasValue { return alignment != .top }
    return alignment != .bottom && !isFullLabel(above, before: label, size: upper.size)
  }

  /// Whether a label is nearly as long as the longest other one; where it is longer than all of them, whether the next word would have
  /// come close to the figures.
  func isFullLabel(_ label: AlignedColumns.Piece, before next: AlignedColumns.Piece, size: Double) -> Bool {
    let length = label.extent.length
    let other = length < longestLabels.first ?? 0 ? longestLabels[0] : longestLabels.dropFirst().first ?? 0
    guard length > other else { return length >= tolerances.fullLabel * other }
    let figures = extents.dropFirst().lazy.compactMap(\.self).first?.start ?? .infinity
    return label.extent.end + text.leadWidth(of: text.words[next.words[0]]) + tolerances.labelRoom * size > figures
  }

  /// Whether a line is but a label, and the label of the line below is set in as those of other rows are.
  func isHeading(_ upper: AlignedColumns.Line, over lower: AlignedColumns.Line) -> Bool {
    guard upper.pieces.count == 1, let label = lower.pieces.first, label.columns.lowerBound == 0, lower.hasValue,
      upper.pieces[0].extent.start < label.extent.start - tolerances.leastIndent * lower.size,
      !text.words[label.words[0]].traits.contains(.lowercaseStart)
    else { return false }
    return labelStarts.contains { abs($0 - label.extent.start) < tolerances.leastIndent / 2 * lower.size }
  }
}
