internal import ConverterCore

/// Accents that are drawn as signs of their own over a letter, as TeX and old typesetting systems do.
///
///     drawn  B ¨ o rsch      the pen goes back after the accent, so that both boxes share a place
///     read   B ö rsch
extension Page {
  /// The page with each such accent taken into the glyph of its letter, in the composed form of Unicode.
  ///
  /// An accent belongs to the letter drawn next to it, before or after, of which it shares half of its width; where both
  /// make no character, they stay apart. Complexity: O(*n*), one look at each glyph.
  package func composingAccents() -> Page {
    guard glyphs.contains(where: { $0.accent != nil }) else { return self }
    var page = self
    page.glyphs.removeAll(keepingCapacity: true)
    var accent: Glyph?
    for glyph in glyphs {
      if let held = accent.take() {
        if let whole = glyph.composed(with: held) {
          page.glyphs.append(whole)
          continue
        }
        if let whole = page.glyphs.last?.composed(with: held) {
          page.glyphs[page.glyphs.count - 1] = whole
        } else {
          page.glyphs.append(held)
        }
      }
      if glyph.accent != nil { accent = glyph } else { page.glyphs.append(glyph) }
    }
    if let held = accent {
      if let whole = page.glyphs.last?.composed(with: held) {
        page.glyphs[page.glyphs.count - 1] = whole
      } else {
        page.glyphs.append(held)
      }
    }
    return page
  }
}

extension Glyph {
  /// The combining scalar for an accent that stands as a character of its own (Unicode's "spacing" accents, whose
  /// decomposition is a blank with it); `nil` for other glyphs.
  fileprivate var accent: Unicode.Scalar? {
    // Three comparisons for nearly every glyph; the scalars below have one byte or two.
    guard text.utf8.count <= 2, let first = text.utf8.first,
      first == 0x60 || (0xC2...0xCB).contains(first),
      let scalar = text.unicodeScalars.first
    else { return nil }
    return switch scalar.value {
    case 0x60: "\u{300}"
    case 0xB4: "\u{301}"
    case 0x2C6: "\u{302}"
    case 0x2DC: "\u{303}"
    case 0xAF: "\u{304}"
    case 0x2D8: "\u{306}"
    case 0x2D9: "\u{307}"
    case 0xA8: "\u{308}"
    case 0x2DA: "\u{30A}"
    case 0x2DD: "\u{30B}"
    case 0x2C7: "\u{30C}"
    case 0xB8: "\u{327}"
    case 0x2DB: "\u{328}"
    default: nil
    }
  }

  /// The letter with an accent drawn over or under it; `nil` where the accent stands elsewhere or they make no character.
  fileprivate func composed(with accent: Glyph) -> Glyph? {
    guard let mark = accent.accent, direction == accent.direction, text.utf8.count <= 2,
      let letter = text.unicodeScalars.first, letter.properties.isAlphabetic
    else { return nil }
    let frame = ReadingFrame(direction)
    let (under, over) = (frame.local(box), frame.local(accent.box))
    let shared = min(under.x1, over.x1) - max(under.x0, over.x0)
    guard 2 * shared >= min(under.width, over.width), abs(under.midY - over.midY) <= size else {
      return nil
    }
    // TeX takes the dot away before it puts an accent on it.
    let base: Unicode.Scalar = letter == "ı" ? "i" : letter == "ȷ" ? "j" : letter
    let composed = ComposedForm.of(String(String.UnicodeScalarView([base, mark])))
    guard composed.unicodeScalars.count == 1 else { return nil }
    var glyph = self
    glyph.text = composed
    return glyph
  }
}
