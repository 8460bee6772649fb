/// Text in which nothing is markup to Markdown.
enum MarkdownText {
  /// The lines of a text; each but the last ends in a backslash, which breaks the line (GFM, section 6.12).
  static func lines(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map { escaped(String($0)) }
    return lines.enumerated().map { $0.offset + 1 < lines.count ? $0.element + "\\" : $0.element }
  }

  /// The lines of code between fences that are longer than any run of backticks in it (GFM, section 4.5).
  static func code(_ text: String) -> [String] {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return [fence] + text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [fence]
  }

  /// One line with a backslash before each character that would be markup where it stands.
  static func escaped(_ line: String) -> String {
    var escaped: [UInt8] = []
    let text = Array(line.utf8)
    let start = text.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? text.count
    // White space before text would make code.
    for index in start..<text.count {
      if isMarkup(text, at: index, start: start) { escaped.append(UInt8(ascii: "\\")) }
      escaped.append(text[index])
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// The text of a heading: number signs at the end would be taken for its closing (GFM, section 4.2).
  static func heading(_ text: String) -> String {
    let escaped = escaped(TextJoining.oneLine(text))
    return escaped.hasSuffix("#") && !escaped.hasSuffix("\\#") ? escaped.dropLast() + "\\#" : escaped
  }

  private static func isMarkup(_ text: [UInt8], at index: Int, start: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "$"):
      // A tilde alone strikes out on GitHub, and dollars are mathematics there.
      true
    case UInt8(ascii: "_"): !isAlphanumeric(text, index - 1) || !isAlphanumeric(text, index + 1)
    case UInt8(ascii: "&"):
      isAlphanumeric(text, index + 1) || index + 1 < text.count && text[index + 1] == UInt8(ascii: "#")
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "="): index == start
    case UInt8(ascii: "+"), UInt8(ascii: "-"): index == start && !isDigit(text, index + 1)
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      // `1.` at the start of a line would begin a list.
      index > start && index - start <= 9 && (start..<index).allSatisfy { isDigit(text, $0) }
        && (index + 1 == text.count || text[index + 1] == 0x20)
    default: false
    }
  }

  private static func isDigit(_ text: [UInt8], _ index: Int) -> Bool {
    text.indices.contains(index) && (0x30...0x39).contains(text[index])
  }

  private static func isAlphanumeric(_ text: [UInt8], _ index: Int) -> Bool {
    guard text.indices.contains(index) else { return false }
    let byte = text[index]
    return isDigit(text, index) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
  }
}
