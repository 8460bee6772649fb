internal import ConverterCore

/// What became of one rule, for one row or column.
package struct Check: Sendable {
  /// The rule by its number in the form; `nil` for the rule that counts are whole and not below 0.
  package var rule: Int?

  package var severity: Rule.Severity

  /// The id of the rule.
  package var id: String

  /// The rule in words.
  package var text: String

  /// The row or column as people know it; empty for a rule about certain cells.
  package var scope: String

  package var verdict: Verdict

  /// The numbers on both sides, where they can be told.
  package var left: ExactDecimal?
  package var relation: Relation
  package var right: ExactDecimal?

  /// What stands on both sides.
  package var leftOperands: [Operand]
  package var rightOperands: [Operand]

  /// Why it cannot be told; empty otherwise.
  package var doubt: String

  /// Raw values are part of the outputs.
  package enum Verdict: String, Hashable, Sendable, CaseIterable {
    case holds
    case fails
    case unknown = "cannot tell"
  }

  /// How two sides of a rule have to stand to each other. Raw values are the signs of formulas, and part of the outputs.
  package enum Relation: String, Hashable, Sendable, CaseIterable {
    case equal = "=="
    case unequal = "!="
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case more = ">"
  }

  /// One figure in a check.
  package struct Operand: Sendable {
    package var code: String
    /// Labels of row and column.
    package var label: String
    package var fact: Fact

    /// The name of the report on the year before, where the figure is its; `nil` for a figure of the report itself.
    package var earlierReport: String?

    /// Where it stands, for people; empty where the figure has no place.
    var place: String {
      [earlierReport, fact.place?.description].compactMap(\.self).joined(separator: ", ")
    }
  }
}
