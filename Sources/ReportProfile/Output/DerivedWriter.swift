package import ConverterCore

/// Writes what is computed from a report: figures that keep their meaning from form to form, and indicators.
package struct DerivedWriter: Sendable {
  private let profile: Profile
  private let data: DataSet

  package init(_ profile: Profile, layout: RecordWriter.Layout, dialect: CSVDialect = CSVDialect()) {
    self.profile = profile
    data = DataSet(
      columns: DataSet.reportColumns + ["kind", "code", "title", "value", "comparable"],
      layout: DataSet.Layout(layout, dialect))
  }

  /// The line with the names of the columns, where the layout has one.
  package func writePrologue(to output: inout OutputBuffer) {
    data.writeHeader(to: &output)
  }

  /// One line per series and indicator of the form; without a value where a cell that it needs says nothing.
  package func write(_ report: Report, to output: inout OutputBuffer) {
    guard let number = report.formNumber else { return }
    let form = profile.forms[number]
    let head = report.head(form, data)
    let evaluation = RuleEvaluation(report, form: form)
    data.write(to: &output) { lines in
      for series in form.harmonised {
        lines.begin()
        lines.add(head)
        lines.add("harmonised")
        lines.add(series.code)
        lines.addNothing()
        lines.add(evaluation.value(of: series.expression))
        lines.add(series.comparability)
        lines.end()
      }
      for indicator in form.indicators {
        lines.begin()
        lines.add(head)
        lines.add("indicator")
        lines.add(indicator.id)
        lines.add(indicator.title)
        lines.add(evaluation.value(of: indicator.expression))
        lines.addNothing()
        lines.end()
      }
    }
  }
}
