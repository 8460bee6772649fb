/// Describes the CSV grids of a document as a Data Package (datapackage.org, version 2): one resource a table, with its header
/// rows, the names of its fields and their types, so that programs read the grids without guessing.
///
/// The descriptor `NAME.datapackage.json` stands beside the grids `NAME.t1.csv`, … of ``CSVWriter``, where `NAME` is the last
/// component of the document's name.
public struct DataPackageWriter: Writer {
  /// How the grids are written.
  private let dialect: CSVDialect

  public init(dialect: CSVDialect = CSVDialect()) {
    self.dialect = dialect
  }

  public var format: OutputFormat {
    OutputFormat(
      name: "datapackage", title: "Data Package descriptor of the tables written as csv",
      fileExtension: "datapackage.json", holdsTablesAlone: true)
  }

  /// What a descriptor keeps to (Data Package, version 2).
  package static let profile = "https://datapackage.org/profiles/2.0/datapackage.json"

  public func write(_ document: Document, to sink: inout some ByteSink) throws(WritingError) {
    let stem = document.source.name == "-" ? "stdin" : String(Source.lastComponent(of: document.source.name))
    var json = JSONOutput(startsLines: true)
    json.beginObject()
    json.member("$schema", word: Self.profile)
    json.member("title", document.metadata.title)
    json.name("resources")
    json.beginArray()
    for (index, table) in document.tables.enumerated() {
      json.beginItem()
      write(table, name: "t\(index + 1)", stem: stem, to: &json)
      try json.buffer.flushIfFull(to: &sink)
    }
    json.endArray()
    json.endObject()
    json.buffer.append(byte: UInt8(ascii: "\n"))
    try json.buffer.flush(to: &sink)
  }

  private func write(_ table: Table, name: String, stem: String, to json: inout JSONOutput) {
    json.beginObject()
    json.member("name", word: name)
    json.member("type", word: "table")
    json.member("path", "\(stem).\(name).csv")
    json.member("title", table.caption)
    json.member("format", word: "csv")
    json.member("mediatype", word: "text/csv")
    json.member("encoding", word: "utf-8")
    writeDialect(of: table, to: &json)
    json.name("schema")
    json.beginObject()
    json.name("fields")
    json.beginArray()
    for field in PackageField.fields(of: table) { field.write(to: &json) }
    json.endArray()
    json.endObject()
    json.endObject()
  }

  private func writeDialect(of table: Table, to json: inout JSONOutput) {
    json.name("dialect")
    json.beginObject()
    if dialect.lineEnding == .crlf { json.member("lineTerminator", "\r\n") }
    if table.headerRowCount > 0 {
      json.name("headerRows")
      json.beginArray()
      for row in 1...table.headerRowCount {
        json.separate()
        json.buffer.append(row)
      }
      json.endArray()
      json.member("headerJoin", word: HeaderPaths.separator)
    } else {
      json.name("header")
      json.buffer.append("false")
    }
    json.endObject()
  }
}
