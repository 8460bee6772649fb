internal import ConverterCore

extension TextTable {
  /// Sets the header rows that are stated, else the header rows and stub columns that the numbers show, where they show them
  /// clearly.
  ///
  /// Clear are: rows of labels at the top, above rows that all have numbers; and columns of labels at the left of columns of
  /// numbers. Tables stacked into one, whose headers come again further down, get no header rows.
  mutating func inferHeaders() {
    if let statedHeaderRows {
      headerRowCount = statedHeaderRows
      headerEvidence = statedHeaderRows > 0 ? .stated : nil
      return
    }
    guard stubColumnCount == 0, rowCount > 1 else { return }
    var hasValue = [Bool](repeating: false, count: rowCount)
    var hasLabel = hasValue
    for (cell, kind) in zip(cells, kinds) where !cell.text.isEmpty {
      if kind == .value {
        for row in cell.rows { hasValue[row] = true }
      } else {
        hasLabel[cell.rows.lowerBound] = true
      }
    }
    guard let body = hasValue.firstIndex(of: true) else { return }
    // Rows of labels alone further down are headers of another table; blank rows are none.
    let isStacked = (body..<rowCount).contains { hasLabel[$0] && !hasValue[$0] }
    if !isStacked, !cells.contains(where: { $0.rows.lowerBound < body && $0.rows.upperBound > body }) {
      headerRowCount = body
    }
    stubColumnCount = stubColumns(below: body)
    if headerRowCount > 0 || stubColumnCount > 0 { headerEvidence = .computed }
  }

  /// The number of label columns left of columns that hold numbers almost only; 0 where they are not clearly apart.
  private func stubColumns(below body: Int) -> Int {
    var values = [Int](repeating: 0, count: columnCount)
    var labels = values
    for (cell, kind) in zip(cells, kinds) where cell.rows.upperBound > body && cell.columns.count == 1 {
      let column = cell.columns.lowerBound
      if kind == .value { values[column] += cell.rows.count }
      if kind == .label { labels[column] += cell.rows.count }
    }
    guard let first = values.indices.first(where: { values[$0] > labels[$0] }),
      values.indices[first...].allSatisfy({ labels[$0] * 4 <= values[$0] })
    else { return 0 }
    let isCrossed = cells.contains { cell in
      cell.rows.lowerBound >= body && cell.columns.lowerBound < first && cell.columns.upperBound > first
        && cell.columns.count < columnCount
    }
    return isCrossed ? 0 : first
  }
}
