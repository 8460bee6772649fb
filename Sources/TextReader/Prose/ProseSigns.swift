/// Signs by which running text and code differ from cells.
enum ProseSigns {
  /// Whether a line ends as sentences, verses and statements of programs end, and cells rarely do.
  static func endsStatement(_ text: String) -> Bool {
    switch text.unicodeScalars.last(where: { $0.value > 0x20 }) {
    case ".", ",", ";", "!", "?", "{", "}", "。", "，", "；", "！", "？", "…", "—", "”", "、", "》": true
    default: false
    }
  }

  /// Whether a line ends as sentences end.
  ///
  /// - Parameter last: the last character of the line that is no white space.
  static func endsSentence(_ last: Unicode.Scalar?) -> Bool {
    switch last {
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

  /// Whether a text has marks that programs, command lines and diagrams are full of and cells lack; those of a note at its end, as
  /// in `Other\a`, `Other\1\`, `Other{1}`, `Other<a>`, `Other;`, are none.
  static func looksLikeCode(_ text: String) -> Bool {
    var previous: UInt8 = 0
    var isFirst = true
    var found = false
    for byte in text.utf8.dropLast(noteMarkLength(text)) {
      switch (previous, byte) {
      case (_, 0x80...): return false
      case (_, UInt8(ascii: "{")), (_, UInt8(ascii: "}")), (_, UInt8(ascii: ";")), (_, UInt8(ascii: "=")),
        (_, UInt8(ascii: "<")), (_, UInt8(ascii: ">")), (_, UInt8(ascii: "\\")), (_, UInt8(ascii: "&")):
        found = true
      case (_, UInt8(ascii: "#")) where isFirst: found = true
      case (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "/"), UInt8(ascii: "/")),
        (UInt8(ascii: "$"), UInt8(ascii: " ")), (UInt8(ascii: "-"), UInt8(ascii: "+")),
        (UInt8(ascii: "+"), UInt8(ascii: "-")), (UInt8(ascii: " "), UInt8(ascii: "|")):
        found = true
      default: break
      }
      previous = byte
      isFirst = false
    }
    return found
  }

  /// The bytes that the mark of a note takes at the end of a text, behind a letter or a digit: a letter or one or two digits behind
  /// `\` or between `\`, braces or angle brackets; `=` or `;` alone.
  private static func noteMarkLength(_ text: String) -> Int {
    let bytes = Array(text.utf8.suffix(6))
    func isWord(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      switch bytes[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: ")"), 0x80...: return true
      default: return false
      }
    }
    guard let last = bytes.last else { return 0 }
    if last == UInt8(ascii: "=") || last == UInt8(ascii: ";") { return isWord(bytes.count - 2) ? 1 : 0 }
    let opening: UInt8
    switch last {
    case UInt8(ascii: "}"): opening = UInt8(ascii: "{")
    case UInt8(ascii: ">"): opening = UInt8(ascii: "<")
    default: opening = UInt8(ascii: "\\")
    }
    let end = isWord(bytes.count - 1) ? bytes.count : bytes.count - 1
    for length in 1...2 where isWord(end - length) {
      let start = end - length - 1
      if start > 0, bytes[start] == opening, isWord(start - 1) { return bytes.count - start }
    }
    return 0
  }
}
