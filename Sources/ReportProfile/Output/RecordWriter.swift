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
  private let units: UnitPieces

  /// The columns that name the cell of the form.
  private static let cellColumns: [StaticString] = ["table", "row", "column", "code"]
  private static let valueColumns: [StaticString] = ["value", "state", "raw"]
  private static let unitColumns: [StaticString] = ["unit", "unit_printed", "base_value", "base_unit"]
  private static let originColumns: [StaticString] = ["place", "evidence"]

  /// The number of the column `unit`.
  fileprivate static let firstUnitColumn = DataSet.reportColumns.count + cellColumns.count + valueColumns.count

  package init(_ profile: Profile, layout: Layout, dialect: CSVDialect = CSVDialect()) {
    self.profile = profile
    let data = DataSet(
      columns: DataSet.reportColumns + Self.cellColumns + Self.valueColumns + Self.unitColumns + Self.originColumns,
      layout: DataSet.Layout(layout, dialect))
    self.data = data
    units = UnitPieces(profile, data)
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
    switch data.layout {
    case .csv(let dialect):
      forEachFact(of: report, number, form) { cell, fact in output.line(head, cell, fact, units, dialect) }
    case .objects:
      data.write(to: &output) { lines in
        forEachFact(of: report, number, form) { cell, fact in
          lines.begin()
          lines.add(head)
          lines.add(cell)
          lines.add(fact)
          lines.end()
        }
      }
    }
  }

  /// Goes through the facts of a report, each with the columns from `table` to `code`.
  private func forEachFact(
    of report: Report, _ number: Int, _ form: Form, _ body: (DataSet.Piece, Fact) -> Void
  ) {
    let pieces = cells[number]
    report.forEachRow(of: form) { table, row, repeatedLabel, cells, facts in
      let facts = facts.span
      for column in facts.indices {
        let cell =
          repeatedLabel.map { Self.piece(table, row: "\(row.id):\($0)", column: table.columns[column], data) }
          ?? pieces[cells.lowerBound + column]
        body(cell, facts[column])
      }
    }
  }

  private static func piece(_ table: FormTable, row: String, column: FormColumn, _ data: DataSet) -> DataSet.Piece {
    data.piece(from: DataSet.reportColumns.count) { line in
      line.add(table.id)
      line.add(row)
      line.add(column.id)
      line.add("\(table.id)/\(row)/\(column.id)")
    }
  }
}

extension OutputBuffer {
  /// A line of CSV, which is put into room asked for once: there are hundreds in each report.
  fileprivate mutating func line(
    _ head: DataSet.Piece, _ cell: DataSet.Piece, _ fact: Fact, _ units: UnitPieces, _ dialect: CSVDialect
  ) {
    let unit = units[fact.value]
    let room = head.bytes.count + cell.bytes.count + unit.bytes.count + 100
    append(atMost: room + dialect.room(for: fact.raw) + (fact.place.map(dialect.room) ?? 0)) { line in
      line.append(head.bytes.span)
      line.append(comma)
      line.append(cell.bytes.span)
      line.append(comma)
      if let number = fact.value.number { line.append(number) }
      line.append(comma)
      line.append(text: fact.value.state.rawValue)
      line.append(comma)
      line.field(fact.raw, dialect)
      line.append(comma)
      line.append(unit.bytes.span)
      line.append(comma)
      if let place = fact.place { line.field(place, dialect) }
      line.append(comma)
      if let evidence = fact.evidence { line.append(text: evidence.rawValue) }
    }
    endLine(dialect)
  }
}

private let comma = UInt8(ascii: ",")

extension DataLines {
  /// Adds the fields from `value` to `evidence`.
  fileprivate mutating func add(_ fact: Fact) {
    add(fact.value.number)
    add(fact.value.state.rawValue)
    add(fact.raw)
    addUnit(of: fact.value)
    add(fact.place)
    add(fact.evidence?.rawValue)
  }

  /// Adds the fields from `unit` to `base_unit`.
  fileprivate mutating func addUnit(of value: CellValue) {
    add(value.unit)
    if value.unit == nil { addNothing() } else { add(value.isUnitPrinted) }
    add(value.baseNumber)
    add(value.baseUnit)
  }
}

/// The fields from `unit` to `base_unit`, which are the same in column after column where there is no base.
private struct UnitPieces {
  private let data: DataSet
  private var pieces: [(unit: String?, isPrinted: Bool, piece: DataSet.Piece)] = []

  init(_ profile: Profile, _ data: DataSet) {
    self.data = data
    var values = [CellValue(state: .blank)]
    for column in profile.forms.flatMap(\.tables).flatMap(\.columns) where column.grammar.unit?.base == nil {
      values.append(column.grammar.value(ofDigits: 0))
    }
    for value in values where known(value) == nil {
      pieces.append((value.unit, value.isUnitPrinted, piece(value)))
    }
  }

  subscript(value: CellValue) -> DataSet.Piece { known(value) ?? piece(value) }

  private func known(_ value: CellValue) -> DataSet.Piece? {
    guard value.baseNumber == nil, value.baseUnit == nil else { return nil }
    for known in pieces where known.isPrinted == value.isUnitPrinted && known.unit == value.unit { return known.piece }
    return nil
  }

  private func piece(_ value: CellValue) -> DataSet.Piece {
    data.piece(from: RecordWriter.firstUnitColumn) { $0.addUnit(of: value) }
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

extension DataSet {
  /// The columns of ``Report/head(_:_:)``, with which every data set about reports begins.
  static let reportColumns: [StaticString] = [
    "report", "source_sha256", "agency", "agency_printed", "year", "form",
  ]
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
