internal import PageLayout

/// A table of the structure tree, over all of its pages: the place of each cell in the grid that rows and spans state.
///
/// A page shows the content of some cells; which rows they stand in, what reaches into these from rows on the page before and
/// which cells are blank only the whole table tells.
struct StatedTable {
  /// In order of row, then as stated.
  private var cells: [StatedCell] = []

  /// For each row, the index of its first cell; one entry more than there are rows.
  private var firstCell: [Int] = []

  /// For each row, the first row of which a cell reaches into it.
  private var reachesFrom: [Int] = []

  /// One cell as stated.
  struct Stated {
    var id: Int
    var rowSpan: Int
    var columnSpan: Int
  }

  /// Columns beyond which the spans of a file are not believed.
  private static let mostColumns = 1_000

  /// Rows from top to bottom, each with its cells in order; `nil` where these make no grid.
  init?(_ rows: [[Stated]]) {
    let columnCount = Self.columnCount(of: rows)
    guard rows.count > 1, columnCount > 1, columnCount <= Self.mostColumns else { return nil }
    // Per column, the row from which on it is free, and where the cell that takes it begins.
    var free = [Int](repeating: 0, count: columnCount)
    var start = [Int](repeating: 0, count: columnCount)
    for (number, row) in rows.enumerated() {
      firstCell.append(cells.count)
      let open = free.indices.filter { free[$0] <= number }
      let isFull = row.reduce(0) { $0 + $1.columnSpan } == open.count
      var next = 0
      for cell in row {
        let end = number + min(cell.rowSpan, rows.count - number)
        guard isFull, next < open.count, open[next] + cell.columnSpan <= columnCount,
          open[next + cell.columnSpan - 1] == open[next] + cell.columnSpan - 1
        else {
          cells.append(
            StatedCell(id: cell.id, rows: number..<end, columns: 0..<min(cell.columnSpan, columnCount), isPlaced: false)
          )
          continue
        }
        let columns = open[next]..<open[next] + cell.columnSpan
        next += cell.columnSpan
        cells.append(StatedCell(id: cell.id, rows: number..<end, columns: columns))
        for column in columns { (free[column], start[column]) = (end, number) }
      }
      reachesFrom.append(start.indices.filter { free[$0] > number }.map { start[$0] }.min() ?? number)
    }
    firstCell.append(cells.count)
  }

  /// The cells that stand in or reach into some rows.
  func cells(in rows: ClosedRange<Int>) -> [StatedCell] {
    guard reachesFrom.indices.contains(rows.lowerBound), reachesFrom.indices.contains(rows.upperBound) else {
      return []
    }
    return cells[firstCell[reachesFrom[rows.lowerBound]]..<firstCell[rows.upperBound + 1]]
      .filter { $0.rows.upperBound > rows.lowerBound }
  }

  /// How many columns the table has: those of most rows, cells that reach into them from above included. LibreOffice repeats
  /// the cells of a row, blank, where a page ends in it.
  private static func columnCount(of rows: [[Stated]]) -> Int {
    // Cells that reach below their row: their width and the row after their last.
    var open: [(end: Int, width: Int)] = []
    var rowsOfWidth: [Int: Int] = [:]
    for (number, row) in rows.enumerated() {
      open.removeAll { $0.end <= number }
      let width = (row.map(\.columnSpan) + open.map(\.width)).reduce(0) { min($0 + $1, mostColumns + 1) }
      rowsOfWidth[width, default: 0] += 1
      if open.count < mostColumns {
        open += row.filter { $0.rowSpan > 1 }.map { (number + $0.rowSpan, $0.columnSpan) }
      }
    }
    return rowsOfWidth.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }
}
