/// How many rows at the top and columns at the left of a table are headers.
package struct TableHeaders: Hashable, Sendable {
  package var rows: Int
  package var stubColumns: Int
}

extension TableHeaders {
  /// The headers that the values of a table show, where they show them clearly; else `nil`.
  ///
  /// Clear are: rows of labels at the top, above rows that all have values; and columns of labels at the left of columns of values.
  /// A row that numbers the columns (``ColumnNumbers``) is one of labels.
  /// Tables stacked into one, whose headers come again further down, get no header rows.
  ///
  /// - Parameters:
  ///   - meanings: one entry per cell, in the same order.
  ///   - cells: the cells of the table.
  ///   - rowCount: the rows of the table.
  ///   - columnCount: its columns.
  package init?(shownBy meanings: [CellMeaning], of cells: [Cell], rowCount: Int, columnCount: Int) {
    guard rowCount > 1 else { return nil }
    var hasValue = [Bool](repeating: false, count: rowCount)
    var hasLabel = hasValue
    // By index, here and below: taking a cell out would count references to its text.
    for index in cells.indices {
      switch meanings[index] {
      case .value: for row in cells[index].rows { hasValue[row] = true }
      case .label: hasLabel[cells[index].rows.lowerBound] = true
      case .empty: break
      }
    }
    guard var body = hasValue.firstIndex(of: true) else { return nil }
    if body > 0, Self.numbersColumns(row: body, of: cells) {
      hasValue[body] = false
      guard let next = hasValue.firstIndex(of: true) else { return nil }
      body = next
    }
    // Rows of labels alone further down are headers of another table; blank rows are none.
    let isStacked = (body..<rowCount).contains { hasLabel[$0] && !hasValue[$0] }
    let isCut = cells.indices.contains { cells[$0].rows.lowerBound < body && cells[$0].rows.upperBound > body }
    rows = isStacked || isCut ? 0 : body
    stubColumns = Self.stubColumns(inRowsOf: hasValue, meanings, of: cells, columnCount: columnCount)
    if rows + stubColumns == 0 { return nil }
  }

  /// Whether the filled cells of a row, with the columns in order, number these.
  package static func numbersColumns(row: Int, of cells: [Cell]) -> Bool {
    let filled = cells.indices.filter { cells[$0].rows.contains(row) && cells[$0].text.hasInk }
      .sorted { cells[$0].columns.lowerBound < cells[$1].columns.lowerBound }
    return ColumnNumbers.areThese(filled.map { cells[$0].text })
  }

  /// The number of label columns left of columns that hold values almost only; 0 where they are not clearly apart.
  ///
  /// - Parameter hasValue: for each row, whether it has a value; others are headers, of tables further down as well.
  private static func stubColumns(
    inRowsOf hasValue: [Bool], _ meanings: [CellMeaning], of cells: [Cell], columnCount: Int
  ) -> Int {
    var values = [Int](repeating: 0, count: columnCount)
    var labels = values
    for index in cells.indices {
      let (rows, columns) = (cells[index].rows, cells[index].columns)
      // A value may span columns that other parts of the table have; so may a name, of which it is not known which column it names.
      if meanings[index] == .value { values[columns.lowerBound] += rows.count }
      if meanings[index] == .label, columns.count == 1, rows.contains(where: { hasValue[$0] }) {
        labels[columns.lowerBound] += rows.count
      }
    }
    // Where most rows have no value, names tell more than rows.
    guard 3 * hasValue.count(where: \.self) >= hasValue.count,
      let first = values.indices.first(where: { values[$0] > labels[$0] }),
      values.indices[first...].allSatisfy({ labels[$0] * 4 <= values[$0] })
    else { return 0 }
    let isCrossed = cells.indices.contains { index in
      let columns = cells[index].columns
      return hasValue[cells[index].rows.lowerBound] && columns.lowerBound < first && columns.upperBound > first
        && columns.count < columnCount
    }
    return isCrossed ? 0 : first
  }
}
