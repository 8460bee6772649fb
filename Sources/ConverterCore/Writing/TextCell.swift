/// The content of a cell as lines of plain text, before it is known how wide its columns are.
struct TextCell {
  /// Lines that may be broken, or were drawn and may not.
  private enum Content {
    case text([String])
    case drawing([String])
  }

  private let content: Content

  /// The columns with which no line needs to be broken.
  let mostWidth: Int

  /// A piece of text wider than this is cut rather than making its column wider.
  private static let widestPiece = 30

  init(_ cell: Cell, layout: TextLayout) {
    let lines: [String]
    if cell.blocks.isEmpty {
      lines = layout.separateLines(cell.displayText)
      content = .text(lines)
    } else {
      lines = TextLayout(tableWidth: max(20, layout.tableWidth - 4)).lines(of: cell.blocks)
      content = .drawing(lines)
    }
    mostWidth = lines.reduce(1) { max($0, $1.columnWidth) }
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

  /// The columns without which the content cannot be shown well: those of the widest piece of a line, and at least what
  /// line breaking needs.
  var leastWidth: Int {
    switch content {
    case .text(let lines):
      min(
        mostWidth, Self.widestPiece,
        lines.reduce(LineBreaking.leastWidth) { max($0, LineBreaking.widestPiece(of: $1)) })
    case .drawing: mostWidth
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
