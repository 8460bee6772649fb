internal import ConverterCore

/// Tables as Tika flattens them: a tab before each cell, one cell a line, an empty line after each row and another after the
/// table.
///
///     ⇥Item            a cell's further paragraphs have no tab, nor has a
///     ⇥this            paragraph after an empty one inside the cell;
///     year             continued vertical merges are tabs alone;
///                      column spans are lost
///     ⇥rules
///     ⇥0
enum TabIndentedShape: Shape {
  static func candidates(in text: TextLines) -> [ShapeCandidate] {
    var found: [ShapeCandidate] = []
    var index = 0
    while index < text.count {
      guard isCell(text[index]) else {
        index += 1
        continue
      }
      var region = Region(text, from: index)
      region.read()
      if let candidate = region.candidate() { found.append(candidate) }
      index = max(region.end, index + 1)
    }
    return found
  }

  /// A line that begins with its only tab.
  private static func isCell(_ line: Line) -> Bool {
    line.traits.contains(.leadingTab) && !line.traits.contains(.innerTab)
  }

  /// The lines of one table from its first cell on.
  private struct Region {
    let text: TextLines
    let start: Int
    /// Behind the last line that belongs to the table.
    private(set) var end: Int
    private var rows: [[RawCell]] = []
    private var row: [RawCell] = []

    /// Blank lines that end a table even where another follows: one ends a row, one the table, and Word keeps a paragraph
    /// between two tables. Two are a row whose last cell ends with an empty paragraph.
    private static let blanksBetweenTables = 3

    init(_ text: TextLines, from start: Int) {
      self.text = text
      self.start = start
      end = start
    }

    mutating func read() {
      var index = start
      var blanks = 0
      while index < text.count {
        let line = text[index]
        if line.traits.contains(.leadingTab) {
          guard isCell(line), blanks < Region.blanksBetweenTables else { break }
          if blanks > 0 { endRow() }
          appendCell(index)
          blanks = 0
        } else if line.isBlank {
          blanks += 1
        } else if blanks == 0 || blanks == 1 && isInsideCell(index) {
          continueCell(index)
          blanks = 0
        } else {
          break
        }
        if blanks == 0 { end = index + 1 }
        index += 1
      }
      endRow()
    }

    private mutating func appendCell(_ index: Int) {
      let line = text[index]
      let full = text.string((line.start + 1)..<line.end, of: index)
      let clean = ExtractionArtefact.removed(from: full)
      row.append(RawCell(text: clean ?? full, original: clean == nil ? nil : full, lines: index...index))
    }

    private mutating func continueCell(_ index: Int) {
      guard var cell = row.popLast() else { return }
      let line = text.string(text[index].bytes, of: index)
      cell = RawCell(text: cell.text + "\n" + line, original: cell.original, lines: cell.lines.lowerBound...index)
      row.append(cell)
    }

    /// Whether a line without tab after a blank one still belongs to the cell above: the next cell follows at once.
    private func isInsideCell(_ index: Int) -> Bool {
      index + 1 < text.count && isCell(text[index + 1]) && !(OutlineNumber(text.head(index))?.style == .chinese)
    }

    private mutating func endRow() {
      if !row.isEmpty { rows.append(row) }
      row = []
    }

    func candidate() -> ShapeCandidate? {
      let joined = TabIndentedShape.joiningBrokenRows(rows)
      guard looksLikeTable(joined) else { return nil }
      let table = TextTable(solving: RawTable(rows: joined)).inferringHeaders()
      return ShapeCandidate(lines: start..<end, strength: .tabIndented, content: .table(table, .stated))
    }

    /// Cells in rows, and not code or paragraphs that are merely indented by a tab.
    private func looksLikeTable(_ rows: [[RawCell]]) -> Bool {
      let wide = rows.count { $0.count > 1 }
      guard wide >= 2 || wide == 1 && (rows.count > 1 || rows[0].count > 2) else { return false }
      var cells = 0
      var statements = 0
      for cell in rows.joined() where cell.kind == .label {
        cells += 1
        if ProseSigns.endsStatement(cell.text) { statements += 1 }
      }
      return statements * 2 <= cells
    }
  }
}

extension TabIndentedShape {
  /// Rows with those joined again that an empty paragraph inside a cell has broken.
  ///
  /// A break shows where a piece consists of numbers alone, the piece before lacks just as many cells to the length of a
  /// row of numbers next to them, and neither has that length itself.
  static func joiningBrokenRows(_ rows: [[RawCell]]) -> [[RawCell]] {
    guard rows.count > 2 else { return rows }
    var joined: [[RawCell]] = []
    joined.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      if let last = joined.last,
        isBroken(last, row, before: joined.dropLast().last, after: rows.dropFirst(index + 1).first)
      {
        joined[joined.count - 1].append(contentsOf: row)
      } else {
        joined.append(row)
      }
    }
    return joined
  }

  private static func isBroken(_ first: [RawCell], _ second: [RawCell], before: [RawCell]?, after: [RawCell]?) -> Bool {
    guard second.allSatisfy({ $0.kind == .value }), first.contains(where: { $0.kind == .value }) else { return false }
    let length = first.count + second.count
    let neighbours = [before, after].compactMap(\.self)
    return neighbours.contains { $0.count == length } && !neighbours.contains { $0.count == first.count }
  }
}
