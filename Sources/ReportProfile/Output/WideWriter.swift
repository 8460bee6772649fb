package import ConverterCore

/// Writes one line of CSV per report: the cells of all forms of the profile as columns, by their codes.
package struct WideWriter: Sendable {
  private let profile: Profile
  private let dialect: CSVDialect
  /// The codes of all forms, each once, in the order of the forms; rows of which a report has any number have none.
  private let codes: [String]
  /// For each form the number of the cell with each code; `nil` where the form has no such cell.
  private let cells: [[Int?]]

  package init(_ profile: Profile, dialect: CSVDialect = CSVDialect()) {
    self.profile = profile
    self.dialect = dialect
    var seen = Set<String>()
    let codes = profile.forms.flatMap { form in
      form.allCells.filter { !form.isRepeating($0) }.map(form.code)
    }.filter { seen.insert($0).inserted }
    self.codes = codes
    cells = profile.forms.map { form in
      let numbers = Dictionary(uniqueKeysWithValues: form.allCells.map { (form.code(of: $0), $0) })
      return codes.map { numbers[$0] }
    }
  }

  package func writePrologue(to output: inout OutputBuffer) {
    if dialect.byteOrderMark { output.byteOrderMark() }
    output.append(
      (["report", "source_sha256", "agency", "agency_printed", "year", "form"] + codes).joined(separator: ","))
    output.endLine(dialect)
  }

  /// The numbers of a report; a cell without a number is empty, whatever else it says.
  package func write(_ report: Report, to output: inout OutputBuffer) {
    guard let number = report.formNumber else { return }
    let form = profile.forms[number]
    let identity = report.identity
    let head = [
      report.name, report.sha256 ?? "", identity.agency ?? "", identity.agencyPrinted ?? "",
      identity.year.map(String.init) ?? "", form.id,
    ]
    let values = cells[number].map { cell in cell.flatMap { report.facts[$0].value.number?.description } ?? "" }
    for (index, text) in (head + values).enumerated() {
      if index > 0 { output.endField() }
      output.field(text, dialect)
    }
    output.endLine(dialect)
  }
}
