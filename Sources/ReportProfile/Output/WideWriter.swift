package import ConverterCore

/// Writes one line of CSV per report: the cells of all forms of the profile as columns, by their codes and units.
///
/// A column has one unit, which stands in brackets behind the code: `fees/administrative_fees/amount [CNY]`. Amounts are
/// given in the base unit of the profile, since one report prints 元 and the next one 万元; counts are as they stand there.
package struct WideWriter: Sendable {
  private let profile: Profile
  private let dialect: CSVDialect
  /// The names of the columns of all forms, each once, in the order of the forms; rows of which a report has any number have
  /// none. The same cell in another unit on another form is another column.
  private let columns: [String]
  /// For each form the number of the cell for each column; `nil` where the form has no such cell.
  private let cells: [[Int?]]

  package init(_ profile: Profile, dialect: CSVDialect = CSVDialect()) {
    self.profile = profile
    self.dialect = dialect
    var seen = Set<String>()
    let columns = profile.forms.flatMap { form in
      form.allCells.filter { !form.isRepeating($0) }.map(form.wideColumn)
    }.filter { seen.insert($0).inserted }
    self.columns = columns
    cells = profile.forms.map { form in
      let numbers = Dictionary(uniqueKeysWithValues: form.allCells.map { (form.wideColumn(of: $0), $0) })
      return columns.map { numbers[$0] }
    }
  }

  package func writePrologue(to output: inout OutputBuffer) {
    if dialect.byteOrderMark { output.byteOrderMark() }
    writeLine(["report", "source_sha256", "agency", "agency_printed", "year", "form"] + columns, to: &output)
  }

  /// The numbers of a report; a cell without a number is empty, whatever else it says, and so is an amount in a unit that
  /// cannot be converted.
  package func write(_ report: Report, to output: inout OutputBuffer) {
    guard let number = report.formNumber else { return }
    let form = profile.forms[number]
    let identity = report.identity
    let head = [
      report.name, report.sha256 ?? "", identity.agency ?? "", identity.agencyPrinted ?? "",
      identity.year.map(String.init) ?? "", form.id,
    ]
    let values = cells[number].map { cell in
      cell.flatMap { cell in
        let value = report.facts[cell].value
        guard let base = form.grammar(of: cell).unit?.base?.unit else { return value.number }
        return value.baseUnit == base ? value.baseNumber : nil
      }?.description ?? ""
    }
    writeLine(head + values, to: &output)
  }

  private func writeLine(_ texts: [String], to output: inout OutputBuffer) {
    for (index, text) in texts.enumerated() {
      if index > 0 { output.endField() }
      output.field(text, dialect)
    }
    output.endLine(dialect)
  }
}

extension Form {
  /// The code of a cell, and in brackets the unit in which all reports give it, if it has one.
  fileprivate func wideColumn(of cell: Int) -> String {
    let unit = grammar(of: cell).unit
    return (unit?.base?.unit ?? unit?.name).map { "\(code(of: cell)) [\($0)]" } ?? code(of: cell)
  }
}
