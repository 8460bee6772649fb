internal import ConverterCore

/// The names above the figures of a table, in storeys from top to bottom.
struct FigureHead {
  /// One entry per storey; names of single columns on several lines are one cell.
  private(set) var storeys: [[AlignedCell]] = []

  private let columns: FigureColumns
  /// Whether strokes part storeys.
  private var isDrawn = false

  /// - Parameter lines: the lines of the head from top to bottom, rules among them.
  /// - Returns: `nil` where two names share a column.
  init?(_ lines: [FigureLine], over columns: FigureColumns) {
    self.columns = columns
    // The strokes below the line under way that span several columns; they part storeys.
    var strokes: [Range<Int>] = []
    for line in lines.reversed() where line.kind != .blank {
      if line.kind == .rule {
        strokes = spanning(line.pieces)
        isDrawn = isDrawn || !strokes.isEmpty
        continue
      }
      let drawn = zip(line.pieces, line.texts).filter { FigureLine.isStroke($1) }.map(\.0)
      let names = zip(line.pieces, line.texts).filter { !FigureLine.isStroke($1) }
      guard let row = placed(Array(names), line: line.line, above: strokes) else { return nil }
      if let joined = storeys.first.flatMap({ strokes.isEmpty ? joined(row, $0) : nil }) {
        storeys[0] = joined
      } else if !row.isEmpty {
        storeys.insert(row, at: 0)
      }
      strokes = spanning(drawn)
      isDrawn = isDrawn || !strokes.isEmpty
    }
  }

  /// The strokes over several columns of figures, but not over the labels.
  private func spanning(_ strokes: [LineSegment]) -> [Range<Int>] {
    strokes.map(\.columns).filter {
      columns.covered(by: $0).count > 1 && $0.lowerBound >= columns.extents[0].upperBound
    }
  }

  /// The names of a line in the columns that they stand over.
  private func placed(
    _ names: [(LineSegment, String)], line: Int, above strokes: [Range<Int>]
  ) -> [AlignedCell]? {
    let hasLabel = names.first.map { columns.isLabel($0.0.columns) } ?? false
    let others = names.dropFirst(hasLabel ? 1 : 0)
    let figures = columns.count - 1
    let spans: [Range<Int>]
    if others.count == figures {
      spans = (1..<columns.count).map { $0..<$0 + 1 }
    } else {
      let free = others.map { name in span(of: name.0.columns, above: strokes) }
      spans = strokes.isEmpty ? groups(others.map(\.0.columns), unlike: free) ?? free : free
    }
    var cells: [AlignedCell] = []
    if hasLabel { cells.append(AlignedCell(columns: 0..<1, text: names[0].1, lines: line...line)) }
    for (span, name) in zip(spans, others) {
      let start = max(span.lowerBound, cells.last?.columns.upperBound ?? 1)
      guard start < span.upperBound else { return nil }
      cells.append(AlignedCell(columns: start..<span.upperBound, text: name.1, lines: line...line))
    }
    return cells
  }

  /// The columns over which one name stands: those of the stroke below it, those whose middle it covers, the one that it is next to,
  /// or those on both sides of the white that it stands over.
  private func span(of name: Range<Int>, above strokes: [Range<Int>]) -> Range<Int> {
    if let stroke = strokes.first(where: { $0.overlaps(name) }) { return columns.covered(by: stroke) }
    let extents = columns.extents
    let covered = (1..<columns.count).filter { column in
      let shared = extents[column].clamped(to: name).count
      return shared * 2 >= extents[column].count || shared * 2 > name.count
    }
    if let first = covered.first, let last = covered.last { return first..<last + 1 }
    let middle = (name.lowerBound + name.upperBound) / 2
    let left = (1..<columns.count).last { extents[$0].upperBound <= middle }
    let right = (1..<columns.count).first { middle < extents[$0].upperBound }
    guard let left, let right, left < right, !extents[right].overlaps(name), !extents[left].overlaps(name) else {
      let nearest = columns.nearest(to: name)
      return nearest..<nearest + 1
    }
    // Half way between two columns.
    let (before, behind) = (name.lowerBound - extents[left].upperBound, extents[right].lowerBound - name.upperBound)
    if abs(before - behind) <= 2 { return left..<right + 1 }
    return before < behind ? left..<left + 1 : right..<right + 1
  }

  /// Groups of equally many columns, each with a name over it; `nil` where the names stand over single columns or their own groups.
  private func groups(_ names: [Range<Int>], unlike free: [Range<Int>]) -> [Range<Int>]? {
    let figures = columns.count - 1
    if names.count == 1, figures > 1, let name = names.first {
      // One name in the middle of all figures.
      let whole = columns.extents[1].lowerBound + columns.extents[figures].upperBound
      return abs(name.lowerBound + name.upperBound - whole) <= 8 ? [1..<columns.count] : nil
    }
    guard names.count > 1, figures % names.count == 0, storeys.first?.count ?? 0 >= figures else { return nil }
    let size = figures / names.count
    let groups = names.indices.map { 1 + $0 * size..<1 + ($0 + 1) * size }
    let fit = zip(names, groups).allSatisfy { name, group in
      let middle = (name.lowerBound + name.upperBound) / 2
      return (columns.extents[group.lowerBound].lowerBound..<columns.extents[group.upperBound - 1].upperBound)
        .contains(middle)
    }
    return fit ? groups : nil
  }

  /// Two lines of names of single columns as one storey; `nil` where one of them spans columns.
  private func joined(_ above: [AlignedCell], _ below: [AlignedCell]) -> [AlignedCell]? {
    let isLabelAlone = above.count == 1 && above[0].columns == 0..<1 || below.count == 1 && below[0].columns == 0..<1
    guard isLabelAlone || (above + below).allSatisfy({ $0.columns.count == 1 }) else { return nil }
    return above.joined(withLineBelow: below)
  }

  /// Adds the storeys to a table. A name goes down to the figures where nothing stands below it, that of the labels also up where
  /// strokes part the storeys.
  func append(to table: inout TextTable) {
    var placed: [(rows: Range<Int>, cell: AlignedCell)] = []
    for (row, cells) in storeys.enumerated() {
      for cell in cells {
        let isLast = storeys[(row + 1)...].joined().allSatisfy { !$0.columns.overlaps(cell.columns) }
        let isFirst =
          isDrawn && cell.columns == 0..<1 && storeys[..<row].joined().allSatisfy { $0.columns.lowerBound > 0 }
        placed.append(((isFirst ? 0 : row)..<(isLast ? storeys.count : row + 1), cell))
      }
    }
    placed.sort { ($0.rows.lowerBound, $0.cell.columns.lowerBound) < ($1.rows.lowerBound, $1.cell.columns.lowerBound) }
    for (rows, cell) in placed {
      table.append(
        rows: rows, columns: cell.columns, text: cell.text, lines: cell.lines, meaning: cell.meaning, evidence: .aligned
      )
    }
  }
}
