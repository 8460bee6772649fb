internal import ConverterCore

/// Tables of contents and indexes: entries that lead to pages.
extension TextualShape {
  /// Whether a candidate is a table of contents: titles, mostly with leaders, and page numbers that rise.
  ///
  ///     2     Tokenizer & Model . . . . . . . . . .   3
  ///     2.1   Tokenizer . . . . . . . . . . . . . .   3
  static func isContents(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> Bool {
    if isLed(candidate, text: text, tolerances: tolerances) { return true }
    let last = candidate.grid.columnCount - 1
    guard last <= tolerances.lookalikes.mostContentsLevels else { return false }
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
    guard pages.count >= tolerances.lookalikes.leastContents, 5 * pages.count >= 4 * rows, isRising(pages) else {
      return false
    }
    // Without leaders, rising figures beside labels may be a series; so many of them in whole numbers are pages.
    let isHeaded = pages.count < rows && !namesPages(candidate, text: text)
    return 2 * leaders >= rows || !isHeaded && isBelowTitle(candidate, text: text)
      || pages.count >= tolerances.lookalikes.leastPlainContents
        && (last == 1 || namesPages(candidate, text: text)
          || hasSections(candidate, text: text, tolerances: tolerances)
            && !pages.allSatisfy { YearLabel.matches(String($0)) })
  }

  /// Whether the heading over the last column says that it holds numbers of pages.
  private static func namesPages(_ candidate: TableCandidate, text: PageText) -> Bool {
    zip(candidate.grid.areas, candidate.contents).contains { area, words in
      area.rows.lowerBound == 0 && area.columns.upperBound == candidate.grid.columnCount
        && pageNames.contains(text.string(ofLine: words).lowercased())
    }
  }

  /// Whether the line above says that contents follow.
  private static func isBelowTitle(_ candidate: TableCandidate, text: PageText) -> Bool {
    let above = text.words.indices.filter {
      text.words[$0].direction == .right && text.words[$0].baseline < candidate.box.y0
    }
    guard let lowest = above.max(by: { text.words[$0].baseline < text.words[$1].baseline }) else { return false }
    let title = above.filter { text.words[$0].baseline > text.words[lowest].band.start }
      .sorted { text.words[$0].box.x0 < text.words[$1].box.x0 }
    return contentsNames.contains(text.string(ofLine: title).lowercased().filter { !$0.isWhitespace })
  }

  /// The titles of contents, without blanks.
  private static let contentsNames: Set = [
    "contents", "tableofcontents", "listoftables", "listoffigures", "目录", "目次", "inhalt", "inhaltsverzeichnis",
    "sommaire", "tabledesmatières",
  ]

  /// The headings over numbers of pages; `pages` counts them.
  private static let pageNames: Set = ["page", "页码", "页次", "seite", "página"]

  /// Whether most lines begin with the number or letter of a chapter or section, several of them with that of a section.
  ///
  ///     2     Towns            7
  ///           2.1   Harbors    8
  ///     A     Words           31
  private static func hasSections(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> Bool {
    let lines = text.textLines(of: candidate.words, tolerances: tolerances)
    let numbers = lines.map { text.string(of: text.words[$0.words[0]]) }
    let sections = numbers.count(where: isSectionNumber)
    let chapters = numbers.count { number in
      number.count <= 2 && number.allSatisfy(\.isNumber) || number.count == 1 && number.allSatisfy(\.isUppercase)
    }
    return sections >= tolerances.lookalikes.leastContents && (sections + chapters).isMost(of: lines.count)
  }

  /// Whether most lines end with a leader and a page number, whatever columns the numbers of chapters and long titles seem to make.
  private static func isLed(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> Bool {
    let lines = entries(in: candidate, text: text, tolerances: tolerances)
    let filled = lines.count { !$0.isEmpty }
    // Where contents stand in two columns, pages rise in each.
    let most = lines.map(\.count).max() ?? 0
    return filled >= tolerances.lookalikes.leastContents && filled.isMost(of: lines.count)
      && (0..<most).allSatisfy { column in isRising(lines.compactMap { $0.dropFirst(column).first?.page }) }
  }

  private static func isRising(_ pages: [Int]) -> Bool { zip(pages, pages.dropFirst()).allSatisfy { $0 <= $1 } }

  /// Whether a candidate is an index: labels in order of the alphabet, from which leaders lead to pages, in one column or several,
  /// with no heading but single letters.
  ///
  ///     aes_decrypt . . . . . 24      hash_digest . . . . . 12, 14
  ///     aes_encrypt . . . . . 24      hash_init . . . . . . 11
  static func isIndex(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> Bool {
    let lines = entries(in: candidate, text: text, tolerances: tolerances)
    guard lines.count(where: { !$0.isEmpty }).isMost(of: lines.count),
      let first = text.textLines(of: candidate.words, tolerances: tolerances).first,
      !lines[0].isEmpty || first.phrases.count < 2 || first.words.allSatisfy({ text.words[$0].glyphs.count == 1 })
    else { return false }
    // Entries that begin at one place stand in one column; those set in are part of the one above.
    let found = lines.flatMap(\.self)
    let drift = tolerances.labelDrift * first.size
    var (pairs, sorted) = (0, 0)
    for start in Clusters.middles(of: found.map(\.start), within: drift) {
      let labels = found.filter { abs($0.start - start) <= drift }.map(\.label)
      pairs += max(labels.count - 1, 0)
      sorted += zip(labels, labels.dropFirst()).count { $0 <= $1 }
    }
    return pairs >= tolerances.lookalikes.leastContents - 1
      && !sorted.isLess(than: tolerances.shares.leastSorted, of: pairs)
  }

  /// A label with a leader and a page.
  private struct Entry {
    /// The letters and digits of the label, small.
    var label: String
    /// The left end in points.
    var start: Double
    /// The first page.
    var page: Int
  }

  /// The entries of each line of a candidate, from top to bottom; no lines where there are no leaders.
  private static func entries(in candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> [[Entry]] {
    guard candidate.words.contains(where: { text.words[$0].traits.contains(.leader) }) else { return [] }
    return text.textLines(of: candidate.words, tolerances: tolerances).map { entries(in: $0, text: text) }
  }

  /// The entries of a line, from left to right; none where anything but pages stands behind a leader.
  private static func entries(in line: TextLine, text: PageText) -> [Entry] {
    var entries: [Entry] = []
    var start = 0
    while let leader = line.words[start...].firstIndex(where: { text.words[$0].traits.contains(.leader) }) {
      let behind = line.words[(leader + 1)...].prefix { word in
        let pages = text.string(of: text.words[word])
        return !isAmount(pages) && pages.split(separator: ",").allSatisfy { pageNumber(String($0)) != nil }
      }
      guard leader > start, let first = behind.first,
        let page = pageNumber(String(text.string(of: text.words[first]).prefix { $0 != "," }))
      else { return [] }
      let label = line.words[start..<leader].map { text.string(of: text.words[$0]) }.joined()
      entries.append(
        Entry(
          label: label.lowercased().filter { $0.isLetter || $0.isNumber }, start: text.words[line.words[start]].box.x0,
          page: page))
      start = behind.endIndex
    }
    // The letter of a group may stand beside an entry.
    let rest = line.words[start...]
    return rest.isEmpty || rest.count == 1 && text.words[rest[start]].glyphs.count == 1 ? entries : []
  }

  /// Whether commas part thousands rather than pages: `1,024`, while an index has `1, 24`.
  private static func isAmount(_ text: String) -> Bool {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    return groups.count > 1 && groups.allSatisfy { $0.allSatisfy(\.isNumber) }
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// The number of a page, in Arabic or Roman figures; the latter, those of front matter, come before all others.
  private static func pageNumber(_ text: String) -> Int? {
    if text.count <= 4, let number = Int(text) { return number }
    return !text.isEmpty && text.allSatisfy { "ivxlcIVXLC".contains($0) } ? 0 : nil
  }
}
