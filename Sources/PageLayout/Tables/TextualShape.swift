internal import ConverterCore

/// Text that stands in columns as tables do and is none: contents, numbered formulas, numbered lines.
enum TextualShape {
  /// Whether a text is the number, letter, bullet or key before an entry of a list: `3.`, `B.`, `•`, `[Doe93]`.
  static func isListLabel(_ text: String) -> Bool {
    if LineLabel(text + " x")?.text == text || text == "-" { return true }
    if text.first == "[", text.last == "]", text.count > 2 { return true }
    return text.count == 2 && text.last == "." && text.first?.isLetter == true
  }

  /// Whether a text is the number of a section: `2.3.1`.
  static func isSectionNumber(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }
  }
}
