/// A table as its text shows it: rows of cells in order, not yet placed in a grid.
struct RawTable: Hashable, Sendable {
  /// From top to bottom; rows may differ in length.
  var rows: [[RawCell]]
}

/// One cell of a ``RawTable``.
struct RawCell: Hashable, Sendable {
  /// Lines of the cell are separated by newlines.
  var text: String

  /// The text as it stood, where an artefact was taken from it.
  var original: String?

  /// Indices of the lines that the cell stands on, from 0.
  var lines: ClosedRange<Int>

  var kind: CellKind

  init(text: String, original: String? = nil, lines: ClosedRange<Int>, kind: CellKind? = nil) {
    self.text = text
    self.original = original
    self.lines = lines
    self.kind = kind ?? CellKind(text)
  }
}

extension RawTable {
  /// The cells of the longest row.
  var width: Int { rows.lazy.map(\.count).max() ?? 0 }
}

/// Where a cell of a ``RawTable`` stands in the grid.
struct Placement: Hashable, Sendable {
  var columns: Range<Int>

  /// Whether the cell goes on from the row above: the rest of a vertical merge.
  var isContinued = false
}
