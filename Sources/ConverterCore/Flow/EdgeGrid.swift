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
    var spans = rows.map(EdgeGrid.spans)
    EdgeGrid.alignOutside(&spans)
    let lines = GridLines(spans)
    var placements: [Placement] = []
    placements.reserveCapacity(spans.reduce(0) { $0 + $1.count })
    var covered: [CellPosition] = []
    // Per first column, the last row with a cell that begins there, and that cell's placement.
    var latest = [(row: Int, placement: Int)](repeating: (.min, 0), count: lines.count)
    for (row, spans) in spans.enumerated() {
      for span in spans {
        let lower = lines.line(of: span.left)
        let upper = lines.line(of: span.right)
        for joined in span.cells.dropFirst() { covered.append(CellPosition(row: row, cell: joined)) }
        let (rowAbove, owner) = latest[lower]
        if span.vertical == .continuation, rowAbove == row - 1, placements[owner].columns == lower..<upper {
          placements[owner].rows = placements[owner].rows.lowerBound..<(row + 1)
          covered.append(CellPosition(row: row, cell: span.cells.lowerBound))
          latest[lower] = (row, owner)
        } else {
          latest[lower] = (row, placements.count)
          placements.append(Placement(rows: row..<(row + 1), columns: lower..<upper, cell: span.cells.lowerBound))
        }
      }
    }
    rowCount = rows.count
    columnCount = max(0, lines.count - 1)
    self.placements = placements
    self.covered = covered
  }

  /// A cell between two edges, with the cells of its row that continue it: they follow it.
  private struct Span {
    var left: Int
    var right: Int
    var vertical: Merge
    var cells: Range<Int>
  }

  /// The cells of a row between edges that strictly ascend, horizontal merges applied.
  private static func spans(_ row: Row) -> [Span] {
    var spans: [Span] = []
    spans.reserveCapacity(row.cells.count)
    var left = row.left
    for (index, cell) in row.cells.enumerated() {
      let right = max(cell.right, left + 1)
      if cell.horizontal == .continuation, !spans.isEmpty {
        spans[spans.count - 1].right = right
        spans[spans.count - 1].cells = spans[spans.count - 1].cells.lowerBound..<(index + 1)
      } else {
        spans.append(Span(left: left, right: right, vertical: cell.vertical, cells: index..<(index + 1)))
      }
      left = right
    }
    return spans
  }

  /// Rows that begin or end close to where the table does begin or end there: a cell as narrow as the difference may not take
  /// the place between a row's end and the table's (LibreOffice writes such cells of one twip).
  private static func alignOutside(_ rows: inout [[Span]]) {
    // Closures: key paths through optionals are interpreted, at a fiftieth of the time of a document.
    guard let left = rows.lazy.compactMap({ $0.first?.left }).min(),
      let right = rows.lazy.compactMap({ $0.last?.right }).max()
    else { return }
    for row in rows.indices {
      guard let first = rows[row].first, let last = rows[row].last else { continue }
      if first.left - left <= tolerance { rows[row][0].left = left }
      if right - last.right <= tolerance { rows[row][rows[row].count - 1].right = right }
    }
  }

  /// The lines of the grid: edges that lie close together are on one.
  private struct GridLines {
    /// All edges, ascending, and for each the number of its line, counted from 0 at the left.
    private var edges: [Int] = []
    private var lines: [Int] = []

    /// The number of lines.
    var count: Int { (lines.last ?? -1) + 1 }

    init(_ rows: [[Span]]) {
      var sides: [(edge: Int, behindNarrow: Int)] = []
      for (index, row) in rows.enumerated() {
        // Most rows have the edges of the one above.
        let isRepeated = index > 0 && row.elementsEqual(rows[index - 1]) { $0.left == $1.left && $0.right == $1.right }
        for span in row where !isRepeated {
          sides.append((span.left, .min))
          // The two edges of a narrow cell may not become one.
          sides.append((span.right, span.right - span.left <= tolerance ? span.left : .min))
        }
      }
      sides.sort { $0 < $1 }
      var first = Int.min
      for (index, side) in sides.enumerated() {
        // Of sides at the same place the last is behind the nearest narrow cell.
        if index + 1 < sides.count, sides[index + 1].edge == side.edge { continue }
        let isNew = lines.isEmpty || side.edge - first > tolerance || side.behindNarrow >= first
        if isNew { first = side.edge }
        lines.append((lines.last ?? -1) + (isNew ? 1 : 0))
        edges.append(side.edge)
      }
    }

    /// The line of an edge, which is one of those that the lines were made of.
    func line(of edge: Int) -> Int {
      var lower = 0
      var upper = edges.count - 1
      while lower < upper {
        let middle = (lower + upper) / 2
        if edges[middle] < edge { lower = middle + 1 } else { upper = middle }
      }
      return lines[lower]
    }
  }

  /// In twips: 2 points. Borders dragged by hand miss each other by up to that much; a column needs more than four times as
  /// much for its padding alone.
  private static let tolerance = 40
}
