internal import ConverterCore

/// Listings in columns of fixed width that only one space may part: `ls -l`, `df`, records of old programs.
///
///     -rw-r--r--  1 anna harbour 12873 quay list.txt      a column of figures, right-aligned and of several widths,
///     -rw-r--r--  1 bo   crew      210 rope               with only one space beside its widest figure: no words of
///     drwxr-xr-x 12 anna harbour  4096 plans              prose stand below each other like that
enum FixedWidthShape: Shape {
  static let strength = ShapeStrength.aligned

  static func candidates(in text: TextLines, free: FreeLines) -> [ShapeCandidate] {
    var found: [ShapeCandidate] = []
    var index = 0
    while index < text.count {
      let start = index
      var digits = 0
      var hasGap = false
      while index < text.count, free[index], mayBeRow(text[index]),
        index == start || !text[index].traits.contains(.pageBreak)
      {
        digits += text[index].traits.contains(.digit) ? 1 : 0
        hasGap = hasGap || text[index].traits.contains(.gap)
        index += 1
      }
      if hasGap, index - start >= fewestRows, digits * 2 > index - start {
        found += candidate(text, start..<index).map { [$0] } ?? []
      }
      index = max(index, start + 1)
    }
    return found
  }

  private static let fewestRows = 3
  /// Lines that may stand above the rows, such as a total.
  private static let mostTitles = 1
  /// Lines of more bytes are no rows.
  private static let widest = 2000

  private static func mayBeRow(_ line: Line) -> Bool {
    line.traits.isDisjoint(with: [.blank, .innerTab, .leadingTab, .bar, .rule]) && line.bytes.count <= widest
  }

  /// The table of a run of lines, with or without its first line; lines of one cell above it are no rows.
  private static func candidate(_ text: TextLines, _ lines: Range<Int>) -> ShapeCandidate? {
    let words = lines.map { AlignedRow(line: $0, segments: text.segments($0, gap: 1)) }
    for titles in 0...mostTitles where words.count - titles >= fewestRows {
      let rows = Array(words.dropFirst(titles))
      guard let columns = columns(rows), columns.count > 2 else { continue }
      let all = rows.map { self.placed(text, $0, columns) }
      let placed = Array(all.drop { $0.count == 1 })
      guard hasFigures(text, placed), AlignedShape.looksLikeTable(placed.map { $0.map(\.cell) }, columns: columns.count)
      else { continue }
      let table = AlignedShape.table(placed.map { $0.map(\.cell) }, columns: columns.count)
      return ShapeCandidate((lines.upperBound - placed.count)..<lines.upperBound, table)
    }
    return nil
  }

  /// The columns between gutters of one space and more; what most rows do not reach is no column but the rest of a long text.
  private static func columns(_ rows: [AlignedRow]) -> [Range<Int>]? {
    guard var columns = Gutters.columns(rows) else { return nil }
    let ends = rows.map { $0.segments.last?.columns.upperBound ?? 0 }
    while let last = columns.last, columns.count > 1, ends.count(where: { $0 > last.lowerBound }) * 2 < rows.count {
      columns.removeLast()
      columns[columns.count - 1] = columns[columns.count - 1].lowerBound..<last.upperBound
    }
    return columns
  }

  /// A cell and the columns of the page that its text takes.
  private struct PlacedCell {
    var cell: AlignedCell
    var segment: LineSegment
  }

  /// The words of a line in their columns; words in one column are one text.
  private static func placed(_ text: TextLines, _ row: AlignedRow, _ columns: [Range<Int>]) -> [PlacedCell] {
    var cells: [PlacedCell] = []
    var next = 0
    for word in row.segments {
      while next + 1 < columns.count, columns[next].upperBound <= word.columns.lowerBound { next += 1 }
      var end = next + 1
      while end < columns.count, columns[end].lowerBound < word.columns.upperBound { end += 1 }
      if let before = cells.last, before.cell.columns.upperBound > next {
        cells[cells.count - 1].cell.columns = before.cell.columns.lowerBound..<max(before.cell.columns.upperBound, end)
        cells[cells.count - 1].segment.bytes = before.segment.bytes.lowerBound..<word.bytes.upperBound
        cells[cells.count - 1].segment.columns = before.segment.columns.lowerBound..<word.columns.upperBound
      } else {
        let cell = AlignedCell(columns: next..<end, text: "", lines: row.line...row.line)
        cells.append(PlacedCell(cell: cell, segment: word))
      }
    }
    for index in cells.indices { cells[index].cell.text = text.string(cells[index].segment.bytes, of: row.line) }
    return cells
  }

  /// Whether some column of figures shows only here: right-aligned, of several widths, and mostly not two spaces away from its
  /// neighbours, as ``AlignedShape`` needs it.
  private static func hasFigures(_ text: TextLines, _ rows: [[PlacedCell]]) -> Bool {
    let body = rows.drop { row in !row.contains { $0.cell.meaning == .value } }
    guard body.count >= fewestRows, let columns = body.first?.filter({ $0.cell.meaning == .value }).map(\.cell.columns)
    else {
      return false
    }
    let parted = body.map { row in Set(text.segments(row.first?.cell.lines.lowerBound ?? 0).map(\.columns)) }
    return columns.contains { column in
      let figures = body.map { row in
        row.first { $0.cell.columns == column && $0.cell.meaning == .value }?.segment.columns
      }
      let known = figures.compactMap(\.self)
      guard known.count == body.count, Set(known.map(\.upperBound)).count == 1, Set(known.map(\.lowerBound)).count > 1
      else { return false }
      return zip(known, parted).count { !$1.contains($0) } * 2 > body.count
    }
  }
}
