/// The content of a cell as lines of plain text, before it is known how wide its columns are.
struct TextCell {
  /// Lines that may be broken, or were drawn and may not.
  private enum Content {
    case text([String])
    case drawing([String])
  }

  private let content: Content

  /// A piece of text wider than this is cut rather than making its column wider.
  private static let widestPiece = 30

  init(_ cell: Cell, layout: TextLayout) {
    if cell.blocks.isEmpty {
      let lines = cell.displayText.split(separator: "\n", omittingEmptySubsequences: false)
      content = .text(lines.map { $0.contains("\t") ? $0.split(separator: "\t").joined(separator: " ") : String($0) })
    } else {
      let inner = TextLayout(tableWidth: max(20, layout.tableWidth - 4))
      content = .drawing(inner.lines(of: cell.blocks))
    }
  }

  /// The text of a cell that ``fitsOneLine(of:)``.
  var plainText: String {
    switch content {
    case .text(let lines), .drawing(let lines): lines.first ?? ""
    }
  }

  func fitsOneLine(of width: Int) -> Bool {
    switch content {
    case .text(let lines), .drawing(let lines): lines.count <= 1 && mostWidth <= width
    }
  }

  /// The columns without which the content cannot be shown well.
  var leastWidth: Int {
    switch content {
    case .text(let lines): min(Self.widestPiece, lines.reduce(1) { max($0, LineBreaking.widestPiece(of: $1)) })
    case .drawing: mostWidth
    }
  }

  /// The columns with which no line needs to be broken.
  var mostWidth: Int {
    switch content {
    case .text(let lines), .drawing(let lines): lines.reduce(1) { max($0, $1.columnWidth) }
    }
  }

  /// The lines when so many columns are given.
  func lines(width: Int) -> [String] {
    switch content {
    case .text(let lines): lines.flatMap(LineBreaking(width: width).lines)
    case .drawing(let lines): lines
    }
  }
}
