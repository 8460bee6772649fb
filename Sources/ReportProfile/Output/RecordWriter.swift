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
  private let cells: [[DataSet.Piece]]

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
    cells = profile.forms.map { form in
      form.allCells.map { cell in
        let place = form.position(of: cell)
        let table = form.tables[place.table]
        return Self.piece(table, row: table.rows[place.row].id, column: table.columns[place.column], data)
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
    let head = report.head(form, data)
    data.write(to: &output) { lines in
      report.forEachRow(of: form) { table, row, repeatedLabel, cells, facts in
        for (column, fact) in facts.enumerated() {
          lines.begin()
          lines.add(head)
          if let repeatedLabel {
            lines.add(
              Self.piece(table, row: "\(row.id):\(repeatedLabel)", column: table.columns[column], data))
          } else {
            lines.add(self.cells[number][cells.lowerBound + column])
          }
          lines.add(fact)
          lines.end()
        }
      }
    }
  }

  private static func piece(_ table: FormTable, row: String, column: FormColumn, _ data: DataSet) -> DataSet.Piece {
    data.piece(from: headCount) { line in
      line.add(table.id)
      line.add(row)
      line.add(column.id)
      line.add("\(table.id)/\(row)/\(column.id)")
    }
  }
}

extension DataLines {
  /// Adds the fields from `value` to `evidence`.
  fileprivate mutating func add(_ fact: Fact) {
    add(fact.value.number)
    add(fact.value.state.rawValue)
    add(fact.raw)
    add(fact.value.unit)
    if fact.value.unit == nil { addNothing() } else { add(fact.value.isUnitPrinted) }
    add(fact.value.baseNumber)
    add(fact.value.baseUnit)
    add(fact.place)
    add(fact.evidence?.rawValue)
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
  func head(_ form: Form, _ data: DataSet) -> DataSet.Piece {
    data.piece(from: 0) { line in
      line.add(name)
      line.add(sha256)
      line.add(identity.agency)
      line.add(identity.agencyPrinted)
      line.add(identity.year)
      line.add(form.id)
    }
  }
}
