internal import ConverterCore
internal import FoundationEssentials

/// Tables whose cells are separated by bars: Markdown, and the `cell | cell` rows of many extractors.
///
///     | Quay | Ships |      Quay | Ships      a bar for each        Quay |     one cell a line,
///     |------|-------|      North | 12        column that a span    Ships |    rows end with bars
///     | North | 12 |                          covers, or none       |||        alone
enum BarShape: Shape {
  static let strength = ShapeStrength.marked

  static func candidates(in text: TextLines, free: FreeLines) -> [ShapeCandidate] {
    var found: [ShapeCandidate] = []
    var index = 0
    while index < text.count {
      guard text[index].traits.contains(.bar), !text[index].traits.contains(.box) else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, continues(text, index) {
        // A table with a marked header ends at a blank line (GitHub Flavored Markdown, section 4.10).
        if text[index].isBlank, (start..<min(start + 2, index)).contains(where: { BarRow(text, $0).isRule }) { break }
        index += 1
      }
      while text[index - 1].isBlank { index -= 1 }
      if let table = table(text, start..<index), let candidate = ShapeCandidate(start..<index, table) {
        found.append(candidate)
      }
    }
    return found
  }

  /// Whether a line goes on with the rows above: it has a bar, or is a single blank line between two that have.
  private static func continues(_ text: TextLines, _ index: Int) -> Bool {
    let traits = text[index].traits
    if traits.contains(.bar) { return !traits.contains(.box) }
    if traits.contains(.rule) { return isRuleBetweenRows(text, index) }
    return traits.contains(.blank) && index + 1 < text.count && text[index + 1].traits.contains(.bar)
      && !text[index + 1].traits.contains(.box)
  }

  /// Whether a line is the rule that database clients write without bars, as in `------+------`, or one stroke over the whole width,
  /// with rows above and below.
  private static func isRuleBetweenRows(_ text: TextLines, _ index: Int) -> Bool {
    let line = text.text(index).utf8
    return line.first == UInt8(ascii: "-") && (line.contains(UInt8(ascii: "+")) || line.count >= shortestRule)
      && line.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
      && index + 1 < text.count && text[index + 1].traits.contains(.bar) && !text[index + 1].traits.contains(.box)
  }

  /// Hyphens of a rule without a corner.
  private static let shortestRule = 20
  /// Rows of a header above such a rule.
  private static let mostHeaders = 4

  private static func table(_ text: TextLines, _ lines: Range<Int>) -> TextTable? {
    var rows: [[RawCell]] = []
    var (isUnderlined, isRuledOff) = (false, false)
    var headers: Int?
    var endsInBar = 0
    for index in lines where !text[index].isBlank {
      let row = BarRow(text, index)
      if row.isRule {
        // The rule stands under one header row, or first where there is none.
        let isWhole = row.isStroke(of: shortestRule)
        isRuledOff = isRuledOff || isWhole
        if headers == nil, rows.count < (isWhole ? mostHeaders + 1 : 2) { headers = rows.count }
        isUnderlined = isUnderlined || row.isUnderline
        continue
      }
      if row.endsInBar && row.cells.count == 1 && !row.startsWithBar { endsInBar += 1 }
      rows.append(row.cells)
    }
    // Between underlines, bars alone are the height of a row.
    if isUnderlined, headers ?? 0 > 0 || rows.first?.allSatisfy(\.text.isEmpty) == true {
      let blank = rows.prefix(headers ?? 0).count { $0.allSatisfy(\.text.isEmpty) }
      headers = headers.map { $0 - blank }
      rows.removeAll { $0.allSatisfy(\.text.isEmpty) }
    }
    // Lines that only end in a bar are cells, one a line.
    let filled = rows.count { row in row.contains { !$0.text.isEmpty } }
    guard filled > 0 else { return nil }
    if endsInBar > 1, endsInBar * 5 >= filled * 4 { return oneCellALine(rows) }
    guard rows.count > 1 || headers != nil, looksLikeTable(rows, isMarked: headers != nil) else { return nil }
    let raw = RawTable(rows: rows)
    guard let headers else {
      return raw.isEven
        ? TextTable(placing: raw, evidence: .stated).joiningSwallowedColumns() : TextTable(solving: raw)
    }
    // Below strokes over the whole width stands print, whose headers span columns.
    var table = isRuledOff && !raw.isEven ? TextTable(solving: raw) : TextTable(placing: raw, evidence: .stated)
    table.statedHeaderRows = headers
    return table
  }

  /// Cells one a line; lines of bars alone end rows, a single bar alone is an empty cell.
  private static func oneCellALine(_ rows: [[RawCell]]) -> TextTable? {
    var result: [[RawCell]] = []
    var current: [RawCell] = []
    for row in rows {
      if row.count > 1, row.allSatisfy({ $0.text.isEmpty }) {
        if !current.isEmpty { result.append(current) }
        current = []
      } else {
        current.append(contentsOf: row)
      }
    }
    if !current.isEmpty { result.append(current) }
    guard result.count > 1, result.contains(where: { $0.count > 1 }) else { return nil }
    return TextTable(solving: RawTable(rows: result))
  }

  /// Rows of two cells and more, of equal length mostly; a row with a rule below its header needs no more proof.
  private static func looksLikeTable(_ rows: [[RawCell]], isMarked: Bool) -> Bool {
    if isMarked { return true }
    let wide = rows.count { $0.count > 1 }
    guard wide > 1, wide * 2 >= rows.count else { return false }
    let doubts = rows.joined().count { cell in
      cell.meaning == .label && (ProseSigns.endsStatement(cell.text) || ProseSigns.looksLikeCode(cell.text))
    }
    return doubts * 4 <= rows.reduce(0) { $0 + $1.count }
  }
}

/// The cells of one line of bars.
private struct BarRow {
  var cells: [RawCell] = []
  var startsWithBar = false
  var endsInBar = false

  /// Whether the line is one stroke of so many hyphens at least.
  func isStroke(of length: Int) -> Bool {
    cells.count == 1 && cells[0].text.utf8.count >= length && cells[0].text.utf8.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  /// Whether the line is a row of underlines between bars.
  var isUnderline: Bool {
    cells.count > 1
      && cells.allSatisfy { $0.text.utf8.count > 2 && $0.text.utf8.allSatisfy { $0 == UInt8(ascii: "_") } }
  }

  /// Whether the line is a rule such as `|---|:-:|`, or of underlines.
  var isRule: Bool {
    isUnderline || isHyphens
  }

  private var isHyphens: Bool {
    !cells.isEmpty
      && cells.allSatisfy { cell in
        !cell.text.isEmpty && cell.text.utf8.contains(UInt8(ascii: "-"))
          && cell.text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "+") }
      }
  }

  init(_ text: TextLines, _ index: Int) {
    let bytes = text.utf8.span
    let range = text.trimmed(text[index].bytes)
    var start = range.lowerBound
    var position = start
    var pieces: [Range<Int>] = []
    while position < range.upperBound {
      let width = BarRow.barWidth(bytes, position, range.upperBound)
      if width == 0 {
        // A bar behind a backslash is a character (GitHub Flavored Markdown, section 4.10).
        position += bytes[position] == UInt8(ascii: "\\") && position + 1 < range.upperBound ? 2 : 1
      } else {
        pieces.append(start..<position)
        position += width
        start = position
        if position == range.upperBound { endsInBar = true }
      }
    }
    position = range.upperBound
    if !endsInBar { pieces.append(start..<max(start, position)) }
    if let first = pieces.first, first.isEmpty, pieces.count > 1 || endsInBar {
      startsWithBar = true
      if pieces.count > 1 || !endsInBar { pieces.removeFirst() }
    }
    cells = pieces.map { piece in
      let content = text.string(text.trimmed(piece), of: index).replacing("\\|", with: "|")
      return RawCell(text: content, lines: index...index)
    }
  }

  /// The length in bytes of a bar at an offset: plain or full-width; 0 where there is none.
  private static func barWidth(_ bytes: Span<UInt8>, _ position: Int, _ end: Int) -> Int {
    if bytes[position] == UInt8(ascii: "|") { return 1 }
    if bytes[position] == 0xEF, position + 2 < end, bytes[position + 1] == 0xBD, bytes[position + 2] == 0x9C {
      return 3
    }
    return 0
  }
}

extension TextTable {
  /// The same table with header cells widened over the empty cells behind them, where the row below has headers under each:
  /// extractors write a bare bar for each column that a span covers.
  func joiningSwallowedColumns() -> TextTable {
    let body = zip(cells, meanings).first { $0.1 == .value }?.0.rows.lowerBound ?? rowCount
    guard body > 1, body < rowCount else { return self }
    // Rows are even, so that cells stand at row × columns + column.
    let hasText = cells.prefix(body * columnCount).map { !$0.text.isEmpty }
    var result = self
    result.cells = []
    result.meanings = []
    for (index, (cell, meaning)) in zip(cells, meanings).enumerated() {
      let last = result.cells.last
      let isSwallowed =
        index % columnCount > 0 && index + columnCount < hasText.count && !hasText[index] && last?.text.isEmpty == false
      if isSwallowed, let last, last.columns.allSatisfy({ hasText[(last.rows.lowerBound + 1) * columnCount + $0] }),
        hasText[index + columnCount]
      {
        result.cells[result.cells.count - 1].columns = last.columns.lowerBound..<cell.columns.upperBound
        result.cells[result.cells.count - 1].evidence = .computed
      } else {
        result.cells.append(cell)
        result.meanings.append(meaning)
      }
    }
    return result
  }
}
