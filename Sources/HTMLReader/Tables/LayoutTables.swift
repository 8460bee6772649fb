/// Tells tables that hold data from those that only place things on the page.
///
/// The signs follow those that browsers use for screen readers (Mozilla, `TableAccessible::IsProbablyLayoutTable`), without
/// those that need a drawn page: what the page declares, headers and captions, nested tables, borders, one row or column.
struct LayoutTables {
  let tree: HTMLTree
  let styles: PageStyles

  /// Whether the table only places things: its cells are then read one after the other as if it were not there.
  func isLayout(_ table: Int, _ model: TableModel) -> Bool {
    switch tree.string(.role, of: table) {
    case "presentation", "none": return true
    case "table", "grid", "treegrid": return false
    default: break
    }
    if model.cells.count < 2 || model.cells.allSatisfy(\.isBlank) { return true }
    if columnsWithText(model) < 2, !hasBorders(table, model) { return true }
    if hasDataMarkup(table, model) { return false }
    let nested = model.cells.filter { tree.first(.table, in: $0.node) != nil }
    if !nested.isEmpty {
      return !hasBorders(table, model) || model.rowCount < 2 || model.columnCount < 2
        || nested.count * 2 > model.cells.count
    }
    if model.cells.contains(where: { holdsSections($0.node) }) { return !hasBorders(table, model) }
    if model.rowCount == 1 || model.columnCount == 1 { return !hasBorders(table, model) }
    return false
  }

  /// Headers, a caption, a summary, a head: nobody gives them to a table for layout.
  private func hasDataMarkup(_ table: Int, _ model: TableModel) -> Bool {
    if let summary = tree.attribute(.summary, of: table), !summary.trimmedASCII.isEmpty { return true }
    if let caption = model.caption, tree.hasText(caption) { return true }
    return model.headRowCount > 0
      || model.cells.contains { $0.isHeader && !$0.isBlank || tree.has(.scope, $0.node) }
  }

  /// How many columns text begins in: a sign beside a notice is a picture, not a value.
  private func columnsWithText(_ model: TableModel) -> Int {
    Set(model.cells.lazy.filter { !$0.isBlank }.map(\.columns.lowerBound)).count
  }

  /// Whether headings or lists of several items stand in a cell: parts of a page, not values.
  private func holdsSections(_ cell: Int) -> Bool {
    var items = 0
    for node in tree.descendants(of: cell) {
      if tree.name(node).headingLevel != nil { return true }
      if tree.name(node) == .li { items += 1 }
    }
    return items > 3
  }

  /// Whether lines are drawn around cells.
  private func hasBorders(_ table: Int, _ model: TableModel) -> Bool {
    if let border = tree.attribute(.border, of: table), border.leadingNumber(atMost: 99) != 0 { return true }
    if let rules = tree.attribute(.rules, of: table), !rules.equals("none") { return true }
    if styles.areBordersDrawn(around: table, in: tree) == true { return true }
    return model.cells.prefix(8).contains { styles.areBordersDrawn(around: $0.node, in: tree) == true }
  }
}
