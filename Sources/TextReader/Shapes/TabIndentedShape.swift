internal import ConverterCore
internal import FoundationEssentials

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
  static let strength = ShapeStrength.marked

  static func candidates(in text: TextLines, free: FreeLines) -> [ShapeCandidate] {
    var found: [ShapeCandidate] = []
    // One for all: growing anew for each table costs more than reading it.
    var table = RawTable()
    var index = 0
    while index < text.count {
      guard isCell(text[index]), free[index] else {
        index += 1
        continue
      }
      table.removeAll()
      let region = Region(text, from: index, into: &table)
      table.joinBrokenRows()
      if region.looksLikeTable(table), let candidate = ShapeCandidate(region.lines, TextTable(solving: table)) {
        found.append(candidate)
      }
      index = max(region.lines.upperBound, index + 1)
    }
    return found
  }

  /// A line that begins with its only tab.
  private static func isCell(_ line: Line) -> Bool {
    line.traits.contains(.leadingTab) && !line.traits.contains(.innerTab)
  }

  /// The lines of one table from its first cell on.
  private struct Region {
    private let text: TextLines
    private(set) var lines: Range<Int>

    /// Blank lines that end a table even where another follows: one ends a row, one the table, and Word keeps a paragraph
    /// between two tables. Two are a row whose last cell ends with an empty paragraph.
    private static let blanksBetweenTables = 3

    /// Cells of a row at most; Word's tables have no more than 63 columns.
    private static let widestRow = 256

    /// Reads the rows of a table that begins at a line.
    init(_ text: TextLines, from start: Int, into table: inout RawTable) {
      self.text = text
      lines = start..<start
      let bytes = text.utf8.span
      var index = start
      var blanks = 0
      while index < text.count {
        let line = text[index]
        if line.traits.contains(.leadingTab) {
          guard isCell(line), blanks < Region.blanksBetweenTables else { break }
          if blanks > 0 { table.endRow() }
          table.append(cell(index, line, bytes))
          blanks = 0
        } else if line.isBlank {
          blanks += 1
        } else if blanks == 0 || blanks == 1 && isInsideCell(index) {
          table.continueCell(with: text.string(line.bytes, of: index, in: bytes), at: index)
          blanks = 0
        } else {
          break
        }
        if blanks == 0 { lines = start..<(index + 1) }
        index += 1
      }
      table.endRow()
    }

    private func cell(_ index: Int, _ line: Line, _ bytes: Span<UInt8>) -> RawCell {
      let full = text.string((line.start + 1)..<line.end, of: index, in: bytes)
      guard let clean = ExtractionArtefact.removed(from: full) else { return RawCell(text: full, lines: index...index) }
      return RawCell(text: clean, original: full, lines: index...index)
    }

    /// Whether a line without tab after a blank one still belongs to the cell above: the next cell follows at once, or, behind the last
    /// cell of a row, after the blank line that ends the row.
    private func isInsideCell(_ index: Int) -> Bool {
      guard text.number(index)?.style != .chinese, index + 1 < text.count else { return false }
      if isCell(text[index + 1]) { return true }
      return text[index + 1].isBlank && !text[index + 1].traits.contains(.leadingTab) && index + 2 < text.count
        && isCell(text[index + 2]) && !ProseSigns.endsSentence(text.lastScalar(index))
    }

    /// Cells in rows, and not code or paragraphs that are merely indented by a tab.
    func looksLikeTable(_ table: RawTable) -> Bool {
      let wide = (0..<table.rowCount).count { table.length($0) > 1 }
      guard wide > 1 || wide == 1 && (table.rowCount > 1 || table.length(0) > 2), table.width <= Region.widestRow else {
        return false
      }
      var labels = 0
      var statements = 0
      var isBlank = true
      // By index: taking a cell out would count references to its text.
      for index in table.cells.indices where table.cells[index].meaning != .empty {
        isBlank = false
        guard table.cells[index].meaning == .label else { continue }
        labels += 1
        if ProseSigns.endsStatement(table.cells[index].text) { statements += 1 }
      }
      return statements * 2 <= labels && !isBlank
    }
  }
}

extension RawTable {
  /// Joins rows that an empty paragraph inside a cell has broken.
  ///
  /// A break shows where a piece consists of numbers alone, the piece before has some too, and both together have the length of
  /// the row above or below, which the first alone has not.
  fileprivate mutating func joinBrokenRows() {
    let broken = (0..<rowCount).map { $0 > 0 && isBroken(before: $0) }
    if broken.contains(true) { joinRows { broken[$0] } }
  }

  private func isBroken(before index: Int) -> Bool {
    guard !row(index, contains: { $0 != .value }), row(index - 1, contains: { $0 == .value }) else {
      return false
    }
    let neighbours = [index > 1 ? length(index - 2) : 0, index + 1 < rowCount ? length(index + 1) : 0]
    return neighbours.contains(length(index - 1) + length(index)) && !neighbours.contains(length(index - 1))
  }
}
