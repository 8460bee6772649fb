internal import ConverterCore

/// Amounts in headings of several lines, which look like the figures of a row:
///
///                  Less than     $100         $1
///                    $100     Million to   Billion        each amount has words right below, and a line with one has
///     Institution   Million   $1 Billion   or more        no label
struct AmountHeads {
  private struct Piece {
    var extent: Interval
    var isValue: Bool
    var isYear: Bool
  }

  private struct Line {
    var pieces: [Piece]
    var baseline: Double
    var size: Double
  }

  /// The lines of a table from top to bottom.
  private let lines: [Line]

  /// The x at which labels begin, in points.
  private let left: Double

  /// Takes lines of text with their phrases.
  init(_ lines: [TextLine], text: PageText) {
    self.init(
      lines: lines.map { line in
        Line(
          pieces: line.phrases.map {
            Piece(extent: $0.extent, isValue: $0.isValue, isYear: text.isYear(Array(line.words[$0.words])))
          }, baseline: line.baseline, size: line.size)
      })
  }

  /// Takes lines sorted into columns.
  init(_ columns: AlignedColumns, text: PageText) {
    self.init(
      lines: columns.lines.map { line in
        Line(
          pieces: line.pieces.map { Piece(extent: $0.extent, isValue: $0.isValue, isYear: text.isYear($0.words)) },
          baseline: line.baseline, size: line.size)
      })
  }

  private init(lines: [Line]) {
    self.lines = lines
    left = lines.lazy.flatMap(\.pieces).map(\.extent.start).min() ?? 0
  }

  /// Whether all figures of a line are amounts in headings that go on below.
  func contain(_ number: Int, tolerances: Tolerances) -> Bool {
    let line = lines[number]
    let figures = line.pieces.filter { $0.isValue && !$0.isYear }
    guard !figures.isEmpty, let first = line.pieces.first,
      first.extent.start > left + tolerances.flushDrift * line.size
    else { return false }
    let below = lines[(number + 1)...].prefix { $0.baseline - line.baseline <= tolerances.rowDistance * line.size }
    return figures.allSatisfy { figure in
      let next = below.lazy.flatMap(\.pieces).first { $0.extent.overlap(figure.extent) > 0 }
      guard let next, !next.isValue else { return false }
      let offsets = [
        next.extent.start - figure.extent.start, next.extent.middle - figure.extent.middle,
        next.extent.end - figure.extent.end,
      ]
      return offsets.contains { abs($0) <= tolerances.unitDrift * line.size }
    }
  }
}
