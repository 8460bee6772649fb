/// A grid tiled by cells.
///
///     0 1 2        rows 0..<2, columns 0..<1   "Item"      kind stubHead
///   0 ┌─┬───┐      rows 0..<1, columns 1..<3   "Number"    kind columnHeader
///     │ ├─┬─┤      rows 1..<2, columns 1..<2   "new"       …
///   1 ├─┼─┼─┤
///   2 └─┴─┴─┘
///
/// Cells are kept in order of their first row, then their first column. They never overlap and never leave the
/// grid; the initializer refuses both. Holes are allowed and visible: a position without a cell is one that the source
/// does not have, which is not the same as a blank cell. Covered positions of a span are never filled with copies.
public struct Table: Hashable, Sendable {
  /// The number of rows of the grid.
  public let rowCount: Int

  /// The number of columns of the grid.
  public let columnCount: Int

  /// The cells in order of first row, then first column.
  public private(set) var cells: [Cell]

  /// How many rows at the top name the columns.
  public private(set) var headerRowCount: Int

  /// How many columns at the left name the rows.
  public private(set) var stubColumnCount: Int

  /// How the header rows and stub columns are known; `nil` where there are none.
  public private(set) var headerEvidence: Evidence?

  /// The line that names the table, where one is attached to it.
  public var caption: String?

  /// The unit that is printed once for the whole table, such as `万元`.
  public var unit: String?

  public var origin: Origin

  /// Makes a table after checking that its cells tile the grid without overlap. Cells come in any order; their kinds are taken as
  /// they are, whatever the counts of header rows and stub columns say.
  ///
  /// - Throws: ``TableError`` naming an impossible size, or the first cell that is empty, leaves the grid or overlaps
  ///   another.
  /// - Complexity: O(*n* log *n* + *w*) for *n* cells of total width *w*.
  public init(
    rowCount: Int,
    columnCount: Int,
    cells: [Cell],
    headerRowCount: Int = 0,
    stubColumnCount: Int = 0,
    headerEvidence: Evidence? = nil,
    caption: String? = nil,
    unit: String? = nil,
    origin: Origin
  ) throws(TableError) {
    try Table.checkSize(rowCount: rowCount, columnCount: columnCount)
    let ordered = cells.isOrderedByPosition ? cells : cells.sorted(by: Cell.precedes)
    try Table.checkTiling(ordered, rowCount: rowCount, columnCount: columnCount)
    guard (0...rowCount).contains(headerRowCount), (0...columnCount).contains(stubColumnCount) else {
      throw TableError.headersLeaveGrid
    }
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.cells = ordered
    self.headerRowCount = headerRowCount
    self.stubColumnCount = stubColumnCount
    self.headerEvidence = headerEvidence
    self.caption = caption
    self.unit = unit
    self.origin = origin
  }
}

extension Table {
  /// The same table with cells transformed one by one in their order; rows and columns stay as they are, whatever the change makes
  /// of them.
  public consuming func mapCells(_ transform: (inout Cell) -> Void) -> Table {
    // In place where nobody else holds the table: a large one is most of a document's memory.
    for index in cells.indices {
      let (rows, columns) = (cells[index].rows, cells[index].columns)
      transform(&cells[index])
      cells[index].rows = rows
      cells[index].columns = columns
    }
    return self
  }

  /// The same table with its header rows and stub columns set and every cell's kind following from them.
  ///
  /// - Precondition: both counts lie within the grid.
  public consuming func settingHeaders(rows: Int, stubColumns: Int, evidence: Evidence?) -> Table {
    precondition((0...rowCount).contains(rows) && (0...columnCount).contains(stubColumns), "headers leave the grid")
    for index in cells.indices { cells[index].setKind(headerRows: rows, stubColumns: stubColumns) }
    headerRowCount = rows
    stubColumnCount = stubColumns
    headerEvidence = evidence
    return self
  }
}
