/// A line between the title of a table and its body, which says something of all of it: a unit, or any remark in brackets.
package enum Headnote {
  /// Whether a line reads as one.
  package static func isOne(_ line: String) -> Bool {
    content(of: line) != nil || UnitLine(line) != nil
  }

  /// What stands in the brackets that enclose a whole line; `nil` where none do.
  package static func content(of line: String) -> Substring? {
    guard let opening = line.first, let closing = pairs[opening], line.last == closing, line.count > 2 else {
      return nil
    }
    let content = line.dropFirst().dropLast()
    // `(a) and (b)` is no line in brackets.
    return content.contains(where: { $0 == opening || $0 == closing }) ? nil : content
  }

  /// Whether square brackets enclose a whole line, as what is said of all figures does between a caption and the head of its table:
  /// `[In thousands. For years ending June 30]`.
  package static func isInSquareBrackets(_ line: String) -> Bool {
    line.first == "[" && content(of: line) != nil
  }

  private static let pairs: [Character: Character] = ["(": ")", "[": "]", "（": "）", "［": "］", "【": "】"]
}
