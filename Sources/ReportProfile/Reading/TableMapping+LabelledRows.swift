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
    let values = separated(values, table: table)
    guard let columns = columns(of: values, table: table, behind: label) else { return }
    mapping.compare(
      values, in: columns, table: table, row: row,
      label: form.tables[table].hasUnlabelledRow ? form.tables[table].caption : mapping.texts[label].text,
      at: mapping.texts[label].place)
  }

  mutating func take(_ row: Int, of table: Int, label: RowToken, values: ArraySlice<RowToken>) {
    if table != current { begin(table) }
    lastRow = row
    let values = separated(values, table: table)
    let columns = columns(of: values, table: table, behind: label)
    guard let columns else {
      guard values.contains(where: { !$0.isBlank }) else { return }
      mapping.shortRows.append(
        ShortRow(
          table: table, row: row, label: mapping.texts[label].text, place: mapping.texts[label].place,
          values: Array(values), gaps: nil, source: source))
      return
    }
    let seen = resolved(for: table).seen
    mapping.assign(values, to: columns, table: table, row: row) { seen[$0] ? .label : .position }
    for (value, column) in zip(values, columns) where column == nil {
      mapping.addExtra(value, label: mapping.texts[label].text, table: source.table, row: source.row)
    }
  }
}
