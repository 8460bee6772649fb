internal import ConverterCore
internal import FoundationEssentials

/// Tables whose columns stand below each other, parted by white space: `pdftotext -layout`, fixed-width dumps, listings.
///
/// Lines of a block are laid over each other; columns of the page on which (almost) no line has ink are gutters:
///
///     Quay      depth  ships     ink     ████████░░███████░██████
///     North       7.5     12     gutters         ▲▲       ▲
///     South old  10.0      4     a piece over a gutter spans the columns on both sides
enum AlignedShape: Shape {
  static func candidates(in text: TextLines) -> [ShapeCandidate] {
    var found: [ShapeCandidate] = []
    var index = 0
    while index < text.count {
      guard text[index].traits.contains(.gap) else {
        index += 1
        continue
      }
      let block = block(text, from: index, notBefore: found.last?.lines.upperBound ?? 0)
      if let candidate = candidate(text, block) { found.append(candidate) }
      index = max(block.upperBound, index + 1)
    }
    return found
  }

  /// Lines that may be one table: most have a gap, none is far from the next.
  private static func block(_ text: TextLines, from first: Int, notBefore limit: Int) -> Range<Int> {
    // Headers over several columns stand alone on their lines, indented.
    var start = first
    while start > limit, first - start < 2, text[start - 1].traits.contains(.leadingSpace),
      text[start - 1].traits.isDisjoint(with: [.blank, .rule, .gap])
    {
      start -= 1
    }
    var end = first + 1
    var blanks = 0
    var index = first + 1
    while index < text.count {
      let traits = text[index].traits
      if traits.contains(.pageBreak) { break }
      if traits.contains(.blank) {
        blanks += 1
        if blanks > longestPause { break }
      } else if traits.contains(.gap) {
        blanks = 0
        end = index + 1
      } else if blanks > 0 || index > end || text[index].bytes.count > widest {
        // One line without a gap may stand inside a block, no more.
        break
      }
      index += 1
    }
    return start..<end
  }

  /// Blank lines inside a table.
  private static let longestPause = 1

  /// Lines of more bytes are no rows.
  private static let widest = 2000

  /// Columns that part two pieces of a line.
  private static let gap = 2

  private static func candidate(_ text: TextLines, _ block: Range<Int>) -> ShapeCandidate? {
    let lines = block.filter { !text[$0].isBlank && !text[$0].traits.contains(.rule) }
    guard lines.count > 1, lines.allSatisfy({ text[$0].bytes.count <= widest }) else { return nil }
    let rows = lines.map { AlignedRow(line: $0, segments: text.segments($0, gap: gap)) }
    guard let columns = Gutters.columns(rows), columns.count > 1 else { return nil }
    guard let cells = placed(text, rows, columns), looksLikeTable(cells, rows: rows.count, columns: columns.count)
    else {
      return nil
    }
    let table = TextTable(rowCount: rows.count, columnCount: columns.count, cells: cells)
      .joiningContinuedLines().inferringHeaders()
    return ShapeCandidate(lines: block, strength: .aligned, content: .table(table, .aligned))
  }

  /// The pieces of all lines in their columns, or `nil` where too many stand over gutters.
  private static func placed(_ text: TextLines, _ rows: [AlignedRow], _ columns: [Range<Int>]) -> [TextCell]? {
    var cells: [TextCell] = []
    var wide = 0
    for (row, line) in rows.enumerated() {
      var next = 0
      for segment in line.segments {
        let covered = columns.indices.filter { columns[$0].overlaps(segment.columns) }
        guard let first = covered.first, let last = covered.last else { return nil }
        if first < next {
          // Two pieces in one column: the gap between them was wide white space.
          guard let before = cells.last, before.rows.lowerBound == row, first == last else { return nil }
          cells[cells.count - 1].text += " " + text.string(segment.bytes, of: line.line)
          cells[cells.count - 1].kind = CellKind(cells[cells.count - 1].text)
          continue
        }
        if first < last { wide += 1 }
        let content = text.string(segment.bytes, of: line.line)
        cells.append(
          TextCell(
            rows: row..<(row + 1), columns: first..<(last + 1), text: content, original: nil,
            lines: line.line...line.line, kind: CellKind(content)))
        next = last + 1
      }
    }
    return wide * 4 <= rows.count + 3 ? cells : nil
  }

  /// Short cells in most columns of most rows; no sentences, no program, no table of contents.
  private static func looksLikeTable(_ cells: [TextCell], rows: Int, columns: Int) -> Bool {
    let values = cells.count { $0.kind == .value }
    guard rows > 2 || rows == 2 && values >= columns - 1 && values > 0 else { return false }
    guard cells.count * 2 >= rows * columns, cells.count * 2 >= rows * 3 else { return false }
    let labels = cells.filter { $0.kind == .label }
    let doubts = labels.count { ProseSigns.endsStatement($0.text) || ProseSigns.looksLikeCode($0.text) }
    let bytes = labels.reduce(0) { $0 + $1.text.utf8.count }
    guard doubts * 5 <= labels.count, bytes <= labels.count * 60 else { return false }
    // Two columns of words are as often two columns of text.
    if values * 8 < cells.count && columns == 2 && rows < 4 { return false }
    return !isTableOfContents(cells, columns: columns)
  }

  /// Titles with page numbers that only grow.
  private static func isTableOfContents(_ cells: [TextCell], columns: Int) -> Bool {
    let leaders = cells.count { $0.text.contains("....") || $0.text.contains("……") || $0.text.contains(". . .") }
    if leaders * 4 >= cells.count { return true }
    guard columns == 2 else { return false }
    let numbers = cells.filter { $0.columns.lowerBound == 1 }.compactMap { Int($0.text) }
    let titles = cells.filter { $0.columns.lowerBound == 0 }
    let numbered = titles.count { OutlineNumber($0.text) != nil }
    return numbers.count == titles.count && numbers == numbers.sorted() && numbered * 2 >= titles.count
  }
}

/// A line of an aligned block.
private struct AlignedRow {
  /// Index of the line.
  var line: Int
  var segments: [LineSegment]
}

/// White space that goes through a block from top to bottom.
private enum Gutters {
  /// The columns of the table in columns of the page, or `nil` where no gutter parts them.
  static func columns(_ rows: [AlignedRow]) -> [Range<Int>]? {
    let width = rows.lazy.compactMap { $0.segments.last?.columns.upperBound }.max() ?? 0
    guard width > 0 else { return nil }
    // Running sums of how many lines have ink in a column; lines of one piece (titles, wrapped text) do not count.
    var changes = [Int](repeating: 0, count: width + 1)
    var counted = 0
    for row in rows where row.segments.count > 1 {
      counted += 1
      for segment in row.segments {
        changes[segment.columns.lowerBound] += 1
        changes[segment.columns.upperBound] -= 1
      }
    }
    guard counted > 1 else { return nil }
    // In long tables a few headers may stand over a gutter.
    let tolerance = counted / 10
    var columns: [Range<Int>] = []
    var ink = 0
    var start: Int?
    for column in 0..<width {
      ink += changes[column]
      if ink > tolerance {
        start = start ?? column
      } else if let open = start {
        columns.append(open..<column)
        start = nil
      }
    }
    if let start { columns.append(start..<width) }
    return columns
  }
}

extension TextTable {
  /// The same table with lines joined to the row above that only go on with its texts: no first column, no number, and text above
  /// in each of its columns.
  func joiningContinuedLines() -> TextTable {
    var rows = [[TextCell]](repeating: [], count: rowCount)
    for cell in cells { rows[cell.rows.lowerBound].append(cell) }
    var result: [[TextCell]] = []
    for row in rows {
      guard let above = result.last, !row.isEmpty, row.count < above.count,
        row.allSatisfy({ cell in
          cell.kind == .label && cell.columns.lowerBound > 0
            && above.contains { $0.columns == cell.columns && $0.kind == .label }
        })
      else {
        result.append(row)
        continue
      }
      var joined = above
      for cell in row {
        for index in joined.indices where joined[index].columns == cell.columns {
          joined[index].text += "\n" + cell.text
          joined[index].lines = joined[index].lines.lowerBound...cell.lines.upperBound
        }
      }
      result[result.count - 1] = joined
    }
    var copy = self
    copy.rowCount = result.count
    copy.cells = result.enumerated().flatMap { index, row in
      row.map { cell in
        var moved = cell
        moved.rows = index..<(index + 1)
        return moved
      }
    }
    return copy
  }
}
