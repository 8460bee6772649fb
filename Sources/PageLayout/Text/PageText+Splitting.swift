internal import ConverterCore

extension PageText {
  /// The same text with words cut where an upright line runs through them: figures of neighbouring cells that stand so
  /// close that no gap parts them. Text that runs on over the line of its cell stays whole:
  ///
  ///     │ archive.conffi│les            │        │10,204│1,310,200│
  ///     │ status        │What is there  │        │ 9,817│1,208,113│
  ///
  /// Complexity: O(*w* log *r* + *k*) for *w* words, *r* lines and *k* lines that pass through the x-range of words.
  package func splitting(at upright: [Ruling], tolerances: Tolerances = .standard) -> PageText {
    guard !upright.isEmpty else { return self }
    var split = self
    split.words.removeAll(keepingCapacity: true)
    split.words.reserveCapacity(words.count)
    for word in words {
      let margin = 0.2 * word.size
      var cuts: [Double] = []
      if word.direction == .right, word.glyphs.count > 1 {
        var next = upright.partitioningIndex { $0.position >= word.box.x0 + margin }
        while next < upright.count, upright[next].position <= word.box.x1 - margin {
          if Interval(upright[next].start, upright[next].end).contains(word.band.middle) {
            cuts.append(upright[next].position)
          }
          next += 1
        }
      }
      // What runs over two lines fills a cell between them: figures as wide as their columns.
      let runsOver = cuts.count == 1
      let ends = cuts.compactMap { end(of: word, at: $0, mayRunOn: runsOver, tolerances: tolerances) }
      if ends.isEmpty { split.words.append(word) } else { split.words += pieces(of: word, endingAt: ends) }
    }
    return split
  }

  /// The position in ``order`` behind the last glyph before a line; `nil` where the word runs on over the line.
  private func end(of word: Word, at cut: Double, mayRunOn: Bool, tolerances: Tolerances) -> Int? {
    let end = word.glyphs.partitioningIndex { glyph(at: $0).box.midX > cut }
    guard mayRunOn, word.glyphs.dropFirst().contains(end), runsOn(behind: end, tolerances: tolerances) else {
      return end
    }
    // What was written over the end of the text is of the next cell: `conffilesLists`.
    return word.glyphs[(end + 1)...].first { !isWritten($0, behind: $0 - 1, tolerances: tolerances) }
  }

  /// Whether one text runs on over a line: at a letter, with no figure beside it. Figures and CJK characters fill their cells to the line
  /// and over it, and a capital behind a small letter begins a text.
  private func runsOn(behind end: Int, tolerances: Tolerances) -> Bool {
    let (last, next) = (glyph(at: end - 1), glyph(at: end))
    guard isWritten(end, behind: end - 1, tolerances: tolerances), last.isLatin({ !$0.isNumber }),
      next.isLatin({ !$0.isNumber }), last.isLatin(\.isLetter) || next.isLatin(\.isLetter)
    else { return false }
    return !(last.isLatin(\.isLowercase) && next.isLatin(\.isUppercase))
  }

  /// Whether a glyph was written right after the one before it, where that one's advance ends.
  private func isWritten(_ position: Int, behind last: Int, tolerances: Tolerances) -> Bool {
    let (glyph, before) = (glyph(at: position), glyph(at: last))
    return order[position] == order[last] + 1
      && abs(glyph.box.x0 - before.box.x1) <= tolerances.text.glyphEdge * glyph.size
  }

  private func glyph(at position: Int) -> Glyph { glyphs[Int(order[position])] }

  /// The pieces of a word that end before some positions in ``order``.
  private func pieces(of word: Word, endingAt ends: [Int]) -> [Word] {
    var pieces: [Word] = []
    var start = word.glyphs.lowerBound
    for end in Set(ends + [word.glyphs.upperBound]).sorted() where end > start {
      var piece = word
      piece.glyphs = start..<end
      piece.box = (start..<end).dropFirst().reduce(glyph(at: start).box) { $0.union(glyph(at: $1).box) }
      if start > word.glyphs.lowerBound { piece.traits.remove(.spaceBefore) }
      pieces.append(withOwnTraits(piece))
      start = end
    }
    return pieces
  }

  /// The word with the traits that follow from its glyphs, after its range changed.
  private func withOwnTraits(_ word: Word) -> Word {
    var word = word
    var seen: Word.Traits = []
    var plainSymbols = true
    var wideCount = 0
    var last: Unicode.Scalar?
    for position in word.glyphs {
      for scalar in glyphs[Int(order[position])].text.unicodeScalars {
        let traits = Word.Traits.traits(of: scalar)
        seen.formUnion(traits)
        plainSymbols = plainSymbols && traits == .symbol
        if traits.contains(.wide) { wideCount += 1 }
        last = scalar
      }
    }
    word.traits.subtract([.digit, .letter, .wide, .symbol, .counted])
    word.traits.formUnion(seen.subtracting(.symbol))
    if plainSymbols { word.traits.insert(.symbol) }
    word.traits.formUnion(Word.Traits.count(seen, wideCount: wideCount, last: last))
    return word
  }
}

extension Glyph {
  /// Whether the glyph is one ASCII character, of some kind.
  fileprivate func isLatin(_ isOfKind: (Character) -> Bool) -> Bool {
    text.utf8.count == 1 && text.first.map(isOfKind) == true
  }
}
