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
    guard stubColumnCount == 0,
      let headers = TableHeaders(shownBy: kinds, of: cells, rowCount: rowCount, columnCount: columnCount)
    else { return }
    headerRowCount = headers.rows
    stubColumnCount = headers.stubColumns
    headerEvidence = .computed
  }
}
