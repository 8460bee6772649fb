internal import ConverterCore

/// A table with its cells placed in the grid, before it becomes a ``Table`` of the model.
struct TextTable: Hashable, Sendable {
  var rowCount: Int
  var columnCount: Int
  var cells: [TextCell]
  var headerRowCount = 0
  var stubColumnCount = 0
  var headerEvidence: Evidence?
  var caption: String?
}

/// One cell of a ``TextTable``.
struct TextCell: Hashable, Sendable {
  var rows: Range<Int>
  var columns: Range<Int>
  var text: String
  var original: String?
  /// Indices of lines, from 0.
  var lines: ClosedRange<Int>
  var kind: CellKind
}

extension TextTable {
  /// Places the cells of a flattened table by solving for its spans.
  init(solving raw: RawTable) {
    let placements = SpanSolver.placements(raw)
    var cells: [TextCell] = []
    cells.reserveCapacity(raw.rows.reduce(0) { $0 + $1.count })
    // By first column, the index of the cell that ended in the row above.
    var above: [Int: Int] = [:]
    for (row, (rawCells, places)) in zip(raw.rows, placements).enumerated() {
      var current: [Int: Int] = [:]
      for (cell, place) in zip(rawCells, places) {
        if place.isContinued, let root = above[place.columns.lowerBound] {
          cells[root].rows = cells[root].rows.lowerBound..<(row + 1)
          current[place.columns.lowerBound] = root
        } else {
          current[place.columns.lowerBound] = cells.count
          cells.append(
            TextCell(
              rows: row..<(row + 1), columns: place.columns, text: cell.text, original: cell.original,
              lines: cell.lines, kind: cell.kind))
        }
      }
      above = current
    }
    self.init(rowCount: raw.rows.count, columnCount: raw.width, cells: cells)
  }

  /// Places the cells of each row side by side, as delimiters state them; shorter rows leave holes.
  init(placing raw: RawTable) {
    let cells = raw.rows.enumerated().flatMap { row, cells in
      cells.enumerated().map { column, cell in
        TextCell(
          rows: row..<(row + 1), columns: column..<(column + 1), text: cell.text, original: cell.original,
          lines: cell.lines, kind: cell.kind)
      }
    }
    self.init(rowCount: raw.rows.count, columnCount: raw.width, cells: cells)
  }

  /// The table of the model. Cells whose spans were solved are computed, the others known as the shape knows them.
  ///
  /// - Throws: ``TableError`` where cells overlap; recognisers place them side by side.
  func table(lines: ClosedRange<Int>, evidence: Evidence) throws(TableError) -> Table {
    let cells = cells.map { cell in
      let isSolved = evidence == .stated && (cell.rows.count > 1 || cell.columns.count > 1)
      return Cell(
        rows: cell.rows, columns: cell.columns, text: cell.text, original: cell.original,
        origin: Origin(.lines(numbers(cell.lines)), isSolved ? .computed : evidence))
    }
    let hasSpans = cells.contains { $0.origin.evidence == .computed }
    let table = try Table(
      rowCount: rowCount, columnCount: columnCount, cells: cells, caption: caption,
      origin: Origin(.lines(numbers(lines)), hasSpans ? .computed : evidence))
    guard headerRowCount > 0 || stubColumnCount > 0 else { return table }
    return table.settingHeaders(rows: headerRowCount, stubColumns: stubColumnCount, evidence: headerEvidence)
  }

  /// Line numbers count from 1.
  private func numbers(_ lines: ClosedRange<Int>) -> ClosedRange<Int> {
    (lines.lowerBound + 1)...(lines.upperBound + 1)
  }
}
