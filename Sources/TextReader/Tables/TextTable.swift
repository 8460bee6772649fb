internal import ConverterCore

/// A table with its cells placed in the grid, before its headers are known and it becomes a ``Table`` of the model.
struct TextTable: Hashable, Sendable {
  var rowCount: Int
  var columnCount: Int
  /// In order of rows, then columns; their kinds are set when the table is made.
  var cells: [Cell] = []
  /// What each of ``cells`` looks like.
  var meanings: [CellMeaning] = []
  /// Unless `nil`, how many header rows the source states.
  var statedHeaderRows: Int?
  var headerRowCount = 0
  var stubColumnCount = 0
  var headerEvidence: Evidence?
}

extension TextTable {
  /// Adds a cell behind the others.
  ///
  /// - Parameter lines: indices of lines, from 0.
  mutating func append(
    rows: Range<Int>, columns: Range<Int>, text: String, original: String? = nil, lines: ClosedRange<Int>,
    meaning: CellMeaning, evidence: Evidence
  ) {
    let place = Place.lines((lines.lowerBound + 1)...(lines.upperBound + 1))
    cells.append(
      Cell(rows: rows, columns: columns, text: text, original: original, origin: Origin(place, evidence)))
    meanings.append(meaning)
  }

  /// Places the cells of a flattened table by solving for its spans; cells with spans are computed, others stated.
  init(solving raw: RawTable) {
    let solver = SpanSolver(raw)
    self.init(rowCount: raw.rowCount, columnCount: solver.width)
    cells.reserveCapacity(raw.cells.count)
    meanings.reserveCapacity(raw.cells.count)
    // By first column, the cell that stands there in the row above, and that row.
    var above = [(cell: Int, row: Int)](repeating: (0, -1), count: solver.width)
    for row in 0..<raw.rowCount {
      for index in raw.row(row) {
        let columns = solver.columns(index, inRow: row)
        let over = above[columns.lowerBound]
        if solver.continued[index], over.row == row - 1, cells[over.cell].columns == columns {
          cells[over.cell].rows = cells[over.cell].rows.lowerBound..<(row + 1)
          cells[over.cell].evidence = .computed
          above[columns.lowerBound].row = row
          continue
        }
        above[columns.lowerBound] = (cells.count, row)
        append(
          rows: row..<(row + 1), columns: columns, text: raw.cells[index].text, original: raw.cells[index].original,
          lines: raw.cells[index].lines, meaning: raw.cells[index].meaning,
          evidence: columns.count > 1 ? .computed : .stated)
      }
    }
  }

  /// Places the cells of each row side by side, as delimiters state them; shorter rows leave holes.
  init(placing raw: RawTable, evidence: Evidence) {
    self.init(rowCount: raw.rowCount, columnCount: raw.width)
    cells.reserveCapacity(raw.cells.count)
    meanings.reserveCapacity(raw.cells.count)
    for row in 0..<raw.rowCount {
      for (column, index) in raw.row(row).enumerated() {
        let cell = raw.cells[index]
        append(
          rows: row..<(row + 1), columns: column..<(column + 1), text: cell.text, original: cell.original,
          lines: cell.lines, meaning: cell.meaning, evidence: evidence)
      }
    }
  }

  /// The table of the model; computed where spans were solved, else known as its cells are.
  ///
  /// - Parameter lines: indices of the table's lines, from 0.
  /// - Returns: `nil` where cells overlap, which recognisers see to.
  consuming func made(lines: Range<Int>) -> Table? {
    let isComputed = cells.contains { $0.evidence == .computed }
    let evidence = isComputed ? .computed : cells.first?.evidence ?? .stated
    if headerRowCount > 0 || stubColumnCount > 0 {
      for index in cells.indices { cells[index].setKind(headerRows: headerRowCount, stubColumns: stubColumnCount) }
    }
    return try? Table(
      rowCount: rowCount, columnCount: columnCount, cells: cells, headerRowCount: headerRowCount,
      stubColumnCount: stubColumnCount, headerEvidence: headerEvidence,
      origin: Origin(.lines((lines.lowerBound + 1)...max(lines.lowerBound + 1, lines.upperBound)), evidence))
  }
}
