internal import ConverterCore

/// Headings of rows in the middle of the table.
extension AlignedRows {
  /// Whether two lines are headings in the middle of the table, below each other: the upper one is so short that the first word of the
  /// lower one would have stood there.
  ///
  ///                    Sector 21: Mining
  ///          Subsector 212: Mining but for oil and gas
  ///     2121   Coal                         500
  func areHeadingsInMiddle(_ upper: AlignedColumns.Line, _ lower: AlignedColumns.Line) -> Bool {
    guard upper.isInMiddle(of: extents, tolerances: tolerances), lower.isInMiddle(of: extents, tolerances: tolerances),
      let first = firstFigures, lower.band.middle > columns.lines[first].band.middle,
      let heading = upper.pieces.first?.extent, let next = lower.pieces.first, text.startsWithCapital(next.words)
    else { return false }
    let room = next.extent.length - heading.length
    return !text.fills(room, before: next.words[0], size: lower.size, tolerances: tolerances)
  }
}
