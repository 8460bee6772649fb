internal import ConverterCore

/// A table as its text shows it: rows of cells in order, not yet placed in a grid.
///
/// All cells stand in one array, so that a table of many short rows costs one allocation and not one a row.
struct RawTable: Hashable, Sendable {
  /// Row after row.
  private(set) var cells: [RawCell] = []

  /// Per row, the index behind its last cell.
  private var ends: [Int] = []

  init() {}

  init(rows: [[RawCell]]) {
    for row in rows {
      cells.append(contentsOf: row)
      endRow()
    }
  }
}

/// One cell of a ``RawTable``.
struct RawCell: Hashable, Sendable {
  /// Lines of the cell are separated by newlines.
  var text: String

  /// The text as it stood, where an artefact was taken from it.
  var original: String?

  /// Indices of the lines that the cell stands on, from 0.
  var lines: ClosedRange<Int>

  var meaning: CellMeaning

  init(text: String, original: String? = nil, lines: ClosedRange<Int>, meaning: CellMeaning? = nil) {
    self.text = text
    self.original = original
    self.lines = lines
    self.meaning = meaning ?? CellMeaning(text)
  }

  /// Whether both texts have the same bytes; comparing the strings would normalize them.
  func hasSameText(as other: RawCell) -> Bool {
    let (own, others) = (text.utf8.span, other.text.utf8.span)
    guard own.count == others.count else { return false }
    for index in own.indices where own[index] != others[index] { return false }
    return true
  }
}

extension RawTable {
  var rowCount: Int { ends.count }

  /// The indices of a row's cells in ``cells``.
  func row(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// The number of cells in a row.
  func length(_ index: Int) -> Int { ends[index] - (index == 0 ? 0 : ends[index - 1]) }

  /// The cells of the longest row.
  var width: Int { (0..<rowCount).lazy.map(length).max() ?? 0 }

  /// Whether all rows have the same length.
  var isEven: Bool { cells.count == rowCount * width }

  mutating func append(_ cell: RawCell) { cells.append(cell) }

  /// Makes room for another table in the same memory.
  mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Ends the row of the cells appended since the row before, even where there are none.
  mutating func endRow() { ends.append(cells.count) }

  /// Lets the last cell go on with another line.
  mutating func continueCell(with line: String, at index: Int) {
    guard let last = cells.indices.last else { return }
    cells[last].text += "\n" + line
    cells[last].lines = cells[last].lines.lowerBound...index
    cells[last].meaning = CellMeaning(cells[last].text)
  }

  /// Makes each row for which the condition holds part of the row before.
  mutating func joinRows(where isPart: (Int) -> Bool) {
    ends = ends.indices.filter { $0 + 1 == ends.count || !isPart($0 + 1) }.map { ends[$0] }
  }

  /// Whether the meaning of some cell of a row satisfies a condition.
  func row(_ index: Int, contains condition: (CellMeaning) -> Bool) -> Bool {
    // By index: taking cells out would count references to their texts.
    row(index).contains { condition(cells[$0].meaning) }
  }
}
