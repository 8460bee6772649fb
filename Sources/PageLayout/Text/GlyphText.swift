/// Plain characters for what fonts draw: CJK radicals, presentation forms and ligatures become the characters they mean.
///
/// Fonts without a good ToUnicode map often yield Kangxi radicals (U+2F00…) and CJK radicals for ordinary ideographs,
/// and Latin ligatures for their letters. Full-width digits and punctuation stay: they are what the author typed.
enum GlyphText {
  /// Appends the text of one glyph with each scalar mapped; control characters are left out.
  static func append(_ text: String, to result: inout String) {
    var plain = true
    for byte in text.utf8 where byte < 0x20 || byte >= 0x7F {
      plain = false
      break
    }
    if plain {
      result += text
      return
    }
    for scalar in text.unicodeScalars {
      append(scalar, to: &result)
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x200B, 0x2060, 0xFEFF, 0xFFFE...0xFFFF:
      return
    case 0x2E80...0x2FD5, 0xF900...0xFAFF, 0xFB00...0xFB06, 0xFE30...0xFE44, 0x2F800...0x2FA1F:
      if let mapped = Self.mapped(scalar) {
        result += mapped
      } else {
        result.unicodeScalars.append(scalar)
      }
    default:
      result.unicodeScalars.append(scalar)
    }
  }
}
