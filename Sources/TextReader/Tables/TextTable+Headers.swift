internal import ConverterCore

extension TextTable {
  /// Sets the header rows that are stated, else the header rows and stub columns that the values show, where they show them
  /// clearly (see ``TableHeaders``).
  mutating func inferHeaders() {
    if let statedHeaderRows {
      headerRowCount = statedHeaderRows
      headerEvidence = statedHeaderRows > 0 ? .stated : nil
      return
    }
    guard headerRowCount == 0, stubColumnCount == 0,
      let headers = TableHeaders(shownBy: kinds, of: cells, rowCount: rowCount, columnCount: columnCount)
    else { return }
    headerRowCount = headers.rows
    stubColumnCount = headers.stubColumns
    headerEvidence = .computed
  }

  /// Sets header rows and stub columns that the shape of a table shows. A name of the stub goes down to the rows of values where
  /// nothing stands below it.
  mutating func setHeaders(_ rows: Int, stubColumns: Int) {
    headerRowCount = rows
    stubColumnCount = stubColumns
    headerEvidence = .computed
    let corner = cells.indices.filter { cells[$0].columns.lowerBound == 0 && cells[$0].rows.lowerBound < rows }
    if corner.count == 1, let only = corner.first, cells[only].columns.count == 1 {
      cells[only].rows = cells[only].rows.lowerBound..<rows
    }
  }
}
