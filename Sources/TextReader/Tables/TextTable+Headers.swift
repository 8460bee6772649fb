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
    // By index, here and below: taking a cell out would count references to its text.
    for index in cells.indices {
      switch kinds[index] {
      case .value: for row in cells[index].rows { hasValue[row] = true }
      case .label: hasLabel[cells[index].rows.lowerBound] = true
      case .empty: break
      }
    }
    guard let body = hasValue.firstIndex(of: true) else { return }
    // Rows of labels alone further down are headers of another table; blank rows are none.
    let isStacked = (body..<rowCount).contains { hasLabel[$0] && !hasValue[$0] }
    let isCrossed = cells.indices.contains { index in
      cells[index].rows.lowerBound < body && cells[index].rows.upperBound > body
    }
    if !isStacked, !isCrossed { headerRowCount = body }
    stubColumnCount = stubColumns(below: body)
    if headerRowCount > 0 || stubColumnCount > 0 { headerEvidence = .computed }
  }

  /// The number of label columns left of columns that hold numbers almost only; 0 where they are not clearly apart.
  private func stubColumns(below body: Int) -> Int {
    var values = [Int](repeating: 0, count: columnCount)
    var labels = values
    for index in cells.indices where cells[index].rows.upperBound > body && cells[index].columns.count == 1 {
      let column = cells[index].columns.lowerBound
      let height = cells[index].rows.count
      if kinds[index] == .value { values[column] += height }
      if kinds[index] == .label { labels[column] += height }
    }
    guard let first = values.indices.first(where: { values[$0] > labels[$0] }),
      values.indices[first...].allSatisfy({ labels[$0] * 4 <= values[$0] })
    else { return 0 }
    let isCrossed = cells.indices.contains { index in
      let columns = cells[index].columns
      return cells[index].rows.lowerBound >= body && columns.lowerBound < first && columns.upperBound > first
        && columns.count < columnCount
    }
    return isCrossed ? 0 : first
  }
}
