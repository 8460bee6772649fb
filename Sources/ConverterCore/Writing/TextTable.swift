/// A table drawn in a fixed-width font.
///
/// Two forms that other programs read too. A plain table (at most one header row, no spans, each cell one line, within the
/// width) is a pipe table as in GitHub's Markdown; its rule stands under the header, or first where there is none:
///
///     | Office | Cases |        +--------+-----------+
///     |--------|------:|        | Office | Cases     |
///     | North  |     7 |        |        +-----+-----+
///     | 河东   |    12 |        |        | new | old |
///                               +========+=====+=====+
///     any other is a grid       | North  |   7 |     |
///     table as in pandoc and    +--------+-----+-----+
///     reStructuredText, with its spans drawn as they are.
struct TextTable {
  private let table: Table
  private let grid: TableGrid
  private let contents: [TextCell]
  private let isRightAligned: [Bool]
  /// The columns of text in each column of the table, without its padding.
  private let widths: [Int]

  init(_ table: Table, layout: TextLayout) {
    self.table = table
    grid = table.grid
    contents = table.cells.map { TextCell($0, layout: layout) }
    isRightAligned = Self.rightAlignedColumns(of: table)
    widths = TextTable.widths(of: table, contents: contents, within: layout.tableWidth)
  }

  var lines: [String] {
    guard table.rowCount > 0, table.columnCount > 0 else { return ["[empty table]"] }
    return isPlain ? pipeLines : TextGrid(table, grid, contents, widths, isRightAligned).lines
  }

  /// Columns in which every value is a number or a mark for none.
  private static func rightAlignedColumns(of table: Table) -> [Bool] {
    var numbers = [Bool](repeating: false, count: table.columnCount)
    var words = numbers
    for cell in table.cells where cell.kind == .data && cell.columns.count == 1 && !cell.text.isEmpty {
      if Quantity(cell.text) != nil {
        numbers[cell.columns.lowerBound] = true
      } else if !["-", "–", "—", "——", "/", "…"].contains(cell.text) {
        words[cell.columns.lowerBound] = true
      }
    }
    return zip(numbers, words).map { $0 && !$1 }
  }
}

// MARK: - Pipe tables

extension TextTable {
  private var isPlain: Bool {
    table.headerRowCount <= 1 && table.cells.count == table.rowCount * table.columnCount
      && zip(table.cells, contents).allSatisfy { cell, content in
        content.fitsOneLine(of: widths[cell.columns.lowerBound]) && !cell.text.utf8.contains(UInt8(ascii: "|"))
      }
  }

  private var pipeLines: [String] {
    let rules = zip(widths, isRightAligned).map { String(repeating: "-", count: $0 + 1) + ($1 ? ":" : "-") }
    let rule = "|" + rules.joined(separator: "|") + "|"
    var lines: [String] = []
    for row in 0..<table.rowCount {
      if row == table.headerRowCount { lines.append(rule) }
      var line = "|"
      for column in 0..<table.columnCount {
        let index = row * table.columnCount + column
        line += " "
        line.appendPadded(contents[index].plainText, to: widths[column], atRight: isRightAligned[column])
        line += " |"
      }
      lines.append(line)
    }
    if table.headerRowCount == table.rowCount { lines.append(rule) }
    return lines
  }
}

extension String {
  /// Appends a text and spaces around it, so that it fills a width of columns.
  mutating func appendPadded(_ text: String, to width: Int, atRight: Bool) {
    let padding = String(repeating: " ", count: max(0, width - text.columnWidth))
    if atRight {
      self += padding
      self += text
    } else {
      self += text
      self += padding
    }
  }
}

// MARK: - Widths

extension TextTable {
  /// How wide each column is drawn.
  ///
  /// Cells of one column state the least and the most; where the most does not fit, the widest columns give way down to
  /// one common bound. Cells over several columns then take what is left.
  private static func widths(of table: Table, contents: [TextCell], within total: Int) -> [Int] {
    let available = total - 3 * table.columnCount - 1
    var widths = widest(\.mostWidth, of: table, contents)
    if widths.reduce(0, +) > available {
      widths = fitted(least: widest(\.leastWidth, of: table, contents), most: widths, into: available)
    }
    let spanning = zip(table.cells, contents).filter { $0.0.columns.count > 1 }
      .sorted { $0.0.columns.count < $1.0.columns.count }
    var room = max(0, available - widths.reduce(0, +))
    for (cell, content) in spanning {
      let has = widths[cell.columns].reduce(0, +) + 3 * (cell.columns.count - 1)
      guard content.mostWidth > has else { continue }
      let more = max(content.leastWidth - has, min(content.mostWidth - has, room))
      room = max(0, room - more)
      let (each, extra) = more.quotientAndRemainder(dividingBy: cell.columns.count)
      for (position, column) in cell.columns.enumerated() { widths[column] += each + (position < extra ? 1 : 0) }
    }
    return widths
  }

  /// For each column the largest of a measure of its own cells, at least 1.
  private static func widest(_ measure: (TextCell) -> Int, of table: Table, _ contents: [TextCell]) -> [Int] {
    var widths = [Int](repeating: 1, count: table.columnCount)
    for (cell, content) in zip(table.cells, contents) where cell.columns.count == 1 {
      widths[cell.columns.lowerBound] = max(widths[cell.columns.lowerBound], measure(content))
    }
    return widths
  }

  /// The widths between least and most under the largest common bound with which all fit.
  private static func fitted(least: [Int], most: [Int], into available: Int) -> [Int] {
    func bounded(_ bound: Int) -> [Int] {
      zip(least, most).map { min($1, max($0, bound)) }
    }
    var (low, high) = (1, most.max() ?? 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if bounded(middle).reduce(0, +) <= available { low = middle } else { high = middle - 1 }
    }
    return bounded(low)
  }
}
