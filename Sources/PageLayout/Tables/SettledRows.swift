internal import ConverterCore

/// The middle rows of a table that goes on over many pages, kept apart so that a further page costs what its own rows cost
/// and not what the whole table does.
///
///     rows 0..<first    stay: they tell what header a page repeats
///     rows kept here    no page end can reach them any more
///     the last rows     stay: the next page may go on in them
struct SettledRows {
  /// Cells in order, rows counted within the whole table.
  private var cells: [Cell] = []
  /// The number of rows that stay at the top.
  private let first: Int
  /// The number of rows kept here.
  private var count = 0

  /// Tables of fewer cells stay whole.
  private static let leastCells = 4096
  /// Rows at the top that stay at least: no header is higher.
  private static let headerRows = 16
  /// Rows at the bottom that stay at least.
  private static let openRows = 64
}

extension SettledRows {
  /// Takes what is settled out of a table where it has become long.
  ///
  /// - Returns: what was taken; as given where the table is short, or where a merged cell leaves no place to cut.
  static func settling(_ table: inout Table, _ settled: SettledRows?) -> SettledRows? {
    guard table.cells.count >= leastCells else { return settled }
    // A row at which no cell is cut: rows that are covered from above are none.
    var isCut = [Bool](repeating: false, count: table.rowCount + 1)
    for cell in table.cells where cell.rows.count > 1 {
      for row in cell.rows.dropFirst() { isCut[row] = true }
    }
    let top = settled?.first ?? (headerRows..<max(headerRows, table.rowCount)).first { !isCut[$0] }
    guard let top, top < table.rowCount - openRows,
      let end = (top..<table.rowCount - openRows).last(where: { !isCut[$0] }), end > top
    else { return settled }
    var taken = settled ?? SettledRows(first: top)
    let rest = taken.take(top..<end, of: table.cells)
    guard let open = table.replacing(rest, rowCount: table.rowCount - (end - top)) else { return settled }
    table = open
    return taken
  }

  private init(first: Int) {
    self.first = first
  }

  /// Keeps the cells of these rows, and gives the others moved up.
  private mutating func take(_ rows: Range<Int>, of all: [Cell]) -> [Cell] {
    var rest: [Cell] = []
    for cell in all {
      if cell.rows.lowerBound < rows.lowerBound {
        rest.append(cell)
      } else if cell.rows.lowerBound < rows.upperBound {
        cells.append(cell.moved(by: count))
      } else {
        rest.append(cell.moved(by: -rows.count))
      }
    }
    count += rows.count
    return rest
  }

  /// The whole table again.
  func restored(_ table: Table) -> Table {
    let top = table.cells.prefix { $0.rows.lowerBound < first }
    let bottom = table.cells.dropFirst(top.count).map { $0.moved(by: count) }
    return table.replacing(top + cells + bottom, rowCount: table.rowCount + count) ?? table
  }
}

extension Table {
  /// The table with other rows on the same columns; `nil` where the cells overlap.
  fileprivate func replacing(_ cells: [Cell], rowCount: Int) -> Table? {
    try? Table(
      rowCount: rowCount, columnCount: columnCount, cells: cells, headerRowCount: headerRowCount,
      stubColumnCount: stubColumnCount, headerEvidence: headerEvidence, caption: caption, unit: unit, origin: origin)
  }
}

extension Cell {
  fileprivate func moved(by rows: Int) -> Cell {
    var cell = self
    cell.rows = (cell.rows.lowerBound + rows)..<(cell.rows.upperBound + rows)
    return cell
  }
}
