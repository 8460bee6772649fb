/// The text of a field `EQ`, which builds an equation from switches (ECMA-376 part 1, 17.16.5.15):
///
///     EQ \f(1,2)            → 1/2
///     EQ \o\ac(○,3)         → ③      an enclosed character, as Word makes it for Chinese and Japanese
///     EQ \o\ad(\s\up9(gōng),公)  → 公(gōng)   a reading above a character
package enum EquationField {
  /// The equation as linear text; `nil` where the instruction is not one of `EQ`.
  ///
  /// - Parameter instruction: the field's instruction, such as ` EQ \f(1,2) `.
  package static func text(_ instruction: String) -> String? {
    let trimmed = instruction.drop(while: \.isWhitespace)
    guard trimmed.prefix(2).lowercased() == "eq", let next = trimmed.dropFirst(2).first,
      next.isWhitespace || next == "\\"
    else { return nil }
    var parser = EquationFieldParser(trimmed.dropFirst(2))
    return TextJoining.trimmed(parser.terms(depth: 0).joined(separator: ","))
  }
}

/// Reads an instruction from left to right.
private struct EquationFieldParser {
  private var rest: [Character]
  private var position = 0

  init(_ text: Substring) {
    rest = Array(text)
  }

  /// Texts up to the closing parenthesis or the end, at `,` and `;` between them, which separate in one language or the other.
  mutating func terms(depth: Int) -> [String] {
    var terms = [""]
    while position < rest.count {
      let character = rest[position]
      position += 1
      switch character {
      case ")" where depth > 0: return terms
      case ",", ";": if depth > 0 { terms.append("") } else { terms[terms.count - 1].append(character) }
      case "(" where depth < maximumDepth:
        terms[terms.count - 1] += "(" + self.terms(depth: depth + 1).joined(separator: ",") + ")"
      case "\\": terms[terms.count - 1] += construct(depth: depth)
      default: terms[terms.count - 1].append(character)
      }
    }
    return terms
  }

  /// A switch, its options and its terms, from behind the backslash on.
  private mutating func construct(depth: Int) -> String {
    guard position < rest.count else { return "" }
    let name = rest[position].lowercased()
    position += 1
    // `\* MERGEFORMAT` and its like say nothing of the equation.
    if name == "*" {
      skipWord()
      return ""
    }
    // A character that would mean something else without its backslash.
    guard name.first?.isLetter == true else { return name }
    let options = options()
    guard position < rest.count, rest[position] == "(", depth < maximumDepth else { return "" }
    position += 1
    return text(name, options, terms(depth: depth + 1).map { TextJoining.trimmed($0) })
  }

  /// A word and the blanks before it.
  private mutating func skipWord() {
    while position < rest.count, rest[position].isWhitespace { position += 1 }
    if position < rest.count, rest[position] == "\"" {
      position += 1
      while position < rest.count, rest[position] != "\"" { position += 1 }
      position += 1
    } else {
      while position < rest.count, !rest[position].isWhitespace, rest[position] != "\\" { position += 1 }
    }
    position = min(position, rest.count)
  }

  /// The options between a switch and its terms, such as `\up8` or `\lc\[`.
  private mutating func options() -> [String] {
    var options: [String] = []
    while position < rest.count, rest[position] != "(" {
      let character = rest[position]
      position += 1
      if character == "\\" {
        options.append("")
        // The character of a bracket follows a backslash of its own.
        if let last = options.dropLast().last, last.hasSuffix("c"), last.count == 2, position < rest.count {
          options[options.count - 1].append(rest[position])
          position += 1
        }
      } else if !character.isWhitespace, !options.isEmpty {
        options[options.count - 1].append(contentsOf: character.lowercased())
      }
    }
    return options
  }

  private func text(_ name: String, _ options: [String], _ terms: [String]) -> String {
    func term(_ index: Int) -> String { terms.indices.contains(index) ? terms[index] : "" }
    switch name {
    case "f": return LinearEquation.fraction(term(0), term(1))
    case "r": return LinearEquation.radical(degree: terms.count > 1 ? term(0) : "", terms.last ?? "")
    case "s": return scripts(options, terms)
    case "i":
      let sign = options.contains("su") ? "∑" : options.contains("pr") ? "∏" : "∫"
      return LinearEquation.nary(sign, lower: term(0), upper: term(1), term(2))
    case "a": return array(options, terms)
    case "b": return brackets(options, terms.joined(separator: ","))
    case "o": return overlaid(terms)
    // `\d` moves, `\x` draws a box around its term, `\l` makes one term of several.
    default: return terms.joined(separator: ",")
    }
  }

  /// `\s\up8(2)` stands above the line, `\s\do4(i)` below it; of two terms the second stands below the first.
  private func scripts(_ options: [String], _ terms: [String]) -> String {
    if terms.count > 1 { return LinearEquation.scripts(lower: terms[1], upper: terms[0]) }
    let isLower = options.contains { $0.hasPrefix("do") }
    return LinearEquation.scripts(lower: isLower ? terms.joined() : "", upper: isLower ? "" : terms.joined())
  }

  /// `\a\co2(1,2,3,4)`: terms in columns, row by row.
  private func array(_ options: [String], _ terms: [String]) -> String {
    let columns = options.lazy.compactMap { $0.hasPrefix("co") ? Int($0.dropFirst(2)) : nil }.first ?? 1
    guard columns > 1, columns <= terms.count else { return LinearEquation.array(terms) }
    return LinearEquation.matrix(
      stride(from: 0, to: terms.count, by: columns).map { Array(terms[$0..<min($0 + columns, terms.count)]) })
  }

  /// `\b\bc\[(x)`, `\b\lc\{(x)`: parentheses unless brackets are chosen.
  private func brackets(_ options: [String], _ term: String) -> String {
    func bracket(_ option: String) -> String? {
      options.firstIndex(of: option).flatMap { options.indices.contains($0 + 1) ? options[$0 + 1] : nil }
    }
    if let both = bracket("bc") { return both + term + (closing[both] ?? both) }
    let (left, right) = (bracket("lc"), bracket("rc"))
    return left == nil && right == nil ? "(\(term))" : (left ?? "") + term + (right ?? "")
  }

  /// Terms on top of each other: a number in a circle, a reading above its characters, an accent.
  private func overlaid(_ terms: [String]) -> String {
    if terms.count == 2, "○〇◯".contains(terms[0]), let number = Int(terms[1]), (1...50).contains(number) {
      return ListNumber.text(number, format: 18)
    }
    if terms.count == 2, terms[0].hasPrefix("^") {
      let reading = terms[0].dropFirst()
      let isGrouped = reading.hasPrefix("(") && reading.hasSuffix(")")
      return terms[1] + (isGrouped ? String(reading) : "(\(reading))")
    }
    return terms.joined()
  }
}

private let closing = ["(": ")", "[": "]", "{": "}", "<": ">", "⟨": "⟩"]

/// Constructs within constructs: Word's own equations are a few deep, and the call stack is not for files to fill.
private let maximumDepth = 32
