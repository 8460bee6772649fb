internal import ConverterCore

/// What the code of a field shows where the field has no result: some kinds are drawn straight from their code (ECMA-376
/// part 1, 17.16.5).
enum FieldCode {
  /// The text that is seen in place of a field without a result; empty for kinds that show nothing.
  static func shown(_ code: String) -> String {
    let words = code.split(maxSplits: 2, omittingEmptySubsequences: true) { $0 == " " || $0 == "\t" }
    guard let kind = words.first?.uppercased() else { return "" }
    switch kind {
    case "MACROBUTTON", "GOTOBUTTON": return words.count > 2 ? TextJoining.trimmed(String(words[2])) : ""
    case "SYMBOL": return symbol(code.split { $0 == " " || $0 == "\t" }.map(String.init))
    case "EQ": return EquationCode.shown(String(code.drop { $0 == " " || $0 == "\t" }.dropFirst(2)))
    default: return ""
    }
  }

  /// `SYMBOL 254 \f Wingdings` or `SYMBOL 0x2713`: a character of a font by its number.
  private static func symbol(_ words: [String]) -> String {
    guard words.count > 1 else { return "" }
    let digits = words[1].lowercased()
    guard let number = digits.hasPrefix("0x") ? UInt32(digits.dropFirst(2), radix: 16) : UInt32(digits) else {
      return ""
    }
    let font = words.firstIndex { $0.lowercased() == "\\f" }.map { words[($0 + 1)...].joined(separator: " ") } ?? ""
    let name = font.split { $0 == "\"" || $0 == "\\" }.first.map(String.init) ?? ""
    return SymbolFont.scalar(number, font: name).map { String(Character($0)) } ?? ""
  }
}

/// Equations written as field codes (ECMA-376 part 1, 17.16.5.17), as linear text: `\f(1,2)` is 1/2.
///
/// Programs of East Asia write more than equations so: `\o\ac(○,3)` is ③, and `\o\ad(\s\up 9(かん),漢)` is a phonetic guide.
struct EquationCode {
  /// How deep instructions may lie in each other.
  private static let deepest = 32

  /// An argument of an instruction.
  private struct Piece {
    var text = ""
    /// Whether it stands above the line.
    var isRaised = false
  }

  private var rest: Substring.UnicodeScalarView

  static func shown(_ code: String) -> String {
    var equation = EquationCode(rest: code[...].unicodeScalars)
    let text = equation.piece(depth: 0, isArgument: false).text
    return TextJoining.trimmed(text)
  }

  /// Reads up to the end of an argument, or of the code.
  private mutating func piece(depth: Int, isArgument: Bool) -> Piece {
    var piece = Piece()
    while let scalar = rest.first {
      if isArgument, scalar == "," || scalar == ";" || scalar == ")" { break }
      rest.removeFirst()
      if scalar == "\\" {
        instruction(into: &piece, depth: depth)
      } else {
        piece.text.unicodeScalars.append(scalar)
      }
    }
    return piece
  }

  /// Reads what follows a backslash: an escaped sign, a switch of the field, or an instruction with its arguments.
  private mutating func instruction(into piece: inout Piece, depth: Int) {
    guard let first = rest.first else { return }
    if first == "*" {
      rest.removeFirst()
      skipSwitch()
      return
    }
    guard first.properties.isAlphabetic else {
      piece.text.unicodeScalars.append(first)
      rest.removeFirst()
      return
    }
    let name = first.properties.lowercaseMapping
    var options = ""
    // Options stand between the instruction and its arguments: `\s\up 9(…)`, `\b\lc\{(…)`.
    while let scalar = rest.first, scalar != "(" {
      options.unicodeScalars.append(scalar)
      rest.removeFirst()
    }
    guard rest.first == "(", depth < Self.deepest else { return }
    var arguments: [Piece] = []
    repeat {
      rest.removeFirst()
      arguments.append(self.piece(depth: depth + 1, isArgument: true))
    } while rest.first == "," || rest.first == ";"
    rest = rest.dropFirst()
    piece.text += Self.shown(name, arguments)
    piece.isRaised = piece.isRaised || name == "s" && options.lowercased().contains("\\up")
  }

  /// Passes over a word, or a text in quotation marks.
  private mutating func skipSwitch() {
    rest = rest.drop { $0 == " " }
    let isQuoted = rest.first == "\""
    if isQuoted { rest.removeFirst() }
    rest = rest.drop { isQuoted ? $0 != "\"" : $0 != " " && $0 != "\\" }
    if isQuoted { rest = rest.dropFirst() }
  }

  private static func shown(_ name: String, _ arguments: [Piece]) -> String {
    let texts = arguments.map { TextJoining.trimmed($0.text) }
    switch name {
    case "f": return texts.joined(separator: "/")
    case "r": return texts.count > 1 ? "√[\(texts[0])](\(texts[1]))" : "√(\(texts.joined()))"
    case "b": return "(\(texts.joined()))"
    case "a", "l": return texts.joined(separator: ", ")
    case "i": return "∫" + texts.joined(separator: " ")
    case "d": return ""
    case "o": return overlaid(arguments, texts)
    default: return texts.joined()
    }
  }

  /// Characters drawn over each other: a number in a ring, a reading over its base, or what they are one by one.
  private static func overlaid(_ arguments: [Piece], _ texts: [String]) -> String {
    guard texts.count == 2 else { return texts.joined() }
    if arguments[0].isRaised { return "\(texts[1])（\(texts[0])）" }
    guard ["○", "◯", "〇"].contains(texts[0]) else { return texts.joined() }
    return Int(texts[1]).map { ListNumber.text($0, format: 18) } ?? texts[1]
  }
}
