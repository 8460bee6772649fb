internal import ConverterCore

/// One way in which tables are written as text: a recogniser over lines.
///
/// Each looks over the whole text once and names the ranges of lines that have its shape. Ranges of different shapes may overlap;
/// ``ShapeSelection`` decides between them in one place.
protocol Shape {
  /// All ranges of this shape, in order, none overlapping another.
  static func candidates(in text: TextLines) -> [ShapeCandidate]
}

/// Lines that have a shape, with what the shape makes of them.
struct ShapeCandidate: Hashable, Sendable {
  /// Indices of lines, from 0.
  var lines: Range<Int>

  var strength: Strength

  var content: Content

  /// How much a shape says, weakest first: marks made for tables say more than alignment, which says more than a
  /// run of short lines.
  enum Strength: Int, Comparable, Sendable {
    case cellRun, keyValue, aligned, delimited, bars, tabIndented, drawn

    static func < (first: Strength, second: Strength) -> Bool { first.rawValue < second.rawValue }
  }

  /// What the lines hold.
  enum Content: Hashable, Sendable {
    /// A table, known by this evidence.
    case table(TextTable, Evidence)
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
