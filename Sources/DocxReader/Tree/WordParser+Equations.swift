internal import ConverterCore
internal import Markup

/// Equations as linear text in the manner of Unicode Technical Note 28, which Word itself shows as “linear”:
///
///     a/b    (a+b)/2    x^2    x_i    √(x+1)    ∑_(i=1)^n▒i    (■(1&2@3&4))
extension WordParser {
  /// Reads an equation (ECMA-376 part 1, 22.1) or one part of it.
  mutating func equation() -> String {
    var text = ""
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      text += equationPart(name)
    }
    return text
  }

  private mutating func equationPart(_ name: WordName) -> String {
    switch name {
    case .mathText, .text: return cursor.text()
    case .fraction: return fraction()
    case .radical:
      let parts = parts([.degree, .base])
      let root = [3: "∛", 4: "∜"][Int(parts[.degree] ?? "") ?? 0]
      if let root { return root + Self.grouped(parts[.base]) }
      guard let degree = parts[.degree], !degree.isEmpty else { return "√" + Self.grouped(parts[.base]) }
      return "√(\(degree)&\(parts[.base] ?? ""))"
    case .subscripted, .superscripted, .subSuperscripted:
      let parts = parts([.base, .subscriptPart, .superscriptPart])
      return Self.grouped(parts[.base]) + Self.scripts(parts)
    case .preScripted:
      let parts = parts([.base, .subscriptPart, .superscriptPart])
      return Self.scripts(parts) + Self.grouped(parts[.base])
    case .nary: return nary()
    case .delimiters: return delimiters()
    case .matrix: return "(■(\(rows().joined(separator: "@"))))"
    case .equationArray: return "█(\(rows().joined(separator: "@")))"
    case .function:
      let parts = parts([.functionName, .base])
      return (parts[.functionName] ?? "") + " " + Self.grouped(parts[.base])
    case .lowerLimit, .upperLimit:
      let parts = parts([.base, .limitPart])
      return (parts[.base] ?? "") + (name == .lowerLimit ? "_" : "^") + Self.grouped(parts[.limitPart])
    case .accent: return accented(.accentProperties, standard: "\u{302}")
    case .groupCharacter: return accented(.groupCharacterProperties, standard: "")
    case .bar: return accented(.other, standard: "\u{305}")
    case .deleted, .movedFrom:
      // Deleted pieces of an equation that stands are left out of its text.
      return ""
    default: return equation()
    }
  }

  /// The texts of the parts of an element, by their names.
  private mutating func parts(_ names: Set<WordName>) -> [WordName: String] {
    var parts: [WordName: String] = [:]
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      if names.contains(name) { parts[name, default: ""] += equation() }
    }
    return parts
  }

  private mutating func fraction() -> String {
    var kind = ""
    var numerator = ""
    var denominator = ""
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .fractionProperties: kind = properties()[.fractionType] ?? ""
      case .numerator: numerator = equation()
      case .denominator: denominator = equation()
      default: break
      }
    }
    let bar = kind == "noBar" ? "¦" : "/"
    return Self.grouped(numerator) + bar + Self.grouped(denominator)
  }

  private mutating func nary() -> String {
    var character = "∫"
    var parts: [WordName: String] = [:]
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .naryProperties: character = properties()[.mathCharacter] ?? character
      case .subscriptPart, .superscriptPart, .base: parts[name] = equation()
      default: break
      }
    }
    return character + Self.scripts(parts) + "▒" + Self.grouped(parts[.base])
  }

  private mutating func delimiters() -> String {
    var signs: [WordName: String] = [:]
    var terms: [String] = []
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .delimiterProperties: signs = properties()
      case .base: terms.append(equation())
      default: break
      }
    }
    let inner = terms.joined(separator: signs[.separatorCharacter] ?? "|")
    return (signs[.beginCharacter] ?? "(") + inner + (signs[.endCharacter] ?? ")")
  }

  /// The rows of a matrix or of an array of equations: `&` between the columns.
  private mutating func rows() -> [String] {
    var rows: [String] = []
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .matrixRow:
        var cells: [String] = []
        let row = cursor.scope
        while let name = cursor.child(of: row) {
          if name == .base { cells.append(equation()) }
        }
        rows.append(cells.joined(separator: "&"))
      case .base: rows.append(equation())
      default: break
      }
    }
    return rows
  }

  /// A base with a sign over or under it: the sign follows, combining where it is of that kind.
  private mutating func accented(_ properties: WordName, standard: String) -> String {
    var sign = standard
    var base = ""
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      if name == .base {
        base = equation()
      } else if name == properties, let character = self.properties()[.mathCharacter] {
        sign = character
      }
    }
    return base.unicodeScalars.count > 1 && !sign.isEmpty ? "(\(base))\(sign)" : base + sign
  }

  /// The values of properties that hold a sign or a kind.
  private mutating func properties() -> [WordName: String] {
    var values: [WordName: String] = [:]
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      if let value = cursor.string(.mathVal) { values[name] = value }
    }
    return values
  }

  private static func scripts(_ parts: [WordName: String]) -> String {
    var text = ""
    if let lower = parts[.subscriptPart], !lower.isEmpty { text += "_" + grouped(lower) }
    if let upper = parts[.superscriptPart], !upper.isEmpty { text += "^" + grouped(upper) }
    return text
  }

  /// A part of more than one word in parentheses, so that it stays together in a line.
  private static func grouped(_ text: String?) -> String {
    let text = text ?? ""
    let isOne = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "," }
    return isOne ? text : "(\(text))"
  }
}
