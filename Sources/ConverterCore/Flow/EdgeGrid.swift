/// The grid of a table whose rows each state the edges of their own cells, as in Word 97 ([MS-DOC] 2.9.321 `TDefTableOperand`)
/// and RTF (`\cellx`): columns lie between the edges of all rows.
///
///     row 0  ├──────────┼────┤   edges 0 100 150     columns  0…50…100…150
///     row 1  ├────┼──────────┤   edges 0  50 150     row 0: columns 0..<2, 2..<3
///                                                    row 1: columns 0..<1, 1..<3
///
/// Rows rarely agree to the twip, so edges that lie close together are one edge — unless a row has a cell between
/// them, which then keeps a column of its own. Without that step such tables get phantom columns.
package struct EdgeGrid: Hashable, Sendable {
  /// What a cell says about its merging with the one before it (above or to the left).
  package enum Merge: Hashable, Sendable {
    /// It stands alone.
    case none
    /// Cells after it may continue it.
    case start
    /// It continues the cell before it and has no content of its own.
    case continuation
  }

  /// One cell as its row states it.
  package struct Cell: Hashable, Sendable {
    /// The right edge in twips (1/1440 inch); the left edge is the right one of the cell before.
    package var right: Int
    package var horizontal: Merge
    package var vertical: Merge

    package init(right: Int, horizontal: Merge = .none, vertical: Merge = .none) {
      self.right = right
      self.horizontal = horizontal
      self.vertical = vertical
    }
  }

  /// One row as the file states it.
  package struct Row: Hashable, Sendable {
    /// The left edge of the first cell in twips.
    package var left: Int
    package var cells: [Cell]

    package init(left: Int, cells: [Cell]) {
      self.left = left
      self.cells = cells
    }
  }

  /// Where one cell of the input lies in the grid.
  package struct Placement: Hashable, Sendable {
    package var rows: Range<Int>
    package var columns: Range<Int>

    /// The index of the cell in its row, which is `rows.lowerBound`.
    package var cell: Int
  }

  package let rowCount: Int
  package let columnCount: Int

  /// In order of rows, then columns.
  package let placements: [Placement]

  /// The cells that continue another one, in order: whatever they hold is covered.
  package let covered: [CellPosition]

  /// A cell of the input.
  package struct CellPosition: Hashable, Sendable {
    package var row: Int
    package var cell: Int
  }
}

extension EdgeGrid {
  /// Solves the grid of some rows.
  ///
  /// - Complexity: O(*n* log *n*) for *n* cells.
  package init(_ rows: [Row]) {
    let spans = EdgeGrid.alignedOutside(rows.map(EdgeGrid.spans))
    let columns = EdgeGrid.columns(of: spans)
    var placements: [Placement] = []
    var covered: [CellPosition] = []
    // Per first column, the placement that ends in the row before.
    var above: [Int: Int] = [:]
    for (row, spans) in spans.enumerated() {
      var current: [Int: Int] = [:]
      for span in spans {
        guard let lower = columns[span.left], let upper = columns[span.right] else { continue }
        covered += span.joined.map { CellPosition(row: row, cell: $0) }
        if span.vertical == .continuation, let owner = above[lower], placements[owner].columns == lower..<upper {
          placements[owner].rows = placements[owner].rows.lowerBound..<(row + 1)
          covered.append(CellPosition(row: row, cell: span.cell))
          current[lower] = owner
        } else {
          current[lower] = placements.count
          placements.append(Placement(rows: row..<(row + 1), columns: lower..<upper, cell: span.cell))
        }
      }
      above = current
    }
    rowCount = rows.count
    columnCount = columns.values.max() ?? 0
    self.placements = placements
    self.covered = covered
  }

  /// A cell between two edges, with the cells of its row that continue it.
  private struct Span {
    var left: Int
    var right: Int
    var vertical: Merge
    var cell: Int
    var joined: [Int]
  }

  /// The cells of a row between edges that strictly ascend, horizontal merges applied.
  private static func spans(_ row: Row) -> [Span] {
    var spans: [Span] = []
    var left = row.left
    for (index, cell) in row.cells.enumerated() {
      let right = max(cell.right, left + 1)
      if cell.horizontal == .continuation, !spans.isEmpty {
        spans[spans.count - 1].right = right
        spans[spans.count - 1].joined.append(index)
      } else {
        spans.append(Span(left: left, right: right, vertical: cell.vertical, cell: index, joined: []))
      }
      left = right
    }
    return spans
  }

  /// Rows that begin or end close to where the table does begin or end there: a cell as narrow as the difference may not take
  /// the place between a row's end and the table's (LibreOffice writes such cells of one twip).
  private static func alignedOutside(_ rows: [[Span]]) -> [[Span]] {
    guard let left = rows.compactMap(\.first?.left).min(), let right = rows.compactMap(\.last?.right).max() else {
      return rows
    }
    return rows.map { row in
      var row = row
      guard let first = row.first, let last = row.last else { return row }
      if first.left - left <= tolerance { row[0].left = left }
      if right - last.right <= tolerance { row[row.count - 1].right = right }
      return row
    }
  }

  /// The number of the grid line that each edge lies on, counted from 0 at the left.
  private static func columns(of rows: [[Span]]) -> [Int: Int] {
    var edges = Set<Int>()
    // Per right edge of a narrow cell, its left edge: the two may not become one.
    var narrow: [Int: Int] = [:]
    for span in rows.joined() {
      edges.insert(span.left)
      edges.insert(span.right)
      if span.right - span.left <= tolerance { narrow[span.right] = max(narrow[span.right] ?? .min, span.left) }
    }
    var columns: [Int: Int] = [:]
    var line = -1
    var first = Int.min
    for edge in edges.sorted() {
      if line < 0 || edge - first > tolerance || narrow[edge] ?? .min >= first {
        line += 1
        first = edge
      }
      columns[edge] = line
    }
    return columns
  }

  /// In twips: 2 points. Borders dragged by hand miss each other by up to that much; a column needs more than four times as
  /// much for its padding alone.
  private static let tolerance = 40
}
