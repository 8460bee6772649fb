package import ConverterCore

/// Whether the table at the top of a page goes on from the one before, and both as one.
extension TableStitching {
  /// The two tables as one, or `nil` where the second is a table of its own.
  package func joined(
    _ upper: Table, _ lower: Table, bodyEnd: Double? = nil,
    ink: (upper: TableInk?, lower: TableInk?) = (nil, nil)
  ) -> Table? {
    guard let upperPart = TablePart(upper, at: .bottom), let lowerPart = TablePart(lower, at: .top),
      lowerPart.page == upperPart.page + 1, goesOn(lower.caption, from: upper.caption)
    else { return nil }
    if let upperTracks = ink.upper?.stated, let lowerTracks = ink.lower?.stated {
      return upperTracks.table == lowerTracks.table ? joined(upper, lower, upperTracks, lowerTracks) : nil
    }
    let isSame = hasSameColumns(upperPart, lowerPart) || repeatsHead(upper, lower, upperPart, lowerPart)
    guard isSame || reachesAlike(upperPart, lowerPart) else { return nil }
    let edges = CommonEdges(
      upperPart.edges, lowerPart.edges, tolerance: columnTolerance(upperPart, lowerPart))
    guard
      var seam = isSame
        ? TableSeam(upper.cells, lower.cells, columnCount: upper.columnCount)
        : fitted(upper, lower, upperPart, lowerPart, ink: ink, commonCount: edges.count)
          ?? aligned(upper, lower, upperPart, lowerPart, edges)
    else { return nil }
    let repeatsHeader = seam.dropRepeatedHeader(ofRows: upper.headerRowCount)
    let isContinuation = lower.caption.flatMap(Caption.init)?.isContinuation == true
    // Forms that each have a page of their own may all have one caption.
    guard
      isContinuation
        || repeatsHeader && lower.caption == nil && fillsPage(upperPart, bodyEnd: bodyEnd)
        || endsAtPageEnd(upperPart, rowHeight: lowerPart.firstRowHeight, bodyEnd: bodyEnd)
    else { return nil }
    seam.joinCutCells()
    return seam.table(like: upper)
  }

  /// Whether the table below a caption may go on from the one below another: it has none, the same again, or says so.
  private func goesOn(_ lower: String?, from upper: String?) -> Bool {
    guard let lower, lower != upper else { return true }
    guard let lower = Caption(lower), let upper = upper.flatMap(Caption.init) else { return false }
    return lower.continues(upper)
  }

  /// The seam between parts whose columns have the edges of both.
  private func aligned(
    _ upper: Table, _ lower: Table, _ upperPart: TablePart, _ lowerPart: TablePart, _ edges: CommonEdges
  ) -> TableSeam? {
    guard let above = edges.renumbered(upper, edges: upperPart.edges),
      let below = edges.renumbered(lower, edges: lowerPart.edges)
    else { return nil }
    return TableSeam(above, below, columnCount: edges.count - 1)
  }

  /// The seam between parts without lines of which the one with fewer rows stands in the columns of the other; `nil` where
  /// one shows all columns that the other does, or each has its own.
  private func fitted(
    _ upper: Table, _ lower: Table, _ upperPart: TablePart, _ lowerPart: TablePart,
    ink: (upper: TableInk?, lower: TableInk?), commonCount: Int
  ) -> TableSeam? {
    guard commonCount > max(upperPart.edges.count, lowerPart.edges.count) else { return nil }
    if lower.rowCount <= upper.rowCount, let extents = ink.lower?.extents,
      let below = TableFitting(edges: upperPart.edges, tolerance: tolerances.stitchColumn).cells(
        of: lower, extents: extents, onPage: lowerPart.page)
    {
      return TableSeam(upper.cells, below, columnCount: upper.columnCount)
    }
    if upper.rowCount < lower.rowCount, let extents = ink.upper?.extents,
      let above = TableFitting(edges: lowerPart.edges, tolerance: tolerances.stitchColumn).cells(
        of: upper, extents: extents, onPage: upperPart.page)
    {
      return TableSeam(above, lower.cells, columnCount: lower.columnCount)
    }
    return nil
  }

  /// Two parts of one stated table as one: the numbers of their columns are known.
  private func joined(_ upper: Table, _ lower: Table, _ first: StatedTracks, _ second: StatedTracks) -> Table? {
    let (upperEdges, lowerEdges) = (first.columns.map(Double.init), second.columns.map(Double.init))
    let edges = CommonEdges(upperEdges, lowerEdges, tolerance: 0)
    guard let above = edges.renumbered(upper, edges: upperEdges), let below = edges.renumbered(lower, edges: lowerEdges)
    else { return nil }
    var seam = TableSeam(above, below, columnCount: edges.count - 1)
    seam.joinCutCells(isRowCut: first.rows.upperBound > second.rows.lowerBound)
    return seam.table(like: upper)
  }

  /// Whether both parts stand between the same outer edges; text without lines ends where its words end.
  private func reachesAlike(_ upper: TablePart, _ lower: TablePart) -> Bool {
    if upper.hasFirmEdges && lower.hasFirmEdges {
      return abs(upper.left - lower.left) <= tolerances.stitchEdge
        && abs(upper.right - lower.right) <= tolerances.stitchEdge
    }
    let tolerance = tolerances.stitchReach * (upper.right - upper.left)
    // Outer columns of labels are blank on pages on which no group begins.
    let near = columnTolerance(upper, lower)
    let beginsInside =
      upper.edges.dropLast(upper.edges.count / 2).contains { abs($0 - lower.left) <= near }
      || lower.edges.dropLast(lower.edges.count / 2).contains { abs($0 - upper.left) <= near }
    return (abs(upper.left - lower.left) <= tolerance || beginsInside) && abs(upper.right - lower.right) <= tolerance
  }

  /// Whether parts of which one has no lines have the same edges between their columns; how far they reach beyond the outer ones
  /// depends on whether the page shows a line above or below them.
  private func hasSameColumns(_ upper: TablePart, _ lower: TablePart) -> Bool {
    guard !(upper.hasFirmEdges && lower.hasFirmEdges), upper.edges.count == lower.edges.count,
      upper.edges.count >= tolerances.leastSameEdges
    else { return false }
    let near = columnTolerance(upper, lower)
    let inner = zip(upper.edges, lower.edges).dropFirst().dropLast()
    return inner.allSatisfy { abs($0 - $1) <= near }
      && Interval(upper.left, upper.right).overlap(Interval(lower.left, lower.right)) > 0
  }

  /// Whether parts of which one has no lines have as many columns and the same headings over each: figures on one page may be longer.
  private func repeatsHead(_ upper: Table, _ lower: Table, _ upperPart: TablePart, _ lowerPart: TablePart) -> Bool {
    guard !(upperPart.hasFirmEdges && lowerPart.hasFirmEdges), upper.columnCount == lower.columnCount,
      upper.headerRowCount > 0, reachesAlike(upperPart, lowerPart)
    else { return false }
    let heads = [upper, lower].map { table in table.cells.filter { $0.rows.upperBound <= upper.headerRowCount } }
    return heads[0].contains { !$0.text.isEmpty } && heads[0].count == heads[1].count
      && zip(heads[0], heads[1]).allSatisfy { $0.rows == $1.rows && $0.columns == $1.columns && $0.text == $1.text }
  }

  /// How far edges of one column lie apart: without lines they stand in the middle of the white beside the column's text.
  private func columnTolerance(_ upper: TablePart, _ lower: TablePart) -> Double {
    if upper.hasFirmEdges && lower.hasFirmEdges { return tolerances.stitchColumn }
    let widths = [upper.edges, lower.edges].flatMap { zip($0.dropFirst(), $0).map { $0 - $1 } }
    return max(tolerances.stitchColumn, tolerances.stitchColumnShare * (widths.min() ?? 0))
  }

  /// Whether the table reaches so far down that groups of rows which are kept together may have left the rest of the page white.
  /// Tables of one form, each on a page of its own, have the same header too.
  private func fillsPage(_ upper: TablePart, bodyEnd: Double?) -> Bool {
    guard let bodyEnd else { return true }
    return bodyEnd - upper.bottom <= tolerances.shares.keptTogether * bodyEnd
  }

  /// Whether the end of the page cut the table: no room is left below for the next row.
  ///
  /// - Parameters:
  ///   - upper: the part of the table on its last page.
  ///   - rowHeight: the height of the next row in points.
  ///   - bodyEnd: the y in points where the text of full pages ends, `nil` where no page tells.
  func endsAtPageEnd(_ upper: TablePart, rowHeight: Double, bodyEnd: Double?) -> Bool {
    guard let bodyEnd else { return true }
    return bodyEnd - upper.bottom <= max(tolerances.pageEndRoom, tolerances.pageEndRows * rowHeight)
  }
}
