internal import ConverterCore

/// Rows without labels.
extension TableMapping {
  /// The only row of a table of header and values, or a row of which the form expects any number.
  mutating func takeUnlabelled(_ tokens: [RowToken], _ filled: [RowToken]) -> Bool {
    guard let table = current, !header.isEmpty else { return false }
    let rows = form.tables[table].rows
    if form.tables[table].hasUnlabelledRow {
      guard filled.contains(where: \.isValue), !filled.contains(where: \.isLabel),
        tokens.count >= form.tables[table].columns.count / 2
      else { return false }
      closeHeader()
      if mapping.isFilled(table, 0) {
        noteRepetition(of: [(table, 0)], tokens[0], values: tokens[...])
        return false
      }
      take(0, of: table, label: tokens[0], values: tokens[...])
      return true
    }
    guard let row = rows.firstIndex(where: { $0.presence == .repeating }),
      let labelIndex = tokens.firstIndex(where: { !$0.isBlank }), case .other = tokens[labelIndex].content,
      let columns = columns(of: tokens[(labelIndex + 1)...], table: table, behind: tokens[labelIndex])
    else { return false }
    closeHeader()
    var facts = Array(repeating: Fact.absent, count: form.tables[table].columns.count)
    for (value, column) in zip(tokens[(labelIndex + 1)...], columns) {
      if let column { facts[column] = mapping.fact(value, table: table, column: column, evidence: .label) }
    }
    let label = mapping.texts[tokens[labelIndex]].text
    if mapping.repeatedRows.contains(where: { $0.table == table && $0.row == row && $0.label == label }) {
      mapping.repeatsRows = true
    }
    mapping.repeatedRows.append(RepeatedRow(table: table, row: row, label: label, facts: facts))
    return true
  }

  /// Keeps a row for which the form has no place, to be tried by its position once all other rows are known.
  mutating func keep(_ tokens: [RowToken], _ filled: [RowToken]) {
    guard !filled.isEmpty else { return }
    if let table = current, !header.isEmpty {
      let end = tokens.firstIndex(where: \.isValue) ?? tokens.endIndex
      let label = tokens[..<end].lastIndex { !$0.isBlank }
      let values = label.map { tokens[($0 + 1)...] } ?? tokens.suffix(form.tables[table].columns.count)
      let unknown = UnknownRow(
        table: table, after: lastRow, tokens: tokens, label: label.map { tokens[$0] }, values: values,
        columns: columns(of: values, table: table, behind: label.map { tokens[$0] }), source: source)
      // A row that its label names, but that was found before, is in no other row's place.
      if let label, tokens[label].roles.contains(where: { $0.row != nil }) {
        addExtras(unknown)
      } else {
        unknownRows.append(unknown)
      }
    } else {
      // A group label alone, such as one whose cell was cut by a page end, is asked for.
      guard !filled.allSatisfy({ !$0.roles.isEmpty }) else { return }
      for token in tokens where token.roles.isEmpty {
        mapping.addExtra(token, table: source.table, row: source.row)
      }
    }
  }

  /// Gives rows with changed, cut or missing labels the places that are left for them. All other unknown rows are extras.
  mutating func placeUnknownRows() {
    for (index, unknown) in unknownRows.enumerated() {
      let isAlone = !unknownRows.indices.contains {
        $0 != index && unknownRows[$0].table == unknown.table && unknownRows[$0].after == unknown.after
          && unknownRows[$0].tokens.contains(where: \.isValue)
      }
      if !place(unknown, isAlone: isAlone) { addExtras(unknown) }
    }
    unknownRows = []
  }

  /// A row takes the place between its neighbours of the only row missing there whose label ends as its own does (the rest was
  /// cut off by a page end); or, being the only unknown one where only one is missing, if its label, if any, resembles it.
  mutating func place(_ unknown: UnknownRow, isAlone: Bool) -> Bool {
    let table = form.tables[unknown.table]
    let first = unknown.after.map { $0 + 1 } ?? 0
    let missing = table.rows.indices[min(first, table.rows.count)...].prefix { !mapping.isFilled(unknown.table, $0) }
      .filter { table.rows[$0].presence == .required }
    guard let columns = unknown.columns, unknown.values.contains(where: \.isValue),
      unknown.values.allSatisfy({ $0.isBlank || $0.isValue })
    else { return false }
    let key = unknown.label.map { mapping.folding.key(mapping.texts[$0].text) }
    let cutOff = missing.filter { row in key.map { mapping.folding.key(table.rows[row].label).hasSuffix($0) } ?? false }
    let row: Int
    if cutOff.count == 1 {
      row = cutOff[0]
    } else if isAlone, missing.count == 1,
      key.map({ $0.likeness(to: mapping.folding.key(table.rows[missing[0]].label)) >= Self.smallestLikeness }) ?? true
    {
      row = missing[0]
    } else {
      return false
    }
    mapping.assign(unknown.values, to: columns, table: unknown.table, row: row) { _ in .position }
    return true
  }

  /// The share of common characters, in hundredths, from which a label counts as a changed one rather than another one.
  static let smallestLikeness = 50

  mutating func addExtras(_ unknown: UnknownRow) {
    let label = unknown.tokens.first { !$0.isBlank }.map { mapping.texts[$0].text }
    for token in unknown.tokens where token.roles.isEmpty {
      mapping.addExtra(
        token, label: token.isValue ? label ?? "" : "", table: unknown.source.table, row: unknown.source.row)
    }
  }
}
