/// The header texts that name the cells of a table, outermost first.
///
///     stubHead │  2023       paths of the cell under “new”, right of “granted”:
///              ├─────┬─────  column path  2023 / new
///              │ new │ old   row path     decided / granted
///     ─────────┼─────┼─────
///     decided  │     │       (“decided” spans the rows of “granted” and “refused”)
///      granted │ 3   │ 4
///
/// A header names a cell when it stands before it and covers all of its rows or columns: a cell that spans columns of
/// different names has only the names common to them.
package struct HeaderPaths {
  /// The column headers that cover each column, from top to bottom.
  private var columnHeaders: [[Header]]
  /// The row headers that cover each row, from left to right.
  private var rowHeaders: [[Header]]

  /// What stands between the texts of a path.
  static let separator = " / "

  private struct Header {
    let rows: Range<Int>
    let columns: Range<Int>
    let text: String
  }

  /// Collects the headers of a table in one pass over its cells.
  package init(_ table: Table) {
    columnHeaders = Array(repeating: [], count: table.columnCount)
    rowHeaders = Array(repeating: [], count: table.rowCount)
    for cell in table.cells where cell.kind == .columnHeader || cell.kind == .rowHeader {
      let header = Header(rows: cell.rows, columns: cell.columns, text: TextJoining.oneLine(cell.displayText))
      if header.text.isEmpty { continue }
      switch cell.kind {
      case .columnHeader: for column in cell.columns { columnHeaders[column].append(header) }
      case .rowHeader: for row in cell.rows { rowHeaders[row].append(header) }
      case .data, .stubHead: break
      }
    }
  }

  /// The texts of the column headers over a cell, joined with ` / `.
  package func columnPath(of cell: Cell) -> String {
    path(columnHeaders[cell.columns.lowerBound]) { header in
      header.rows.upperBound <= cell.rows.lowerBound && header.columns.upperBound >= cell.columns.upperBound
    }
  }

  /// The texts of the row headers before a cell, joined with ` / `.
  package func rowPath(of cell: Cell) -> String {
    path(rowHeaders[cell.rows.lowerBound]) { header in
      header.columns.upperBound <= cell.columns.lowerBound && header.rows.upperBound >= cell.rows.upperBound
    }
  }

  private func path(_ headers: [Header], where names: (Header) -> Bool) -> String {
    var path = ""
    for header in headers where names(header) {
      if !path.isEmpty { path += Self.separator }
      path += header.text
    }
    return path
  }
}
