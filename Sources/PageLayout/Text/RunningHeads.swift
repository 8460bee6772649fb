package import ConverterCore

/// Headers, footers and page numbers: what stands in the margin of page after page.
package enum RunningHeads {
  /// The share of a page's height at its top and bottom in which running heads stand.
  static let marginShare = 0.12

  /// The role of a line in the margin that tells itself: a page number.
  package static func isPageNumber(_ text: String) -> Bool {
    var rest = text.filter { !$0.isWhitespace }[...]
    guard rest.count <= 14, rest.contains(where: \.isNumber) else { return false }
    for (opening, closing) in [("-", "-"), ("—", "—"), ("–", "–"), ("[", "]"), ("(", ")"), ("·", "·")] {
      if rest.hasPrefix(opening), rest.hasSuffix(closing), rest.count > 2 { rest = rest.dropFirst().dropLast() }
    }
    for word in ["Page", "page", "PAGE", "p.", "第", "共", "of", "页", "頁", "/", "，", ","] {
      rest = rest.replacing(word, with: " ")[...]
    }
    let numbers = rest.split(separator: " ")
    return !numbers.isEmpty && numbers.count <= 2
      && numbers.allSatisfy {
        $0.count <= 4 && $0.allSatisfy { $0.isNumber && $0.isASCII || "〇一二三四五六七八九十百".contains($0) }
      }
  }

  /// What two pages have in common in their margins: text without its figures, and where it stands.
  package struct Mark: Hashable, Sendable {
    package var key: String
    package var y: Double

    /// Whether another page repeats the mark, up to a shift of the line.
    package func repeats(_ other: Mark) -> Bool {
      key == other.key && abs(y - other.y) <= 6
    }
  }

  /// The mark of a block.
  package static func mark(of text: String, box: Rectangle) -> Mark {
    Mark(key: String(text.map { $0.isNumber ? "#" : $0 }.filter { !$0.isWhitespace }), y: box.midY)
  }
}
