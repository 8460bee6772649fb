/// A grid table as in pandoc and reStructuredText: every cell in a box of its own, `=` between header and body.
struct TextGrid {
  private let table: Table
  private let grid: TableGrid
  private let widths: [Int]
  private let isRightAligned: [Bool]
  /// The lines of each cell, broken to the width of its columns.
  private let cellLines: [[String]]
  /// The lines of text in each row, at least 1.
  private let heights: [Int]
  /// The number of the first line of text in each row, counted from the top rule; one more entry for the end.
  private let tops: [Int]

  init(_ table: Table, _ grid: TableGrid, _ contents: [TextCell], _ widths: [Int], _ isRightAligned: [Bool]) {
    self.table = table
    self.grid = grid
    self.widths = widths
    self.isRightAligned = isRightAligned
    cellLines = zip(table.cells, contents).map { cell, content in
      content.lines(width: Self.width(of: cell.columns, widths))
    }
    heights = Self.heights(of: table, cellLines)
    tops = heights.reduce(into: [1]) { tops, height in tops.append((tops.last ?? 0) + height + 1) }
  }

  var lines: [String] {
    var lines: [String] = []
    for row in 0..<table.rowCount {
      lines.append(rule(above: row))
      for line in 0..<heights[row] { lines.append(self.line(line, of: row)) }
    }
    lines.append(rule(above: table.rowCount))
    return lines
  }

  /// Cells over several rows make the last of them higher where they need more than the rows and the rules between give.
  private static func heights(of table: Table, _ cellLines: [[String]]) -> [Int] {
    var heights = [Int](repeating: 1, count: table.rowCount)
    for (cell, lines) in zip(table.cells, cellLines) where cell.rows.count == 1 {
      heights[cell.rows.lowerBound] = max(heights[cell.rows.lowerBound], lines.count)
    }
    let spanning = zip(table.cells, cellLines).filter { $0.0.rows.count > 1 }
      .sorted { $0.0.rows.count < $1.0.rows.count }
    for (cell, lines) in spanning {
      let has = heights[cell.rows].reduce(0, +) + cell.rows.count - 1
      if lines.count > has { heights[cell.rows.upperBound - 1] += lines.count - has }
    }
    return heights
  }

  private static func width(of columns: Range<Int>, _ widths: [Int]) -> Int {
    widths[columns].reduce(0, +) + 3 * (columns.count - 1)
  }
}

// MARK: - Drawing

extension TextGrid {
  /// The cell at a position, -1 for a hole and around the table.
  private func index(_ row: Int, _ column: Int) -> Int {
    guard (0..<table.rowCount).contains(row), (0..<table.columnCount).contains(column) else { return -1 }
    return grid.cellIndex(row: row, column: column) ?? -1
  }

  /// One line of text through a row.
  private func line(_ number: Int, of row: Int) -> String {
    var line = ""
    var column = 0
    while column < table.columnCount {
      let index = index(row, column)
      line += index == self.index(row, column - 1) ? " " : "|"
      column = append(index, at: row, column, line: number, to: &line)
    }
    return line + (self.index(row, column - 1) < 0 ? " " : "|")
  }

  /// The rule over a row; cells that go on below it show their text in it.
  private func rule(above row: Int) -> String {
    let mark = row == table.headerRowCount && row > 0 && row < table.rowCount ? "=" : "-"
    var line = ""
    var column = 0
    while column < table.columnCount {
      line += corner(row, column, mark)
      let (above, below) = (index(row - 1, column), index(row, column))
      if above == below {
        column = append(below, at: row, column, line: -1, to: &line)
      } else {
        line += String(repeating: mark, count: widths[column] + 2)
        column += 1
      }
    }
    return line + corner(row, column, mark)
  }

  /// The character where the rule over a row meets the left edge of a column.
  private func corner(_ row: Int, _ column: Int, _ mark: String) -> String {
    let (aboveLeft, above) = (index(row - 1, column - 1), index(row - 1, column))
    let (belowLeft, below) = (index(row, column - 1), index(row, column))
    let rules = (left: aboveLeft != belowLeft, right: above != below, up: aboveLeft != above, down: belowLeft != below)
    return switch rules {
    case (false, false, let up, _): up ? "|" : " "
    case (true, true, false, false): mark
    default: "+"
    }
  }

  /// Appends a line of a cell with its padding and returns the column after the cell. Line -1 is the rule over the row.
  private func append(_ index: Int, at row: Int, _ column: Int, line number: Int, to line: inout String) -> Int {
    guard index >= 0 else {
      line += String(repeating: " ", count: widths[column] + 2)
      return column + 1
    }
    let cell = table.cells[index]
    let before = tops[row] - tops[cell.rows.lowerBound]
    let texts = cellLines[index]
    let text = texts.indices.contains(before + number) ? texts[before + number] : ""
    let isRight = cell.columns.count == 1 && cell.kind == .data && isRightAligned[column]
    line += " "
    line.appendPadded(text, to: Self.width(of: cell.columns, widths), atRight: isRight)
    line += " "
    return cell.columns.upperBound
  }
}
