/// Writes every cell of every table as one line of CSV: one rectangular data set for any number of documents.
///
/// Rows and columns count from 0 as in JSON, tables and pages from 1. The paths join the header texts that stand over and
/// before a cell with ` / `, the outermost first (see ``HeaderPaths``). `number` is the number in the text as plain
/// decimal digits (see ``Quantity``), empty where the text is none.
public struct CSVLongWriter: Writer {
  /// The names in the first line.
  static let columns = [
    "document", "table", "row", "column", "row_span", "column_span", "kind", "row_path", "column_path", "text",
    "number", "unit", "page", "evidence",
  ]

  public let dialect: CSVDialect

  public init(dialect: CSVDialect = CSVDialect()) {
    self.dialect = dialect
  }

  public var format: OutputFormat {
    OutputFormat(name: "csv-long", title: "CSV, one line a cell", fileExtension: "csv", holdsTablesAlone: true)
  }

  public func writePrologue(to sink: inout some ByteSink) throws(WritingError) {
    var output = OutputBuffer()
    if dialect.byteOrderMark { output.byteOrderMark() }
    output.append(Self.columns.joined(separator: ","))
    output.endLine(dialect)
    try output.flush(to: &sink)
  }

  public func write(_ document: Document, to sink: inout some ByteSink) throws(WritingError) {
    var output = OutputBuffer()
    for (index, table) in document.tables.enumerated() {
      let paths = HeaderPaths(table)
      for cell in table.cells {
        output.field(document.source.name, dialect)
        output.endField()
        output.append(index + 1)
        output.endField()
        write(cell, of: table, rowPath: paths.rowPath(of: cell), columnPath: paths.columnPath(of: cell), into: &output)
        try output.flushIfFull(to: &sink)
      }
    }
    try output.flush(to: &sink)
  }

  private func write(
    _ cell: Cell, of table: Table, rowPath: String, columnPath: String, into output: inout OutputBuffer
  ) {
    for number in [cell.rows.lowerBound, cell.columns.lowerBound, cell.rows.count, cell.columns.count] {
      output.append(number)
      output.endField()
    }
    let quantity = Quantity(cell.text)
    let tableUnit = quantity != nil && cell.kind == .data ? table.unit : nil
    for text in [
      cell.kind.rawValue, rowPath, columnPath, cell.displayText, quantity?.number ?? "",
      quantity?.unit ?? tableUnit ?? "",
    ] {
      output.field(text, dialect)
      output.endField()
    }
    if case .page(let number, _) = cell.origin.place { output.append(number) }
    output.endField()
    output.append(cell.origin.evidence.name.rawValue)
    output.endLine(dialect)
  }
}
