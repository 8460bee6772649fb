internal import ConverterCore

/// Rows with labels.
extension TableMapping {
  /// The row of the form that a row of the document is, and which of its cells is the label: the last one that names a row.
  mutating func labelledRow(_ tokens: [RowToken]) -> (table: Int, row: Int, index: Int)? {
    for token in tokens {
      for case .rowGroup(let table, let number) in token.roles where table == current || current == nil {
        group = RowGroup(table: table, number: number)
      }
    }
    for index in tokens.indices.reversed() {
      guard case .label(let roles) = tokens[index].content else { continue }
      let rows = roles.compactMap(\.row)
      if rows.isEmpty { continue }
      if roles.contains(where: \.isRowGroup), TableRow.hasText(tokens[(index + 1)...]) { return nil }
      if let found = mapping.choose(among: rows, current: current, last: lastRow, group: group) {
        return (found.table, found.row, index)
      }
      // The labels before are those of groups, which the row is not.
      noteRepetition(of: rows, tokens[index], values: tokens[(index + 1)...])
      return nil
    }
    return nil
  }

  /// Compares a row that stands in the document once more with the one that was taken.
  mutating func noteRepetition(
    of rows: [(table: Int, row: Int)], _ label: RowToken, values: ArraySlice<RowToken>
  ) {
    let filled = values.filter { !$0.isBlank }
    guard !filled.isEmpty, filled.allSatisfy(\.isValue) else { return }
    mapping.repeatsRows = true
    guard let (table, row) = mapping.repeated(among: rows, current: current, last: lastRepeated, group: group) else {
      return
    }
    lastRepeated = row
    mapping.noteRepetition(table: table, row: row, at: mapping.texts[label].place)
    let values = separated(values, table: table)
    guard let columns = columns(of: values, table: table, behind: label) else { return }
    mapping.compare(
      values, in: columns, table: table, row: row,
      label: form.tables[table].hasUnlabelledRow ? form.tables[table].caption : mapping.texts[label].text,
      at: mapping.texts[label].place)
  }

  /// Takes two rows told by the alignment of text that are one row of the form: a cell of two lines parts its values, so that each
  /// has what the other one lacks. Where more text stands in the second one, nothing says which of its pieces belong to which value.
  ///
  /// - Parameter found: what the first row is, and which of its cells is the label.
  /// - Returns: whether they are one row.
  mutating func takeBroken(
    _ row: TableRow, _ next: TableRow, as found: (table: Int, row: Int, index: Int)
  ) -> Bool {
    guard row.isAligned, row.hasValues, next.needsLabel else { return false }
    let (table, number, index) = found
    let count = form.tables[table].columns.count
    let values = (row.tokens[(index + 1)...] + next.tokens).filter(\.isValue)
      .sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    let areParted = zip(values, values.dropFirst()).allSatisfy { $0.columns.upperBound <= $1.columns.lowerBound }
    guard areParted, values.count <= count else { return false }
    if table != current { begin(table) }
    lastRow = number
    let isWhole = values.count == count && next.tokens.allSatisfy { $0.isBlank || $0.isValue }
    let label = mapping.texts[row.tokens[index]]
    mapping.shortRows.append(
      ShortRow(
        table: table, row: number, label: label.text, place: label.place, values: values, gaps: nil,
        placements: isWhole ? [Array(0..<count)] : [], source: source))
    return true
  }

  mutating func take(_ row: Int, of table: Int, label: RowToken, values: ArraySlice<RowToken>) {
    if table != current { begin(table) }
    lastRow = row
    let values = separated(values, table: table)
    let columns = columns(of: values, table: table, behind: label)
    guard let columns else {
      guard values.contains(where: { !$0.isBlank }) else { return }
      let placements = Placements.all(of: values, among: form.tables[table].columns.count)
      mapping.shortRows.append(
        ShortRow(
          table: table, row: row, label: mapping.texts[label].text, place: mapping.texts[label].place,
          values: values.filter { placements == nil || !$0.isBlank }, gaps: nil, placements: placements, source: source)
      )
      return
    }
    let seen = resolved(for: table).seen
    let certain =
      strays.isEmpty
      ? columns
      : zip(values, columns).map { value, column in
        value.isBlank && strays.contains { $0.overlaps(value.columns) } ? nil : column
      }
    mapping.assign(values, to: certain, table: table, row: row) { seen[$0] ? .label : .position }
    for (value, column) in zip(values, columns) where column == nil {
      mapping.addExtra(value, label: mapping.texts[label].text, table: source.table, row: source.row)
    }
  }
}
