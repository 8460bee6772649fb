import ConverterCore

/// The shapes in which other programs print tables as text.
enum TextShape: CaseIterable {
  /// A tab before each cell, one cell a line, an empty line after each row; what a merge continues is a tab alone.
  case tabs
  /// One cell a line, cells that continue a merge left out, now and then a blank line.
  case cells
  /// Cells between bars, a bare bar for each column that a span swallows.
  case bars
  /// Cells between bars, nothing where spans are.
  case barsWithoutSpans
  /// One cell a line, each line ended by a bar, three bars behind a row.
  case barsBehindCells
  /// One cell a line and a line with a bar alone between two.
  case barsBetweenCells
  /// Markdown, padded by no-break spaces.
  case markdown
  /// Columns of equal width, as `pdftotext -layout` prints them.
  case columns
  /// All cells of a table on one line.
  case oneLine
}

extension TextShape {
  /// The text of a table.
  func text(of table: Table) -> String {
    let rows = (0..<table.rowCount).map { row in
      table.cells.filter { $0.rows.contains(row) }.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
        .map { Piece(text: $0.rows.lowerBound == row ? $0.text : nil, width: $0.columns.count) }
    }
    let texts = rows.map { row in row.compactMap(\.text) }
    let spread = rows.map { row in
      row.flatMap { [$0.text ?? ""] + [String](repeating: "", count: $0.width - 1) }
    }
    switch self {
    case .tabs: return rows.map { row in row.map { "\t\($0.text ?? "")\n" }.joined() + "\n" }.joined() + "\n"
    case .cells:
      return texts.joined().enumerated().map { $0 % 3 == 1 ? "\($1)\n\n" : "\($1)\n" }.joined()
    case .bars: return spread.map { $0.joined(separator: " | ") + "\n" }.joined()
    case .barsWithoutSpans: return texts.map { $0.joined(separator: " | ") + "\n" }.joined()
    case .barsBehindCells: return texts.map { row in row.map { "\($0) |\n" }.joined() + "|||\n" }.joined()
    case .barsBetweenCells: return texts.joined().joined(separator: "\n|\n") + "\n"
    case .markdown:
      let lines = spread.map { row in "|" + row.map { "\u{A0}\($0)\u{A0}|" }.joined() + "\n" }
      let rule = "|" + spread[0].map { _ in "---|" }.joined() + "\n"
      return lines[0] + rule + lines.dropFirst().joined()
    case .columns: return Self.aligned(spread)
    case .oneLine: return texts.joined().joined(separator: " ") + "\n"
    }
  }

  /// A cell in one row; without text where it continues the cell above.
  private struct Piece {
    var text: String?
    var width: Int
  }

  private static func aligned(_ rows: [[String]]) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.map { $0.count > column ? width(of: $0[column]) : 0 }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: $1 - width(of: $0) + 3) }.joined() + "\n"
    }.joined()
  }

  /// The columns of a terminal that a text takes.
  private static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
  }
}
