internal import ConverterCore

extension Word.Traits {
  /// What one scalar adds to the traits of its word.
  static func traits(of scalar: Unicode.Scalar) -> Word.Traits {
    switch scalar.value {
    case 0x30...0x39: return .digit
    case 0x41...0x5A, 0x61...0x7A: return .letter
    // Signs of currency stand before the figures to which they belong.
    case 0x24, 0xA2, 0xA3, 0xA5, 0x20AC, 0xFFE5: return .symbol
    case 0x2D, 0x2A, 0x2E, 0x3A, 0x2F, 0x7E: return .symbol
    case 0..<0x80: return []
    case 0xFF10...0xFF19: return .digit
    case 0x2010...0x2015, 0x2022, 0x2026, 0x2212, 0x00B7, 0x25A0...0x25FF, 0x2500, 0x2713...0x2718, 0xFF0D, 0xFF0F,
      0xFE63, 0x2E3A, 0x2E3B, 0xFF5E:
      return .symbol
    case 0xFF01...0xFF0C, 0xFF0E, 0xFF1A...0xFF20, 0x3001...0x3003, 0x3008...0x3011: return []
    case 0xC0...0x24F, 0x370...0x52F: return .letter
    case 0x660...0x669, 0x6F0...0x6F9: return .digit
    default: return TextJoining.isWide(scalar) ? .wide : scalar.isRightToLeft ? .rightToLeft : []
    }
  }

  /// ``counted`` for words with one CJK character that is the measure word of a figure or means none, else nothing.
  ///
  /// - Parameters:
  ///   - seen: the traits of all scalars together.
  ///   - wideCount: how many of the scalars are CJK.
  ///   - last: the last scalar.
  static func count(_ seen: Word.Traits, wideCount: Int, last: Unicode.Scalar?) -> Word.Traits {
    guard wideCount == 1, !seen.contains(.letter), let last else { return [] }
    let isCount = seen.contains(.digit) ? "件万元条个人次亿".unicodeScalars.contains(last) : last == "无"
    return isCount ? .counted : []
  }

  /// Whether a scalar is drawn as a blank.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
