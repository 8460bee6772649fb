internal import ConverterCore

/// The head and the rows of a printed table on their way to a grid.
struct PrintedTable {
  private let head: [PrintedLine]
  private let body: [PrintedLine]
  /// The columns of the page in which strokes of the head stand, rising; the first one ends the labels.
  private let strokes: [Int]
  /// The columns of the page in which figures stand, from left to right.
  private let fields: [Range<Int>]
  private let width: Int

  /// - Returns: `nil` where the head has no strokes, or the rows do not stand in its columns.
  init?(head: [PrintedLine], body: [PrintedLine]) {
    var counts: [Int: (lines: Int, isFree: Bool)] = [:]
    for stroke in head.flatMap(\.strokes) {
      let count = counts[stroke.column] ?? (0, false)
      counts[stroke.column] = (count.lines + 1, count.isFree || stroke.isFree)
    }
    let strokes = counts.filter { $0.value.lines > 1 || $0.value.isFree }.keys.sorted()
    self.strokes = strokes
    self.head = head
    self.body = body
    width = (head + body).map(\.inked.upperBound).max() ?? 0
    guard let first = strokes.first, first > 0 else { return nil }
    let ends = strokes.dropFirst() + [width]
    let heads = zip(strokes, ends).map { $0 + 1..<max($0 + 1, $1) }
    let rows = body.map { line in
      Self.labelEnd(of: line, first).map { Self.pieces(of: line, behind: $0, strokes: strokes) } ?? []
    }
    let counted = Dictionary(grouping: rows.map(\.count).filter { $0 > 0 }) { $0 }.mapValues(\.count)
    guard let usual = counted.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return nil }
    if usual <= heads.count {
      fields = heads
    } else if let found = Gutters.columns(zip(body, rows).map { AlignedRow(line: $0.line, segments: $1) }),
      found.count == usual
    {
      fields = found
    } else {
      return nil
    }
  }

  /// The table; `nil` where a piece has no column of its own, or some text came into no cell.
  func table(_ text: TextLines) -> TextTable? {
    guard let headings = headings(text), var rows = rows(text, below: headings) else { return nil }
    let storeys = headings.map(\.rows.upperBound).max() ?? 0
    rows.removeAll { $0.isEmpty }
    guard storeys > 0, rows.count(where: { $0.contains { $0.meaning == .value && $0.columns.lowerBound > 0 } }) > 1
    else { return nil }
    var table = TextTable(rowCount: storeys + rows.count, columnCount: 1 + fields.count)
    for heading in headings {
      table.append(
        rows: heading.rows, columns: heading.columns, text: heading.text, lines: heading.lines,
        meaning: CellMeaning(heading.text), evidence: .aligned)
    }
    for (number, cells) in rows.enumerated() {
      for cell in cells {
        table.append(
          rows: storeys + number..<storeys + number + 1, columns: cell.columns, text: cell.text, lines: cell.lines,
          meaning: cell.meaning, evidence: .aligned)
      }
    }
    let said = table.cells.reduce(0) { $0 + PrintedLine.textCount($1.text) }
    guard said == (head + body).reduce(0, { $0 + $1.textCount }) else { return nil }
    table.setHeaders(storeys, stubColumns: 1)
    return table
  }
}

extension PrintedTable {
  // MARK: The head

  /// A cell of the head.
  fileprivate struct Heading {
    var rows: Range<Int>
    var columns: Range<Int>
    var text: String
    var lines: ClosedRange<Int>
  }

  /// The columns of the page at which the columns of the table begin; last, the width.
  private var bounds: [Int] {
    let middles = zip(fields, fields.dropFirst()).map { left, right in
      strokes.first { left.upperBound <= $0 && $0 < right.lowerBound } ?? (left.upperBound + right.lowerBound) / 2
    }
    return [0, strokes[0]] + middles + [width]
  }

  /// The cells of the head: lines between partial level lines are storeys, in which strokes part the columns.
  private func headings(_ text: TextLines) -> [Heading]? {
    let rules = head.indices.filter { head[$0].isPartialRule }
    let edges = [-1] + rules + [head.count]
    let storeys = zip(edges, edges.dropFirst()).map { $0 + 1..<$1 }.filter { !$0.isEmpty }
    let middles = [0] + fields.map { ($0.lowerBound + $0.upperBound) / 2 }
    guard !storeys.isEmpty, storeys.count * middles.count <= 100_000 else { return nil }
    var grid = CellUnion(rows: storeys.count, columns: middles.count)
    for (row, storey) in storeys.enumerated() {
      for column in 1..<middles.count {
        let between = strokes.filter { middles[column - 1] < $0 && $0 <= middles[column] }
        if !storey.contains(where: { line in between.contains { head[line].isStroke(at: $0) } }) {
          grid.join((row, column - 1), (row, column))
        }
      }
      guard row > 0 else { continue }
      let rule = head[storey.lowerBound - 1]
      for column in middles.indices where !rule.isDash(at: column == 0 ? strokes[0] - 1 : middles[column]) {
        grid.join((row - 1, column), (row, column))
      }
    }
    let bounds = bounds
    return grid.rectangles()?.map { area in
      let lines = storeys[area.rows.lowerBound].lowerBound..<storeys[area.rows.upperBound - 1].upperBound
      let columns = bounds[area.columns.lowerBound]..<bounds[area.columns.upperBound]
      let pieces = lines.map { (line: head[$0].line, text: content(of: head[$0], columns, in: text)) }
        .filter { !$0.text.isEmpty }
      let first = pieces.first?.line ?? head[lines.lowerBound].line
      return Heading(
        rows: area.rows, columns: area.columns, text: pieces.map(\.text).joined(separator: " "),
        lines: first...(pieces.last?.line ?? first))
    }
  }

  /// The text of a line in some columns, without the strokes at their sides; nothing where dashes stand.
  private func content(of line: PrintedLine, _ columns: Range<Int>, in text: TextLines) -> String {
    let start = columns.lowerBound + (line.isStroke(at: columns.lowerBound) ? 1 : 0)
    let inner = start..<max(start, columns.upperBound)
    if line.isPartialRule, inner.allSatisfy({ line.isDash(at: $0) || line.isStroke(at: $0) || line.isBlank(at: $0) }) {
      return ""
    }
    return text.string(text.trimmed(line.bytes(inner)), of: line.line)
  }
}

extension PrintedTable {
  // MARK: The rows

  /// The cells of each line of the body; `nil` where two pieces would share a column.
  private func rows(_ text: TextLines, below headings: [Heading]) -> [[AlignedCell]]? {
    var rows: [[AlignedCell]] = []
    for line in body where line.hasText {
      guard let end = Self.labelEnd(of: line, strokes[0]) else { return nil }
      let pieces = Self.pieces(of: line, behind: end, strokes: strokes)
      let label = content(of: line, 0..<end, in: text)
      var cells = label.isEmpty ? [] : [AlignedCell(columns: 0..<1, text: label, lines: line.line...line.line)]
      let texts = pieces.map { text.string($0.bytes, of: line.line) }
      let isOfNames = label.isEmpty && texts.allSatisfy { CellMeaning($0) == .label }
      guard let columns = isOfNames ? groups(of: pieces, below: headings) ?? placed(pieces) : placed(pieces) else {
        return nil
      }
      for (columns, text) in zip(columns, texts) {
        cells.append(AlignedCell(columns: columns, text: text, lines: line.line...line.line))
      }
      if let above = rows.last, let first = cells.first, Self.isCutLabel(above, before: first) {
        cells[0].text = above[0].text + " " + first.text
        cells[0].lines = above[0].lines.lowerBound...first.lines.upperBound
        rows.removeLast()
      }
      rows.append(cells)
    }
    return rows
  }

  /// Whether a line of nothing but a label goes on in the label below: it ends with a comma, or that one begins with a small letter.
  private static func isCutLabel(_ row: [AlignedCell], before next: AlignedCell) -> Bool {
    guard row.count == 1, let label = row.first, label.columns == 0..<1, next.columns == 0..<1 else { return false }
    return label.isCut(before: next)
  }

  /// The column in which the label of a line ends: that of the first stroke, which a long label pushes to the right; `nil` where text
  /// runs through it.
  private static func labelEnd(of line: PrintedLine, _ stroke: Int) -> Int? {
    if line.isStroke(at: stroke) || line.isBlank(at: stroke) { return stroke }
    return (stroke...stroke + mostPushed).first { line.isStroke(at: $0) }
  }

  /// Columns by which a label pushes its stroke at most.
  private static let mostPushed = 4

  /// The pieces of a line behind its label: between wide white and strokes, figures also where one blank parts them.
  private static func pieces(of line: PrintedLine, behind first: Int, strokes: [Int]) -> [LineSegment] {
    var pieces: [LineSegment] = []
    var start: Int?
    var blanks = 0
    let end = line.inked.upperBound
    for column in first..<max(first, end) + 1 {
      let isStroke = line.isStroke(at: column) && (column == first || strokes.contains(column))
      if column < end, !line.isBlank(at: column), !isStroke {
        start = start ?? column
        blanks = 0
        continue
      }
      blanks += 1
      if let open = start, blanks > 1 || isStroke || column >= end {
        let columns = open..<column - blanks + 1
        pieces.append(LineSegment(columns: columns, bytes: line.bytes(columns)))
        start = nil
      }
    }
    return pieces
  }

  /// The columns of the table for the pieces of a line: one each in order where there are as many, else those whose fields they
  /// stand in.
  private func placed(_ pieces: [LineSegment]) -> [Range<Int>]? {
    if pieces.count == fields.count { return pieces.indices.map { $0 + 1..<$0 + 2 } }
    var placed: [Range<Int>] = []
    for piece in pieces {
      let covered = fields.indices.filter { fields[$0].overlaps(piece.columns) }
      guard let first = covered.first, let last = covered.last else { return nil }
      // A figure reaches into its neighbour's field by chance, a name over several columns does not.
      let nearest = covered.max { overlap($0, piece) < overlap($1, piece) } ?? first
      let columns = covered.count > 2 ? first + 1..<last + 2 : nearest + 1..<nearest + 2
      guard columns.lowerBound >= placed.last?.upperBound ?? 1 else { return nil }
      placed.append(columns)
    }
    return placed
  }

  private func overlap(_ field: Int, _ piece: LineSegment) -> Int {
    fields[field].clamped(to: piece.columns).count
  }

  /// The columns of groups of the head, where each piece of a line without a label stands in the middle part of its own one, as units do.
  private func groups(of pieces: [LineSegment], below headings: [Heading]) -> [Range<Int>]? {
    let groups = headings.filter { $0.rows.lowerBound == 0 && $0.columns.lowerBound > 0 }.map(\.columns)
    let bounds = bounds
    guard pieces.count == groups.count || pieces.count == 1 else { return nil }
    if pieces.count == 1, groups.count > 1 { return [1..<fields.count + 1] }
    let isOver = zip(pieces, groups).allSatisfy { piece, group in
      bounds[group.lowerBound] <= piece.columns.lowerBound && piece.columns.upperBound <= bounds[group.upperBound]
    }
    return isOver ? groups : nil
  }
}
