internal import ConverterCore

/// Rows of figures with the head above them on their way to a grid.
struct FigureTable {
  private let columns: FigureColumns
  private let head: FigureHead
  /// The rows, with headings and units among them.
  private let body: [FigureLine]
  /// Indices of the lines of the table.
  private let lines: Range<Int>

  /// - Returns: `nil` where the rows do not stand below each other, or the names above them not over them.
  init?(_ text: TextLines, _ free: FreeLines, _ run: FigureRun) {
    guard let columns = FigureColumns(run.lines), let first = run.lines.first?.line else { return nil }
    let above = FigureAbove(text, free, first: first, notBefore: run.limit, columns, run.reading)
    guard let head = FigureHead(above.head, over: columns) else { return nil }
    self.columns = columns
    self.head = head
    body = (above.lead + run.lines).filter { $0.kind != .rule }
    var (start, end) = (above.start, run.end)
    while end < text.count, free[end], text[end].traits.contains(.rule),
      FigureLine(text, end, run.reading).kind == .rule
    {
      end += 1
    }
    if end < text.count, free[end], text.isTableMark(end) { end += 1 }
    while start > run.limit, free[start - 1], text.isTableMark(start - 1) { start -= 1 }
    lines = start..<end
  }

  /// The table; `nil` where two texts share a place, or the lines have a shape that others have as well.
  func candidate(_ text: TextLines) -> ShapeCandidate? {
    guard let rows = rows(text), looksLikeTable(text, rows) else { return nil }
    let storeys = head.storeys.count
    var table = TextTable(rowCount: storeys + rows.count, columnCount: columns.count)
    head.append(to: &table)
    for (number, cells) in rows.enumerated() {
      for cell in cells {
        table.append(
          rows: storeys + number..<storeys + number + 1, columns: cell.columns, text: cell.text, lines: cell.lines,
          meaning: cell.meaning, evidence: .aligned)
      }
    }
    if storeys > 0 { table.setHeaders(storeys, stubColumns: hasLabels(rows) ? 1 : 0) }
    return ShapeCandidate(lines, table)
  }

  /// Whether the first column has labels and not figures.
  private func hasLabels(_ rows: [[AlignedCell]]) -> Bool {
    let first = rows.compactMap { $0.first }.filter { $0.columns == 0..<1 }
    return first.count { $0.meaning == .label } * 2 > first.count
  }
}

extension FigureTable {
  // MARK: The rows

  /// The cells of each row; a label of several lines is one.
  private func rows(_ text: TextLines) -> [[AlignedCell]]? {
    let labels = body.filter { $0.kind == .figures }.compactMap(\.texts.first)
    let areSmall = labels.count { $0.first?.isLowercase == true } * 2 > labels.count
    var rows: [[AlignedCell]] = []
    for line in body {
      guard var cells = line.kind == .text ? heading(line, text) : columns.cells(of: line, in: text) else { return nil }
      if let above = rows.last, !areSmall, let first = cells.first, Self.goesOn(above, in: first) {
        cells[0].text = above[0].text + "\n" + first.text
        cells[0].lines = above[0].lines.lowerBound...first.lines.upperBound
        rows.removeLast()
      }
      rows.append(cells)
    }
    return rows
  }

  /// The cell of a line of one piece: a heading in the column of the labels or over all columns, a unit over all figures, a lone figure
  /// in its column.
  private func heading(_ line: FigureLine, _ text: TextLines) -> [AlignedCell]? {
    guard let piece = line.pieces.first, let content = line.texts.first else { return nil }
    if FigureLine.isFigure(content), !columns.isLabel(piece.columns) { return columns.cells(of: line, in: text) }
    let span: Range<Int>
    if piece.columns.lowerBound >= columns.bounds[1] {
      span = 1..<columns.count
    } else {
      span = piece.columns.upperBound <= columns.extents[1].lowerBound ? 0..<1 : 0..<columns.count
    }
    return [AlignedCell(columns: span, text: content, lines: line.line...line.line)]
  }

  /// Whether a label without figures goes on in the one below: it ends with a comma, or that one begins with a small letter or is
  /// the mark of a note.
  private static func goesOn(_ row: [AlignedCell], in next: AlignedCell) -> Bool {
    guard row.count == 1, let label = row.first, label.columns.lowerBound == 0, next.columns == 0..<1,
      label.lines.upperBound + 1 == next.lines.lowerBound, !label.text.isEmpty, label.text.last != ":"
    else { return false }
    let isNote = next.text.first == "(" && next.text.utf8.count <= 3
    return label.isCut(before: next) || isNote
  }
}

extension FigureTable {
  // MARK: What else has figures below each other

  private func looksLikeTable(_ text: TextLines, _ rows: [[AlignedCell]]) -> Bool {
    let figures = body.count { $0.kind == .figures }
    guard figures > 2 || figures == 2 && (!head.storeys.isEmpty || columns.count > 2) else { return false }
    guard (body.count - figures) * 2 <= figures * 3 else { return false }
    let labels = rows.compactMap(\.first).filter { $0.columns == 0..<1 && $0.meaning == .label }
    let bytes = labels.reduce(0) { $0 + $1.text.utf8.count }
    guard labels.count(where: { ProseSigns.looksLikeCode($0.text) }) * 5 <= labels.count, bytes <= labels.count * 60,
      labels.count(where: { [",", ";"].contains($0.text.last) }) * 4 <= labels.count * 3
    else { return false }
    return !isTableOfContents(text, rows)
  }

  /// Titles with numbers of pages, which only grow, behind leaders or numbers of sections.
  private func isTableOfContents(_ text: TextLines, _ rows: [[AlignedCell]]) -> Bool {
    guard columns.count == 2 else { return false }
    let numbers = rows.compactMap { row in row.last.flatMap { $0.columns == 1..<2 ? $0.text : nil } }
    let figures = body.count { $0.kind == .figures }
    guard PageNumber.areRising(numbers) else { return false }
    let titles = rows.compactMap(\.first).filter { $0.columns == 0..<1 }
    let numbered = titles.count { OutlineNumber($0.text) != nil }
    return numbered * 2 >= titles.count || body.count { text.hasLeader($0.line) } * 2 >= figures
  }
}
