internal import ConverterCore

extension PageText {
  /// The same text with words cut where an upright line runs through them: figures of neighbouring cells that stand so
  /// close that no gap parts them.
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
      if cuts.isEmpty { split.words.append(word) } else { split.words += pieces(of: word, cutAt: cuts) }
    }
    return split
  }

  /// The pieces of a word between the cuts, told by the middles of its glyphs.
  private func pieces(of word: Word, cutAt cuts: [Double]) -> [Word] {
    var pieces: [Word] = []
    var lastTrack = -1
    for position in word.glyphs {
      let box = glyphs[Int(order[position])].box
      let track = cuts.partitioningIndex { $0 > box.midX }
      if track == lastTrack {
        pieces[pieces.count - 1].glyphs = pieces[pieces.count - 1].glyphs.lowerBound..<position + 1
        pieces[pieces.count - 1].box = pieces[pieces.count - 1].box.union(box)
      } else {
        var piece = word
        piece.glyphs = position..<position + 1
        piece.box = box
        if lastTrack >= 0 { piece.traits.remove(.spaceBefore) }
        pieces.append(piece)
        lastTrack = track
      }
    }
    return pieces.map(withOwnTraits)
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
