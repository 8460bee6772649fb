@_spi(_Unicode) import Swift

/// The composed form of Unicode.
package enum ComposedForm {
  /// NFC (Unicode Annex 15), by the tables of the standard library, which are open to others only as SPI. Foundation's
  /// public function would load 40 MB of ICU at every start of the program.
  package static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value >= 0x300 && !isComposed($0) }) else { return text }
    var composed = String.UnicodeScalarView()
    for scalar in text._nfc { composed.append(scalar) }
    return String(composed)
  }

  /// Ideographs and kana, which never change; whatever else may, is left to the tables.
  private static func isComposed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2010...0x2027, 0x3000...0x3098, 0x309B...0x9FFF, 0xFF00...0xFFEF: true
    default: false
    }
  }
}

/// Characters without a shape of their own.
enum InvisibleMarks {
  static func removed(from text: String) -> String {
    guard text.unicodeScalars.contains(where: { replacement(of: $0) != .some($0) }) else { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let scalar = replacement(of: scalar) { kept.append(scalar) }
    }
    return String(kept)
  }

  /// What stands for a scalar; `nil` where it goes. Joiners (U+200C, U+200D) stay: they change the shape of their
  /// neighbours in Indic scripts and emoji.
  private static func replacement(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09, 0x0A: scalar
    case 0x0B, 0x0C, 0x2028, 0x2029, 0x85: "\n"
    case 0x00..<0x20, 0x7F..<0xA0: nil
    // Soft hyphen, zero-width space, word joiner, byte order mark, marks of direction.
    case 0xAD, 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: nil
    default: scalar
    }
  }
}

/// Marks of text extractors that no person wrote.
enum ExtractionMarks {
  /// What extractors write before the name of a bookmark or a picture, up to the closing bracket.
  private static let openings = ["[bookmark: ", "[image: "]

  /// The text without Tika's `[bookmark: _GoBack]` and `[image: image1.png]`, and without the places of embedded objects
  /// (U+FFFC).
  static func removed(from text: String) -> String {
    var kept = ""
    var rest = text[...]
    while let bracket = rest.utf8.firstIndex(of: UInt8(ascii: "[")) {
      kept += rest[..<bracket]
      rest = rest[bracket...]
      if let end = endOfMark(rest) {
        rest = rest[rest.utf8.index(after: end)...]
      } else {
        kept += "["
        rest = rest[rest.utf8.index(after: bracket)...]
      }
    }
    kept += rest
    kept.unicodeScalars.removeAll { $0 == "\u{FFFC}" }
    return kept
  }

  /// The closing bracket of a mark at the start of a text. Names are short (a bookmark's has at most 40 characters,
  /// ECMA-376, 17.13.6.2; a file's 255 bytes): a bracket further on closes something else.
  private static func endOfMark(_ text: Substring) -> Substring.Index? {
    guard openings.contains(where: text.hasPrefix) else { return nil }
    return text.utf8.prefix(272).firstIndex(of: UInt8(ascii: "]"))
  }
}

/// Full-width characters that form numbers.
///
///     １，２３４．５％  →  1,234.5%      １，２  →  1，2      Ａ４，ＡＢ  →  A4，ＡＢ
///
/// A number is a run of full-width digits with what may stand in it: signs before it, points and commas between digits, a
/// percent sign after it. A comma between two digits is left alone where three digits do not follow. Letters become ASCII in
/// words that hold a digit; other punctuation and letters stay.
enum FullWidthNumbers {
  static func narrowed(in text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: isWideDigit) else { return text }
    let isInNumberedWord = wordsWithDigits(scalars)
    var narrowed = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      narrowed.append(isInNumberedWord[index] || isSign(scalars, index) ? narrow(scalar) : scalar)
    }
    return String(narrowed)
  }

  /// For each scalar whether it is a letter or digit of a word that holds a digit.
  private static func wordsWithDigits(_ scalars: [Unicode.Scalar]) -> [Bool] {
    var isNumbered = [Bool](repeating: false, count: scalars.count)
    var start = 0
    while start < scalars.count {
      let word = scalars[start...].prefix { isDigit($0) || isLetter($0) }
      if word.contains(where: isDigit) {
        for index in word.indices { isNumbered[index] = true }
      }
      start = word.endIndex + 1
    }
    return isNumbered
  }

  private static func isSign(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    let before = index > 0 && isDigit(scalars[index - 1])
    let after = index + 1 < scalars.count && isDigit(scalars[index + 1])
    switch scalars[index] {
    case "．": return before && after
    case "，": return before && isThousand(scalars[(index + 1)...])
    case "％": return before
    case "＋", "－": return !before && after
    default: return false
    }
  }

  /// Three digits and then no further one.
  private static func isThousand(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    rest.prefix(3).count { isDigit($0) } == 3 && !(rest.dropFirst(3).first.map(isDigit) ?? false)
  }

  private static func isWideDigit(_ scalar: Unicode.Scalar) -> Bool { ("０"..."９").contains(scalar) }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) || isWideDigit(scalar) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "A"..."Z", "a"..."z", "Ａ"..."Ｚ", "ａ"..."ｚ": true
    default: false
    }
  }

  /// U+FF01–FF5E are ASCII moved up; anything else is narrow already.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }
}

/// Kinds of spaces.
enum Spaces {
  /// Plain spaces, one at a time, none at the ends of lines. Tabs count as spaces.
  static func regular(in text: String) -> String {
    var regular = String.UnicodeScalarView()
    var isPending = false
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        isPending = false
        regular.append(scalar)
      } else if isSpace(scalar) {
        isPending = regular.last.map { $0 != "\n" } ?? false
      } else {
        if isPending { regular.append(" ") }
        isPending = false
        regular.append(scalar)
      }
    }
    return String(regular)
  }

  /// Space separators (category Zs) and the tab.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
