internal import ConverterCore

/// The header rows and stub columns that a page states by `thead`, `th` and `scope`.
struct StatedHeaders {
  var rows: Int
  var stubColumns: Int

  /// Reads them; `nil` where nothing is stated, or where `th` stands here and there and means no more than bold type.
  ///
  /// Header rows are those of `thead`, or else the first rows of `th` alone; stub columns are the first columns below them of
  /// `th` alone, or most cells of which are said to name their rows. Every other `th` in the table contradicts both.
  init?(_ model: TableModel, in tree: HTMLTree) {
    rows = model.headRowCount
    if rows == 0 { rows = StatedHeaders.leadingHeaderRows(model, tree) }
    for cell in model.cells where cell.rows.lowerBound < rows { rows = max(rows, cell.rows.upperBound) }
    if rows >= model.rowCount { rows = 0 }
    stubColumns = 0
    var headers = [Int](repeating: 0, count: model.columnCount)
    var others = headers
    var scoped = headers
    for cell in model.cells where cell.rows.lowerBound >= rows && !cell.isBlank {
      for column in cell.columns {
        if cell.isHeader { headers[column] += 1 } else { others[column] += 1 }
      }
      if StatedHeaders.scope(of: cell, tree) == .rowHeader { scoped[cell.columns.lowerBound] += 1 }
    }
    stubColumns = headers.indices.prefix { headers[$0] > 0 && others[$0] == 0 || scoped[$0] > others[$0] }.count
    if stubColumns == model.columnCount { stubColumns = 0 }
    guard rows + stubColumns > 0 else { return nil }
    if model.headRowCount > 0 { return }
    for cell in model.cells where cell.isHeader && !cell.isBlank {
      guard cell.rows.lowerBound >= rows && cell.columns.lowerBound >= stubColumns else { continue }
      if StatedHeaders.scope(of: cell, tree) == nil { return nil }
    }
  }

  private static func leadingHeaderRows(_ model: TableModel, _ tree: HTMLTree) -> Int {
    var hasHeader = [Bool](repeating: false, count: model.rowCount)
    var hasOther = hasHeader
    for cell in model.cells where !cell.isBlank {
      let row = cell.rows.lowerBound
      if cell.isHeader && scope(of: cell, tree) != .rowHeader { hasHeader[row] = true } else { hasOther[row] = true }
    }
    return hasHeader.indices.prefix { hasHeader[$0] && !hasOther[$0] }.count
  }

  /// What a cell says itself that it is (HTML standard, section 4.9.11); `nil` where it says nothing.
  private static func scope(of cell: TableModel.ModelCell, _ tree: HTMLTree) -> Cell.Kind? {
    guard cell.isHeader, let scope = tree.attribute(.scope, of: cell.node)?.trimmedASCII else { return nil }
    if scope.equals("row") || scope.equals("rowgroup") { return .rowHeader }
    return scope.equals("col") || scope.equals("colgroup") ? .columnHeader : nil
  }

  /// The table with every cell that states its scope as the header it is, wherever it stands.
  ///
  /// - Parameters:
  ///   - table: a table with its header rows and stub columns set.
  ///   - model: what it was made of.
  ///   - tree: the page.
  static func settingScopes(of table: Table, _ model: TableModel, in tree: HTMLTree) -> Table {
    guard model.cells.contains(where: { $0.isHeader && tree.has(.scope, $0.node) }) else { return table }
    var scopes: [Position: Cell.Kind] = [:]
    for cell in model.cells where !cell.isBlank {
      scopes[Position(row: cell.rows.lowerBound, column: cell.columns.lowerBound)] = scope(of: cell, tree)
    }
    return table.mapCells { cell in
      let scope = scopes[Position(row: cell.rows.lowerBound, column: cell.columns.lowerBound)]
      // Where header rows and stub columns meet, neither name is the whole truth.
      if let scope, cell.kind != .stubHead { cell.kind = scope }
    }
  }

  private struct Position: Hashable {
    var row: Int
    var column: Int
  }
}
