/// Something that must hold, or should, between the figures of a report.
package struct Rule: Sendable {
  /// The stable name, such as `applications.balance`.
  package let id: String

  package let severity: Severity

  /// The rule in words, for people.
  package let text: String

  /// Where the rule comes from: printed in the form, implied by a definition, experience.
  package let origin: String?

  /// The rule for each row or column for which it is made.
  let instances: [Instance]

  /// How far apart the sides may be.
  let tolerance: ExactDecimal

  /// What a rule's failing means. Raw values are part of the outputs.
  package enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The report contradicts itself; the exit status of `check` says so.
    case required
    /// Mostly a mistake, but there are other reasons.
    case warning
    /// Worth a look.
    case note
  }

  /// The rule for one row or column.
  struct Instance: Sendable {
    /// The row or column; `nil` for a rule about certain cells.
    let scope: Scope?
    /// The rule is looked at only where this holds.
    let condition: Comparison?
    let test: Comparison
  }

  enum Scope: Hashable, Sendable {
    case row(table: Int, Int)
    case column(table: Int, Int)
  }
}

/// A comparison bound to the cells of a form.
struct Comparison: Hashable, Sendable {
  var left: Expression
  var relation: Check.Relation
  var right: Expression
}

/// A formula bound to the cells of a form.
indirect enum Expression: Hashable, Sendable {
  case number(ExactDecimal)
  /// One cell, or the sum of several, of this report or of the year before.
  case cells([Int], isSum: Bool, year: Int)
  case operation(RuleExpression.Operator, Expression, Expression)
}

extension Expression {
  /// The numbers of all cells of the report itself, in the order of the formula.
  var cells: [Int] {
    switch self {
    case .number: []
    case .cells(let cells, _, let year): year == 0 ? cells : []
    case .operation(_, let left, let right): left.cells + right.cells
    }
  }

  /// Whether the formula looks at another year.
  var needsEarlierYear: Bool {
    switch self {
    case .number: false
    case .cells(_, _, let year): year != 0
    case .operation(_, let left, let right): left.needsEarlierYear || right.needsEarlierYear
    }
  }
}

/// A figure that keeps its meaning from one form to the next.
struct HarmonisedSeries: Sendable {
  let code: String
  let comparability: String
  let expression: Expression
}

/// A figure computed from others, such as the share of requests granted.
struct Indicator: Sendable {
  let id: String
  let title: String
  let expression: Expression
}
