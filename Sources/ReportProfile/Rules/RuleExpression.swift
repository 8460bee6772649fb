/// A formula of a profile as written, before it is bound to the cells of a form.
///
///     applications[outcome.total,column] == sum(applications[outcome.granted|outcome.other.*,column])
///
/// The language is closed: numbers, references to cells, `sum` over several cells, the four arithmetic operators,
/// brackets, one comparison. Nothing in it can loop.
indirect enum RuleExpression: Hashable, Sendable {
  case number(ExactDecimal)
  case cells(CellReference, isSum: Bool)
  case operation(Operator, RuleExpression, RuleExpression)

  enum Operator: Character, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
  }
}

extension RuleExpression {
  /// The number of a formula that names no cell; `nil` for others, and where it has too many digits.
  var constant: ExactDecimal? {
    switch self {
    case .number(let number): number
    case .cells: nil
    case .operation(let sign, let first, let second):
      if let first = first.constant, let second = second.constant { sign.result(first, second) } else { nil }
    }
  }
}

extension RuleExpression {
  /// All cells that are named, in the order of the formula.
  var references: [CellReference] {
    switch self {
    case .number: []
    case .cells(let reference, _): [reference]
    case .operation(_, let left, let right): left.references + right.references
    }
  }
}

extension RuleExpression.Operator {
  /// What comes of two numbers, a quotient with six decimals; `nil` where it has too many digits or the divisor is 0.
  func result(_ first: ExactDecimal, _ second: ExactDecimal) -> ExactDecimal? {
    switch self {
    case .plus: first + second
    case .minus: first - second
    case .times: first * second
    case .over: first.divided(by: second, decimals: 6)
    }
  }
}

/// The cells that a formula names: `table[rows,columns]`, of the report itself or of an earlier year (`@-1`).
struct CellReference: Hashable, Sendable {
  var table: String

  /// Alternatives between `|`: an id, `group.*` for all rows whose ids begin so, `*` for all, or the word `row` in a rule
  /// for each row.
  var rows: [String]

  /// As ``rows``, with the word `column`.
  var columns: [String]

  /// 0, or -1 for the year before.
  var year: Int
}

/// A formula that holds or fails.
struct RuleComparison: Hashable, Sendable {
  var left: RuleExpression
  var relation: Check.Relation
  var right: RuleExpression
}

extension RuleComparison {
  /// Whether the word `row` stands for a row somewhere, or the word `column` for a column.
  func names(_ word: String) -> Bool {
    (left.references + right.references).contains { $0.rows.contains(word) || $0.columns.contains(word) }
  }
}
