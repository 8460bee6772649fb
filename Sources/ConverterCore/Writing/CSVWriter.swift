/// Writes each table of a document as one grid of CSV, a line per row and a field per column.
///
/// Tables are parts named `t1`, `t2`, … in reading order, those inside cells after the table that holds them. Where the sink
/// does not keep parts apart an empty line stands between them.
public struct CSVWriter: Writer {
  /// What stands in the positions that a spanning cell covers besides its first.
  public enum SpanFill: String, Hashable, Sendable, CaseIterable {
    /// Nothing: the text stands once, where the cell begins.
    case blank
    /// The text of the cell again.
    case `repeat`
  }

  public let spans: SpanFill
  public let dialect: CSVDialect

  public init(spans: SpanFill = .blank, dialect: CSVDialect = CSVDialect()) {
    self.spans = spans
    self.dialect = dialect
  }

  public var format: OutputFormat {
    OutputFormat(name: "csv", title: "CSV, one grid a table", fileExtension: "csv", holdsTablesAlone: true)
  }

  public func writePrologue(to sink: inout some ByteSink) throws(WritingError) {
    guard dialect.byteOrderMark, !sink.separatesParts else { return }
    var output = OutputBuffer()
    output.byteOrderMark()
    try output.flush(to: &sink)
  }

  public func writeSeparator(to sink: inout some ByteSink) throws(WritingError) {
    guard !sink.separatesParts else { return }
    var output = OutputBuffer()
    output.endLine(dialect)
    try output.flush(to: &sink)
  }

  public func losses(of document: Document) -> [Finding] {
    Finding.lostSpans(
      of: document, format: format, textsStand: spans == .blank ? "once, in the first position" : "in each position")
  }

  public func write(_ document: Document, to sink: inout some ByteSink) throws(WritingError) {
    var output = OutputBuffer()
    for (index, table) in document.tables.enumerated() {
      if sink.separatesParts {
        try output.flush(to: &sink)
        try sink.beginPart("t\(index + 1)")
        if dialect.byteOrderMark { output.byteOrderMark() }
      } else if index > 0 {
        output.endLine(dialect)
      }
      try write(table, into: &output, to: &sink)
    }
    try output.flush(to: &sink)
  }

  private func write(
    _ table: Table, into output: inout OutputBuffer, to sink: inout some ByteSink
  ) throws(WritingError) {
    let grid = table.grid
    for row in 0..<table.rowCount {
      for column in 0..<table.columnCount {
        if column > 0 { output.endField() }
        let text = text(of: table, at: row, column, grid)
        if text.isEmpty && table.columnCount == 1 {
          // A line without anything would be no row but the end of the table.
          output.append("\"\"")
        } else {
          output.field(text, dialect)
        }
      }
      output.endLine(dialect)
      try output.flushIfFull(to: &sink)
    }
  }

  private func text(of table: Table, at row: Int, _ column: Int, _ grid: TableGrid) -> String {
    guard let index = grid.cellIndex(row: row, column: column) else { return "" }
    let begins = table.cells[index].begins(at: row, column)
    return begins || spans == .repeat ? table.cells[index].displayText : ""
  }
}

extension Cell {
  fileprivate func begins(at row: Int, _ column: Int) -> Bool {
    rows.lowerBound == row && columns.lowerBound == column
  }
}
