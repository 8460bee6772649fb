internal import ConverterCore

/// Listings of programs and of what they print, and text whose lines are numbered.
extension TextualShape {
  /// Whether a candidate is a listing of a program or of what it printed: letters of one width on a page of other text.
  static func isListing(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> Bool {
    guard let pitch = text.letterPitch(of: candidate.words, tolerances: tolerances) else { return false }
    let inside = Set(candidate.words)
    if isAmongStatements(inside, pitch: pitch, text: text, tolerances: tolerances) { return true }
    var (fixed, others) = (0, 0)
    for index in text.words.indices {
      if text.words[index].traits.contains(.wide) { others += text.words[index].glyphs.count }
      for width in text.letterWidths(of: text.words[index]) {
        if abs(width - pitch) > tolerances.lookalikes.pitchDrift {
          others += 1
        } else if !inside.contains(index) {
          fixed += 1
        }
      }
    }
    return others >= tolerances.text.leastProseCharacters
      && (Double(others) > tolerances.shares.leastOther * Double(fixed)
        || isProgram(candidate.words, text: text, tolerances: tolerances))
  }

  /// Whether most lines beside some words, in letters of one width, end as statements of programs do: with `;` or a brace. Clauses of
  /// contracts do too, but run on in small letters.
  private static func isAmongStatements(
    _ inside: Set<Int>, pitch: Double, text: PageText, tolerances: Tolerances
  ) -> Bool {
    func endsStatement(_ word: Word) -> Bool { [";", "{", "}"].contains { text.ends(word, with: $0) } }
    let least = tolerances.lookalikes.leastStatements
    // Few pages have any.
    guard text.words.lazy.filter(endsStatement).prefix(least).count == least else { return false }
    let others = text.words.indices.filter { index in
      !inside.contains(index) && text.words[index].direction == .right
        && text.letterWidths(of: text.words[index]).allSatisfy { abs($0 - pitch) <= tolerances.lookalikes.pitchDrift }
    }
    let lines = text.textLines(of: others, tolerances: tolerances)
    let statements = lines.count { line in
      line.words.last.map { endsStatement(text.words[$0]) } == true
        && (line.words.count { text.words[$0].traits.contains(.lowercaseStart) } < tolerances.leastProseWords
          || line.words.contains { text.string(of: text.words[$0]).contains("=") })
    }
    return statements >= least && statements.isMost(of: lines.count)
  }

  /// Whether words are those of a program, of a shell or of a log: many hold signs that other text does without.
  private static func isProgram(_ words: [Int], text: PageText, tolerances: Tolerances) -> Bool {
    let signs = words.count { index in
      text.words[index].glyphs.contains { position in
        let glyph = text.glyphs[Int(text.order[position])].text
        return glyph.utf8.count == 1 && "{}();=<>_#|\\\"&[]^~`@/?".utf8.contains(glyph.utf8.first ?? 0)
      }
    }
    return !signs.isLess(than: tolerances.shares.leastProgram, of: words.count)
  }

  /// Whether a candidate is a page of text whose lines are numbered, as courts and parliaments print them: numbers that count on
  /// by one at the left, and lines of which half or more are of one piece or prose, or a numbered program.
  static func hasLineNumbers(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> Bool {
    var numbers: [Int] = []
    for (area, words) in zip(candidate.grid.areas, candidate.contents) where area.columns.lowerBound == 0 {
      guard let word = words.first, let number = Int(text.string(of: text.words[word])) else { continue }
      numbers.append(number)
    }
    guard numbers.count >= tolerances.lookalikes.leastNumberedLines, 4 * numbers.count >= 3 * candidate.grid.rowCount,
      zip(numbers, numbers.dropFirst()).allSatisfy({ $0 + 1 == $1 })
    else { return false }
    // LaTeX sets programs with all letters apart.
    let letters = candidate.words.count { text.words[$0].glyphs.count == 1 && text.words[$0].traits.contains(.letter) }
    if letters.isMost(of: candidate.words.count) || isProgram(candidate.words, text: text, tolerances: tolerances) {
      return true
    }
    let lines = text.textLines(of: candidate.words, tolerances: tolerances)
    let running = lines.count { line in
      // `Q.` and `A.` stand before what is asked and answered.
      let rest = line.phrases.dropFirst().drop {
        $0.words.count == 1 && text.ends(text.words[line.words[$0.words.lowerBound]], with: ".")
      }
      return rest.count <= 1 && rest.allSatisfy { !$0.isValue }
        || line.isProse(within: candidate.box.x1 - candidate.box.x0, text: text, tolerances: tolerances)
    }
    return 2 * running >= lines.count
  }
}
