internal import ConverterCore

/// Text that stands in columns as tables do and is none: contents, numbered formulas, numbered lines.
enum TextualShape {
  /// Whether a candidate is a table of contents: titles, mostly with leaders, and page numbers that rise.
  ///
  ///     2     Tokenizer & Model . . . . . . . . . .   3
  ///     2.1   Tokenizer . . . . . . . . . . . . . .   3
  static func isContents(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> Bool {
    let last = candidate.grid.columnCount - 1
    guard last <= tolerances.mostContentsLevels else { return false }
    var pages: [Int] = []
    var rows = 0
    var leaders = 0
    for (area, words) in zip(candidate.grid.areas, candidate.contents) where !words.isEmpty {
      if area.columns.contains(last) {
        rows += 1
        if let word = words.last, words.dropLast().allSatisfy({ text.words[$0].traits.contains(.leader) }),
          let page = pageNumber(text.string(of: text.words[word]))
        {
          pages.append(page)
        }
      }
      if words.contains(where: { text.words[$0].traits.contains(.leader) }) { leaders += 1 }
    }
    let isRising = zip(pages, pages.dropFirst()).allSatisfy { $0 <= $1 }
    guard pages.count >= tolerances.leastContents, 5 * pages.count >= 4 * rows, isRising else { return false }
    // Without leaders, rising figures beside labels may be a series; so many of them in whole numbers are pages.
    return 2 * leaders >= rows || last == 1 && pages.count >= tolerances.leastPlainContents
  }

  /// The number of a page, in Arabic or Roman figures; the latter, those of front matter, come before all others.
  private static func pageNumber(_ text: String) -> Int? {
    if let number = Int(text) { return number }
    return !text.isEmpty && text.allSatisfy { "ivxlcIVXLC".contains($0) } ? 0 : nil
  }

  /// Whether a text is the number, letter or bullet before an entry of a list: `3.`, `B.`, `•`.
  static func isListLabel(_ text: String) -> Bool {
    if LineLabel(text + " x")?.text == text || text == "-" { return true }
    return text.count == 2 && text.last == "." && text.first?.isLetter == true
  }

  /// Whether a candidate is formulas with their numbers at the right: `(1)`, `(2)`.
  static func isNumberedDisplay(_ candidate: TableCandidate, text: PageText) -> Bool {
    let last = candidate.grid.columnCount - 1
    var numbers: [Int] = []
    for (area, words) in zip(candidate.grid.areas, candidate.contents)
    where !words.isEmpty && area.columns.contains(last) {
      guard words.count == 1, area.columns.count == 1 else { return false }
      let label = text.string(of: text.words[words[0]])
      guard label.first == "(", label.last == ")",
        let number = label.dropFirst().dropLast().split(separator: ".").last.flatMap({ Int($0) })
      else { return false }
      numbers.append(number)
    }
    return numbers.count >= 2 && zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }

  /// Whether a candidate is a page of text whose lines are numbered, as courts and parliaments print them: numbers that count on
  /// by one at the left, and lines of which half or more are of one piece or prose.
  static func hasLineNumbers(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> Bool {
    var numbers: [Int] = []
    for (area, words) in zip(candidate.grid.areas, candidate.contents) where area.columns.lowerBound == 0 {
      guard let word = words.first, let number = Int(text.string(of: text.words[word])) else { continue }
      numbers.append(number)
    }
    guard numbers.count >= tolerances.leastNumberedLines, 4 * numbers.count >= 3 * candidate.grid.rowCount,
      zip(numbers, numbers.dropFirst()).allSatisfy({ $0 + 1 == $1 })
    else { return false }
    let lines = text.textLines(of: candidate.words, tolerances: tolerances)
    let running = lines.count { line in
      let rest = line.phrases.dropFirst()
      return rest.count <= 1 && rest.allSatisfy { !$0.isValue }
        || line.isProse(within: candidate.box.x1 - candidate.box.x0, text: text, tolerances: tolerances)
    }
    return 2 * running >= lines.count
  }
}
