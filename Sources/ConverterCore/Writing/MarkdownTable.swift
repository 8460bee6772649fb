/// A table as Markdown: a pipe table (GFM, section 4.10) where that can express it, else a table of HTML.
///
///     | Office | Cases |        <table>
///     | --- | ---: |            <caption>…</caption>
///     | North | 7 |             …
struct MarkdownTable {
  private let table: Table

  init(_ table: Table) {
    self.table = table
  }

  func lines() throws(WritingError) -> [String] {
    guard isPlain else { return try markup() }
    let caption = [table.caption, table.unit.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
    let lines = caption.isEmpty ? [] : ["**" + MarkdownText.escaped(TextJoining.oneLine(caption)) + "**", ""]
    return lines + pipeLines
  }

  /// Whether all cells are single places with text only, below at most one header row.
  private var isPlain: Bool {
    table.headerRowCount <= 1 && table.columnCount > 0 && table.cells.count == table.rowCount * table.columnCount
      && table.cells.allSatisfy { $0.blocks.isEmpty }
  }

  /// The header row, empty where the table has none since Markdown demands one, the rule, the rows.
  private var pipeLines: [String] {
    var lines: [String] = []
    if table.headerRowCount == 0 { lines = [row(Array(repeating: "", count: table.columnCount)), rule] }
    for first in stride(from: 0, to: table.cells.count, by: table.columnCount) {
      lines.append(row(table.cells[first..<first + table.columnCount].map(MarkdownTable.text)))
      if table.headerRowCount == 1, first == 0 { lines.append(rule) }
    }
    return lines
  }

  private func row(_ texts: [String]) -> String { "| " + texts.joined(separator: " | ") + " |" }

  /// Columns of numbers stand at the right.
  private var rule: String {
    var hasNumbers = [Bool](repeating: false, count: table.columnCount)
    var hasWords = hasNumbers
    for cell in table.cells where cell.rows.lowerBound >= table.headerRowCount && !cell.text.isEmpty {
      if Quantity(cell.text) != nil {
        hasNumbers[cell.columns.lowerBound] = true
      } else {
        hasWords[cell.columns.lowerBound] = true
      }
    }
    return row(zip(hasNumbers, hasWords).map { $0 && !$1 ? "---:" : "---" })
  }

  private static func text(_ cell: Cell) -> String {
    cell.displayText.split(separator: "\n").map { MarkdownText.escaped(String($0)) }.joined(separator: "<br>")
  }

  /// HTML in Markdown ends at an empty line, so none is written.
  private func markup() throws(WritingError) -> [String] {
    var sink = MemorySink()
    var output = OutputBuffer()
    var markup = HTMLMarkup()
    try markup.write(table, into: &output, to: &sink)
    try output.flush(to: &sink)
    return sink.text.split(separator: "\n").map(String.init)
  }
}
