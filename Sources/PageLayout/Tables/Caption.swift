/// The line that names a table: `Table 3 – Growth`, `表2 收入`, `附表一`.
package struct Caption: Hashable, Sendable {
  package var text: String

  /// The caption that a line begins, if it begins one.
  package init?(_ line: String) {
    guard
      Self.startsCaption(line, words: ["Table", "TABLE", "Tableau", "Tabelle", "Tabella", "Tabla", "Tab."])
        || Self.startsCaption(line, words: ["附表", "续表", "表"])
    else { return nil }
    text = line
  }

  /// Whether a line begins the caption of a picture or a note below a table.
  package static func isOther(_ line: String) -> Bool {
    startsCaption(line, words: ["Figure", "FIGURE", "Fig.", "Chart", "Graph", "Box", "图"])
      || ["Source:", "Sources:", "Source :", "SOURCE", "Note:", "Notes:", "NOTE", "注：", "注:", "数据来源", "资料来源"].contains {
        line.hasPrefix($0)
      }
  }

  /// Whether a caption says that its table goes on from the page before: `续表1`, `表1（续）`, `Table 3 (continued)`.
  package static func isContinuation(_ caption: String) -> Bool {
    let lower = caption.lowercased()
    return lower.hasPrefix("续") || ["（续", "(续", "continued)", "(cont"].contains { lower.contains($0) }
  }

  /// Whether a line begins with one of the words and a number.
  private static func startsCaption(_ line: String, words: [String]) -> Bool {
    guard let word = words.first(where: { line.hasPrefix($0) }) else { return false }
    let rest = line.dropFirst(word.count).drop { $0.isWhitespace || $0 == "." }
    guard let next = rest.first else { return false }
    let token = rest.prefix { !$0.isWhitespace && $0 != ":" && $0 != "." }
    return next.isNumber || "一二三四五六七八九十：:".contains(next)
      || token.count <= 4 && next.isUppercase
        && (token.contains(where: \.isNumber) || token.count == 1 || token.allSatisfy { "IVXL".contains($0) })
  }
}
