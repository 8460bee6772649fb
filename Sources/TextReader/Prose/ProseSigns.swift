/// Signs by which running text and code differ from cells.
enum ProseSigns {
  /// Whether a line ends as sentences, verses and statements of programs end, and cells rarely do.
  static func endsStatement(_ text: String) -> Bool {
    switch lastMark(text.utf8) {
    case ".", ",", ";", "!", "?", "{", "}", "。", "，", "；", "！", "？", "…", "—", "”", "、", "》": true
    default: false
    }
  }

  /// Whether a line of UTF-8 ends as sentences end.
  static func endsSentence(_ utf8: some BidirectionalCollection<UInt8>) -> Bool {
    switch lastMark(utf8) {
    case ".", "!", "?", ";", ":", "。", "！", "？", "；", "…", "：": true
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

  /// Whether a text has a row of dots that leads to a page number: `....`, `. . .`, `……`.
  static func hasLeaders(_ text: String) -> Bool {
    var dots = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case ".", "·", "．": dots += 1
      case "…": dots += 2
      case " ": break
      default: dots = 0
      }
      if dots > 3 { return true }
    }
    return false
  }

  /// Whether a text has marks that programs are full of and cells lack.
  static func looksLikeCode(_ text: String) -> Bool {
    var previous: UInt8 = 0
    var isFirst = true
    var found = false
    for byte in text.utf8 {
      switch byte {
      case 0x80...: return false
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "&"):
        found = true
      case UInt8(ascii: "#") where isFirst: found = true
      case UInt8(ascii: ")") where previous == UInt8(ascii: "("): found = true
      case UInt8(ascii: "/") where previous == UInt8(ascii: "/"): found = true
      default: break
      }
      previous = byte
      isFirst = false
    }
    return found
  }

  /// The last scalar of valid UTF-8 that is no ASCII white space.
  private static func lastMark(_ utf8: some BidirectionalCollection<UInt8>) -> Unicode.Scalar? {
    let ink = utf8.lastIndex { $0 > 0x20 }
    guard var index = ink else { return nil }
    var value = UInt32(utf8[index])
    if value < 0x80 { return Unicode.Scalar(value) }
    value &= 0x3F
    var shift: UInt32 = 6
    while index > utf8.startIndex, shift < 24 {
      index = utf8.index(before: index)
      let byte = UInt32(utf8[index])
      if byte & 0xC0 != 0x80 { return Unicode.Scalar(value | (byte & (0x7F >> (shift / 6 + 1))) << shift) }
      value |= (byte & 0x3F) << shift
      shift += 6
    }
    return nil
  }
}
