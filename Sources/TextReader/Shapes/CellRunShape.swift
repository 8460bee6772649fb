internal import ConverterCore
internal import FoundationEssentials

/// Tables of which only the order of the cells is left: one cell a line, blank cells and row ends lost, blank lines without
/// meaning.
///
/// Where labels and counts leave only one reading, the run is a table: a header of *n* labels, then rows of one label and *n* − 1
/// numbers each, to the last line. Any other run stays what it is, cells in order, for a reader who knows the form.
enum CellRunShape: Shape {
  static let strength = ShapeStrength.weak

  static func candidates(in text: TextLines, free: FreeLines) -> [ShapeCandidate] {
    var found: [ShapeCandidate] = []
    var index = 0
    while index < text.count {
      var cells: [Int] = []
      var numbers = 0
      while index < text.count, free[index], text[index].isBlank || isCell(text, index) {
        if !text[index].isBlank {
          cells.append(index)
          if mayBeNumber(text[index]) { numbers += 1 }
        }
        index += 1
      }
      if numbers >= fewestNumbers, let candidate = candidate(cells.map { RunCell(text, $0) }) {
        found.append(candidate)
      }
      index += 1
    }
    return found
  }

  /// Bytes of a cell at most: forty Chinese characters.
  private static let longestCell = 130
  /// A run has at least so many numbers.
  private static let fewestNumbers = 4

  /// Whether a line may be a cell: short, and no sentence.
  private static func isCell(_ text: TextLines, _ index: Int) -> Bool {
    let line = text[index]
    guard line.bytes.count <= longestCell,
      line.traits.isDisjoint(with: [.innerTab, .leadingTab, .bar, .gap, .pageBreak, .rule])
    else { return false }
    return mayBeNumber(line) || !ProseSigns.endsSentence(text.lastScalar(index))
  }

  private static func mayBeNumber(_ line: Line) -> Bool {
    line.bytes.count <= 40 && line.traits.contains(.digit) || line.bytes.count <= 9
  }

  /// The run from the first label to the last number, if enough of it is numbers.
  private static func candidate(_ lines: [RunCell]) -> ShapeCandidate? {
    guard let start = lines.firstIndex(where: { $0.meaning == .label }),
      let end = lines.lastIndex(where: { $0.meaning == .value }), start < end
    else { return nil }
    let cells = lines[start...end]
    let values = cells.count { $0.meaning == .value }
    guard values >= fewestNumbers, cells.count - values > 1, values * 4 >= cells.count else { return nil }
    let range = lines[start].line..<(lines[end].line + 1)
    if let table = table(cells) { return ShapeCandidate(range, table) }
    let run = CellRun(cells: cells.map(\.line), isDestroyed: isDestroyed(cells))
    return ShapeCandidate(range, cells: run)
  }

  /// The only table that the order of labels and numbers allows.
  private static func table(_ cells: ArraySlice<RunCell>) -> TextTable? {
    // The labels of the header and the first label of the first row stand together.
    let width = cells.prefix { $0.meaning == .label }.count - 1
    guard width > 1, cells.count.isMultiple(of: width), cells.count / width > 2 else { return nil }
    var raw = RawTable()
    for (offset, cell) in cells.enumerated() {
      let isLabel = offset < width || offset.isMultiple(of: width)
      guard (cell.meaning == .label) == isLabel else { return nil }
      raw.append(RawCell(text: cell.text, lines: cell.line...cell.line, meaning: cell.meaning))
      if (offset + 1).isMultiple(of: width) { raw.endRow() }
    }
    return TextTable(placing: raw, evidence: .computed)
  }

  /// Whether repeated lines were dropped, as some crawlers do: groups of numbers of all lengths, but nowhere the same number twice
  /// in a row, where a table of many rows would have its zeros.
  private static func isDestroyed(_ cells: ArraySlice<RunCell>) -> Bool {
    let groups = cells.split { $0.meaning == .label }.map(\.count)
    guard groups.count > 5, Set(groups).count > 1 else { return false }
    return !zip(cells, cells.dropFirst()).contains { $0.text == $1.text }
  }
}

/// One line of a run.
private struct RunCell {
  let line: Int
  let text: String
  let meaning: CellMeaning

  init(_ text: TextLines, _ index: Int) {
    line = index
    self.text = text.text(index)
    meaning = CellMeaning(self.text)
  }
}
