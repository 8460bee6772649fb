internal import ConverterCore

/// Tables of which only the order of the cells is left: one cell a line, blank cells and row ends lost, blank lines without
/// meaning.
///
/// Where labels and counts leave only one reading, the run is a table: a header of *n* labels, then rows of one label and *n* − 1
/// numbers each, to the last line. Any other run stays what it is, cells in order, for a reader who knows the form.
enum CellRunShape: Shape {
  static func candidates(in text: TextLines) -> [ShapeCandidate] {
    var found: [ShapeCandidate] = []
    var index = 0
    while index < text.count {
      var cells: [RunCell] = []
      while index < text.count, text[index].isBlank || isShort(text, index) {
        if !text[index].isBlank { cells.append(RunCell(text, index)) }
        index += 1
      }
      found += runs(cells)
      index += 1
    }
    return found
  }

  /// Bytes of a cell at most: forty Chinese characters.
  private static let longestCell = 130

  private static func isShort(_ text: TextLines, _ index: Int) -> Bool {
    let line = text[index]
    return line.bytes.count <= longestCell && line.traits.isDisjoint(with: [.innerTab, .bar, .gap, .pageBreak, .rule])
  }

  /// The runs among short lines: those with enough numbers, parted and bounded by what is no cell.
  private static func runs(_ cells: [RunCell]) -> [ShapeCandidate] {
    cells.split(whereSeparator: { !$0.isCell }).compactMap { part in
      guard let last = part.lastIndex(where: { $0.kind == .value }),
        let first = part.firstIndex(where: { $0.kind == .label })
      else { return nil }
      return candidate(part[first...max(first, last)])
    }
  }

  private static func candidate(_ cells: ArraySlice<RunCell>) -> ShapeCandidate? {
    guard let first = cells.first, let last = cells.last else { return nil }
    let values = cells.count { $0.kind == .value }
    guard values > 3, cells.count - values > 1, values * 4 >= cells.count else { return nil }
    let lines = first.line..<(last.line + 1)
    if let table = table(cells) {
      return ShapeCandidate(lines: lines, strength: .cellRun, content: .table(table, .computed))
    }
    let run = CellRun(cells: cells.map(\.line), isDestroyed: isDestroyed(cells))
    return ShapeCandidate(lines: lines, strength: .cellRun, content: .cellRun(run))
  }

  /// The only table that the order of labels and numbers allows.
  private static func table(_ cells: ArraySlice<RunCell>) -> TextTable? {
    let width = cells.prefix { $0.kind == .label }.count - 1
    guard width > 1, cells.count.isMultiple(of: width), cells.count / width > 2 else { return nil }
    let rows = stride(from: cells.startIndex, to: cells.endIndex, by: width).map { cells[$0..<($0 + width)] }
    let body = rows.dropFirst()
    guard body.allSatisfy({ row in row.dropFirst().allSatisfy { $0.kind == .value } && row.first?.kind == .label })
    else {
      return nil
    }
    let raw = RawTable(rows: rows.map { $0.map { RawCell(text: $0.text, lines: $0.line...$0.line, kind: $0.kind) } })
    return TextTable(placing: raw).inferringHeaders()
  }

  /// Whether repeated lines were dropped, as some crawlers do: groups of numbers of all lengths, but nowhere the same number twice
  /// in a row, where a table of many rows would have its zeros.
  private static func isDestroyed(_ cells: ArraySlice<RunCell>) -> Bool {
    let groups = cells.split { $0.kind == .label }.map(\.count)
    guard groups.count > 5, Set(groups).count > 1 else { return false }
    return !zip(cells, cells.dropFirst()).contains { $0.text == $1.text }
  }
}

/// One short line that may be a cell.
private struct RunCell {
  let line: Int
  let text: String
  let kind: CellKind
  /// Whether the line can be a cell at all: sentences and headings with text below are none.
  let isCell: Bool

  init(_ text: TextLines, _ index: Int) {
    line = index
    self.text = text.text(index)
    kind = CellKind(self.text)
    isCell = kind == .value || !ProseSigns.endsSentence(self.text)
  }
}
