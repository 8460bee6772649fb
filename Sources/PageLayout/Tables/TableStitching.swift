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
  private let tolerances: Tolerances
  /// Rows of the last table that are kept apart while it goes on.
  private var settled: SettledRows?
  /// Which part of a stated table the last table is so far.
  private var stated: StatedTracks?

  package init(tolerances: Tolerances = .standard) {
    self.tolerances = tolerances
  }

  /// Appends the blocks of the next page, joining its first table to the last one where that goes on.
  ///
  /// - Parameters:
  ///   - bodyEnd: the y in points where the text of full pages ends, `nil` where no page tells.
  ///   - tracks: which tables of the page are parts of stated ones, by their place.
  package mutating func append(
    _ page: [Block], to blocks: inout [Block], bodyEnd: Double? = nil, tracks: [Place: StatedTracks] = [:]
  ) {
    guard let last = blocks.lastIndex(where: { !$0.isRunning }), case .table(let upper) = blocks[last],
      let first = page.firstIndex(where: { !$0.isRunning }), case .table(let lower) = page[first],
      var table = joined(upper, lower, bodyEnd: bodyEnd, tracks: (stated, tracks[lower.origin.place]))
    else {
      finish(&blocks)
      blocks += page
      noteTracks(of: page[...], tracks)
      return
    }
    if let rows = settled, table.columnCount != upper.columnCount {
      // The page shows further columns: all rows are numbered anew.
      table =
        joined(rows.restored(upper), lower, bodyEnd: bodyEnd, tracks: (stated, tracks[lower.origin.place])) ?? table
      settled = nil
    }
    settled = SettledRows.settling(&table, settled)
    blocks[last] = .table(table)
    blocks += page[..<first] + page[(first + 1)...]
    stated = stated.map { $0.joined(with: tracks[lower.origin.place]) }
    noteTracks(of: page[(first + 1)...], tracks)
  }

  /// Notes of which stated table the last of some further blocks is a part.
  private mutating func noteTracks(of blocks: ArraySlice<Block>, _ tracks: [Place: StatedTracks]) {
    guard let last = blocks.last(where: { !$0.isRunning }) else { return }
    if case .table(let table) = last { stated = tracks[table.origin.place] } else { stated = nil }
  }

  /// Makes the last table whole, after the last page.
  package mutating func finish(_ blocks: inout [Block]) {
    guard let rows = settled, let last = blocks.lastIndex(where: { !$0.isRunning }),
      case .table(let table) = blocks[last]
    else { return }
    blocks[last] = .table(rows.restored(table))
    settled = nil
  }

  /// The two tables as one, or `nil` where the second is a table of its own.
  package func joined(
    _ upper: Table, _ lower: Table, bodyEnd: Double? = nil,
    tracks: (upper: StatedTracks?, lower: StatedTracks?) = (nil, nil)
  ) -> Table? {
    guard let upperPart = TablePart(upper, at: .bottom), let lowerPart = TablePart(lower, at: .top),
      lowerPart.page == upperPart.page + 1, lower.caption == nil
    else { return nil }
    if let upperTracks = tracks.upper, let lowerTracks = tracks.lower {
      return upperTracks.table == lowerTracks.table ? joined(upper, lower, upperTracks, lowerTracks) : nil
    }
    guard reachesAlike(upperPart, lowerPart) else { return nil }
    let edges = CommonEdges(
      upperPart.edges, lowerPart.edges, tolerance: columnTolerance(upperPart, lowerPart))
    guard let above = edges.renumbered(upper, edges: upperPart.edges),
      let below = edges.renumbered(lower, edges: lowerPart.edges)
    else {
      return nil
    }
    var seam = TableSeam(above, below, columnCount: edges.count - 1)
    let repeatsHeader = seam.dropRepeatedHeader()
    guard repeatsHeader || isCut(upperPart, before: lowerPart, bodyEnd: bodyEnd) else { return nil }
    seam.joinCutCells()
    return seam.table(like: upper)
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

  /// How far edges of one column lie apart: without lines they stand in the middle of the white beside the column's text.
  private func columnTolerance(_ upper: TablePart, _ lower: TablePart) -> Double {
    if upper.hasFirmEdges && lower.hasFirmEdges { return tolerances.stitchColumn }
    let widths = [upper.edges, lower.edges].flatMap { zip($0.dropFirst(), $0).map { $0 - $1 } }
    return max(tolerances.stitchColumn, 0.45 * (widths.min() ?? 0))
  }

  /// Whether the end of the page cut the table: no room is left below for what comes next.
  private func isCut(_ upper: TablePart, before lower: TablePart, bodyEnd: Double?) -> Bool {
    guard let bodyEnd else { return true }
    return bodyEnd - upper.bottom <= max(tolerances.pageEndRoom, tolerances.pageEndRows * lower.firstRowHeight)
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
