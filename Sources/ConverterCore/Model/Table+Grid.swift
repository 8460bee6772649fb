/// The view row × column → cell of a ``Table``.
///
/// Building it costs one pass and one number per grid position; do it once per table, not per look-up.
public struct TableGrid: Sendable {
  /// The number of rows of the table.
  public let rowCount: Int

  /// The number of columns of the table.
  public let columnCount: Int

  private let cells: [Cell]
  /// Row by row, the index into `cells`, or -1 for a hole.
  private let indices: [Int32]

  init(_ table: Table) {
    rowCount = table.rowCount
    columnCount = table.columnCount
    cells = table.cells
    var indices = [Int32](repeating: -1, count: table.rowCount * table.columnCount)
    for (index, cell) in table.cells.enumerated() {
      for row in cell.rows {
        for column in cell.columns {
          indices[row * table.columnCount + column] = Int32(index)
        }
      }
    }
    self.indices = indices
  }

  /// The index in the table's ``Table/cells`` of the cell that covers a position, or `nil` for a hole.
  ///
  /// - Precondition: the position lies in the grid.
  public func cellIndex(row: Int, column: Int) -> Int? {
    precondition(row >= 0 && row < rowCount && column >= 0 && column < columnCount, "position outside of the grid")
    let index = Int(indices[row * columnCount + column])
    return index < 0 ? nil : index
  }

  /// The cell that covers a position, or `nil` for a hole.
  ///
  /// - Precondition: the position lies in the grid.
  public subscript(row: Int, column: Int) -> Cell? {
    cellIndex(row: row, column: column).map { cells[$0] }
  }
}

extension Table {
  /// The view row × column → cell, which each access builds anew.
  public var grid: TableGrid { TableGrid(self) }
}
