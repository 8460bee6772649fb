package import ConverterCore

/// Writes reports as one rectangular data set, one line per cell of the form.
package struct RecordWriter: Sendable {
  /// What is written. Raw values are the names on the command line.
  package enum Layout: String, Hashable, Sendable, CaseIterable {
    case csv, ndjson
  }

  private let profile: Profile
  private let data: DataSet

  package init(_ profile: Profile, layout: Layout, dialect: CSVDialect = CSVDialect()) {
    self.profile = profile
    data = DataSet(
      columns: [
        "report", "source_sha256", "agency", "agency_printed", "year", "form", "table", "row", "column", "code",
        "value",
        "state", "raw", "unit", "unit_printed", "base_value", "base_unit", "place", "evidence",
      ],
      layout: DataSet.Layout(layout, dialect))
  }

  /// The line with the names of the columns, where the layout has one.
  package func writePrologue(to output: inout OutputBuffer) {
    data.writeHeader(to: &output)
  }

  /// All cells of a report; rows that a report need not have are left out where it does not.
  package func write(_ report: Report, to output: inout OutputBuffer) {
    guard let number = report.formNumber else { return }
    let form = profile.forms[number]
    let head = report.head(form)
    for (tableNumber, table) in form.tables.enumerated() {
      for (rowNumber, row) in table.rows.enumerated() {
        switch row.presence {
        case .repeating:
          for repeated in report.repeatedRows where repeated.table == tableNumber && repeated.row == rowNumber {
            write(repeated.facts[...], table, row: "\(row.id):\(repeated.label)", head, to: &output)
          }
        case .optional, .required:
          let start = table.cell(row: rowNumber, column: 0)
          let facts = report.facts[start..<(start + table.columns.count)]
          if row.presence == .optional, facts.allSatisfy({ $0.value.state == .absent }) { continue }
          write(facts, table, row: row.id, head, to: &output)
        }
      }
    }
  }

  private func write(
    _ facts: ArraySlice<Fact>, _ table: FormTable, row: String, _ head: [Field], to output: inout OutputBuffer
  ) {
    for (column, fact) in zip(table.columns, facts) {
      let value = fact.value
      data.write(
        head + [
          .text(table.id), .text(row), .text(column.id), .text("\(table.id)/\(row)/\(column.id)"),
          Field(value.number), .text(value.state.rawValue), .text(fact.raw), Field(value.unit),
          value.unit == nil ? .none : .flag(value.isUnitPrinted), Field(value.baseNumber), Field(value.baseUnit),
          Field(fact.place), Field(fact.evidence?.rawValue),
        ], to: &output)
    }
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
