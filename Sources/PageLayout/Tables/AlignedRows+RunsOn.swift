internal import ConverterCore

/// Why a line is of the row of the line right above it, or begins a row of its own.
///
/// Four kinds of evidence are asked in this order, and the first one that tells decides:
///
/// - **Place.** Drawn lines part rows, and so does much white; what stands beside each other, be it at a height a little different, is of one
///   row. Here the table may be of a kind in which nothing else counts.
/// - **Figures.** Two lines with figures are two rows. What was measured over all lines tells where labels go on.
/// - **Names.** Names of parts and headings of rows are no lines of a cell, unless white shows that all rows have padding around them.
/// - **Room.** What is left may be a cell of several lines: the upper one is full, so that the first word of the lower one did not fit.
extension AlignedRows {
  /// Pieces of two lines that stand in one column.
  typealias Shared = [(upper: AlignedColumns.Piece, lower: AlignedColumns.Piece)]

  /// Whether a line is of the row of the line right above it.
  func runsOn(from upper: Int, to lower: Int) -> Bool {
    if let told = placeTells(upper, lower) ?? figuresTell(upper, lower) { return told }
    let shared = shared(upper, lower)
    return namesTell(upper, lower, shared) ?? roomTells(upper, lower, shared)
  }

  /// What drawn lines and the distance tell, whatever the lines say; `nil` where these do not decide.
  private func placeTells(_ upper: Int, _ lower: Int) -> Bool? {
    if isRuled(between: upper, and: lower) { return false }
    let distance = distance(upper, lower)
    if isFolded, lower > headCount { return !leadings.partsRows(distance) }
    if let groupLeadings { return groupLeadings.isOfCell(distance) && !conflicts(upper, lower) }
    if isBanded { return lower != headEnd }
    if distance < tolerances.besideDistance { return !conflicts(upper, lower) }
    return distance > tolerances.rowDistance || conflicts(upper, lower) ? false : nil
  }

  /// What the figures of both lines tell, and labels whose lines all lines of the table show; `nil` where these do not decide.
  private func figuresTell(_ upper: Int, _ lower: Int) -> Bool? {
    if areYears(of: upper, lower) || goesOnWithLabel.contains(lower) { return true }
    let (first, second) = (columns.lines[upper], columns.lines[lower])
    return first.hasValue && second.hasValue || areHeadingsInMiddle(first, second) ? false : nil
  }

  /// Whether one of the lines names a part or rows, or begins a label; `nil` where they may be of one cell, as white may show them to be.
  private func namesTell(_ upper: Int, _ lower: Int, _ shared: Shared) -> Bool? {
    let (first, second) = (columns.lines[upper], columns.lines[lower])
    let distance = distance(upper, lower)
    if white == .partsTexts { return leadings.isOfCell(distance) }
    if runsAcross(second, cellsOf: first) || runsAcross(first, cellsOf: second) { return false }
    if isPartName(first, over: second),
      shared.contains(where: { !$0.upper.isValue && $0.lower.isValue })
        || first.isInMiddle(of: extents, tolerances: tolerances) && second.hasValue
    {
      return false
    }
    let isOfCell = white == .padsRows && !shared.isEmpty && leadings.isOfCell(distance)
    // Lines set close are of one cell, whatever their first letters; farther apart they may be a row and a heading. A figure does not go
    // on with words.
    let isClose =
      distance <= tolerances.closeLeading && !shared.contains { $0.upper.isValue && !$0.lower.isValue }
    if isOfCell, isClose { return lower != remark }
    let endsRow = isClose && rowEnds.contains(lower) && goesOn(shared, size: first.size)
    if isNextLabel(second, below: first) || isPartName(second, below: first)
      || beginsLabel(second, below: first) && !endsRow || isFlushHeading(first, over: second)
    {
      return false
    }
    return isOfCell ? true : nil
  }

  /// Whether the lower line goes on where the upper one is full, as far apart as lines of a cell and on the side of the figures on which
  /// labels go on.
  private func roomTells(_ upper: Int, _ lower: Int, _ shared: Shared) -> Bool {
    let (first, second) = (columns.lines[upper], columns.lines[lower])
    let distance = distance(upper, lower)
    if !shared.isEmpty {
      // Rows are set farther apart than the lines of a cell, where there is padding.
      let isFull = shared.contains { wraps($0.upper, $0.lower, size: first.size) }
      if isFull ? leadings.partsRows(distance) : !leadings.isOfCell(distance) { return false }
      if leadings.isNearerThanRows(distance) { return true }
      if isHeading(first, over: second) { return false }
      if alignment == .top, isFilled(lower), !shared.contains(where: { $0.lower.continues($0.upper, in: text) }) {
        return false
      }
      if alignment == .bottom, isFilled(upper) { return false }
    }
    let covered = first.pieces.allSatisfy { piece in shared.contains { $0.upper == piece } }
    if covered, first.pieces.count > 1, second.pieces.count > 1 {
      // The lower line fills all cells that the upper one fills: a row of its own, unless all cells are long and run on.
      return shared.allSatisfy {
        $0.upper.extent.length > tolerances.runningWidth * first.size && wraps($0.upper, $0.lower, size: first.size)
      }
    }
    return shared.contains { upper, lower in
      let reach = upper.columns.reduce(upper.extent) { $0.union(extents[$1] ?? upper.extent) }
      return wraps(upper, lower, size: first.size)
        && (2 * upper.extent.length > reach.length || isFull(upper, before: lower, size: first.size))
    }
  }
}
