/// What the code of a field shows where the field has no result: some kinds are drawn straight from their code (ECMA-376
/// part 1, 17.16.5).
package enum FieldCode {
  /// The text that is seen in place of a field without a result; empty for kinds that show nothing.
  package static func shown(_ code: String) -> String {
    let words = code.split(maxSplits: 2, omittingEmptySubsequences: true) { $0 == " " || $0 == "\t" }
    guard let kind = words.first?.uppercased() else { return "" }
    switch kind {
    case "MACROBUTTON", "GOTOBUTTON": return words.count > 2 ? TextJoining.trimmed(String(words[2])) : ""
    case "SYMBOL": return symbol(code.split { $0 == " " || $0 == "\t" }.map(String.init))
    default: return EquationField.text(code) ?? ""
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
