/// The numbers of pages behind the titles of a table of contents.
enum PageNumber {
  /// Whether texts are numbers of pages that only grow: `3`, `12`, with others among them that do not compare, `iv`, `A-2`, `3-1`.
  static func areRising(_ texts: [String]) -> Bool {
    let plain = texts.compactMap { Int($0) }
    return !texts.isEmpty && plain == plain.sorted()
      && texts.allSatisfy { Int($0) != nil || isRoman($0) || isOfPart($0) }
  }

  private static func isRoman(_ text: String) -> Bool {
    text.utf8.count <= 8 && !text.isEmpty && text.allSatisfy { "ivxlcIVXLC".contains($0) }
  }

  /// Whether a text is the number of a part and of a page of it: `A-2`, `3-1`.
  private static func isOfPart(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && (1...2).contains(parts[0].utf8.count) && (1...3).contains(parts[1].utf8.count)
      && parts.joined().allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) } && Int(parts[1]) != nil
  }
}
