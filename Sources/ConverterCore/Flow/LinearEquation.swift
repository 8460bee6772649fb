/// Equations as linear text in the manner of Unicode Technical Note 28, which Word itself shows as “linear”:
///
///     a/b    (a+b)/2    x^2    x_i    √(x+1)    ∑_(i=1)^n▒i    (■(1&2@3&4))
///
/// Each function takes the texts of the parts of one construct, in the names of ECMA-376 part 1, 22.1, and gives the construct's text.
package enum LinearEquation {
  /// A numerator over a denominator; without a bar they are merely stacked.
  package static func fraction(_ numerator: String, _ denominator: String, hasBar: Bool = true) -> String {
    grouped(numerator) + (hasBar ? "/" : "¦") + grouped(denominator)
  }

  /// A root; square where the degree is blank.
  package static func radical(degree: String, _ base: String) -> String {
    switch degree {
    case "": "√" + grouped(base)
    case "3": "∛" + grouped(base)
    case "4": "∜" + grouped(base)
    default: "√(\(degree)&\(base))"
    }
  }

  /// A lower and an upper script, of which either may be blank.
  package static func scripts(lower: String, upper: String) -> String {
    (lower.isEmpty ? "" : "_" + grouped(lower)) + (upper.isEmpty ? "" : "^" + grouped(upper))
  }

  /// A base with scripts behind it.
  package static func scripted(_ base: String, lower: String = "", upper: String = "") -> String {
    grouped(base) + scripts(lower: lower, upper: upper)
  }

  /// A sum, product or integral with its bounds.
  package static func nary(_ sign: String, lower: String, upper: String, _ base: String) -> String {
    sign + scripts(lower: lower, upper: upper) + "▒" + grouped(base)
  }

  /// A matrix, by rows.
  package static func matrix(_ rows: [[String]]) -> String {
    "(■(\(rows.map { $0.joined(separator: "&") }.joined(separator: "@"))))"
  }

  /// Equations below each other.
  package static func array(_ rows: [String]) -> String {
    "█(\(rows.joined(separator: "@")))"
  }

  /// A function and what it is applied to.
  package static func function(_ name: String, _ argument: String) -> String {
    name + " " + grouped(argument)
  }

  /// A base with a limit below or above it.
  package static func limit(_ base: String, _ limit: String, isUpper: Bool) -> String {
    base + (isUpper ? "^" : "_") + grouped(limit)
  }

  /// A base with a sign over or under it: the sign follows, combining where it is of that kind.
  package static func accented(_ base: String, _ sign: String) -> String {
    base.unicodeScalars.count > 1 && !sign.isEmpty ? "(\(base))\(sign)" : base + sign
  }

  /// Adds a term to those before it; with a space where a figure would run on into another one: `3 1/2`.
  ///
  /// - Parameters:
  ///   - term: what is added.
  ///   - row: the terms before it.
  ///   - isSeparate: whether the term, or the one before it, is a construct and no mere text, of which pieces are one.
  package static func append(_ term: String, to row: inout String, isSeparate: Bool) {
    let runsOn = row.last?.isNumber == true && term.first?.isNumber == true
    row += (isSeparate && runsOn ? " " : "") + term
  }

  /// A part of more than one word in parentheses, so that it stays together in a line.
  package static func grouped(_ text: String) -> String {
    let isOne = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "," }
    return isOne ? text : "(\(text))"
  }
}
