internal import ConverterCore

/// Binds formulas to the cells of a form.
struct RuleBinding {
  let tables: [FormTable]
  /// The id of the row for which the word `row` stands; `nil` in a rule that is not made for each row.
  var row: String?
  /// The id of the column for which the word `column` stands.
  var column: String?

  init(tables: [FormTable]) {
    self.tables = tables
  }
}

extension RuleBinding {
  func bind(_ comparison: RuleComparison, _ node: ProfileNode) throws(ProfileError) -> Comparison {
    Comparison(
      left: try bind(comparison.left, node), relation: comparison.relation, right: try bind(comparison.right, node))
  }

  func bind(_ expression: RuleExpression, _ node: ProfileNode) throws(ProfileError) -> Expression {
    switch expression {
    case .number(let number): return .number(number)
    case .operation(let sign, let left, let right):
      return .operation(sign, try bind(left, node), try bind(right, node))
    case .cells(let reference, let isSum):
      let cells = try cells(of: reference, node)
      guard isSum || cells.count == 1 else {
        throw node.fail("“\(reference.table)[…]” names \(cells.count) cells; put sum(…) around it")
      }
      return .cells(cells, isSum: isSum, year: reference.year)
    }
  }

  /// The number of a table by its id.
  func table(_ id: String, _ node: ProfileNode) throws(ProfileError) -> Int {
    guard let index = tables.firstIndex(where: { $0.id == id }) else {
      throw node.fail("there is no table “\(id)” in this form")
    }
    return index
  }

  private func cells(of reference: CellReference, _ node: ProfileNode) throws(ProfileError) -> [Int] {
    let table = tables[try table(reference.table, node)]
    let rows = try matches(reference.rows, ids: table.rows.map(\.id), current: row, word: "row", node)
    let columns = try matches(
      reference.columns, ids: table.columns.map(\.id), current: column, word: "column", node)
    return rows.flatMap { row in columns.map { table.cell(row: row, column: $0) } }
  }

  /// The numbers of the ids that the selectors name, in the order of the selectors, each once.
  private func matches(
    _ selectors: [String], ids: [String], current: String?, word: String, _ node: ProfileNode
  ) throws(ProfileError) -> [Int] {
    var found: [Int] = []
    for selector in selectors {
      // No row has the id “row”, no column the id “column”.
      guard selector != word || current != nil else {
        throw node.fail("“\(word)” needs \"each\": {\"\(word)\": …} beside the formula")
      }
      let selector = selector == word ? current ?? word : selector
      var matches: [Int]
      if selector.hasSuffix("*") {
        let prefix = selector.dropLast()
        matches = ids.indices.filter { ids[$0].hasPrefix(prefix) }
      } else {
        matches = ids.firstIndex(of: selector).map { [$0] } ?? []
      }
      matches.removeAll { found.contains($0) }
      guard !matches.isEmpty else { throw node.fail("there is no \(word) “\(selector)” in the table") }
      found += matches
    }
    return found
  }
}
