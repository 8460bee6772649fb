/// The steps of ``TextNormalizer`` that take characters out or make them plain.
enum TextCleaning {
  /// Line ends (CR, CR LF, VT, FF, NEL, U+2028, U+2029) as newlines; no other control character (category Cc) but tab, and
  /// no directional embedding, override or isolate (Unicode Annex 9).
  static func withoutControls(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where previous == "\r": break
      case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: clean.append("\n")
      case 0x09: clean.append(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: break
      default: clean.append(scalar)
      }
      previous = scalar
    }
    return String(clean)
  }

  /// Without `[bookmark: …]`, which Tika writes for Word's bookmarks, and U+FFFC.
  static func withoutArtefacts(_ text: String) -> String {
    var clean = ""
    var rest = text[...]
    while let bracket = rest.firstIndex(of: "[") {
      clean += rest[..<bracket]
      rest = rest[bracket...]
      // Word's names of bookmarks have at most 40 characters (ECMA-376, 17.13.6.2).
      if rest.hasPrefix("[bookmark:"), let end = rest.prefix(64).firstIndex(of: "]") {
        rest = rest[rest.index(after: end)...]
      } else {
        clean += rest.prefix(1)
        rest = rest.dropFirst()
      }
    }
    clean += rest
    clean.unicodeScalars.removeAll { $0 == "\u{FFFC}" }
    return clean
  }

  /// Runs of white space within a line as one space, none at the ends of lines and no empty lines at the ends of the text;
  /// without soft hyphens, zero-width spaces and word joiners. (Zero-width joiners shape scripts and emoji: they stay.)
  static func withPlainSpaces(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    var pendingNewlines = 0
    var spacePending = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A:
        pendingNewlines += 1
        spacePending = false
      case 0xAD, 0x200B, 0x2060, 0xFEFF: break
      case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: spacePending = true
      default:
        if !clean.isEmpty {
          if pendingNewlines > 0 {
            for _ in 0..<pendingNewlines { clean.append("\n") }
          } else if spacePending {
            clean.append(" ")
          }
        }
        pendingNewlines = 0
        spacePending = false
        clean.append(scalar)
      }
    }
    return String(clean)
  }
}
