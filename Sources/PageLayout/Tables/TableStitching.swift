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

  package init(tolerances: Tolerances = .standard) {
    self.tolerances = tolerances
  }

  /// Appends the blocks of the next page, joining its first table to the last one where that goes on.
  ///
  /// - Parameter bodyEnd: the y in points where the text of full pages ends, `nil` where no page tells.
  package mutating func append(_ page: [Block], to blocks: inout [Block], bodyEnd: Double? = nil) {
    guard let last = blocks.lastIndex(where: { !$0.isRunning }), case .table(let upper) = blocks[last],
      let first = page.firstIndex(where: { !$0.isRunning }), case .table(let lower) = page[first],
      var table = joined(upper, lower, bodyEnd: bodyEnd)
    else {
      finish(&blocks)
      blocks += page
      return
    }
    if let rows = settled, table.columnCount != upper.columnCount {
      // The page shows further columns: all rows are numbered anew.
      table = joined(rows.restored(upper), lower, bodyEnd: bodyEnd) ?? table
      settled = nil
    }
    SettledRows.settle(&table, &settled)
    blocks[last] = .table(table)
    blocks += page[..<first] + page[(first + 1)...]
  }

  /// Makes the last table whole, after the last page.
  package mutating func finish(_ blocks: inout [Block]) {
    guard let rows = settled.take(), let last = blocks.lastIndex(where: { !$0.isRunning }),
      case .table(let table) = blocks[last]
    else { return }
    blocks[last] = .table(rows.restored(table))
  }

  /// The two tables as one, or `nil` where the second is a table of its own.
  package func joined(_ upper: Table, _ lower: Table, bodyEnd: Double? = nil) -> Table? {
    guard let upperPart = TablePart(upper, at: .bottom), let lowerPart = TablePart(lower, at: .top),
      lowerPart.page == upperPart.page + 1, lower.caption == nil, reachesAlike(upperPart, lowerPart)
    else { return nil }
    let edges = CommonEdges(
      upperPart.edges, lowerPart.edges, tolerance: columnTolerance(upperPart, lowerPart))
    guard let above = edges.renumbered(upper, part: upperPart), let below = edges.renumbered(lower, part: lowerPart)
    else {
      return nil
    }
    var seam = TableSeam(above, below, columnCount: edges.count - 1)
    let repeatsHeader = seam.dropRepeatedHeader()
    guard repeatsHeader || isCut(upperPart, before: lowerPart, bodyEnd: bodyEnd) else { return nil }
    seam.joinCutCells()
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
