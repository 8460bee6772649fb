internal import ConverterCore

/// Words grouped to lines, and lines to text.
extension PageText {
  /// The words in lines from top to bottom, each from left to right, in the frame of `direction`; words of other
  /// directions are left out.
  ///
  /// Words stand in one line where their bands overlap by half, so that superscripts and figures in another size stay in
  /// place. Complexity: O(*n* log *n*).
  package func lines(
    of indices: some Sequence<Int>, direction: Glyph.Direction = .right, tolerances: Tolerances = .standard
  ) -> [[Int]] {
    let sorted = indices.filter { words[$0].direction == direction }
      .sorted {
        (words[$0].band.middle, words[$0].glyphs.lowerBound) < (words[$1].band.middle, words[$1].glyphs.lowerBound)
      }
    var lines: [[Int]] = []
    var band = Interval(-.infinity, -.infinity)
    for index in sorted {
      let next = words[index].band
      if !lines.isEmpty, band.overlap(next) >= tolerances.text.lineOverlap * min(band.length, next.length) {
        lines[lines.count - 1].append(index)
        if next.length > band.length { band = next }
      } else {
        lines.append([index])
        band = next
      }
    }
    returnMarks(in: &lines, tolerances: tolerances)
    returnSubscripts(in: &lines, tolerances: tolerances)
    return lines.map { line in
      line.sorted { (words[$0].local.x0, $0) < (words[$1].local.x0, $1) }
    }
  }

  /// Moves raised marks of notes that stand as high as the line above to the line of the word before them.
  private func returnMarks(in lines: inout [[Int]], tolerances: Tolerances) {
    for upper in lines.indices.dropLast() {
      let largest = lines[upper].reduce(0) { max($0, words[$1].size) }
      func isSmall(_ index: Int) -> Bool {
        words[index].size <= tolerances.text.markSize * largest
          && words[index].glyphs.count <= tolerances.text.longestMark
      }
      // Few lines have any, and none has many.
      guard lines[upper].contains(where: isSmall), lines[upper].count(where: isSmall) <= tolerances.text.mostMarks
      else {
        continue
      }
      let marks = lines[upper].filter { mark in
        isSmall(mark) && !lines[upper].contains { words[mark].isMark(on: words[$0], tolerances: tolerances) }
          && lines[upper + 1].contains { words[mark].isMark(on: words[$0], tolerances: tolerances) }
      }
      guard !marks.isEmpty, marks.count < lines[upper].count else { continue }
      lines[upper].removeAll(where: marks.contains)
      lines[upper + 1] += marks
    }
  }

  /// Moves subscripts that stand too low for their line to that of the word before them: typists set them half a line lower, as large as
  /// all else.
  private func returnSubscripts(in lines: inout [[Int]], tolerances: Tolerances) {
    for (upper, lower) in zip(lines.indices, lines.indices.dropFirst()) {
      let foot = lines[upper].reduce(-.infinity) { max($0, words[$1].baseline) }
      let low = lines[lower].filter {
        words[$0].glyphs.count <= tolerances.text.longestMark && words[$0].band.start < foot
      }
      guard !low.isEmpty, low.count <= tolerances.text.mostMarks else { continue }
      let subscripts = low.filter { index in
        lines[upper].contains { words[index].isSubscript(of: words[$0], tolerances: tolerances) }
      }
      lines[upper] += subscripts
      lines[lower].removeAll(where: subscripts.contains)
    }
    lines.removeAll(where: \.isEmpty)
  }

  /// Whether a blank stands between two words that follow each other in a line.
  package func isSpaced(_ first: Word, _ second: Word, tolerances: Tolerances = .standard) -> Bool {
    let gap = second.local.x0 - first.local.x1
    let size = min(first.size, second.size)
    if second.traits.contains(.spaceBefore), gap > tolerances.text.wordGap * size { return true }
    let wide = first.traits.contains(.wideEnd) || second.traits.contains(.wideStart)
    return gap > (wide ? tolerances.text.wideGap : tolerances.text.wordGap) * size
  }

  /// How much room in points a line needs to take up the beginning of a word: a CJK text breaks after any character but
  /// before closing and after opening punctuation, so that its first one is enough, with what is Latin before it and the
  /// punctuation that it takes along; other words stay whole.
  package func leadWidth(of word: Word) -> Double {
    guard word.traits.contains(.wide) else { return word.local.x1 - word.local.x0 }
    let frame = ReadingFrame(word.direction)
    let start = word.local.x0
    var width: Double?
    for position in word.glyphs {
      let glyph = glyphs[Int(order[position])]
      guard let scalar = glyph.text.unicodeScalars.first else { continue }
      if let width, !scalar.isClosingPunctuation { return width }
      if width != nil || TextJoining.isWide(scalar) && !scalar.isOpeningPunctuation {
        width = max(frame.local(glyph.box).x1 - start, 1.3 * word.size)
      }
    }
    return width ?? word.local.x1 - start
  }

  /// Whether what is left of a cell behind its text, in points, is too narrow for the first word of the next line.
  func fills(_ room: Double, before word: Int, size: Double, tolerances: Tolerances) -> Bool {
    room < leadWidth(of: words[word]) + tolerances.cellEndRoom * size
  }

  /// The fonts of some words, as indices into ``Page/fonts``.
  func fonts(of indices: some Sequence<Int>) -> Set<Int> { Set(indices.lazy.map { words[$0].font }) }

  /// The text of one line in the order of reading.
  package func string(ofLine line: some Sequence<Int>) -> String {
    if line.contains(where: { words[$0].traits.contains(.rightToLeft) }) { return turnedString(ofLine: line) }
    var text = ""
    var previous: Word?
    var current: Word?
    for next in line.lazy.map({ words[$0] }) {
      if let current { append(current, between: previous, and: next, to: &text) }
      (previous, current) = (current, next)
    }
    if let current { append(current, between: previous, and: nil, to: &text) }
    return text
  }

  /// The text of a line with words of scripts that are written from right to left.
  private func turnedString(ofLine line: some Sequence<Int>) -> String {
    var pieces: [String] = []
    var previous: Word?
    for index in line {
      let word = words[index]
      if let previous, isSpaced(previous, word) { pieces.append(" ") }
      pieces += self.pieces(of: word)
      previous = word
    }
    return VisualOrder.logical(pieces)
  }

  /// Appends a word of a line, at the height at which it stands beside the words before and behind it.
  private func append(_ word: Word, between previous: Word?, and next: Word?, to text: inout String) {
    if let previous, isSpaced(previous, word) { text += " " }
    var height = TextHeight.level
    if let previous { height = word.height(beside: previous) }
    if height == .level, let next { height = word.height(beside: next) }
    if height == .level { append(word, to: &text) } else { text += height.written(string(of: word)) }
  }

  /// The text of words that belong together, such as those of a cell: lines joined as one paragraph, level text before
  /// turned text.
  package func string(of indices: [Int]) -> String {
    guard indices.count > 1 else { return indices.first.map { string(of: words[$0]) } ?? "" }
    var text = ""
    for direction in [Glyph.Direction.right, .down, .up, .left] {
      for line in lines(of: indices, direction: direction) {
        LineJoining.append(line: string(ofLine: line), to: &text)
      }
    }
    return text
  }
}
