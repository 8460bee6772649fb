internal import ConverterCore

/// The text of one page as words, apart from what does not belong to the flow of reading.
package struct PageText: Sendable {
  /// The glyphs of the page as given.
  package var glyphs: [Glyph]

  /// Indices into ``glyphs``: those of each word side by side, in reading direction.
  package var order: [Int32]

  /// Level, turned and vertical words, by direction, then by row, then along the row.
  package var words: [Word]

  /// The glyphs of watermarks, in drawing order.
  package var watermark: [Int32]

  /// How many glyphs were left out: drawn twice, outside of the clip, invisible without need.
  package var dropped: DroppedGlyphs

  /// The fonts whose Latin letters are nearly all of one width, as indices into ``Page/fonts``.
  package var fixedFonts: Set<Int> = []
}

/// How many glyphs of a page are in no word, by reason.
package struct DroppedGlyphs: Hashable, Sendable {
  package var blank = 0
  package var duplicate = 0
  package var clipped = 0
  package var invisible = 0

  package init() {}
}

extension PageText {
  /// The direction in which a glyph's line runs: that of its drawing, or downwards for vertical fonts.
  static func direction(of glyph: Glyph) -> Glyph.Direction {
    glyph.traits.contains(.vertical) && glyph.direction == .right ? .down : glyph.direction
  }

  /// Appends the text of one word, mapped to plain characters, in the order of reading.
  package func append(_ word: Word, to text: inout String) {
    if word.traits.contains(.rightToLeft) {
      text += VisualOrder.logical(pieces(of: word))
      return
    }
    for position in word.glyphs {
      GlyphText.append(glyphs[Int(order[position])].text, to: &text)
    }
  }

  /// The texts of a word's glyphs as they stand, mapped to plain characters.
  func pieces(of word: Word) -> [String] {
    word.glyphs.map { position in
      var piece = ""
      GlyphText.append(glyphs[Int(order[position])].text, to: &piece)
      return piece
    }
  }

  /// The text of one word.
  package func string(of word: Word) -> String {
    var text = ""
    append(word, to: &text)
    return text
  }

  /// Whether a word begins with a character.
  func begins(_ word: Word, with character: String) -> Bool {
    word.glyphs.first.map { glyphs[Int(order[$0])].text == character } ?? false
  }

  /// Whether a word ends with a character.
  func ends(_ word: Word, with character: String) -> Bool {
    word.glyphs.last.map { glyphs[Int(order[$0])].text == character } ?? false
  }

  /// Whether words end with a colon.
  func endsWithColon(_ words: [Int]) -> Bool {
    words.last.map { ends(self.words[$0], with: ":") } ?? false
  }

  /// Whether words begin with a capital letter.
  func startsWithCapital(_ words: [Int]) -> Bool {
    guard let word = words.first, let first = self.words[word].glyphs.first else { return false }
    return glyphs[Int(order[first])].text.first?.isUppercase ?? false
  }
}
