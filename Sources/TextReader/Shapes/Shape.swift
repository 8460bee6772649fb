internal import ConverterCore

/// One way in which tables are written as text: a recogniser over lines.
///
/// Each looks over the whole text once and names the ranges of lines that have its shape. Ranges of different shapes may overlap;
/// ``ShapeSelection`` decides between them in one place.
protocol Shape: SendableMetatype {
  /// How much the shape says; lines of a stronger shape are not offered to weaker ones.
  static var strength: ShapeStrength { get }

  /// All ranges of this shape among the free lines, in order, none overlapping another.
  static func candidates(in text: TextLines, free: FreeLines) -> [ShapeCandidate]
}

/// How much a shape says, weakest first: marks made for tables say more than figures below each other, these
/// more than delimiters, which may be those of numbers (`1,200`), then alignment, then a run of short lines.
enum ShapeStrength: Int, CaseIterable, Sendable {
  case weak, aligned, delimited, figures, marked
}

/// Lines that have a shape, with what the shape makes of them.
struct ShapeCandidate: Hashable, Sendable {
  /// Indices of lines, from 0.
  var lines: Range<Int>

  var content: Content

  init(_ lines: Range<Int>, cells run: CellRun) {
    self.lines = lines
    content = .cellRun(run)
  }

  /// A table over lines, its headers inferred where they are not stated; `nil` where its cells make none.
  init?(_ lines: Range<Int>, _ table: consuming TextTable) {
    var table = consume table
    table.inferHeaders()
    guard let made = (consume table).made(lines: lines) else { return nil }
    self.lines = lines
    content = .table(made)
  }

  /// What the lines hold.
  enum Content: Hashable, Sendable {
    case table(Table)
    /// Cells of a table one a line, whose rows and columns are lost.
    case cellRun(CellRun)
  }
}

/// Cells of a table one a line without a trace of rows and columns.
struct CellRun: Hashable, Sendable {
  /// Indices of the lines that hold cells, from 0, in order; lines between them are blank.
  var cells: [Int]

  /// Whether repeated lines were dropped, so that the table cannot be known.
  var isDestroyed: Bool
}
