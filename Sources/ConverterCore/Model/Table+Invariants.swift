/// Why cells do not make a table.
public enum TableError: Error, Hashable, Sendable {
  /// The cell at this position covers no row or no column.
  case emptyCell(row: Int, column: Int)
  /// The cell at this position reaches beyond the grid.
  case leavesGrid(row: Int, column: Int)
  /// The cell at this position covers a place that another cell covers too.
  case overlap(row: Int, column: Int)
  /// More header rows or stub columns than the grid has.
  case headersLeaveGrid
  /// A count is negative, or the grid has more positions than 31 bits count.
  case sizeImpossible(rows: Int, columns: Int)
}

extension TableError: CustomStringConvertible {
  /// One clause for people.
  public var description: String {
    switch self {
    case .emptyCell(let row, let column): "the cell at row \(row), column \(column) covers nothing"
    case .leavesGrid(let row, let column): "the cell at row \(row), column \(column) leaves its grid"
    case .overlap(let row, let column): "two cells cover row \(row), column \(column)"
    case .headersLeaveGrid: "a table has more header rows or stub columns than it has rows or columns"
    case .sizeImpossible(let rows, let columns): "a table of \(rows) rows and \(columns) columns is impossible"
    }
  }
}

extension Table {
  /// Checks that every position of a grid can be counted.
  static func checkSize(rowCount: Int, columnCount: Int) throws(TableError) {
    let (positions, overflow) = rowCount.multipliedReportingOverflow(by: columnCount)
    guard min(rowCount, columnCount) >= 0, !overflow, max(rowCount, columnCount, positions) <= Int32.max else {
      throw .sizeImpossible(rows: rowCount, columns: columnCount)
    }
  }

  /// Checks what always holds of a table: cells cover at least one position, stay in the grid and do not overlap.
  ///
  /// One sweep over cells in order keeps, per column, the first row that is free below the cells seen so far.
  static func checkTiling(_ cells: [Cell], rowCount: Int, columnCount: Int) throws(TableError) {
    var freeFrom = [Int](repeating: 0, count: columnCount)
    // By index: taking a cell out would count references to its texts.
    for index in cells.indices {
      let rows = cells[index].rows
      let columns = cells[index].columns
      guard !rows.isEmpty, !columns.isEmpty else {
        throw .emptyCell(row: rows.lowerBound, column: columns.lowerBound)
      }
      guard rows.lowerBound >= 0, rows.upperBound <= rowCount, columns.lowerBound >= 0,
        columns.upperBound <= columnCount
      else {
        throw .leavesGrid(row: rows.lowerBound, column: columns.lowerBound)
      }
      for column in columns {
        guard freeFrom[column] <= rows.lowerBound else {
          throw .overlap(row: rows.lowerBound, column: column)
        }
        freeFrom[column] = rows.upperBound
      }
    }
  }
}

extension Cell {
  /// The order of cells in a table: by first row, then by first column.
  static func precedes(_ first: Cell, _ second: Cell) -> Bool {
    (first.rows.lowerBound, first.columns.lowerBound) < (second.rows.lowerBound, second.columns.lowerBound)
  }
}

extension [Cell] {
  /// Whether the cells already stand in the order that a table keeps; readers mostly deliver them so.
  var isOrderedByPosition: Bool {
    indices.dropFirst().allSatisfy { index in
      (self[index - 1].rows.lowerBound, self[index - 1].columns.lowerBound)
        <= (self[index].rows.lowerBound, self[index].columns.lowerBound)
    }
  }
}
