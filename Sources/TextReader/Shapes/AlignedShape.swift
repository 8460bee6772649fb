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

  /// Lines that may be one table: most have a gap, none is far from the next.
  private static func block(_ text: TextLines, _ free: FreeLines, from first: Int, notBefore limit: Int) -> Range<Int> {
    // Headers over several columns stand alone on their lines, indented.
    var start = first
    while start > limit, first - start < 2, free[start - 1], text[start - 1].traits.contains(.leadingSpace),
      text[start - 1].traits.isDisjoint(with: [.blank, .rule, .gap])
    {
      start -= 1
    }
    var end = first + 1
    var blanks = 0
    var index = first + 1
    // Where the columns of the line above begin, but for the first.
    var columns = starts(text, first)
    while index < text.count {
      let traits = text[index].traits
      if traits.contains(.pageBreak) || !free[index] { break }
      if traits.contains(.blank) {
        blanks += 1
        if blanks > longestPause { break }
      } else if traits.contains(.gap) {
        if blanks > 0, beginsAnew(text, index, like: first) { break }
        blanks = 0
        end = index + 1
        columns = starts(text, index)
      } else if blanks == 0, index == end, goesOnAlone(text, index, below: columns) {
        end = index + 1
      } else if blanks > 0 || index > end || text[index].bytes.count > widest {
        // One line without a gap may stand inside a block, no more.
        break
      }
      index += 1
    }
    // The last row may go on below, with pieces that stand alone on their lines.
    while end < text.count, free[end], goesOnAlone(text, end, below: columns) { end += 1 }
    return start..<end
  }

  /// Whether a line behind a blank one has other names of columns below the same first one: another table begins.
  private static func beginsAnew(_ text: TextLines, _ index: Int, like first: Int) -> Bool {
    let names = [first, index].map { line in text.segments(line, gap: gap).map { text.string($0.bytes, of: line) } }
    return names[0].first == names[1].first && names[0] != names[1] && names[0].count > 1
      && names.joined().allSatisfy { CellMeaning($0) == .label }
  }

  /// Where the pieces of a line begin, but for the first.
  private static func starts(_ text: TextLines, _ index: Int) -> [Int] {
    widths.flatMap { text.segments(index, gap: gap, wide: $0).dropFirst().map(\.columns.lowerBound) }
  }

  /// Whether a line is one piece that begins where a column does.
  private static func goesOnAlone(_ text: TextLines, _ index: Int, below columns: [Int]) -> Bool {
    let line = text[index]
    guard line.traits.contains(.leadingSpace), line.bytes.count <= widest,
      line.traits.isDisjoint(with: [.blank, .gap, .rule, .pageBreak, .innerTab]),
      let start = text.segments(index, gap: gap).first?.columns.lowerBound
    else { return false }
    return columns.contains(start)
  }

  /// Blank lines inside a table.
  private static let longestPause = 2

  /// Lines of more bytes are no rows.
  private static let widest = 2000

  /// Columns that part two pieces of a line.
  private static let gap = 2

  private static func candidate(_ text: TextLines, _ block: Range<Int>) -> ShapeCandidate? {
    let lines = block.filter { !text[$0].isBlank && !text[$0].traits.contains(.rule) }
    guard lines.count > 1, lines.allSatisfy({ text[$0].bytes.count <= widest }) else { return nil }
    let rows = rows(text, lines)
    if let spanned = spanned(text, block, rows) { return spanned }
    // Pieces of lines that have equally many drift in centred columns, and make more gutters than there are columns.
    let (byGutters, byOrder) = (placedInGutters(text, rows), placedInOrder(text, rows))
    let isDrifting = byOrder.map { order in byGutters.map { $0.columns > order.columns } ?? true } ?? false
    guard let (placed, columns) = isDrifting ? byOrder : byGutters else { return nil }
    let titles = placed.prefix { isTitle($0, columns: columns) }.count
    let cells = joiningContinued(Array(placed.dropFirst(titles)))
    guard looksLikeTable(cells, columns: columns) else { return nil }
    let first = titles == 0 ? block.lowerBound : lines[titles]
    return ShapeCandidate(first..<block.upperBound, table(cells, columns: columns))
  }

  /// The pieces of lines, wide characters counted as they stand below each other best: as two columns, or as one, as
  /// `pdftotext -layout` counts them.
  private static func rows(_ text: TextLines, _ lines: [Int]) -> [AlignedRow] {
    let hasWide = lines.contains { text[$0].traits.contains(.wide) }
    let readings = widths.prefix(hasWide ? 2 : 1).map { wide in
      lines.map { AlignedRow(line: $0, segments: text.segments($0, gap: gap, wide: wide)) }
    }
    // Of equally good ones the first.
    return readings.reversed().max { alignment($0) <= alignment($1) } ?? []
  }

  /// How many pieces begin or end where pieces of other lines do.
  private static func alignment(_ rows: [AlignedRow]) -> Int {
    var starts: [Int: Int] = [:]
    var ends: [Int: Int] = [:]
    for segment in rows.lazy.flatMap(\.segments) {
      starts[segment.columns.lowerBound, default: 0] += 1
      ends[segment.columns.upperBound, default: 0] += 1
    }
    return rows.lazy.flatMap(\.segments).count { segment in
      starts[segment.columns.lowerBound, default: 0] > 1 || ends[segment.columns.upperBound, default: 0] > 1
    }
  }

  /// The columns that a wide character may take.
  private static let widths = [2, 1]

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
    guard looksLikeTable(headers.suffix(1) + rows, columns: width) else { return nil }
    // A line of names of all columns is the last of the headers.
    let names = rows.prefix { row in !row.contains { $0.kind == .value } }.count
    var table = table(headers + rows, columns: width)
    let isLabelled = rows.dropFirst(names).allSatisfy { $0.first?.columns == 0..<1 && $0.first?.kind == .label }
    table.setHeaders(headers.count + names, stubColumns: isLabelled ? 1 : 0)
    let first = titles == 0 ? block.lowerBound : lines[titles].line
    return ShapeCandidate(first..<block.upperBound, table)
  }

  /// A line above the table: one piece from the first column over gutters, or over all columns.
  private static func isTitle(_ row: [AlignedCell], columns: Int) -> Bool {
    guard row.count == 1, let only = row.first else { return false }
    return only.columns.lowerBound == 0 && (only.columns.count > 1 || only.kind == .label)
  }

  /// The cells of rows in a grid, as alignment shows them.
  static func table(_ rows: [[AlignedCell]], columns: Int) -> TextTable {
    var table = TextTable(rowCount: rows.count, columnCount: columns)
    for (row, cells) in rows.enumerated() {
      for cell in cells {
        table.append(
          rows: row..<(row + 1), columns: cell.columns, text: cell.text, lines: cell.lines, kind: cell.kind,
          evidence: .aligned)
      }
    }
    return table
  }

  /// Cells row by row, and how many columns they stand in.
  private typealias Placed = (rows: [[AlignedCell]], columns: Int)

  /// The pieces of all lines in the columns between gutters, row by row, and how many columns there are.
  private static func placedInGutters(_ text: TextLines, _ rows: [AlignedRow]) -> Placed? {
    guard let columns = Gutters.columns(rows), columns.count > 1, let cells = placed(text, rows, columns) else {
      return nil
    }
    return (cells, columns.count)
  }

  /// The pieces of lines that all have equally many, by their order: centred columns have no gutters.
  private static func placedInOrder(_ text: TextLines, _ rows: [AlignedRow]) -> Placed? {
    guard let count = rows.first?.segments.count, count > 1, rows.allSatisfy({ $0.segments.count == count }) else {
      return nil
    }
    let cells = rows.map { row in
      row.segments.enumerated().map { column, segment in
        AlignedCell(
          columns: column..<(column + 1), text: text.string(segment.bytes, of: row.line), lines: row.line...row.line)
      }
    }
    return (cells, count)
  }

  /// The pieces of all lines in their columns, row by row; `nil` where too many stand over gutters.
  private static func placed(_ text: TextLines, _ rows: [AlignedRow], _ columns: [Range<Int>]) -> [[AlignedCell]]? {
    var wide = 0
    var placed: [[AlignedCell]] = []
    for row in rows {
      var cells: [AlignedCell] = []
      for segment in row.segments {
        let covered = columns.indices.filter { columns[$0].overlaps(segment.columns) }
        guard let first = covered.first, let last = covered.last else { return nil }
        let content = text.string(segment.bytes, of: row.line)
        if let before = cells.last, first < before.columns.upperBound {
          // Two pieces in one column: the gap between them was wide white space.
          guard first == last, before.kind == .label, CellMeaning(content) == .label else { return nil }
          cells[cells.count - 1].text += " " + content
        } else {
          if first < last { wide += 1 }
          cells.append(AlignedCell(columns: first..<(last + 1), text: content, lines: row.line...row.line))
        }
      }
      placed.append(cells)
    }
    return wide * 4 <= rows.count + 3 ? placed : nil
  }

  /// Short cells in most columns of most rows; no sentences, no program, no table of contents.
  static func looksLikeTable(_ rows: [[AlignedCell]], columns: Int) -> Bool {
    let cells = rows.flatMap(\.self)
    let values = cells.count { $0.kind == .value }
    guard rows.count > 2 || rows.count == 2 && values >= columns - 1 && values > 0 else { return false }
    guard cells.count * 2 >= rows.count * columns, cells.count * 2 >= rows.count * 3 else { return false }
    let labels = cells.filter { $0.kind == .label }
    let doubts = labels.count { ProseSigns.endsStatement($0.text) || ProseSigns.looksLikeCode($0.text) }
    // Entries of a program's lists end in commas.
    guard cells.count(where: { $0.text.hasSuffix(",") }) * 3 < cells.count else { return false }
    let bytes = labels.reduce(0) { $0 + $1.text.utf8.count }
    guard doubts * 5 <= labels.count, bytes <= labels.count * 60 else { return false }
    // Two columns of words are as often two columns of text.
    if values * 8 < cells.count && columns == 2 && rows.count < 4 { return false }
    return !isTableOfContents(cells, columns: columns)
  }

  /// Rows with those joined to the row above that only go on with its texts: no first column, no number, and text above in each of
  /// their columns.
  private static func joiningContinued(_ rows: [[AlignedCell]]) -> [[AlignedCell]] {
    var result: [[AlignedCell]] = []
    var isHead = true
    for row in rows {
      isHead = isHead && !row.contains { $0.kind == .value }
      if isHead, let above = result.last, let joined = headersJoined(above, row) {
        result[result.count - 1] = joined
        continue
      }
      guard let above = result.last, goesOn(row, above) else {
        result.append(row)
        continue
      }
      for cell in row {
        for index in above.indices where above[index].columns == cell.columns {
          result[result.count - 1][index].text += "\n" + cell.text
          result[result.count - 1][index].lines = above[index].lines.lowerBound...cell.lines.upperBound
        }
      }
    }
    return result
  }

  /// Two lines of headers as one row, where both name single columns and neither begins a row of its own: names of columns are
  /// often broken over lines.
  private static func headersJoined(_ above: [AlignedCell], _ row: [AlignedCell]) -> [AlignedCell]? {
    guard !row.isEmpty, (above + row).allSatisfy({ $0.columns.count == 1 }),
      row.allSatisfy({ $0.columns.lowerBound > 0 })
    else { return nil }
    var joined = above
    for cell in row {
      if let index = joined.firstIndex(where: { $0.columns == cell.columns }) {
        joined[index].text += "\n" + cell.text
        joined[index].lines = joined[index].lines.lowerBound...cell.lines.upperBound
      } else {
        joined.append(cell)
      }
    }
    return joined.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
  }

  private static func goesOn(_ row: [AlignedCell], _ above: [AlignedCell]) -> Bool {
    guard !row.isEmpty, row.count < above.count else { return false }
    return row.allSatisfy { cell in
      guard cell.columns.lowerBound > 0 else { return false }
      return above.contains { other in
        // A number goes on with one that was broken at its hyphen.
        other.columns == cell.columns && other.kind == .label && (cell.kind == .label || other.text.hasSuffix("-"))
      }
    }
  }

  /// Titles with page numbers that only grow.
  private static func isTableOfContents(_ cells: [AlignedCell], columns: Int) -> Bool {
    let leaders = cells.count { ProseSigns.hasLeaders($0.text) }
    if leaders * 4 >= cells.count { return true }
    guard columns == 2 else { return false }
    let numbers = cells.filter { $0.columns.lowerBound == 1 }.compactMap { Int($0.text) }
    let titles = cells.filter { $0.columns.lowerBound == 0 }
    let numbered = titles.count { OutlineNumber($0.text) != nil }
    return numbers.count == titles.count && numbers == numbers.sorted() && numbered * 2 >= titles.count
  }
}
