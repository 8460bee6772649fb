/// The header rows and stub columns that a page states by `thead`, `th` and `scope`.
struct StatedHeaders {
  var rows: Int
  var stubColumns: Int

  /// Reads them; `nil` where nothing is stated, or where `th` stands here and there and means no more than bold type.
  ///
  /// Header rows are those of `thead`, or else the first rows of `th` alone; stub columns are the first columns of `th`
  /// alone below them. Every other `th` in the table contradicts both.
  init?(_ model: TableModel, in tree: HTMLTree) {
    rows = model.headRowCount
    if rows == 0 { rows = StatedHeaders.leadingHeaderRows(model, tree) }
    for cell in model.cells where cell.rows.lowerBound < rows { rows = max(rows, cell.rows.upperBound) }
    if rows >= model.rowCount { rows = 0 }
    stubColumns = 0
    var headers = [Int](repeating: 0, count: model.columnCount)
    var others = headers
    for cell in model.cells where cell.rows.lowerBound >= rows && !cell.isBlank {
      for column in cell.columns {
        if cell.isHeader { headers[column] += 1 } else { others[column] += 1 }
      }
    }
    stubColumns = headers.indices.prefix { headers[$0] > 0 && others[$0] == 0 }.count
    if stubColumns == model.columnCount { stubColumns = 0 }
    guard rows + stubColumns > 0 else { return nil }
    if model.headRowCount > 0 { return }
    for cell in model.cells where cell.isHeader && !cell.isBlank {
      if cell.rows.lowerBound >= rows && cell.columns.lowerBound >= stubColumns { return nil }
    }
  }

  private static func leadingHeaderRows(_ model: TableModel, _ tree: HTMLTree) -> Int {
    var hasHeader = [Bool](repeating: false, count: model.rowCount)
    var hasOther = hasHeader
    for cell in model.cells where !cell.isBlank {
      let row = cell.rows.lowerBound
      let namesRow = tree.attribute(.scope, of: cell.node)?.equals("row") == true
      if cell.isHeader && !namesRow { hasHeader[row] = true } else { hasOther[row] = true }
    }
    return hasHeader.indices.prefix { hasHeader[$0] && !hasOther[$0] }.count
  }
}
