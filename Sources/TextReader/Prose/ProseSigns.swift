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

  /// Whether a text has marks that programs, command lines and diagrams are full of and cells lack.
  static func looksLikeCode(_ text: String) -> Bool {
    var previous: UInt8 = 0
    var isFirst = true
    var found = false
    for byte in text.utf8 {
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
}
