/// Years that head columns of figures: they look like figures and are none.
enum YearLabel {
  /// Whether a text is a year of the last or this century or a span of them, with the mark of a note: `2009`, `2009/10`,
  /// `1998-2004`, `1998–`, `2010 1`, `2010 (1)`, `2010*`; so is the letter that says that figures are preliminary or revised: `2011p`.
  static func matches(_ text: String) -> Bool {
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    guard digits.count == 4, text.hasPrefix("19") || text.hasPrefix("20") else { return false }
    var rest = text.dropFirst(4)
    if let sign = rest.first, "-–—/".contains(sign) {
      let end = rest.dropFirst().prefix { $0.isNumber }
      // The span ends in the next line.
      if rest.count == 1 { return true }
      guard end.count == 2 || end.count == 4 else { return false }
      rest = rest.dropFirst(1 + end.count)
    }
    let mark = rest.filter { !" ()[]*年".contains($0) }
    guard mark.count == 1, let sign = mark.first else { return mark.isEmpty }
    // A digit right behind a year is one of a longer figure.
    return sign.isNumber ? rest.count > 1 : "a"..."z" ~= sign
  }

  /// Whether a text is a day written in figures: `6/30/04`, `12/31/2003`, `31.12.2004`.
  static func isDate(_ text: String) -> Bool {
    guard let sign = text.first(where: { "/.-".contains($0) }) else { return false }
    let parts = text.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return false }
    let counts = parts.map(\.count)
    return 1...2 ~= counts[1]
      && (1...2 ~= counts[0] && (counts[2] == 2 || counts[2] == 4) || counts[0] == 4 && 1...2 ~= counts[2])
  }

  /// Whether a text says what the figures of one year are, in the line above it: `Estimated`, `Revised`.
  static func isStatus(_ text: String) -> Bool { statuses.contains(text.lowercased()) }

  /// Whether a text ends as a date does before its year: `December 31,`, `October`, `Sept.`
  static func mayFollow(_ text: String) -> Bool {
    let last = text.split(separator: " ").last ?? ""
    if last.last == "," { return last.dropLast().allSatisfy(\.isNumber) && last.count > 1 || isMonth(last.dropLast()) }
    return isMonth(last)
  }

  private static func isMonth(_ word: Substring) -> Bool {
    let name = (word.last == "." ? word.dropLast() : word).lowercased()
    return name.count > 2 && months.contains { $0 == name || $0.prefix(3) == name } || name == "sept"
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static let statuses: Set<String> = [
    "actual", "budget", "enacted", "estimate", "estimated", "fiscal", "forecast", "plan", "planned", "preliminary",
    "projected",
    "projection", "proposed", "provisional", "request", "requested", "revised", "预算", "决算", "预计", "实际", "修订",
  ]
}

extension PageText {
  /// Whether words read as a year or a span of years.
  func isYear(_ words: [Int]) -> Bool {
    YearLabel.matches(string(ofLine: words))
  }

  /// Whether words read as a year, a span of years or a day: what figures below are of.
  func isPeriod(_ words: [Int]) -> Bool {
    isYear(words) || YearLabel.isDate(string(ofLine: words))
  }
}
