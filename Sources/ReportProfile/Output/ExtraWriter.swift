package import ConverterCore

/// Writes the cells that forms do not ask for, one line each: nothing that a report says is dropped.
package struct ExtraWriter: Sendable {
  private let profile: Profile
  private let data: DataSet

  package init(_ profile: Profile, layout: RecordWriter.Layout, dialect: CSVDialect = CSVDialect()) {
    self.profile = profile
    data = DataSet(
      columns: DataSet.reportColumns + [
        "document_table", "document_row", "document_column", "label", "raw", "place",
      ],
      layout: DataSet.Layout(layout, dialect))
  }

  /// The line with the names of the columns, where the layout has one.
  package func writePrologue(to output: inout OutputBuffer) {
    data.writeHeader(to: &output)
  }

  /// One line per cell of the report that is none of its form, in the order of the document.
  package func write(_ report: Report, to output: inout OutputBuffer) {
    guard let number = report.formNumber else { return }
    let head = report.head(profile.forms[number], data)
    data.write(to: &output) { lines in
      for extra in report.extras {
        lines.begin()
        lines.add(head)
        lines.add(extra.table)
        lines.add(extra.row)
        lines.add(extra.column)
        if extra.label.isEmpty { lines.addNothing() } else { lines.add(extra.label) }
        lines.add(extra.raw)
        lines.add(extra.place)
        lines.end()
      }
    }
  }
}
