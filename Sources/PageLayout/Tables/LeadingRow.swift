package import ConverterCore

/// A line at the top of a page that stands in columns: perhaps the last row of a table of the page before, which is too little
/// to be seen as a table by itself.
///
///     page 1   Austria    109    0.9         page 2    Total    1 147    23.4
///              Germany     23   12.4                   The figures show that …
package struct LeadingRow: Hashable, Sendable {
  /// One phrase of the line: a cell of the row.
  package struct Entry: Hashable, Sendable {
    package var text: String
    package var box: Rectangle
    package var isValue: Bool
  }

  /// From left to right; one alone may be the rest of a label.
  package var entries: [Entry]

  /// The font size in points.
  package var size: Double
}

extension LayoutTrace {
  /// The rows that paragraphs above all tables and pictures may be, by the place of the paragraph: those of which each line has two
  /// phrases or more, or each but one, which may be the rest of a label.
  func leadingRows(tolerances: Tolerances) -> [Place: [LeadingRow]] {
    var rows: [Place: [LeadingRow]] = [:]
    for item in content.prefix(tolerances.mostLeadingBlocks) {
      guard case .text(let block) = item else { break }
      guard let first = block.lines.first, !first.isEmpty else { continue }
      // Prose has one phrase in its first line, and more lines than a label.
      let isRows = text.textLine(first, tolerances: tolerances).phrases.count > 1
      guard isRows || block.lines.count <= tolerances.mostCutLabelLines else { continue }
      let lines = block.lines.filter { !$0.isEmpty }.map { text.textLine($0, tolerances: tolerances) }
      guard lines.allSatisfy({ ($0.phrases.count > 1) == isRows }) else { continue }
      rows[.page(page.number, block.box)] = lines.map { LeadingRow($0, text: text) }
    }
    return rows
  }
}

extension LeadingRow {
  /// The row that a line makes, an entry for each of its phrases.
  fileprivate init(_ line: TextLine, text: PageText) {
    entries = line.phrases.map { phrase in
      Entry(
        text: text.string(ofLine: line.words[phrase.words]),
        box: Rectangle(x0: phrase.extent.start, y0: line.box.y0, x1: phrase.extent.end, y1: line.box.y1),
        isValue: phrase.isValue)
    }
    size = line.size
  }
}

extension TableStitching {
  /// A table without lines and the rows at the top of the next page that stand in its columns.
  ///
  /// - Parameters:
  ///   - upper: the table of the page before.
  ///   - rows: the lines at the top of the page, from top to bottom.
  ///   - page: the number of the page.
  ///   - ink: what is known of the table beyond its cells.
  ///   - bodyEnd: the y in points where the text of full pages ends.
  /// - Returns: the table with the first of the rows, and how many of them it took; `nil` where it took none.
  package func joined(
    _ upper: Table, rows: [LeadingRow], onPage page: Int, ink: TableInk?, bodyEnd: Double?
  ) -> (table: Table, count: Int)? {
    guard let part = TablePart(upper, at: .bottom), part.page + 1 == page, !part.hasFirmEdges, ink?.stated == nil,
      let height = rows.first?.entries.first?.box.height, endsAtPageEnd(part, rowHeight: height, bodyEnd: bodyEnd)
    else { return nil }
    let columns = ColumnShapes(upper, extents: ink?.extents ?? [])
    let fitting = TableFitting(edges: part.edges, tolerance: tolerances.stitchColumn)
    let taken = rows.prefix { row in
      fitting.columns(of: row).map { columns.admit(row, in: $0, tolerances: tolerances) } ?? false
    }
    guard !taken.isEmpty, let lower = table(of: Array(taken), onPage: page),
      let below = fitting.cells(
        of: lower.table, extents: lower.extents, onPage: page),
      let table = TableSeam(upper.cells, below, columnCount: upper.columnCount).table(like: upper)
    else { return nil }
    return (table, taken.count)
  }

  /// Rows as a table, its columns counted by what stands in each row, with the extents of the texts.
  private func table(of rows: [LeadingRow], onPage page: Int) -> (table: Table, extents: [Interval?])? {
    var cells: [Cell] = []
    var extents: [Interval?] = []
    for (number, row) in rows.enumerated() {
      for (column, entry) in row.entries.enumerated() {
        cells.append(
          Cell(
            rows: number..<number + 1, columns: column..<column + 1, text: entry.text,
            origin: Origin(.page(page, entry.box), .aligned)))
        extents.append(Interval(entry.box.x0, entry.box.x1))
      }
    }
    guard let first = rows.first?.entries.first,
      let table = try? Table(
        rowCount: rows.count, columnCount: rows.map(\.entries.count).max() ?? 0, cells: cells,
        origin: Origin(.page(page, first.box), .aligned))
    else { return nil }
    return (table, extents)
  }
}

extension TableStitching {
  /// Whether lines at the top of a page go on from the last label of a table without lines, whose row the page end has cut.
  ///
  /// - Parameters:
  ///   - rest: the lines between the top of the page and its first table.
  ///   - upper: the table of the page before.
  ///   - ink: what is known of that table beyond its cells.
  func endsLabel(_ rest: [LeadingRow], of upper: Table, ink: TableInk?) -> Bool {
    guard let part = TablePart(upper, at: .bottom), !part.hasFirmEdges, upper.columnCount > 1,
      rest.count <= tolerances.mostCutLabelLines, let label = upper.lastLabel, !upper.cells[label].text.isEmpty,
      let begins = rest.first?.entries.first?.text.unicodeScalars.first,
      begins.properties.isLowercase || TextJoining.isWide(begins)
    else { return false }
    let start = ink.flatMap { $0.extents.count == upper.cells.count ? $0.extents[label]?.start : nil }
    return rest.allSatisfy { row in
      guard row.entries.count == 1, let box = row.entries.first?.box else { return false }
      return part.edges[0] - tolerances.stitchColumn <= box.x0 && box.x1 <= part.edges[1]
        && start.map { abs($0 - box.x0) <= tolerances.labelDrift * row.size } ?? true
    }
  }
}

extension Table {
  /// The index of the cell in the first column of the last row, if it takes no further row or column.
  fileprivate var lastLabel: Int? {
    cells.lastIndex { $0.rows == rowCount - 1..<rowCount && $0.columns == 0..<1 }
  }

  /// The table with lines of the next page at the end of the label of a row.
  consuming func endingLabel(ofRow row: Int, with rest: [LeadingRow], onPage page: Int) -> Table {
    mapCells { cell in
      guard cell.rows == row..<row + 1, cell.columns.lowerBound == 0 else { return }
      for entry in rest.flatMap(\.entries) {
        cell.text = TextJoining.lines(cell.text, entry.text)
        cell.continues(at: .page(page, entry.box))
      }
    }
  }
}

extension TableFitting {
  /// The column of each entry of a row, rising; `nil` where two stand in one, or one in several.
  fileprivate func columns(of row: LeadingRow) -> [Int]? {
    var columns: [Int] = []
    for entry in row.entries {
      guard let range = self.columns(under: Interval(entry.box.x0, entry.box.x1)), range.count == 1,
        range.lowerBound > columns.last ?? -1
      else { return nil }
      columns.append(range.lowerBound)
    }
    return columns
  }
}

/// What the columns of a table hold and where it stands.
private struct ColumnShapes {
  /// Per column, whether its body holds figures.
  private var isValued: [Bool]
  /// Per column, the extents of its texts in points; empty where they are not known.
  private var extents: [[Interval]]

  /// - Parameter extents: for each cell of the table the extent of its text, or nothing.
  init(_ table: Table, extents all: [Interval?]) {
    var figures = [Int](repeating: 0, count: table.columnCount)
    var filled = figures
    extents = [[Interval]](repeating: [], count: table.columnCount)
    for (index, cell) in table.cells.enumerated() where cell.columns.count == 1 && !cell.text.isEmpty {
      let column = cell.columns.lowerBound
      if all.count == table.cells.count, let extent = all[index] { extents[column].append(extent) }
      guard cell.rows.lowerBound >= table.headerRowCount else { continue }
      filled[column] += 1
      if HeaderRecognition.isFigure(cell.text) { figures[column] += 1 }
    }
    isValued = zip(figures, filled).map { 2 * $0 > $1 }
  }

  /// Whether a row goes on in these columns: a label in the first, figures where figures stand and set as they are, and at
  /// least half of the columns filled.
  func admit(_ row: LeadingRow, in columns: [Int], tolerances: Tolerances) -> Bool {
    guard columns.first == 0, 2 * columns.count >= isValued.count, let label = row.entries.first, !label.isValue else {
      return false
    }
    var figures = 0
    for (entry, column) in zip(row.entries, columns) {
      if entry.isValue != isValued[column], entry.isValue || column == 0 { return false }
      guard entry.isValue else { continue }
      figures += 1
      let drift = tolerances.figureDrift * row.size
      let isAligned = extents[column].contains { known in
        abs(known.end - entry.box.x1) <= drift || abs(known.start - entry.box.x0) <= drift
          || abs(known.middle - entry.box.midX) <= drift
      }
      guard isAligned || extents[column].isEmpty else { return false }
    }
    return figures > 0
  }
}
