internal import ConverterCore

/// Which lines may be one table.
extension AlignedShape {
  /// Lines that may be one table: most have a gap, none is far from the next.
  static func block(_ text: TextLines, _ free: FreeLines, from first: Int, notBefore limit: Int) -> Range<Int> {
    // Headers over several columns stand alone on their lines, indented.
    var start = first
    while start > limit, first - start < 2, free[start - 1], text[start - 1].traits.contains(.leadingSpace),
      text[start - 1].traits.isDisjoint(with: [.blank, .rule, .gap])
    {
      start -= 1
    }
    var end = first + 1
    var blanks = 0
    var index = first + 1
    // Where the columns of the line above begin, but for the first.
    var columns = starts(text, first)
    while index < text.count {
      let traits = text[index].traits
      if traits.contains(.pageBreak) || !free[index] { break }
      if traits.contains(.blank) {
        blanks += 1
        if blanks > longestPause { break }
      } else if traits.contains(.gap) {
        if blanks > 0, beginsAnew(text, index, like: first) { break }
        blanks = 0
        end = index + 1
        columns = starts(text, index)
      } else if blanks == 0, index == end, goesOnAlone(text, index, below: columns) {
        end = index + 1
      } else if blanks > 0 || index > end || text[index].bytes.count > widest {
        // One line without a gap may stand inside a block, no more.
        break
      }
      index += 1
    }
    // The last row may go on below, with pieces that stand alone on their lines.
    while end < text.count, free[end], goesOnAlone(text, end, below: columns) { end += 1 }
    return start..<end
  }

  /// Whether a line behind a blank one has other names of columns below the same first one: another table begins.
  private static func beginsAnew(_ text: TextLines, _ index: Int, like first: Int) -> Bool {
    let names = [first, index].map { line in text.segments(line, gap: gap).map { text.string($0.bytes, of: line) } }
    return names[0].first == names[1].first && names[0] != names[1] && names[0].count > 1
      && names.joined().allSatisfy { CellMeaning($0) == .label }
  }

  /// Columns by which the rest of a cell is indented at most.
  private static let deepestIndent = 2

  /// Where the pieces of a line begin, but for the first.
  private static func starts(_ text: TextLines, _ index: Int) -> [Int] {
    widths.flatMap { text.segments(index, gap: gap, wide: $0).dropFirst().map(\.columns.lowerBound) }
  }

  /// Whether a line is one piece that begins where a column does, or a little to the right of it.
  private static func goesOnAlone(_ text: TextLines, _ index: Int, below columns: [Int]) -> Bool {
    let line = text[index]
    guard line.traits.contains(.leadingSpace), line.bytes.count <= widest,
      line.traits.isDisjoint(with: [.blank, .gap, .rule, .pageBreak, .innerTab]),
      let start = text.segments(index, gap: gap).first?.columns.lowerBound
    else { return false }
    return columns.contains { (0...deepestIndent).contains(start - $0) }
  }
}
