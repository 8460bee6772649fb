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
  /// Moves what is settled out of a table that has become long to the rows kept apart. Both stay where the table is short, or where
  /// merged cells leave no place to cut.
  static func settle(_ table: inout Table, _ settled: inout SettledRows?) {
    guard table.cells.count >= leastCells else { return }
    // A row at which no cell is cut: rows that are covered from above are none.
    var isCut = [Bool](repeating: false, count: table.rowCount + 1)
    for cell in table.cells where cell.rows.count > 1 {
      for row in cell.rows.dropFirst() { isCut[row] = true }
    }
    let top = settled?.first ?? (headerRows..<max(headerRows, table.rowCount)).first { !isCut[$0] }
    guard let top, top < table.rowCount - openRows,
      let end = (top..<table.rowCount - openRows).last(where: { !isCut[$0] }), end > top
    else { return }
    let rest = SettledRows.without(top..<end, table.cells)
    guard let open = table.replacing(rest, rowCount: table.rowCount - (end - top)) else { return }
    // Taken out of its place, so that the rows kept are not copied for each page.
    var rows = settled.take() ?? SettledRows(first: top)
    rows.keep(top..<end, of: table.cells)
    settled = rows
    table = open
  }

  private init(first: Int) {
    self.first = first
  }

  /// The cells but those of some rows; those below move up.
  private static func without(_ rows: Range<Int>, _ cells: [Cell]) -> [Cell] {
    cells.compactMap { cell in
      if cell.rows.lowerBound < rows.lowerBound { return cell }
      return cell.rows.lowerBound < rows.upperBound ? nil : cell.moved(by: -rows.count)
    }
  }

  /// Adds the cells of these rows to those kept.
  private mutating func keep(_ rows: Range<Int>, of all: [Cell]) {
    for cell in all where rows.contains(cell.rows.lowerBound) { cells.append(cell.moved(by: count)) }
    count += rows.count
  }

  /// The whole table again.
  consuming func restored(_ table: Table) -> Table {
    let (first, count) = (first, count)
    let top = table.cells.prefix { $0.rows.lowerBound < first }
    // In place: of a table of many pages there is not room for many copies.
    var all = cells
    all.append(contentsOf: table.cells.dropFirst(top.count).lazy.map { $0.moved(by: count) })
    all.insert(contentsOf: top, at: 0)
    return table.replacing(all, rowCount: table.rowCount + count) ?? table
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
