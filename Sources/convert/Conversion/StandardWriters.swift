internal import ConverterCore
internal import PluginHost
internal import ReportProfile
internal import SQLiteWriter

/// What a person may choose about writing, as values.
struct WritingChoices: Sendable {
  var spans = CSVWriter.SpanFill.blank
  var dialect = CSVDialect()
}

/// The writers of this program; the one place that names them.
enum StandardWriters {
  static func all(_ choices: WritingChoices) -> [any Writer] {
    [
      TextWriter(),
      MarkdownWriter(),
      HTMLWriter(),
      JSONWriter(),
      JSONWriter(layout: .compact),
      CSVWriter(spans: choices.spans, dialect: choices.dialect),
      CSVLongWriter(dialect: choices.dialect),
      DataPackageWriter(dialect: choices.dialect),
      WorkbookWriter(),
      SQLiteWriter { Profile.builtIn },
    ]
  }

  /// The writers of these names, in the order of the names; those of plug-ins stand around our own.
  static func named(_ names: [String], _ choices: WritingChoices, _ plugins: PluginSet) -> [any Writer] {
    let all = plugins.writers(around: all(choices))
    return names.compactMap { name in all.first { $0.format.name == name } }
  }

  static let names = all(WritingChoices()).map(\.format.name)
}
