internal import ConverterCore

extension Rule {
  init(_ node: ProfileNode, tables: [FormTable]) throws(ProfileError) {
    let rule = try node.object("id", "severity", "text", "origin", "each", "when", "test", "tolerance")
    id = try rule.required("id").text()
    severity = try rule.required("severity").choice(Severity.self)
    text = try rule.required("text").text()
    origin = try rule.optional("origin")?.text()
    tolerance = try rule.optional("tolerance")?.decimal() ?? .zero
    guard !tolerance.isNegative else { throw node.fail("the tolerance is below 0") }
    let test = try rule.required("test")
    let comparison = try RuleParser.comparison(test)
    let when = rule.optional("when")
    let condition: RuleComparison? = if let when { try RuleParser.comparison(when) } else { nil }
    try Self.refuseWithoutMeaning(comparison, test)
    if let condition, let when { try Self.refuseWithoutMeaning(condition, when) }
    if let each = rule.optional("each") {
      let word = try each.object("row", "column").optional("row") == nil ? "column" : "row"
      guard comparison.names(word) || condition?.names(word) ?? false else {
        throw each.fail("no formula of the rule names “\(word)”, so that it would be the same check many times")
      }
    }
    var instances: [Instance] = []
    for (scope, binding) in try Self.scopes(rule.optional("each"), tables: tables) {
      let bound: Comparison? = if let condition, let when { try binding.bind(condition, when) } else { nil }
      instances.append(Instance(scope: scope, condition: bound, test: try binding.bind(comparison, test)))
    }
    self.instances = instances
  }

  /// Refuses comparisons that say nothing about a report.
  private static func refuseWithoutMeaning(
    _ comparison: RuleComparison, _ node: ProfileNode
  ) throws(ProfileError) {
    guard comparison.left != comparison.right else {
      throw node.fail("both sides are the same, whatever a report says")
    }
    guard comparison.left.references + comparison.right.references != [] else {
      throw node.fail("the formula names no cell")
    }
  }

  /// The rows or columns for which a rule is made: `{"row": "table"}` or `{"column": "table"}`.
  private static func scopes(
    _ node: ProfileNode?, tables: [FormTable]
  ) throws(ProfileError) -> [(Scope?, RuleBinding)] {
    var binding = RuleBinding(tables: tables)
    guard let node else { return [(nil, binding)] }
    let each = try node.object("row", "column")
    switch (each.optional("row"), each.optional("column")) {
    case (let rows?, nil):
      let table = try binding.table(rows.text(), rows)
      return tables[table].rows.indices.map { row in
        binding.row = tables[table].rows[row].id
        return (.row(table: table, row), binding)
      }
    case (nil, let columns?):
      let table = try binding.table(columns.text(), columns)
      return tables[table].columns.indices.map { column in
        binding.column = tables[table].columns[column].id
        return (.column(table: table, column), binding)
      }
    default: throw node.fail("expected either row or column with the id of a table")
    }
  }
}
