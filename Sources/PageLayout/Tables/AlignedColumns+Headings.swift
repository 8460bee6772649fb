internal import ConverterCore

/// Columns that are none: headings in the middle of a wide column whose text stands at one side.
///
///            Country     2009            nothing stands below the heading, and what stands beside has none
///     Greece             89.0
///     Spain              12.1
extension AlignedColumns {
  /// The columns with those of headings alone joined to their neighbours without a heading.
  package func withoutOffsetHeadings(_ text: PageText, tolerances: Tolerances = .standard) -> AlignedColumns {
    guard let first = firstFigures(text), first > 0 else { return self }
    let heads = AlignedColumns(borders: borders, lines: Array(lines[..<first])).extents
    // Names of parts stand alone in their lines, over several columns.
    let bodies = extents(of: lines[first...].filter { $0.pieces.count > 1 })
    let size = lines[first].size
    func joins(_ column: Int, _ neighbour: Int) -> Bool {
      guard bodies.indices.contains(neighbour), let head = heads[column], bodies[column] == nil,
        heads[neighbour] == nil,
        let body = bodies[neighbour]
      else { return false }
      // Labels are short in a broad column and have no other heading.
      return neighbour == 0 && labelCount > 0
        || max(head.start - body.end, body.start - head.end) < tolerances.headingOffset * size
    }
    var doomed: Set<Int> = []
    for column in 0..<count {
      // Figures stand at the right of their column, labels at the left.
      if joins(column, column + 1) {
        doomed.insert(column)
      } else if joins(column, column - 1) {
        doomed.insert(column - 1)
      }
    }
    return removing(borders: doomed)
  }

  /// Per column, the extent of the pieces that reach into it; `nil` for columns without any.
  private func extents(of lines: [Line]) -> [Interval?] {
    var extents = [Interval?](repeating: nil, count: count)
    for piece in lines.flatMap(\.pieces) {
      for column in piece.columns { extents[column] = extents[column]?.union(piece.extent) ?? piece.extent }
    }
    return extents
  }
}
