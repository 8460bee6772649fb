/// A fact with the ids of its table, row and column in the form.
package struct FormRecord: Sendable {
  package var table: String
  /// The id of the row; behind a colon follows the label of a row that may repeat.
  package var row: String
  package var column: String
  package var fact: Fact
}

extension Report {
  /// The share of the form's cells that were found, from 0 to 1; 0 where the document is on no form.
  package var shareFound: Double {
    guard formNumber != nil, !facts.isEmpty else { return 0 }
    return Double(facts.count { $0.value.state != .absent }) / Double(facts.count)
  }

  /// All cells of the report in the order of the form; rows that a report need not have are left out where it does not.
  package func records(of form: Form) -> [FormRecord] {
    var records: [FormRecord] = []
    forEachRow(of: form) { table, row, repeatedLabel, _, facts in
      let name = repeatedLabel.map { "\(row.id):\($0)" } ?? row.id
      for (column, fact) in zip(table.columns, facts) {
        records.append(FormRecord(table: table.id, row: name, column: column.id, fact: fact))
      }
    }
    return records
  }

  /// Goes through all rows with their facts in the order of the form.
  ///
  /// - Parameter body: takes the table, the row, the label where the row may repeat, else the numbers of the cells, and
  ///   one fact per column.
  func forEachRow(
    of form: Form, _ body: (FormTable, FormRow, _ repeatedLabel: String?, _ cells: Range<Int>, ArraySlice<Fact>) -> Void
  ) {
    for (tableNumber, table) in form.tables.enumerated() {
      for (rowNumber, row) in table.rows.enumerated() {
        let cells = table.cells(ofRow: rowNumber)
        if row.presence == .repeating {
          for repeated in repeatedRows where repeated.table == tableNumber && repeated.row == rowNumber {
            body(table, row, repeated.label, cells, repeated.facts[...])
          }
          continue
        }
        if row.presence == .optional, cells.allSatisfy({ facts[$0].value.state == .absent }) { continue }
        body(table, row, nil, cells, facts[cells])
      }
    }
  }
}
