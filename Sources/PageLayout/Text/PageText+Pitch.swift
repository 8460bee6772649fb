internal import ConverterCore

/// Fonts whose letters are all of one width.
extension PageText {
  /// The widths in em of the Latin letters of a level word.
  func letterWidths(of word: Word) -> [Double] {
    word.direction == .right ? word.glyphs.compactMap(letterWidth) : []
  }

  /// The width in em of the glyph at a position in ``order``, if it is a Latin letter.
  private func letterWidth(_ position: Int) -> Double? {
    let glyph = glyphs[Int(order[position])]
    guard glyph.text.utf8.count == 1, let letter = glyph.text.utf8.first, (0x41...0x5A).contains(letter & 0xDF) else {
      return nil
    }
    return glyph.box.width / max(glyph.size, 1)
  }

  /// Whether but one blank of a font whose letters are all of one width stands between two words.
  func isOneTypedBlank(between first: Word, and second: Word, tolerances: Tolerances) -> Bool {
    guard first.font == second.font, fixedFonts.contains(first.font), let last = first.glyphs.last else { return false }
    return second.box.x0 - first.box.x1 <= tolerances.lookalikes.typedBlank * glyphs[Int(order[last])].box.width
  }

  /// The width in em of nearly all Latin letters of some words; `nil` where they differ, or are too few to tell.
  func letterPitch(of indices: [Int], tolerances: Tolerances) -> Double? {
    let widths = indices.flatMap { letterWidths(of: words[$0]) }.sorted()
    guard widths.count >= tolerances.text.leastProseCharacters else { return nil }
    let pitch = widths[widths.count / 2]
    let fixed = widths.count { abs($0 - pitch) <= tolerances.lookalikes.pitchDrift }
    return fixed.isLess(than: tolerances.shares.leastFixed, of: widths.count) ? nil : pitch
  }

  /// Finds the fonts whose letters are all of one width.
  mutating func findFixedFonts(tolerances: Tolerances) {
    var counts: [Int: WidthCount] = [:]
    for word in words where word.direction == .right {
      var count = counts[word.font]
      for width in word.glyphs.lazy.compactMap(letterWidth) {
        let first = count?.first ?? width
        let isEqual = abs(width - first) <= tolerances.lookalikes.pitchDrift
        count = WidthCount(first: first, equal: (count?.equal ?? 0) + (isEqual ? 1 : 0), all: (count?.all ?? 0) + 1)
      }
      counts[word.font] = count
    }
    fixedFonts = Set(
      counts.filter { _, count in
        count.all >= tolerances.text.leastProseCharacters
          && !count.equal.isLess(than: tolerances.shares.leastFixed, of: count.all)
      }.keys)
  }
}

/// How many letters of a font are as wide as the first one.
private struct WidthCount {
  /// The width of the first letter, in em.
  var first: Double
  var equal: Int
  var all: Int
}
