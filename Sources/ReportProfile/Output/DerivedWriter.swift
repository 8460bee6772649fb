package import ConverterCore

/// Writes what is computed from a report: figures that keep their meaning from form to form, and indicators.
package struct DerivedWriter: Sendable {
  private let profile: Profile
  private let data: DataSet

  package init(_ profile: Profile, layout: RecordWriter.Layout, dialect: CSVDialect = CSVDialect()) {
    self.profile = profile
    data = DataSet(
      columns: [
        "report", "source_sha256", "agency", "agency_printed", "year", "form", "kind", "code", "title", "value",
        "comparable",
      ],
      layout: DataSet.Layout(layout, dialect))
  }

  package func writePrologue(to output: inout OutputBuffer) {
    data.writeHeader(to: &output)
  }

  /// One line per series and indicator of the form; without a value where a cell that it needs says nothing.
  package func write(_ report: Report, to output: inout OutputBuffer) {
    guard let number = report.formNumber else { return }
    let form = profile.forms[number]
    let head = data.prefix(report.head(form), from: 0)
    let evaluation = RuleEvaluation(report, form: form)
    for series in form.harmonised {
      data.write(
        head,
        fields: [
          .text("harmonised"), .text(series.code), .none, Field(evaluation.value(of: series.expression)),
          .text(series.comparability),
        ], to: &output)
    }
    for indicator in form.indicators {
      data.write(
        head,
        fields: [
          .text("indicator"), .text(indicator.id), .text(indicator.title),
          Field(evaluation.value(of: indicator.expression)), .none,
        ], to: &output)
    }
  }
}
