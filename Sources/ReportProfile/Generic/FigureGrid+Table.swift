internal import ConverterCore

extension FigureGrid {
  init(_ table: Table) {
    var reading = TableReading(table)
    reading.dropQuantityHeader()
    reading.dropNumbering()
    reading.dropYears()
    reading.findColumns()
    reading.nameRows()
    reading.nameColumns()
    let notes = [table.caption, table.unit].compactMap(\.self)
    self.init(
      contents: reading.contents, lines: reading.rows, columns: reading.columns, yearLine: reading.yearLine,
      mayHoldRates: notes.contains(where: TableLine.namesRate) && !reading.columns.contains(where: \.isRate))
  }
}

/// Tells figures from labels, codes and headers, step by step.
private struct TableReading {
  private let table: Table
  /// Row by row; texts are unreadable until they turn out to be names.
  private(set) var contents: [[FigureGrid.Content]]
  private(set) var rows: [TableLine]
  private(set) var columns: [TableLine]
  private(set) var yearLine: FigureGrid.YearLine?
  /// Where the rows with figures begin.
  private var firstBodyRow = 0
  /// Columns with a figure in the row of a total.
  private var totalColumns = Set<Int>()
  /// Columns of figures, or of codes.
  private var numericColumns = Set<Int>()

  init(_ table: Table) {
    self.table = table
    contents = Array(repeating: Array(repeating: .blank, count: table.columnCount), count: table.rowCount)
    rows = Array(repeating: TableLine(), count: table.rowCount)
    columns = Array(repeating: TableLine(), count: table.columnCount)
    for cell in table.cells {
      let column = cell.columns.lowerBound
      let fact = { (state: CellValue.State, number: ExactDecimal?) in
        Fact(
          value: CellValue(state: state, number: number), raw: cell.text, place: cell.origin.place, evidence: .position)
      }
      switch Addend(cell.text) {
      case .figure(let figure):
        contents[cell.rows.lowerBound][column] = .figure(fact(.number, figure.number), figure)
        // One figure for several rows counts once; that the others have none is told by their placeholders.
        for row in cell.rows.dropFirst() { contents[row][column] = .placeholder(fact(.placeholder, nil)) }
      case .text:
        // A label of several rows names a group.
        guard cell.rows.count == 1 || Addend.isWithheld(cell.text) else { continue }
        for row in cell.rows { contents[row][column] = .unreadable(fact(.unreadable, nil)) }
      case .placeholder: contents[cell.rows.lowerBound][column] = .placeholder(fact(.placeholder, nil))
      case .blank: break
      }
    }
  }
}

extension TableReading {
  private func text(_ row: Int, _ column: Int) -> String? {
    if case .unreadable(let fact) = contents[row][column] { fact.raw } else { nil }
  }

  private func hasFigures(_ row: Int) -> Bool { contents[row].contains { $0.figure != nil } }

  private mutating func clear(_ row: Int) {
    for column in contents[row].indices { contents[row][column] = .blank }
  }

  /// Takes out a first row of quantities over bare numbers, which are classes such as `1人`, `2人` or `10%`, `20%`.
  mutating func dropQuantityHeader() {
    let withFigures = contents.indices.lazy.filter(hasFigures)
    guard let row = withFigures.first, let next = withFigures.dropFirst().first else { return }
    let isStated = table.cells.contains { $0.rows.contains(row) && $0.kind == .columnHeader }
    guard row == 0 || isStated else { return }
    let isHeader = contents[row].indices.allSatisfy { column in
      guard let figure = contents[row][column].figure else { return true }
      return figure.hasWord && contents[next][column].figure?.hasWord != true
    }
    if isHeader { clear(row) }
  }

  /// Takes out rows that number the columns: 1 2 3 …, or (1) (2) … over the first figures. With a label of its own, a row of
  /// bare numbers may well be figures.
  mutating func dropNumbering() {
    let first = contents.indices.first(where: hasFigures)
    for row in contents.indices {
      let figures = contents[row].compactMap(\.figure)
      let texts = contents[row].indices.compactMap { text(row, $0) }
      let isNumbering = figures.count >= 3 && texts.allSatisfy(TableLine.namesCodes) && countsUp(figures, by: 1)
      let isBracketed =
        row == first && figures.count >= 2 && figures.allSatisfy(\.isUncertain) && countsUp(figures, by: -1)
      if isNumbering || isBracketed { clear(row) }
    }
  }

  private func countsUp(_ figures: [Addend.Figure], by step: Int) -> Bool {
    figures.enumerated().allSatisfy { $1.number == ExactDecimal(step * ($0 + 1)) }
  }

  /// Takes out the row of years over the columns, which has a label beside it or stands under others; with a single year, or
  /// years that do not follow each other, it is kept as one that may be figures.
  mutating func dropYears() {
    guard let row = contents.indices.first(where: hasFigures),
      contents[row].allSatisfy({ content in
        if case .figure(let fact, _) = content { YearHeader.isYear(fact.raw) } else { true }
      })
    else { return }
    let years = contents[row].compactMap { $0.figure?.number }
    let steps = Set(zip(years, years.dropFirst()).map { $1 - $0 })
    let isStated = table.cells.contains { $0.rows.contains(row) && $0.kind == .columnHeader }
    let isCertain = isStated || steps == [ExactDecimal(1)] || steps == [ExactDecimal(-1)]
    // Under the names of the columns a row with a label of its own holds figures, even if they look like years.
    let hasLabel = text(row, 0) != nil
    let isUnderNames = (0..<row).contains { above in
      contents[row].indices.contains { contents[row][$0].figure != nil && text(above, $0) != nil }
    }
    guard isCertain || !(hasLabel && isUnderNames) else { return }
    if !isCertain { yearLine = FigureGrid.YearLine(line: row, contents: contents[row]) }
    rows[row].label = text(row, 0) ?? ""
    clear(row)
  }

  /// Finds where the body begins, and which columns hold figures there.
  mutating func findColumns() {
    firstBodyRow = contents.indices.first(where: hasFigures) ?? table.rowCount
    // A row of figures that are kept back looks like a header.
    while firstBodyRow > 1, isKeptBack(firstBodyRow - 1) { firstBodyRow -= 1 }
    let body = firstBodyRow..<table.rowCount
    for row in body {
      guard let total = contents[row].indices.first(where: { namesTotal(row, $0) }) else { continue }
      totalColumns.formUnion(contents[row].indices.filter { $0 > total && contents[row][$0].figure != nil })
    }
    numericColumns = totalColumns
    for column in columns.indices {
      let figures = body.count { contents[$0][column].figure != nil }
      let texts = body.count { text($0, column) != nil }
      if figures > 0, figures >= texts { numericColumns.insert(column) }
    }
  }

  private func namesTotal(_ row: Int, _ column: Int) -> Bool {
    guard let text = text(row, column) else { return false }
    return [.total, .subtotal].contains(TableLine.role(of: text))
  }

  /// Whether a row is a label and figures that are kept back.
  private func isKeptBack(_ row: Int) -> Bool {
    guard let label = contents[row].indices.first(where: { text(row, $0) != nil }) else { return false }
    let texts = contents[row].indices.dropFirst(label + 1).compactMap { text(row, $0) }
    return !texts.isEmpty && texts.allSatisfy(Addend.isWithheld)
  }
}

extension TableReading {
  mutating func nameRows() {
    let headers = headerTexts
    for row in firstBodyRow..<table.rowCount {
      if repeatsHeader(row, headers) { clear(row) } else { nameRow(row) }
    }
    addGroups()
    addSections()
  }

  /// Finds the label of a row, which is the text nearest to its figures, and leaves only figures and what may stand for them.
  private mutating func nameRow(_ row: Int) {
    let cells = contents[row]
    let candidates = cells.indices.filter { column in
      guard let text = text(row, column) else { return false }
      return !numericColumns.contains(column) && (column == 0 || !Addend.isWithheld(text))
    }
    let firstTotal = totalColumns.min()
    var labelColumn: Int?
    if let first = candidates.first, first < firstTotal ?? table.columnCount {
      // Numbers before the label are its code, in one cell or level by level.
      rows[row].code = cells[..<first].compactMap { $0.figure == nil ? nil : $0.fact }
        .map { GenericArithmetic.folding.key($0.raw).description }.joined()
      let firstFigure = cells.indices.first { $0 > first && cells[$0].figure != nil } ?? table.columnCount
      labelColumn = candidates.last { $0 < firstFigure }
    } else {
      labelColumn = cells.indices.first { namesTotal(row, $0) } ?? (namesRow(row, firstTotal: firstTotal) ? 0 : nil)
    }
    if let labelColumn, let fact = cells[labelColumn].fact { rows[row].label = TextJoining.oneLine(fact.raw) }
    for column in cells.indices {
      guard column > labelColumn ?? -1 else {
        contents[row][column] = .blank
        continue
      }
      guard case .unreadable(let fact) = cells[column], !numericColumns.contains(column) else { continue }
      contents[row][column] = Addend.isWithheld(fact.raw) ? .withheld(fact) : .blank
    }
  }

  /// Whether the first cell of a row without a label names it: a text, a number in a column that no total adds up, or a share.
  private func namesRow(_ row: Int, firstTotal: Int?) -> Bool {
    switch contents[row][0] {
    case .unreadable: true
    case .figure(_, let figure): figure.unit != nil || firstTotal ?? 0 > 0
    case .withheld, .placeholder, .blank: false
    }
  }

  /// Whether a row says again what the columns are called, as on top of a page, or has years alone.
  private func repeatsHeader(_ row: Int, _ headers: [[Int: String]]) -> Bool {
    let printed = contents[row].indices.compactMap { column in contents[row][column].fact.map { (column, $0.raw) } }
    guard printed.count >= 2 else { return false }
    let years = printed.filter { YearHeader.isYear($0.1) }
    if years.count >= 2, years.count == printed.count, printed[0].0 > 0 { return true }
    return headers.contains { header in printed.allSatisfy { header[$0.0] == $0.1 } }
  }

  /// The texts of the header rows by column.
  private var headerTexts: [[Int: String]] {
    var texts: [[Int: String]] = Array(repeating: [:], count: firstBodyRow)
    for cell in table.cells {
      for row in cell.rows where row < firstBodyRow { texts[row][cell.columns.lowerBound] = cell.text }
    }
    return texts
  }

  /// Gives rows the names of all that stands left of their figures, groups over several rows included.
  private mutating func addGroups() {
    for row in rows.indices where !rows[row].label.isEmpty { rows[row].names = [rows[row].label] }
    let firstFigures = totalColumns.min() ?? numericColumns.filter { $0 > 0 }.min() ?? table.columnCount
    for cell in table.cells {
      let column = cell.columns.lowerBound
      guard column < firstFigures, !numericColumns.contains(column), Addend(cell.text) == .text else { continue }
      for row in cell.rows where row >= firstBodyRow { rows[row].names.append(TextJoining.oneLine(cell.text)) }
    }
  }

  /// Gives rows the name of the section in which they stand: the last row above that is a label alone.
  private mutating func addSections() {
    var section: String?
    for row in rows.indices.dropFirst() {
      let label = row < firstBodyRow ? (contents[row].count { !$0.isBlank } == 1 ? text(row, 0) : nil) : rows[row].label
      if let label, !label.isEmpty, row < firstBodyRow || contents[row].allSatisfy(\.isBlank) {
        section = label
      } else if let section, row >= firstBodyRow {
        rows[row].names.append(section)
      }
    }
  }
}

extension TableReading {
  /// Names the columns, and takes out those that hold codes or name the rows.
  mutating func nameColumns() {
    let folding = GenericArithmetic.folding
    for cell in table.cells where cell.rows.lowerBound < firstBodyRow && !folding.key(cell.text).isEmpty {
      for column in cell.columns {
        columns[column].label = TextJoining.oneLine(cell.text)
        columns[column].names.append(columns[column].label)
      }
    }
    for column in columns.indices where TableLine.namesCodes(columns[column].label) {
      for row in contents.indices { contents[row][column] = .blank }
    }
    for row in 0..<firstBodyRow { clear(row) }
    nameRowsByNumbers()
  }

  /// Looks at the numbers of the first column where no text names the rows: years name them; others may.
  private mutating func nameRowsByNumbers() {
    let numbered = contents.indices.filter { contents[$0].first?.figure != nil }
    guard !numbered.isEmpty, numbered.allSatisfy({ rows[$0].label.isEmpty }), !totalColumns.contains(0) else { return }
    let areYears = numbered.allSatisfy { YearHeader.isYear(contents[$0][0].fact?.raw ?? "") }
    guard areYears || TableLine.namesPeriods(columns[0].label) else {
      columns[0].mayBeNames = true
      return
    }
    for row in numbered {
      rows[row].label = contents[row][0].fact?.raw ?? ""
      contents[row][0] = .blank
    }
  }
}
