package import ConverterCore

/// Tells header rows and stub columns by what cells hold: names above and beside, figures below and to the right.
package enum HeaderRecognition {
  /// The same table with its headers set; unchanged where nothing tells them.
  package static func withHeaders(_ table: Table) -> Table {
    guard let firstValued = firstValuedRow(of: table) else { return plainHeader(table) }
    var values = [Int](repeating: 0, count: table.columnCount)
    var filled = [Int](repeating: 0, count: table.columnCount)
    var rows = firstValued
    // Rows with but one label right above the figures are headings of row groups, not of columns.
    while rows > 1,
      isGroupHeading(row: rows - 1, of: table) || isPartName(row: rows - 1, of: table)
        || isLabelled(row: rows - 1, of: table)
    {
      rows -= 1
    }
    for cell in table.cells where cell.rows.lowerBound < rows { rows = max(rows, cell.rows.upperBound) }
    if rows > table.rowCount / 2 + 1 || rows == table.rowCount { rows = min(firstValued, 1) }
    for cell in table.cells where cell.rows.lowerBound >= rows && !cell.text.isEmpty {
      let isFigure = isFigure(cell.text)
      // A figure may span columns that other parts of the table have.
      guard isFigure || cell.columns.count == 1 else { continue }
      filled[cell.columns.lowerBound] += 1
      if isFigure { values[cell.columns.lowerBound] += 1 }
    }
    let stub = filled.indices.prefix { 5 * values[$0] < filled[$0] || filled[$0] == 0 }.count
    let columns = stub == table.columnCount ? min(1, table.columnCount - 1) : stub
    // What names the columns of the first of several stacked tables does not name those of the others.
    let named = isStacked(table.cells, headerRows: rows) ? 0 : rows
    guard named > 0 || columns > 0 else { return table }
    return table.settingHeaders(rows: named, stubColumns: columns, evidence: .computed)
  }

  /// The first row with figures that are no years in the head, nor the numbers of columns, nor scales among units; `nil` where there is
  /// none.
  private static func firstValuedRow(of table: Table) -> Int? {
    var labelled = [Bool](repeating: false, count: table.rowCount)
    for cell in table.cells where cell.columns.lowerBound == 0 && !cell.text.isEmpty {
      // The heading of the labels stands beside all storeys.
      for row in cell.rows.lowerBound == 0 ? 0..<1 : cell.rows { labelled[row] = true }
    }
    var valued = Set<Int>()
    var years = Set<Int>()
    var firstBeside = table.rowCount
    for cell in table.cells where cell.columns.lowerBound > 0 && isFigure(cell.text) {
      let row = cell.rows.lowerBound
      if labelled[row] { firstBeside = min(firstBeside, row) }
      if !YearLabel.matches(cell.text) {
        valued.insert(row)
      } else if row > 1 {
        years.insert(row)
      }
    }
    // In the third storey and below years name columns where neither they nor figures above them stand beside a label.
    valued.formUnion(years.filter { $0 >= firstBeside })
    let rows = valued.sorted()
    return rows.prefix(mostStoreys).first { row in
      let texts = table.cells.filter { $0.rows.contains(row) && $0.columns.lowerBound > 0 && !$0.text.isEmpty }.map(
        \.text)
      return row == 0 || !TableHeaders.numbersColumns(row: row, of: table.cells) && !UnitRow.areUnits(texts)
    } ?? rows.dropFirst(mostStoreys).first
  }

  /// Rows of a header that hold something like figures, at most.
  private static let mostStoreys = 4

  /// Whether tables with headers of their own are stacked into one: further down the stub is named again, as in the last header row, by
  /// a row of names alone.
  static func isStacked(_ cells: [Cell], headerRows: Int) -> Bool {
    let head = cells.first { $0.columns.lowerBound == 0 && $0.rows.upperBound == headerRows && !$0.text.isEmpty }
    guard let head else { return false }
    let again = Set(
      cells.lazy.filter { $0.columns.lowerBound == 0 && $0.rows.lowerBound >= headerRows && $0.text == head.text }
        .map(\.rows.lowerBound))
    guard !again.isEmpty else { return false }
    let others = cells.filter { $0.columns.lowerBound > 0 && !$0.text.isEmpty && again.contains($0.rows.lowerBound) }
    let named = Set(others.map(\.rows.lowerBound))
    return !named.subtracting(others.lazy.filter { isFigure($0.text) }.map(\.rows.lowerBound)).isEmpty
  }

  /// A table of words alone: its first row names the columns where it is full and short.
  private static func plainHeader(_ table: Table) -> Table {
    let first = table.cells.filter { $0.rows.lowerBound == 0 }
    guard table.rowCount > 1, first.count == table.columnCount,
      first.allSatisfy({ !$0.text.isEmpty && $0.text.count <= 40 && $0.rows.count == 1 })
    else { return table }
    return table.settingHeaders(rows: 1, stubColumns: 0, evidence: .computed)
  }

  /// Whether a row says nothing but what heads the rows below it: in the first column, or behind codes, its own too, in that of their
  /// names.
  private static func isGroupHeading(row: Int, of table: Table) -> Bool {
    guard let name = lone(in: row, of: table) ?? coded(in: row, of: table), name.columns.count == 1 else {
      return false
    }
    if name.columns.lowerBound == 0 { return true }
    let below = table.cells.filter { $0.rows.lowerBound > row && $0.columns == name.columns && !$0.text.isEmpty }
    return 2 * below.count { isFigure($0.text) } < below.count
  }

  /// Whether a row says nothing but the name of a part, over several columns: further down another one says the next part's.
  private static func isPartName(row: Int, of table: Table) -> Bool {
    guard let name = lone(in: row, of: table), name.columns.count > 1 else { return false }
    var filled = [Int](repeating: 0, count: table.rowCount)
    for cell in table.cells where !cell.text.isEmpty { filled[cell.rows.lowerBound] += 1 }
    return table.cells.contains { cell in
      cell.rows.lowerBound > row && cell.columns == name.columns && filled[cell.rows.lowerBound] == 1
        && !cell.text.isEmpty && !isFigure(cell.text)
    }
  }

  /// Whether a row holds a label and one text over all other columns, where the row above names these and the labels one by one.
  private static func isLabelled(row: Int, of table: Table) -> Bool {
    let cells = table.cells.filter { $0.rows.contains(row) && !$0.text.isEmpty }
    guard let span = LabelledSpan.columns(of: cells.map(\.columns)), span.lowerBound == 1,
      span.upperBound == table.columnCount, cells.allSatisfy({ $0.rows.count == 1 })
    else { return false }
    return table.cells.count { $0.rows.upperBound == row && !$0.text.isEmpty } == table.columnCount
  }

  /// The only filled cell of a row, of that row alone; `nil` where there are others.
  private static func lone(in row: Int, of table: Table) -> Cell? {
    let cells = table.cells.filter { $0.rows.contains(row) && !$0.text.isEmpty }
    return cells.count == 1 && cells[0].rows.count == 1 ? cells[0] : nil
  }

  /// The name in a row that has but a code before it: `03 01` `Roads`; `nil` for other rows.
  private static func coded(in row: Int, of table: Table) -> Cell? {
    let cells = table.cells.filter { $0.rows.contains(row) && !$0.text.isEmpty }
    guard cells.count == 2, cells.allSatisfy({ $0.rows.count == 1 }), cells.map(\.columns) == [0..<1, 1..<2],
      isFigure(cells[0].text)
    else { return nil }
    return cells[1]
  }

  /// Whether a text is a figure, or a sign for a missing one.
  static func isFigure(_ text: String) -> Bool {
    var hasDigit = false
    for scalar in text.unicodeScalars {
      let traits = Word.Traits.traits(of: scalar)
      if traits.contains(.digit) { hasDigit = true }
      if traits.contains(.letter) { return false }
      if traits.contains(.wide), !"件万元个条人次亿％".unicodeScalars.contains(scalar) { return false }
    }
    return hasDigit
  }
}
