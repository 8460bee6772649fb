/// Signs by which running text and code differ from cells.
enum ProseSigns {
  /// Whether a line ends as sentences, verses and statements of programs end, and cells rarely do.
  static func endsStatement(_ text: String) -> Bool {
    guard let last = lastMark(text) else { return false }
    return switch last {
    case ".", ",", ";", "!", "?", "{", "}", "。", "，", "；", "！", "？", "…", "—", "”", "、", "》": true
    default: false
    }
  }

  /// Whether a line ends as sentences end.
  static func endsSentence(_ text: String) -> Bool {
    guard let last = lastMark(text) else { return false }
    return switch last {
    case ".", "!", "?", ";", "。", "！", "？", "；", "…", ":", "：": true
    default: false
    }
  }

  /// Whether there is the end of a sentence or a clause inside a text.
  static func hasSentence(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar {
      case "。", "，", "；", "！", "？", "!", "?", ";": true
      default: false
      }
    }
  }

  /// Whether a text has marks that programs are full of and cells lack.
  static func looksLikeCode(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    let marks = text.utf8.count { byte in
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "&"):
        true
      default: false
      }
    }
    return marks > 0 || text.contains("()") || text.hasPrefix("//") || text.hasPrefix("#")
  }

  private static func lastMark(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.last { !$0.properties.isWhitespace }
  }
}
