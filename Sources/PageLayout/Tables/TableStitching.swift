package import ConverterCore

/// Joins tables that a page end has cut.
///
/// A table goes on when it is the last content of its page and fills it to the end, the next page begins with a table between
/// the same outer edges, and nothing but running heads stands between. White below a table, wider than its next row would have
/// taken, shows that it ended there and that another one begins; only a header that the next page repeats says more. Columns are aligned by x before they are numbered, because a page that shows
/// only the first rows of a table hides the inner columns of its labels:
///
///     page 1  │ Item      │ persons │ firms │        edges 0 3 4 5
///             │ 1 new     │    5    │   2   │
///     page 2  │ 3 │ given │    4    │   1   │        edges 0 1 3 4 5   →   one grid with the edges 0 1 3 4 5
///             │   │ partly│    1    │   1   │
///
/// Header rows that the next page repeats go; a row or a merged cell that the page end has cut becomes one again.
package struct TableStitching {
  let tolerances: Tolerances
  /// Rows of the last table that are kept apart while it goes on.
  private var settled: SettledRows?
  /// What is known of the last table beyond its cells.
  private var lastInk: TableInk?

  package init(tolerances: Tolerances = .standard) {
    self.tolerances = tolerances
  }

  /// Appends the blocks of the next page, joining its first table to the last one where that goes on.
  ///
  /// - Parameters:
  ///   - bodyEnd: the y in points where the text of full pages ends, `nil` where no page tells.
  ///   - ink: what the page tells of its tables, by their place.
  ///   - rows: the rows that paragraphs at the top of the page may be, by their place.
  package mutating func append(
    _ page: [Block], to blocks: inout [Block], bodyEnd: Double? = nil, ink: [Place: TableInk] = [:],
    rows: [Place: [LeadingRow]] = [:]
  ) {
    var page = page[takeRows(rows, of: page, into: &blocks, bodyEnd: bodyEnd)...]
    let whole = page
    let rest = takeLabelRest(rows, of: &page, after: blocks)
    guard let last = blocks.lastIndex(where: { !$0.isRunning }), case .table(let upper) = blocks[last],
      let first = page.firstIndex(where: { !$0.isRunning }), case .table(let lower) = page[first],
      var table = joined(upper, lower, bodyEnd: bodyEnd, ink: (lastInk, ink[lower.origin.place]))
    else {
      finish(&blocks)
      blocks += whole
      noteInk(of: whole, ink)
      return
    }
    var lastRow = upper.rowCount - 1
    if let rows = settled, table.columnCount != upper.columnCount {
      // The page shows further columns: all rows are numbered anew.
      let restored = rows.restored(upper)
      if let again = joined(restored, lower, bodyEnd: bodyEnd, ink: (lastInk, ink[lower.origin.place])) {
        table = again
        lastRow = restored.rowCount - 1
      }
      settled = nil
    }
    if let rest, case .page(let number, _) = lower.origin.place {
      table = table.endingLabel(ofRow: lastRow, with: rest, onPage: number)
    }
    SettledRows.settle(&table, &settled)
    blocks[last] = .table(table)
    blocks += page[..<first] + page[(first + 1)...]
    lastInk = lastInk.map { $0.joined(with: ink[lower.origin.place]) }
    noteInk(of: page[(first + 1)...], ink)
  }

  /// Moves the lines at the top of a page that are the last rows of the last table into it.
  ///
  /// - Returns: the index of the first block of the page that is left.
  private mutating func takeRows(
    _ rows: [Place: [LeadingRow]], of page: [Block], into blocks: inout [Block], bodyEnd: Double?
  ) -> Int {
    guard !rows.isEmpty, let last = blocks.lastIndex(where: { !$0.isRunning }), case .table(let upper) = blocks[last],
      let first = page.firstIndex(where: { !$0.isRunning })
    else { return 0 }
    var leading: [[LeadingRow]] = []
    var number = 0
    for block in page[first...] {
      guard case .paragraph(let paragraph) = block, let rows = rows[paragraph.origin.place],
        case .page(let page, _) = paragraph.origin.place
      else { break }
      leading.append(rows)
      number = page
    }
    // Of a paragraph all lines are rows, or none is.
    while !leading.isEmpty {
      let rows = leading.flatMap(\.self)
      let joined = joined(upper, rows: rows, onPage: number, ink: lastInk, bodyEnd: bodyEnd)
      if let joined, joined.count == rows.count {
        blocks[last] = .table(joined.table)
        blocks += page[..<first]
        lastInk = nil
        return first + leading.count
      }
      leading.removeLast()
    }
    return 0
  }

  /// Takes from the top of a page the lines that go on from the last label of the last table, above a table.
  private func takeLabelRest(
    _ rows: [Place: [LeadingRow]], of page: inout ArraySlice<Block>, after blocks: [Block]
  ) -> [LeadingRow]? {
    guard let last = blocks.lastIndex(where: { !$0.isRunning }), case .table(let upper) = blocks[last],
      let first = page.firstIndex(where: { !$0.isRunning }), case .paragraph(let paragraph) = page[first],
      first + 1 < page.endIndex, case .table = page[first + 1], let rest = rows[paragraph.origin.place],
      endsLabel(rest, of: upper, ink: lastInk)
    else { return nil }
    page.remove(at: first)
    return rest
  }

  /// Notes what is known of the last of some further blocks.
  private mutating func noteInk(of blocks: ArraySlice<Block>, _ ink: [Place: TableInk]) {
    guard let last = blocks.last(where: { !$0.isRunning }) else { return }
    if case .table(let table) = last { lastInk = ink[table.origin.place] } else { lastInk = nil }
  }

  /// Makes the last table whole, after the last page.
  package mutating func finish(_ blocks: inout [Block]) {
    guard let rows = settled.take(), let last = blocks.lastIndex(where: { !$0.isRunning }),
      case .table(let table) = blocks[last]
    else { return }
    blocks[last] = .table(rows.restored(table))
  }

  /// The two tables as one, or `nil` where the second is a table of its own.
  package func joined(
    _ upper: Table, _ lower: Table, bodyEnd: Double? = nil,
    ink: (upper: TableInk?, lower: TableInk?) = (nil, nil)
  ) -> Table? {
    guard let upperPart = TablePart(upper, at: .bottom), let lowerPart = TablePart(lower, at: .top),
      lowerPart.page == upperPart.page + 1, lower.caption == nil
    else { return nil }
    if let upperTracks = ink.upper?.stated, let lowerTracks = ink.lower?.stated {
      return upperTracks.table == lowerTracks.table ? joined(upper, lower, upperTracks, lowerTracks) : nil
    }
    let isSame = hasSameColumns(upperPart, lowerPart)
    guard isSame || reachesAlike(upperPart, lowerPart) else { return nil }
    let edges = CommonEdges(
      upperPart.edges, lowerPart.edges, tolerance: columnTolerance(upperPart, lowerPart))
    guard
      var seam = isSame
        ? TableSeam(upper.cells, lower.cells, columnCount: upper.columnCount)
        : fitted(upper, lower, upperPart, lowerPart, ink: ink, commonCount: edges.count)
          ?? aligned(upper, lower, upperPart, lowerPart, edges)
    else { return nil }
    let repeatsHeader = seam.dropRepeatedHeader()
    guard repeatsHeader || endsAtPageEnd(upperPart, rowHeight: lowerPart.firstRowHeight, bodyEnd: bodyEnd) else {
      return nil
    }
    seam.joinCutCells()
    return seam.table(like: upper)
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

  /// How far edges of one column lie apart: without lines they stand in the middle of the white beside the column's text.
  private func columnTolerance(_ upper: TablePart, _ lower: TablePart) -> Double {
    if upper.hasFirmEdges && lower.hasFirmEdges { return tolerances.stitchColumn }
    let widths = [upper.edges, lower.edges].flatMap { zip($0.dropFirst(), $0).map { $0 - $1 } }
    return max(tolerances.stitchColumn, tolerances.stitchColumnShare * (widths.min() ?? 0))
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

extension Block {
  /// Whether the block is page furniture, which does not stand between the parts of a table.
  fileprivate var isRunning: Bool {
    guard case .aside(let aside) = self else { return false }
    switch aside.role {
    case .header, .footer, .pageNumber, .watermark: return true
    case .footnote, .endnote, .comment, .textBox, .boilerplate: return false
    }
  }
}
