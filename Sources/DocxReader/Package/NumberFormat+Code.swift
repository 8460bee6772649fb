internal import ConverterCore

/// From a format code to what its sections show.
extension NumberFormat {
  /// What stands in a section.
  private enum Token: Hashable {
    case literal(String)
    /// One of `0`, `#`, `?`, `.`, `,`, `%`.
    case sign(Character)
    /// A letter of a date, in lower case, as often as it is repeated.
    case letter(Character, count: Int)
    case general
  }

  /// No program writes longer codes.
  private static let longestCode = 255

  /// The sections of a code; of a fourth, for text, and of those behind it nothing is needed.
  static func sections(of code: String) -> [Section?] {
    guard code.utf8.count <= longestCode else { return [] }
    var sections: [Section?] = []
    var rest = Array(code)[...]
    while true {
      let tokens = takeTokens(&rest)
      if sections.count < 3 { sections.append(tokens.flatMap(section)) }
      guard rest.first == ";" else { break }
      rest = rest.dropFirst()
    }
    return sections
  }

  /// Takes the tokens of a section, up to the semicolon behind it; `nil` where one of them is not understood.
  private static func takeTokens(_ rest: inout ArraySlice<Character>) -> [Token]? {
    var tokens: [Token] = []
    var isUnderstood = true
    while let sign = rest.first, sign != ";" {
      rest = rest.dropFirst()
      switch sign {
      case "\"":
        tokens.append(.literal(String(rest.prefix { $0 != "\"" })))
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\":
        tokens += rest.prefix(1).map { .literal(String($0)) }
        rest = rest.dropFirst()
      case "_", "*":
        // A blank as wide as the next sign, or one that fills the cell.
        rest = rest.dropFirst()
      case "[":
        let words = rest.prefix { $0 != "]" }
        rest = rest.drop { $0 != "]" }.dropFirst()
        if words.first == "$" {
          tokens.append(.literal(String(words.dropFirst().prefix { $0 != "-" })))
        } else if !colours.contains(String(words).lowercased()) {
          isUnderstood = false
        }
      case "0", "#", "?", ".", ",", "%": tokens.append(.sign(sign))
      case "G", "g":
        isUnderstood = isUnderstood && String(rest.prefix(6)).lowercased() == "eneral"
        tokens.append(.general)
        rest = rest.dropFirst(6)
      case "y", "m", "d", "h", "s", "Y", "M", "D", "H", "S":
        let repeated = rest.prefix { $0.lowercased() == sign.lowercased() }
        tokens.append(.letter(Character(sign.lowercased()), count: repeated.count + 1))
        rest = rest.dropFirst(repeated.count)
      default:
        if sign.isASCII, sign.isLetter || sign == "@" { isUnderstood = false }
        tokens.append(.literal(String(sign)))
      }
    }
    return isUnderstood ? tokens : nil
  }

  private static let colours: Set<String> = ["black", "blue", "cyan", "green", "magenta", "red", "white", "yellow"]

  private static func section(_ tokens: [Token]) -> Section? {
    if tokens == [.general] { return .general }
    guard !tokens.contains(.general) else { return nil }
    let isDate = tokens.contains { if case .letter = $0 { true } else { false } }
    return isDate ? date(tokens) : number(tokens)
  }

  private static func number(_ tokens: [Token]) -> Section? {
    func isDigit(_ token: Token) -> Bool { [.sign("0"), .sign("#"), .sign("?")].contains(token) }
    var pattern = Pattern()
    pattern.hasDigits = tokens.contains(where: isDigit)
    let first = tokens.firstIndex { isDigit($0) || $0 == .sign(".") } ?? tokens.endIndex
    let last = tokens.lastIndex { isDigit($0) || $0 == .sign(".") } ?? tokens.startIndex - 1
    var isFraction = false
    var commas = 0
    for (index, token) in tokens.enumerated() {
      switch token {
      case .literal(let text):
        // Text between digits, as in numbers of telephones and in fractions.
        guard index < first || index > last else { return nil }
        if index < first { pattern.before += text } else { pattern.after += text }
      case .sign("%"):
        guard index < first || index > last else { return nil }
        pattern.scale += 2
        if index < first { pattern.before += "%" } else { pattern.after += "%" }
      case .sign("."):
        guard !isFraction else { return nil }
        isFraction = true
        pattern.scale -= 3 * commas
        commas = 0
      case .sign(","): commas += 1
      default:
        if commas > 0, !isFraction { pattern.isGrouped = true }
        commas = 0
        if isFraction {
          pattern.mostFraction += 1
          if token == .sign("0") { pattern.leastFraction = pattern.mostFraction }
        } else if token == .sign("0") || pattern.leastWholeDigits > 0 {
          pattern.leastWholeDigits += 1
        }
      }
    }
    pattern.scale -= 3 * commas
    return .number(pattern)
  }

  private static func date(_ tokens: [Token]) -> Section? {
    var fields: [DateField] = []
    for (index, token) in tokens.enumerated() {
      switch token {
      case .literal(let text): fields.append(.literal(text))
      case .sign(","), .sign("."): fields.append(.literal(token == .sign(",") ? "," : "."))
      case .letter("y", let count): fields.append(.year(digits: count > 2 ? 4 : 2))
      case .letter("d", let count) where count <= 2: fields.append(.day(digits: count))
      case .letter("h", let count) where count <= 2: fields.append(.hour(digits: count))
      case .letter("s", let count) where count <= 2: fields.append(.second(digits: count))
      case .letter("m", let count) where count <= 2:
        // Minutes stand behind hours or before seconds.
        let isMinute = letter(tokens[..<index].reversed()) == "h" || letter(tokens[(index + 1)...]) == "s"
        fields.append(isMinute ? .minute(digits: count) : .month(digits: count))
      default: return nil
      }
    }
    return .date(fields)
  }

  private static func letter(_ tokens: some Sequence<Token>) -> Character? {
    for case .letter(let letter, _) in tokens { return letter }
    return nil
  }
}
