internal import ConverterCore
internal import PageLayout

/// One straight level or upright piece of a stroked path.
struct StrokedLine: Hashable {
  /// The middle line, without height or without width.
  var line: Rectangle
  /// The width of the pen across the line in points; 0 for hairlines.
  var thickness: Double
  var color: Color
}

/// The straight ink of a page, told apart into lines and areas.
///
/// Producers draw the same table in many ways: strokes; bars filled as thin rectangles; frames filled between two
/// outlines (cut into four bars before they arrive here); strokes as wide as a bar is long; rows of dots or of short
/// dashes; a box around each cell. All become rulings. White ink is never a ruling: word processors put white rectangles
/// behind lines of text.
struct LineArt {
  private(set) var rulings: [Ruling] = []
  private(set) var fills: [Fill] = []
  /// Pieces too short to be told alone: they may be parts of a dotted or dashed line.
  private var shortPieces: [LinePiece] = []

  /// Bars up to this thickness in points are lines: Word's thickest border has 6 points, rows of shading have 8 and more.
  static let thickestLine = 6.0
  /// A bar is a line if it is at least so many times as long as it is thick.
  static let leastAspect = 4.0
  /// Ink up to this length in points may be a dash or a dot. Sides of cells may be as short, and stand for themselves.
  static let longestDash = 12.0
  /// A spot up to this extent in points may be a dot of a dotted line.
  static let largestDot = 2.5
  /// From this value on in each of its parts a colour is white.
  static let white: UInt8 = 0xFC

  init(strokes: [StrokedLine], fills drawn: [Fill]) {
    for stroke in strokes { sort(stroke) }
    for fill in drawn { sort(fill) }
    let joined = DashedLines(joining: shortPieces)
    rulings += joined.rulings
    for piece in joined.loners { sortLoner(piece) }
    shortPieces = []
  }
}

/// A bar, a dash or a dot.
struct LinePiece: Hashable {
  var box: Rectangle
  var color: Color

  /// Whether it could be a dot, which has no direction of its own.
  var isDot: Bool { max(box.width, box.height) <= LineArt.largestDot }

  /// The piece as a line along its longer side.
  var ruling: Ruling {
    box.width >= box.height
      ? Ruling(
        axis: .level, position: box.midY, start: box.x0, end: box.x1, thickness: box.height, color: color)
      : Ruling(
        axis: .upright, position: box.midX, start: box.y0, end: box.y1, thickness: box.width, color: color)
  }

  /// Whether the piece is thin and long enough to be a line without others.
  var isLine: Bool {
    let thickness = min(box.width, box.height)
    let length = max(box.width, box.height)
    return thickness <= LineArt.thickestLine && length > LineArt.largestDot && length >= LineArt.leastAspect * thickness
  }
}

extension LineArt {
  private mutating func sort(_ stroke: StrokedLine) {
    let isLevel = stroke.line.height == 0
    let half = stroke.thickness / 2
    var box = stroke.line
    if isLevel {
      (box.y0, box.y1) = (box.y0 - half, box.y1 + half)
    } else {
      (box.x0, box.x1) = (box.x0 - half, box.x1 + half)
    }
    sort(LinePiece(box: box, color: stroke.color))
  }

  private mutating func sort(_ fill: Fill) {
    sort(LinePiece(box: fill.box, color: fill.color))
  }

  private mutating func sort(_ piece: LinePiece) {
    if piece.color.isWhite {
      fills.append(Fill(box: piece.box, color: piece.color))
    } else if max(piece.box.width, piece.box.height) <= Self.longestDash && (piece.isDot || piece.isLine) {
      shortPieces.append(piece)
    } else {
      sortLoner(piece)
    }
  }

  private mutating func sortLoner(_ piece: LinePiece) {
    if piece.isLine {
      rulings.append(piece.ruling)
    } else {
      fills.append(Fill(box: piece.box, color: piece.color))
    }
  }
}

extension Color {
  /// Whether the colour cannot be told from paper.
  var isWhite: Bool { min(red, green, blue) >= LineArt.white }
}
