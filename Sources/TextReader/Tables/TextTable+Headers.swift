internal import ConverterCore

extension TextTable {
  /// The same table with the header rows and stub columns that its numbers show, where they show them clearly.
  ///
  /// Clear are: rows of labels at the top, above rows that all have numbers; and columns of labels at the left of columns of
  /// numbers. Tables stacked into one, whose headers come again further down, get no header rows.
  func inferringHeaders() -> TextTable {
    guard headerRowCount == 0, stubColumnCount == 0, rowCount > 1 else { return self }
    var hasValue = [Bool](repeating: false, count: rowCount)
    var values = [Int](repeating: 0, count: columnCount)
    var labels = values
    for cell in cells where cell.kind == .value && !cell.text.isEmpty {
      for row in cell.rows { hasValue[row] = true }
    }
    guard let body = hasValue.firstIndex(of: true) else { return self }
    for cell in cells where cell.rows.upperBound > body && cell.columns.count == 1 {
      let column = cell.columns.lowerBound
      if cell.kind == .value { values[column] += cell.rows.count }
      if cell.kind == .label { labels[column] += cell.rows.count }
    }
    var result = self
    if !hasValue[body...].contains(false) { result.headerRowCount = body }
    let firstValues = values.indices.first { values[$0] > labels[$0] } ?? 0
    if values[firstValues...].indices.allSatisfy({ labels[$0] * 4 <= values[$0] || labels[$0] == 0 }),
      !cells.contains(where: { crosses($0, column: firstValues, from: body) })
    {
      result.stubColumnCount = firstValues
    }
    // A header row must not be cut by a cell that goes on below it.
    if cells.contains(where: {
      $0.rows.lowerBound < result.headerRowCount && $0.rows.upperBound > result.headerRowCount
    }) {
      result.headerRowCount = 0
    }
    if result.headerRowCount > 0 || result.stubColumnCount > 0 { result.headerEvidence = .computed }
    return result
  }

  /// Whether a cell of a row with numbers reaches over the edge between labels and numbers.
  private func crosses(_ cell: TextCell, column: Int, from body: Int) -> Bool {
    cell.rows.lowerBound >= body && cell.columns.lowerBound < column && cell.columns.upperBound > column
      && cell.columns.count < columnCount
  }
}
