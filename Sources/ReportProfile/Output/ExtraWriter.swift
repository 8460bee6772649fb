package import ConverterCore

/// Writes the cells that forms do not ask for, one line each: nothing that a report says is dropped.
package struct ExtraWriter: Sendable {
  private let profile: Profile
  private let data: DataSet

  package init(_ profile: Profile, layout: RecordWriter.Layout, dialect: CSVDialect = CSVDialect()) {
    self.profile = profile
    data = DataSet(
      columns: [
        "report", "source_sha256", "agency", "agency_printed", "year", "form", "document_table", "document_row",
        "document_column", "label", "raw", "place",
      ],
      layout: DataSet.Layout(layout, dialect))
  }

  package func writePrologue(to output: inout OutputBuffer) {
    data.writeHeader(to: &output)
  }

  package func write(_ report: Report, to output: inout OutputBuffer) {
    guard let number = report.formNumber else { return }
    let head = data.prefix(report.head(profile.forms[number]), from: 0)
    for extra in report.extras {
      data.write(
        head,
        fields: [
          Field(extra.table), Field(extra.row), Field(extra.column), extra.label.isEmpty ? .none : .text(extra.label),
          .text(extra.raw), .place(extra.place),
        ], to: &output)
    }
  }
}
