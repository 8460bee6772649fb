internal import ConverterCore

/// The columns of a table of figures: the first has the labels, all others figures.
struct FigureColumns {
  /// The columns of the page that the texts of each column take in usual rows.
  let extents: [Range<Int>]
  /// The columns of the page at which each column begins; half way between two.
  let bounds: [Int]

  var count: Int { extents.count }

  /// The columns of most rows, which have equally many pieces, each below that of the row above.
  ///
  /// - Returns: `nil` where the pieces of most rows do not stand below each other.
  init?(_ lines: [FigureLine]) {
    let rows = lines.filter { $0.kind == .figures }
    let counts = rows.reduce(into: [:]) { counts, row in counts[row.pieces.count, default: 0] += 1 }
    // More pieces say more: those of rows with blank cells are fewer.
    guard let usual = counts.max(by: { ($0.value * $0.key, $0.key) < ($1.value * $1.key, $1.key) })?.key, usual > 1
    else {
      return nil
    }
    let even = rows.filter { $0.pieces.count == usual }.map { $0.pieces.map(\.columns) }
    guard even.count > 1 else { return nil }
    var extents: [Range<Int>] = []
    for column in 0..<usual {
      let pieces = even.map { $0[column] }
      guard column == 0 || Self.areBelowEachOther(pieces) else { return nil }
      extents.append((pieces.map(\.lowerBound).min() ?? 0)..<(pieces.map(\.upperBound).max() ?? 0))
    }
    // Long labels may reach over the first figures.
    extents[0] = extents[0].lowerBound..<max(extents[0].lowerBound, min(extents[0].upperBound, extents[1].lowerBound))
    guard zip(extents, extents.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound }) else { return nil }
    self.extents = extents
    bounds = [0] + zip(extents, extents.dropFirst()).map { ($0.upperBound + $1.lowerBound + 1) / 2 }
  }

  /// Whether most texts end, or begin, in the same column of the page, or in one beside it, as where brackets stand behind some.
  private static func areBelowEachOther(_ pieces: [Range<Int>]) -> Bool {
    [pieces.map(\.upperBound), pieces.map(\.lowerBound)].contains { edges in
      let counts = edges.reduce(into: [:]) { counts, edge in counts[edge, default: 0] += 1 }
      let best = counts.keys.map { edge in counts[edge, default: 0] + counts[edge + 1, default: 0] }.max() ?? 0
      return best * 10 >= pieces.count * 6
    }
  }

  /// The columns of figures that some columns of the page share with their texts.
  func covered(by columns: Range<Int>) -> Range<Int> {
    let shared = (1..<count).filter { extents[$0].overlaps(columns) }
    guard let first = shared.first, let last = shared.last else { return 0..<0 }
    return first..<last + 1
  }

  /// The column in whose bounds most of a text stands.
  func nearest(to columns: Range<Int>) -> Int {
    let middle = (columns.lowerBound + columns.upperBound) / 2
    let shared = covered(by: columns)
    if let best = shared.max(by: { overlap($0, columns) < overlap($1, columns) }) { return best }
    return max(1, (bounds.lastIndex { $0 <= middle } ?? 0))
  }

  private func overlap(_ column: Int, _ columns: Range<Int>) -> Int { extents[column].clamped(to: columns).count }

  /// Whether a text stands where the labels do.
  func isLabel(_ columns: Range<Int>) -> Bool { (columns.lowerBound + columns.upperBound) / 2 < bounds[1] }
}

extension FigureColumns {
  /// The cells of a row; `nil` where two pieces share a column.
  func cells(of row: FigureLine, in text: TextLines) -> [AlignedCell]? {
    let lines = row.line...row.line
    if row.pieces.count == count, row.pieces[0].columns.lowerBound < extents[1].lowerBound {
      return row.texts.indices.map { AlignedCell(columns: $0..<$0 + 1, text: row.texts[$0], lines: lines) }
    }
    var cells: [AlignedCell] = []
    for (piece, content) in zip(row.pieces, row.texts) {
      let isLabel =
        cells.isEmpty && piece.columns.lowerBound < extents[1].lowerBound
        && (!FigureLine.isFigure(content) || isLabel(piece.columns))
      for (column, part) in parts(of: piece, row, isLabel: isLabel, in: text) {
        guard column >= cells.last?.columns.upperBound ?? 0 else { return nil }
        cells.append(AlignedCell(columns: column..<column + 1, text: part, lines: lines))
      }
    }
    return cells
  }

  /// A piece in its column; where it reaches over several, its words in theirs: one blank parts a long label or a large figure from
  /// the next one.
  private func parts(
    of piece: LineSegment, _ row: FigureLine, isLabel: Bool, in text: TextLines
  ) -> [(column: Int, text: String)] {
    func content(_ bytes: Range<Int>) -> String { text.string(bytes, of: row.line) }
    let whole = text.cellText(piece, of: row.line)
    let shared = covered(by: piece.columns)
    guard isLabel ? !shared.isEmpty : shared.count > 1 else {
      return [(isLabel ? 0 : nearest(to: piece.columns), whole)]
    }
    var words = text.segments(row.line, gap: 1).filter {
      piece.bytes.lowerBound <= $0.bytes.lowerBound && $0.bytes.upperBound <= piece.bytes.upperBound
    }
    var figures: [(column: Int, text: String)] = []
    while let word = words.last, words.count > (isLabel ? 1 : 0), FigureLine.isFigure(content(word.bytes)),
      let column = (1..<count).last(where: { isBelow($0, word.columns) }), column < figures.first?.column ?? count
    {
      figures.insert((column, content(word.bytes)), at: 0)
      words.removeLast()
    }
    guard let first = words.first, let last = words.last else { return figures }
    if !isLabel { return [(nearest(to: piece.columns), whole)] }
    return [(0, content(first.bytes.lowerBound..<last.bytes.upperBound))] + figures
  }

  /// Whether a word begins or ends where figures of a column do.
  private func isBelow(_ column: Int, _ word: Range<Int>) -> Bool {
    abs(word.upperBound - extents[column].upperBound) <= 1 || word.lowerBound == extents[column].lowerBound
  }
}
