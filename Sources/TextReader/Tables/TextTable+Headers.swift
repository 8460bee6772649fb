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
      let headers = TableHeaders(shownBy: meanings, of: cells, rowCount: rowCount, columnCount: columnCount)
    else { return }
    headerRowCount = headers.rows
    stubColumnCount = headers.stubColumns
    headerEvidence = .computed
  }

  /// Makes the first row of separated values the header, where no values tell it and it reads as one: names, each once, of at least
  /// two columns, none of which comes again below.
  mutating func setHeaderOfNames() {
    guard rowCount > 1, columnCount > 1,
      TableHeaders(shownBy: meanings, of: cells, rowCount: rowCount, columnCount: columnCount) == nil
    else { return }
    let names = cells.prefix { $0.rows.lowerBound == 0 }.map(\.text)
    guard names.count == columnCount, Set(names).count == names.count, names.allSatisfy(TextTable.isName) else {
      return
    }
    let comesAgain = cells.indices.dropFirst(names.count).contains { index in
      cells[index].text == names[cells[index].columns.lowerBound]
    }
    guard !comesAgain else { return }
    headerRowCount = 1
    headerEvidence = .computed
  }

  /// Whether a text is short and without figures, as the names of columns are.
  private static func isName(_ text: String) -> Bool {
    text.hasInk && text.utf8.count <= 40 && !text.utf8.contains { (0x30...0x39).contains($0) || $0 == 0x0A }
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
