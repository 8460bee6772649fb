package import ConverterCore

/// Writes reports as one rectangular data set, one line per cell of the form.
package struct RecordWriter: Sendable {
  /// What is written. Raw values are the names on the command line.
  package enum Layout: String, Hashable, Sendable, CaseIterable {
    case csv, ndjson
  }

  private let profile: Profile
  private let data: DataSet
  /// The columns from `table` to `code`, for each cell of each form: they are the same in all reports.
  private let cellPrefixes: [[String]]

  /// Columns that are the same for all cells of a report.
  private static let headCount = 6

  package init(_ profile: Profile, layout: Layout, dialect: CSVDialect = CSVDialect()) {
    self.profile = profile
    let data = DataSet(
      columns: [
        "report", "source_sha256", "agency", "agency_printed", "year", "form", "table", "row", "column", "code",
        "value",
        "state", "raw", "unit", "unit_printed", "base_value", "base_unit", "place", "evidence",
      ],
      layout: DataSet.Layout(layout, dialect))
    self.data = data
    cellPrefixes = profile.forms.map { form in
      form.allCells.map { cell in
        let place = form.position(of: cell)
        let table = form.tables[place.table]
        return Self.prefix(table, row: table.rows[place.row].id, column: table.columns[place.column], data)
      }
    }
  }

  /// The line with the names of the columns, where the layout has one.
  package func writePrologue(to output: inout OutputBuffer) {
    data.writeHeader(to: &output)
  }

  /// All cells of a report; rows that a report need not have are left out where it does not.
  package func write(_ report: Report, to output: inout OutputBuffer) {
    guard let number = report.formNumber else { return }
    let form = profile.forms[number]
    let head = data.prefix(report.head(form), from: 0)
    report.forEachRow(of: form) { table, row, repeatedLabel, cells, facts in
      if let repeatedLabel {
        for (column, fact) in zip(table.columns, facts) {
          write(
            fact, head, Self.prefix(table, row: "\(row.id):\(repeatedLabel)", column: column, data), to: &output)
        }
      } else {
        for (cell, fact) in zip(cells, facts) { write(fact, head, cellPrefixes[number][cell], to: &output) }
      }
    }
  }

  private func write(_ fact: Fact, _ head: String, _ cell: String, to output: inout OutputBuffer) {
    let value = fact.value
    data.write(
      head, cell,
      fields: [
        Field(value.number), .text(value.state.rawValue), .text(fact.raw), Field(value.unit),
        value.unit == nil ? .none : .flag(value.isUnitPrinted), Field(value.baseNumber), Field(value.baseUnit),
        Field(fact.place), Field(fact.evidence?.rawValue),
      ], to: &output)
  }

  private static func prefix(_ table: FormTable, row: String, column: FormColumn, _ data: DataSet) -> String {
    data.prefix(
      [.text(table.id), .text(row), .text(column.id), .text("\(table.id)/\(row)/\(column.id)")], from: headCount)
  }
}

extension DataSet.Layout {
  init(_ layout: RecordWriter.Layout, _ dialect: CSVDialect) {
    switch layout {
    case .csv: self = .csv(dialect)
    case .ndjson: self = .objects
    }
  }
}

extension Report {
  /// What every line about a report begins with.
  func head(_ form: Form) -> [Field] {
    [
      .text(name), Field(sha256), Field(identity.agency), Field(identity.agencyPrinted), Field(identity.year),
      .text(form.id),
    ]
  }
}
