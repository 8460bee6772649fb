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

  /// Whether the caption says that its table goes on from the page before: `Table 8 (continued)`, `TABLE 8.—Con.`, `续表8`.
  package var isContinuation: Bool { continuationMark != nil }

  /// Whether the caption says that its table goes on, has the number of another one, and says nothing that the other does not.
  package func continues(_ other: Caption) -> Bool {
    guard isContinuation, let number, number == other.number else { return false }
    return other.title.isEmpty || other.title.contains(title)
  }

  /// The number of the table, with its letters: `8`, `C-3`; `nil` where there is none.
  private var number: Substring? {
    let rest = text.drop { !$0.isNumber && !($0 == " " || $0.isWhitespace) }.drop { $0.isWhitespace }
    let number = rest.prefix { $0.isNumber || $0.isLetter || $0 == "-" }
    let end = number.lastIndex { $0.isNumber }.map(number.index(after:)) ?? number.startIndex
    return number[..<end].isEmpty ? nil : number[..<end]
  }

  /// What stands behind the number but for the words that say that the table goes on and what brackets at the end say: letters and
  /// digits in lower case.
  private var title: String {
    let text = text.last == "]" ? text[..<(text.lastIndex(of: "[") ?? text.endIndex)] : text[...]
    let start = number?.endIndex ?? text.startIndex
    let mark = continuationMark.flatMap { $0.lowerBound >= start ? $0 : nil } ?? start..<start
    return (text[start..<mark.lowerBound] + text[mark.upperBound...]).filter { $0.isLetter || $0.isNumber }.lowercased()
  }

  /// The words that say that the table goes on. `Continued cases` and `Consumption` do not: such words stand in brackets, behind a
  /// dash, behind the number or at the end.
  private var continuationMark: Range<String.Index>? {
    if text.hasPrefix("续表") { return text.startIndex..<text.index(after: text.startIndex) }
    for opening in ["（续", "(续"] {
      guard let start = text.firstRange(of: opening) else { continue }
      let end = text[start.upperBound...].prefix(3).firstIndex { "）)".contains($0) }
      if let end { return start.lowerBound..<text.index(after: end) }
    }
    let words = text.split { !($0.isLetter || "'’".contains($0)) }
    return words.first(where: isContinuationMark).map { $0.startIndex..<$0.endIndex }
  }

  /// Whether a word of the caption is `continued` or short for it, and stands where it says so.
  private func isContinuationMark(_ word: Substring) -> Bool {
    let behind = text[word.endIndex...]
    switch word.lowercased() {
    case "continued", "cont'd", "cont’d", "contd": break
    case "cont", "con": guard let next = behind.first, ".)]".contains(next) else { return false }
    default: return false
    }
    guard let before = text[..<word.startIndex].last(where: { !$0.isWhitespace }) else { return false }
    let endsPart = behind.first.map { ".,:;–—".contains($0) } ?? true
    return "([–—-".contains(before) || endsPart && (before.isNumber || ".,:;".contains(before))
      || behind.allSatisfy { !($0.isLetter || $0.isNumber) }
  }

  /// Whether a line below a table says that notes or rows follow on another page.
  package static func isSignpost(_ line: String) -> Bool {
    line.utf8.count < 60
      && ["See footnotes", "See notes", "See endnotes", "Footnotes at end", "Continued", "(continued", "(Continued"]
        .contains {
          line.hasPrefix($0)
        }
  }

  /// Whether a line begins the caption of a picture or a note below a table.
  package static func isOther(_ line: String) -> Bool {
    startsCaption(line, words: ["Figure", "FIGURE", "Fig.", "Chart", "Graph", "Box", "图"])
      || ["Source:", "Sources:", "Source :", "SOURCE", "Note:", "Notes:", "NOTE", "注：", "注:", "数据来源", "资料来源"].contains {
        line.hasPrefix($0)
      }
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
