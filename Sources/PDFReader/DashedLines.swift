internal import ConverterCore
internal import PageLayout

/// Rows of dashes or dots, joined to one line each.
///
///     ▪ ▪ ▪ ▪ ▪ ▪        ── ── ── ──        (a side of a cell, alone)  ──
///     one ruling         one ruling          stays for itself
struct DashedLines {
  private(set) var rulings: [Ruling] = []
  /// The pieces that belong to no row, in their order.
  private(set) var loners: [LinePiece] = []

  /// Pieces of one row lie within this distance in points from its first.
  static let rowTolerance = 0.3
  /// Thickness differs by no more than this within a row.
  static let thicknessTolerance = 0.4
  /// A gap is at most so many times as long as the piece before it…
  static let gapRatio = 3.0
  /// …and at most so many points.
  static let longestGap = 8.0
  /// Fewer pieces make no row: three sides of cells may stand in line by chance.
  static let leastPieces = 4

  init(joining pieces: [LinePiece]) {
    var isJoined = [Bool](repeating: false, count: pieces.count)
    for axis in [Ruling.Axis.level, .upright] {
      let along = pieces.indices
        .filter { pieces[$0].isDot || pieces[$0].ruling.axis == axis }
        .map { Piece(index: $0, pieces[$0], along: axis) }
      for row in Self.rows(of: along) {
        for run in Self.runs(in: row) where run.count >= Self.leastPieces {
          for piece in run { isJoined[piece.index] = true }
          rulings.append(Self.ruling(run, axis: axis, color: pieces[run[0].index].color))
        }
      }
    }
    loners = zip(pieces, isJoined).filter { !$0.1 }.map(\.0)
  }
}

extension DashedLines {
  /// A piece seen along one axis.
  private struct Piece {
    let index: Int
    let position, start, end, thickness: Double
    let color: Color

    init(index: Int, _ piece: LinePiece, along axis: Ruling.Axis) {
      let box = piece.box
      self.index = index
      color = piece.color
      switch axis {
      case .level: (position, start, end, thickness) = (box.midY, box.x0, box.x1, box.height)
      case .upright: (position, start, end, thickness) = (box.midX, box.y0, box.y1, box.width)
      }
    }
  }

  /// Pieces at the same position, each row ordered along the axis.
  private static func rows(of pieces: [Piece]) -> [[Piece]] {
    var rows: [[Piece]] = []
    for piece in pieces.sorted(by: { ($0.position, $0.index) < ($1.position, $1.index) }) {
      if let first = rows.last?.first, piece.position - first.position <= rowTolerance {
        rows[rows.count - 1].append(piece)
      } else {
        rows.append([piece])
      }
    }
    return rows.map { row in row.sorted { ($0.start, $0.index) < ($1.start, $1.index) } }
  }

  /// Cuts a row where the gap is too long or the ink changes.
  private static func runs(in row: [Piece]) -> [[Piece]] {
    var runs: [[Piece]] = []
    for piece in row {
      if let last = runs.last?.last, continues(last, piece) {
        runs[runs.count - 1].append(piece)
      } else {
        runs.append([piece])
      }
    }
    return runs
  }

  private static func continues(_ left: Piece, _ right: Piece) -> Bool {
    let length = max(left.end - left.start, right.end - right.start, left.thickness)
    return right.start - left.end <= min(gapRatio * length, longestGap)
      && abs(left.thickness - right.thickness) <= thicknessTolerance && left.color == right.color
  }

  private static func ruling(_ run: [Piece], axis: Ruling.Axis, color: Color) -> Ruling {
    let count = Double(run.count)
    return Ruling(
      axis: axis,
      position: run.reduce(0) { $0 + $1.position } / count,
      start: run.reduce(.infinity) { min($0, $1.start) },
      end: run.reduce(-.infinity) { max($0, $1.end) },
      thickness: run.reduce(0) { $0 + $1.thickness } / count,
      color: color)
  }
}
