internal import ConverterCore

/// Fonts whose letters are all of one width.
extension PageText {
  /// The widths in em of the Latin letters of a level word.
  func letterWidths(of word: Word) -> [Double] {
    guard word.direction == .right else { return [] }
    return word.glyphs.compactMap { position in
      let glyph = glyphs[Int(order[position])]
      guard glyph.text.utf8.count == 1, let letter = glyph.text.utf8.first, (0x41...0x5A).contains(letter & 0xDF) else {
        return nil
      }
      return glyph.box.width / max(glyph.size, 1)
    }
  }

  /// The width in em of all Latin letters of some words; `nil` where they differ, or are too few to tell.
  func letterPitch(of indices: [Int], tolerances: Tolerances) -> Double? {
    let widths = indices.flatMap { letterWidths(of: words[$0]) }
    guard widths.count >= tolerances.leastProseCharacters, let pitch = widths.first,
      widths.allSatisfy({ abs($0 - pitch) <= tolerances.pitchDrift })
    else { return nil }
    return pitch
  }
}
