public import ConverterCore

extension Table {
  /// A table in few characters: a line a row, `|` between columns, `<` where a cell goes on from the left, `^` where it
  /// goes on from above, `.` for a hole.
  ///
  ///     Table(headerRows: 2, stubColumns: 1, """
  ///       Item | Number | <
  ///       ^    | new    | old
  ///       a    | 1      | 2
  ///       """)
  ///
  /// A cell over several rows and columns repeats `^` in its first column and `<` in the others. Texts are trimmed; `\n`
  /// in a text is a line break. Each cell's place is the line of the drawing that it begins on.
  ///
  /// - Precondition: the drawing is a table.
  public init(
    headerRows: Int = 0, stubColumns: Int = 0, caption: String? = nil, unit: String? = nil, _ drawing: String
  ) {
    let rows = drawing.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
    }
    let columnCount = rows.map(\.count).max() ?? 0
    var cells: [Cell] = []
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() where !["<", "^", "."].contains(text) {
        let width = 1 + texts[(column + 1)...].prefix { $0 == "<" }.count
        let height = 1 + rows[(row + 1)...].prefix { $0.indices.contains(column) && $0[column] == "^" }.count
        cells.append(
          Cell(
            rows: row..<(row + height), columns: column..<(column + width),
            text: text.split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n"),
            origin: Origin(.lines(row + 1...row + 1), .stated)))
      }
    }
    do {
      let table = try Table(
        rowCount: rows.count, columnCount: columnCount, cells: cells, caption: caption, unit: unit,
        origin: Origin(.lines(1...max(1, rows.count)), .stated))
      self = table.settingHeaders(
        rows: headerRows, stubColumns: stubColumns, evidence: headerRows + stubColumns > 0 ? .stated : nil)
    } catch {
      preconditionFailure("the drawing is no table: \(error)")
    }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.prefix(start.count - start.reversed().prefix { $0.isWhitespace }.count))
  }
}
