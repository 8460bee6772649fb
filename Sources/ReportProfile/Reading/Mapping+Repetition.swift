internal import ConverterCore

// A row of the form that the document has more than once. Nothing says which of two figures is the right one, so cells on which
// the repetitions disagree are withheld: both figures are extras, and a finding names the row.
extension Mapping {
  /// The row that a repeated label means, all rows of that name being found: the only one, else one of the current table, of
  /// the group whose label was seen last, behind the row repeated last.
  ///
  /// - Returns: `nil` where it stands in another table than the current one.
  func repeated(
    among rows: [(table: Int, row: Int)], current: Int?, last: Int?, group: RowGroup?
  ) -> (table: Int, row: Int)? {
    if rows.count == 1 { return rows[0] }
    let here = rows.filter { $0.table == current }
    let grouped = here.filter { row in
      group.map { $0.table == row.table && form.tables[row.table].rows[row.row].groups.contains($0.number) } ?? false
    }
    let scoped = grouped.isEmpty ? here : grouped
    return scoped.first { $0.row > last ?? -1 } ?? scoped.first
  }

  /// Remembers that a row which was found stands in the document again, once for each table.
  mutating func noteRepetition(table: Int, row: Int, at place: Place) {
    let places = form.tables[table].cells(ofRow: row).compactMap { facts[$0].place }
    guard !repetitions.contains(where: { $0.table == table }), let first = places.first else { return }
    repetitions.append(Repetition(table: table, first: first, again: place))
  }

  /// Compares a row that is found already with the values that stand there once more.
  ///
  /// - Parameters:
  ///   - label: what the finding names.
  ///   - columns: the column of each value; `nil` for a value that is no column's.
  mutating func compare(
    _ values: ArraySlice<RowToken>, in columns: [Int?], table: Int, row: Int, label: String, at place: Place
  ) {
    var disagrees = false
    for (token, column) in zip(values, columns) where !token.isBlank {
      guard let column else { continue }
      let cell = form.tables[table].cell(row: row, column: column)
      let other = fact(token, table: table, column: column, evidence: .label)
      guard facts[cell].value.state != .absent, facts[cell].value != other.value || other.value.state == .unreadable,
        facts[cell].raw != other.raw
      else { continue }
      contradictions.insert(cell)
      disagrees = true
    }
    if disagrees { findings.append(.repeatedRow(label, at: place)) }
  }

  /// Takes out all figures that stand there twice and differ; they become extras.
  mutating func withholdContradictions() {
    for cell in contradictions.sorted() {
      if let place = facts[cell].place {
        let row = form.tables[form.position(of: cell).table].rows[form.position(of: cell).row]
        extras.append(Extra(label: row.label, raw: facts[cell].raw, place: place))
      }
      facts[cell] = .absent
    }
  }

  /// Whether figures of the row stand there twice and differ.
  func isContradicted(_ table: Int, _ row: Int) -> Bool {
    !contradictions.isDisjoint(with: form.tables[table].cells(ofRow: row))
  }
}
