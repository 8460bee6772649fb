package import ConverterCore

/// Joins tables that a page end has cut.
///
/// A table goes on when it is the last content of its page, the next page begins with a table between the same outer edges,
/// and nothing but running heads stands between. Columns are aligned by x before they are numbered, because a page that shows
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

  package init(tolerances: Tolerances = .standard) {
    self.tolerances = tolerances
  }

  /// Appends the blocks of the next page, joining its first table to the last one where that goes on.
  package func append(_ page: [Block], to blocks: inout [Block]) {
    guard let last = blocks.lastIndex(where: { !$0.isRunning }), case .table(let upper) = blocks[last],
      let first = page.firstIndex(where: { !$0.isRunning }), case .table(let lower) = page[first],
      let joined = joined(upper, lower)
    else {
      blocks += page
      return
    }
    blocks[last] = .table(joined)
    blocks += page[..<first] + page[(first + 1)...]
  }

  /// The two tables as one, or `nil` where the second is a table of its own.
  package func joined(_ upper: Table, _ lower: Table) -> Table? {
    guard let upperPart = TablePart(upper, at: .bottom), let lowerPart = TablePart(lower, at: .top),
      lowerPart.page == upperPart.page + 1, lower.caption == nil,
      abs(upperPart.left - lowerPart.left) <= tolerances.stitchEdge,
      abs(upperPart.right - lowerPart.right) <= tolerances.stitchEdge
    else { return nil }
    let edges = CommonEdges(upperPart.edges, lowerPart.edges, tolerance: tolerances.stitchColumn)
    guard let above = edges.renumbered(upper, part: upperPart), let below = edges.renumbered(lower, part: lowerPart)
    else {
      return nil
    }
    var seam = TableSeam(above, below, columnCount: edges.count - 1)
    seam.dropRepeatedHeader()
    seam.joinCutCells()
    return seam.table(like: upper)
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
