internal import ConverterCore

/// Text that runs from top to bottom although no vertical font says so: browsers and office programs place each character of
/// a vertical line by itself, upright.
extension Page {
  /// The page with the CJK characters of such text marked as ``Glyph/Traits/vertical``; the page itself where characters mostly
  /// follow one another to the right.
  ///
  /// Only the order of drawing tells: a page of vertical lines and one of level lines are the same lattice of characters.
  package func markingVerticalText(tolerances: Tolerances = .standard) -> Page {
    var below = 0
    var beside = 0
    var previous: Glyph?
    for glyph in glyphs {
      let upper = previous
      previous = glyph.isUprightIdeograph ? glyph : nil
      if let upper, let glyph = previous {
        if abs(glyph.box.midX - upper.box.midX) < tolerances.text.verticalDrift * glyph.size,
          glyph.box.y0 > upper.box.y0, glyph.box.y0 - upper.box.y0 < tolerances.text.verticalStep * glyph.size
        {
          below += 1
        } else if abs(glyph.baseline - upper.baseline) < tolerances.text.verticalDrift * glyph.size,
          glyph.box.x0 > upper.box.x0, glyph.box.x0 - upper.box.x0 < tolerances.text.verticalStep * glyph.size
        {
          beside += 1
        }
      }
    }
    guard below >= tolerances.text.leastProseCharacters, below > 4 * beside else { return self }
    var page = self
    var last: Rectangle?
    for index in page.glyphs.indices {
      guard page.glyphs[index].isUprightIdeograph else {
        last = nil
        continue
      }
      page.glyphs[index].traits.insert(.vertical)
      // Punctuation is drawn from a place of its own, in the upper corner, so that its box lies over the character before.
      let box = page.glyphs[index].box
      if let last, abs(box.midX - last.midX) < page.glyphs[index].size, abs(box.y0 - last.y0) < last.height / 2 {
        page.glyphs[index].box.y0 = last.y1
        page.glyphs[index].box.y1 = last.y1 + box.height
      } else {
        last = box
      }
    }
    return page
  }
}

extension Glyph {
  /// Whether the glyph is a CJK character drawn upright by a font for level lines.
  fileprivate var isUprightIdeograph: Bool {
    // All CJK characters take three bytes or four.
    direction == .right && text.utf8.count > 2 && !traits.contains(.vertical)
      && text.unicodeScalars.first.map(TextJoining.isWide) == true
  }
}
