package import ConverterCore
package import ReportProfile

/// Writes a document as an SQLite database; what is in it, `Documentation/writers.md` says.
///
/// A database by itself holds one document; several in one file are a ``DocumentDatabase``.
package struct SQLiteWriter: Writer {
  private let profiles: @Sendable () -> [Profile]

  /// - Parameter profiles: what records are made by, where one of them fits; asked for when something is written.
  package init(profiles: @escaping @Sendable () -> [Profile]) {
    self.profiles = profiles
  }

  package var format: OutputFormat {
    OutputFormat(name: "sqlite", title: "SQLite database: documents, tables, cells, records", fileExtension: "sqlite")
  }

  package func write(_ document: Document, to sink: inout some ByteSink) throws(WritingError) {
    let database = try DocumentDatabase(target: "the database", profiles: profiles())
    try database.insert(document)
    try database.finish(to: &sink)
  }
}
