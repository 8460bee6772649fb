internal import ConverterCore

/// Reads the formulas of profiles, see ``RuleExpression``.
struct RuleParser {
  private let scalars: [Character]
  private var position = 0
  private var depth = 0
  private let node: ProfileNode

  /// Brackets in brackets.
  private static let maximalDepth = 16

  private init(_ node: ProfileNode) throws(ProfileError) {
    self.node = node
    scalars = Array(try node.text())
  }

  /// Reads a formula with a comparison.
  static func comparison(_ node: ProfileNode) throws(ProfileError) -> RuleComparison {
    var parser = try RuleParser(node)
    let left = try parser.sum()
    guard let relation = parser.relation() else { throw parser.fail("expected a comparison such as ==") }
    let right = try parser.sum()
    try parser.expectEnd()
    return RuleComparison(left: left, relation: relation, right: right)
  }

  /// Reads a formula that gives a number.
  static func expression(_ node: ProfileNode) throws(ProfileError) -> RuleExpression {
    var parser = try RuleParser(node)
    let expression = try parser.sum()
    try parser.expectEnd()
    return expression
  }
}

extension RuleParser {
  private mutating func sum() throws(ProfileError) -> RuleExpression {
    var result = try product()
    while let sign = next(among: "+-"), let operation = RuleExpression.Operator(rawValue: sign) {
      result = .operation(operation, result, try product())
    }
    return result
  }

  private mutating func product() throws(ProfileError) -> RuleExpression {
    var result = try atom()
    while let sign = next(among: "*/"), let operation = RuleExpression.Operator(rawValue: sign) {
      let factor = try atom()
      if operation == .over, factor.constant == .zero { throw fail("the divisor is 0") }
      result = .operation(operation, result, factor)
    }
    return result
  }

  private mutating func atom() throws(ProfileError) -> RuleExpression {
    if next(among: "(") != nil {
      depth += 1
      guard depth <= Self.maximalDepth else { throw fail("brackets are nested too deeply") }
      let inner = try sum()
      try expect(")")
      depth -= 1
      return inner
    }
    let word = word()
    if word.first?.isNumber == true {
      guard let number = ExactDecimal(word) else { throw fail("“\(word)” is no number") }
      return .number(number)
    }
    if word == "sum" {
      try expect("(")
      let reference = try reference(to: self.word())
      try expect(")")
      return .cells(reference, isSum: true)
    }
    return .cells(try reference(to: word), isSum: false)
  }

  /// `[rows,columns]` and `@-1` after the name of a table.
  private mutating func reference(to table: String) throws(ProfileError) -> CellReference {
    guard !table.isEmpty else { throw fail("expected a number, a cell or sum(…)") }
    try expect("[")
    let rows = try selectors()
    try expect(",")
    let columns = try selectors()
    try expect("]")
    var year = 0
    if next(among: "@") != nil {
      try expect("-")
      guard word() == "1" else { throw fail("only the year before, @-1, can be named") }
      year = -1
    }
    return CellReference(table: table, rows: rows, columns: columns, year: year)
  }

  private mutating func selectors() throws(ProfileError) -> [String] {
    var selectors: [String] = []
    repeat {
      var selector = word()
      if next(among: "*") != nil { selector += "*" }
      guard !selector.isEmpty else { throw fail("expected the id of a row or column") }
      selectors.append(selector)
    } while next(among: "|") != nil
    return selectors
  }

  private mutating func relation() -> Check.Relation? {
    skipSpaces()
    let two = String(scalars[position...].prefix(2))
    let found = Check.Relation(rawValue: two) ?? Check.Relation(rawValue: String(two.prefix(1)))
    position += found?.rawValue.count ?? 0
    return found
  }
}

extension RuleParser {
  /// A name or number: letters, digits, `.` and `_`; empty where none stands here.
  private mutating func word() -> String {
    skipSpaces()
    let word = scalars[position...].prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
    position += word.count
    return String(word)
  }

  private mutating func next(among signs: String) -> Character? {
    skipSpaces()
    guard position < scalars.count, signs.contains(scalars[position]) else { return nil }
    position += 1
    return scalars[position - 1]
  }

  private mutating func expect(_ sign: Character) throws(ProfileError) {
    guard next(among: String(sign)) != nil else { throw fail("expected “\(sign)”") }
  }

  private mutating func expectEnd() throws(ProfileError) {
    skipSpaces()
    guard position == scalars.count else { throw fail("nothing may follow") }
  }

  private mutating func skipSpaces() {
    while position < scalars.count, scalars[position].isWhitespace { position += 1 }
  }

  private func fail(_ problem: String) -> ProfileError {
    node.fail("\(problem) at character \(position + 1) of the formula")
  }
}
