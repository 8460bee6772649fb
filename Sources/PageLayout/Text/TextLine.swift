package import ConverterCore

/// Words that stand side by side.
package struct TextLine: Hashable, Sendable {
  /// Indices into ``PageText/words``, from left to right.
  package var words: [Int]

  /// The union of the words' boxes across and their bands down, in points.
  package var box: Rectangle

  /// The band of the largest word.
  package var band: Interval

  /// The baseline of the largest word.
  package var baseline: Double

  /// The font size of the largest word, in points.
  package var size: Double

  /// The pieces of the line between wide gaps, from left to right.
  package var phrases: [Phrase]
}

extension TextLine {
  /// Whether the line reads as prose rather than as cells: many words over most of `width`, few of them figures, and no gap
  /// wider than justification makes.
  package func isProse(within width: Double, text: PageText, tolerances: Tolerances = .standard) -> Bool {
    let values = words.count { text.words[$0].isValue }
    guard box.width > tolerances.text.proseWidth * width, 3 * values <= words.count,
      words.count >= tolerances.text.leastProseWords
        || text.characterCount(of: words) >= tolerances.text.leastProseLetters
    else { return false }
    return zip(phrases, phrases.dropFirst()).allSatisfy {
      $1.extent.start - $0.extent.end < tolerances.text.proseGap * size
    }
  }
}

extension Sequence<TextLine> {
  /// The extent across of all lines in points; from infinity to minus infinity where there are none.
  var across: Interval {
    reduce(Interval(.infinity, -.infinity)) { $0.union(Interval($1.box.x0, $1.box.x1)) }
  }
}

extension Word {
  /// Whether the word is the raised mark of a note on another: `2010¹`.
  func isMark(after word: Word, tolerances: Tolerances) -> Bool {
    glyphs.count <= tolerances.text.longestMark && size <= tolerances.text.markSize * word.size
      && baseline < word.baseline - tolerances.text.baselineDrift * word.size
      && box.x0 - word.box.x1 <= tolerances.text.phraseGap * word.size
  }
}

extension Word {
  /// Whether the word is the raised mark of a note and touches another word.
  func isMark(on word: Word, tolerances: Tolerances) -> Bool {
    isMark(after: word, tolerances: tolerances) && direction == .right && word.direction == .right
      && abs(box.x0 - word.box.x1) <= tolerances.text.wordGap * word.size && baseline > word.band.start
  }
}

extension Word {
  /// Whether the word stands lower than another, touches its right end and overlaps it in height, as no word of the next line does.
  func isSubscript(of word: Word, tolerances: Tolerances) -> Bool {
    direction == .right && word.direction == .right && size <= word.size
      && baseline > word.baseline + tolerances.text.baselineDrift * word.size && band.start < word.baseline
      && abs(box.x0 - word.box.x1) <= tolerances.text.wordGap * word.size
  }
}

extension Word {
  /// Whether the word is the leader from a label, the phrase before it, to the figures right of both. Dots behind a figure may be
  /// an amount of nothing in a column of its own.
  ///
  /// - Parameter isFirst: whether the phrase begins its line: labels may be figures, as years are.
  fileprivate func leads(from phrase: Phrase, isFirst: Bool, tolerances: Tolerances) -> Bool {
    traits.contains(.leader) && (isFirst || !phrase.isValue)
      && box.x0 - phrase.extent.end <= tolerances.text.leaderStep * size
  }

  /// Whether a leader ends before the word, be the white between them narrow: what it leads to.
  fileprivate func follows(leader: Word) -> Bool {
    leader.traits.contains(.leader) && !traits.contains(.leader)
  }
}

extension Word {
  /// How high the word stands beside a larger one that it touches; level also where it touches none.
  func height(beside word: Word) -> TextHeight {
    let tolerances = Tolerances.standard.text
    guard size <= tolerances.markSize * word.size, glyphs.count <= tolerances.longestMark, direction == .right,
      word.direction == .right,
      min(abs(box.x0 - word.box.x1), abs(word.box.x0 - box.x1)) <= tolerances.wordGap * word.size
    else { return .level }
    let drift = tolerances.baselineDrift * word.size
    if baseline < word.baseline - drift, baseline > word.band.start { return .raised }
    // Browsers lower subscripts by a twelfth.
    if baseline > word.baseline + drift / 2, band.start < word.baseline { return .lowered }
    return .level
  }
}

/// A piece of a line that is read in one go: words without a wide gap between them.
package struct Phrase: Hashable, Sendable {
  /// Positions in ``TextLine/words``.
  package var words: Range<Int>

  /// The extent in points.
  package var extent: Interval

  /// Whether all words are values.
  package var isValue: Bool
}

extension PageText {
  /// Level words in lines from top to bottom, with their phrases.
  package func textLines(of indices: some Sequence<Int>, tolerances: Tolerances = .standard) -> [TextLine] {
    lines(of: indices, tolerances: tolerances).map { textLine($0, tolerances: tolerances) }
  }

  /// The line that words from left to right make.
  package func textLine(_ line: [Int], tolerances: Tolerances = .standard) -> TextLine {
    var tallest = words[line[0]]
    var box = tallest.box
    var phrases: [Phrase] = []
    let justified = justifiedGaps(line, tolerances: tolerances)
    for (position, index) in line.enumerated() {
      let word = words[index]
      if word.size > tallest.size { tallest = word }
      box = box.union(word.box)
      let extent = Interval(word.box.x0, word.box.x1)
      if position > 0, let last = phrases.last,
        justified[position] || word.isMark(after: words[line[position - 1]], tolerances: tolerances)
          || word.leads(from: last, isFirst: phrases.count == 1, tolerances: tolerances)
          || !word.follows(leader: words[line[position - 1]])
            && extent.start - last.extent.end <= phraseGap(words[line[position - 1]], word, tolerances: tolerances)
      {
        phrases[phrases.count - 1].words = last.words.lowerBound..<position + 1
        phrases[phrases.count - 1].extent = last.extent.union(extent)
        phrases[phrases.count - 1].isValue = last.isValue && word.isValue
      } else {
        phrases.append(Phrase(words: position..<position + 1, extent: extent, isValue: word.isValue))
      }
    }
    let bands = line.reduce(tallest.band) { $0.union(words[$1].band) }
    (box.y0, box.y1) = (bands.start, bands.end)
    return TextLine(
      words: line, box: box, band: tallest.band, baseline: tallest.baseline, size: tallest.size, phrases: phrases)
  }

  /// For each word of a line whether the gap before it was stretched to justify the line: in prose, all gaps are alike.
  private func justifiedGaps(_ line: [Int], tolerances: Tolerances) -> [Bool] {
    var isJustified = [Bool](repeating: false, count: line.count)
    for position in line.indices.dropFirst().dropLast() {
      let (first, second, third) = (words[line[position - 1]], words[line[position]], words[line[position + 1]])
      let gap = second.box.x0 - first.box.x1
      let next = third.box.x0 - second.box.x1
      guard max(gap, next) <= tolerances.text.justifiedGap * second.size,
        abs(gap - next) <= tolerances.text.justifiedDrift * second.size,
        !first.isValue, !second.isValue, !third.isValue, second.traits.contains(.lowercaseStart)
      else { continue }
      isJustified[position] = true
      isJustified[position + 1] = true
    }
    return isJustified
  }

  /// The widest gap in points that keeps two words in one phrase. Figures of neighbouring columns stand closer than words
  /// of different phrases, and blanks inside of figures (`1 649 692`) are narrow.
  private func phraseGap(_ first: Word, _ second: Word, tolerances: Tolerances) -> Double {
    let size = max(first.size, second.size)
    if LooseWords.are(first, second, in: self, tolerances: tolerances) { return tolerances.text.looseGap * size }
    // Codes hold letters, and what a single blank was typed between is one: `1106N 010`.
    let areFigures =
      first.isValue && second.isValue
      && !(isOneTypedBlank(between: first, and: second, tolerances: tolerances)
        && [first, second].contains { !letterWidths(of: $0).isEmpty })
    return (areFigures ? tolerances.text.figureGap : tolerances.text.phraseGap) * size
  }
}
