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
}

extension Table {
  /// Checks what always holds of a table: cells cover at least one position, stay in the grid and do not overlap.
  ///
  /// One sweep over cells in order keeps, per column, the first row that is free below the cells seen so far.
  static func checkTiling(_ cells: [Cell], rowCount: Int, columnCount: Int) throws(TableError) {
    var freeFrom = [Int](repeating: 0, count: max(0, columnCount))
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
