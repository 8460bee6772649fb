internal import ConverterCore
internal import FoundationEssentials

/// Tables whose columns stand below each other, parted by white space: `pdftotext -layout`, fixed-width dumps, listings.
///
/// Lines of a block are laid over each other; columns of the page on which (almost) no line has ink are gutters:
///
///     Quay      depth  ships     ink     ████████░░███████░██████
///     North       7.5     12     gutters         ▲▲       ▲
///     South old  10.0      4     a piece over a gutter spans the columns on both sides
enum AlignedShape: Shape {
  static let strength = ShapeStrength.aligned

  static func candidates(in text: TextLines, free: FreeLines) -> [ShapeCandidate] {
    var found: [ShapeCandidate] = []
    var index = 0
    while index < text.count {
      guard text[index].traits.contains(.gap), free[index] else {
        index += 1
        continue
      }
      let block = block(text, free, from: index, notBefore: found.last?.lines.upperBound ?? 0)
      found += candidates(text, block, pause: longestPause)
      index = max(block.upperBound, index + 1)
    }
    return found
  }

  /// The table of a block; where it is none as a whole, those of its parts between pauses of so many blank lines and more.
  private static func candidates(_ text: TextLines, _ block: Range<Int>, pause: Int) -> [ShapeCandidate] {
    if let whole = candidate(text, block) { return [whole] }
    guard pause > 0 else { return [] }
    var found: [ShapeCandidate] = []
    var start: Int?
    var end = block.lowerBound
    for index in block where !text[index].isBlank {
      if let first = start, index - end >= pause {
        found += candidates(text, first..<end, pause: pause - 1)
        start = index
      }
      start = start ?? index
      end = index + 1
    }
    // A block without such a pause has been tried.
    if let start, start > block.lowerBound || !found.isEmpty || pause > 1 {
      found += candidates(text, start..<end, pause: pause - 1)
    }
    return found
  }

  /// Blank lines inside a table.
  static let longestPause = 2

  /// Lines of more bytes are no rows.
  static let widest = 2000

  /// Columns that part two pieces of a line.
  static let gap = 2

  private static func candidate(_ text: TextLines, _ block: Range<Int>) -> ShapeCandidate? {
    let lines = block.filter { !text[$0].isBlank && !isRule(text, $0) }
    guard lines.count > 1, lines.allSatisfy({ text[$0].bytes.count <= widest }) else { return nil }
    let rows = rows(text, lines)
    if let spanned = spanned(text, block, rows) { return spanned }
    // Pieces of lines that have equally many drift in centred columns, and make more gutters than there are columns.
    let (byGutters, byOrder) = (placedInGutters(text, rows), placedInOrder(text, rows))
    let isDrifting = byOrder.map { order in byGutters.map { $0.columns > order.columns } ?? true } ?? false
    guard let (placed, columns) = isDrifting ? byOrder : byGutters else { return nil }
    let titles = placed.prefix { isTitle($0, columns: columns) }.count
    let cells = joiningContinued(Array(placed.dropFirst(titles)))
    let leaders = lines.count { text.hasLeader($0) }
    let isRuled = block.contains { text[$0].bytes.count >= shortestRule && text.isStroke($0) }
    guard looksLikeTable(cells, columns: columns, leaders: leaders, isRuled: isRuled) else { return nil }
    let first = titles == 0 ? block.lowerBound : lines[titles]
    var table = table(cells, columns: columns)
    let headers = headersAboveRule(text, block, cells)
    if headers > 0 { table.setHeaders(headers, stubColumns: 0) }
    return ShapeCandidate(first..<block.upperBound, table)
  }

  /// The table of a block with headers over groups of columns.
  private static func spanned(_ text: TextLines, _ block: Range<Int>, _ lines: [AlignedRow]) -> ShapeCandidate? {
    guard let spanned = SpannedColumns(text, lines), let body = placed(text, Array(spanned.body), spanned.columns)
    else {
      return nil
    }
    let width = spanned.columns.count
    let titles = spanned.headers.prefix { isTitle($0, columns: width) }.count
    let headers = Array(spanned.headers.dropFirst(titles))
    let rows = joiningContinued(body)
    let leaders = lines.count { text.hasLeader($0.line) }
    guard looksLikeTable(headers.suffix(1) + rows, columns: width, leaders: leaders) else { return nil }
    // A line of names of all columns is the last of the headers; without figures, the one below the groups.
    let unvalued = rows.prefix { row in !row.contains { $0.meaning == .value } }.count
    let hasGroupsLast = headers.last?.contains { $0.columns.count > 1 } ?? false
    let names = unvalued < rows.count ? unvalued : hasGroupsLast ? 1 : 0
    var table = table(headers + rows, columns: width)
    let isLabelled = rows.dropFirst(names).allSatisfy { $0.first?.columns == 0..<1 && $0.first?.meaning == .label }
    table.setHeaders(headers.count + names, stubColumns: isLabelled ? 1 : 0)
    let first = titles == 0 ? block.lowerBound : lines[titles].line
    return ShapeCandidate(first..<block.upperBound, table)
  }

  /// How many rows without figures stand above the first rule between rows: the header that it parts from more rows; else 0. Where
  /// figures show headers, these tell stub columns as well.
  private static func headersAboveRule(_ text: TextLines, _ block: Range<Int>, _ rows: [[AlignedCell]]) -> Int {
    guard let first = rows.first?.first?.lines.lowerBound,
      let rule = block.first(where: { $0 > first && isRule(text, $0) }),
      !rows.joined().contains(where: { $0.meaning == .value })
    else { return 0 }
    let above = rows.count { row in row.allSatisfy { $0.lines.upperBound < rule } }
    let below = rows.count { row in row.allSatisfy { $0.lines.lowerBound > rule } }
    return above <= mostHeaders && below > above && above + below == rows.count ? above : 0
  }

  /// Bytes of a rule that goes below several columns.
  private static let shortestRule = 20

  /// Whether a line is a rule or marks columns, and so no row.
  private static func isRule(_ text: TextLines, _ index: Int) -> Bool {
    text[index].traits.contains(.rule) || text[index].traits.contains(.code) && text.isColumnMarks(index)
  }

  /// Rows of a header above a rule.
  private static let mostHeaders = 3

  /// A line above the table: one piece from the first column over gutters, or over all columns.
  private static func isTitle(_ row: [AlignedCell], columns: Int) -> Bool {
    guard row.count == 1, let only = row.first else { return false }
    return only.columns.lowerBound == 0 && (only.columns.count > 1 || only.meaning == .label)
  }

  /// The cells of rows in a grid, as alignment shows them.
  static func table(_ rows: [[AlignedCell]], columns: Int) -> TextTable {
    var table = TextTable(rowCount: rows.count, columnCount: columns)
    for (row, cells) in rows.enumerated() {
      for cell in cells {
        table.append(
          rows: row..<(row + 1), columns: cell.columns, text: cell.text, lines: cell.lines, meaning: cell.meaning,
          evidence: .aligned)
      }
    }
    return table
  }
}
