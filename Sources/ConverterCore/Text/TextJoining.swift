/// Rules for putting pieces of text together, shared by readers (broken lines) and writers (labels).
public enum TextJoining {
  /// A label and its text as displayed: Western labels take a space (`1. Scope`), CJK ones none (`一、总体情况`).
  public static func label(_ label: String, _ text: String) -> String {
    guard let last = label.unicodeScalars.last, let first = text.unicodeScalars.first else { return label + text }
    let needsSpace = !isWide(last) && !last.isWhiteSpace && !isWide(first) || isBullet(last)
    return needsSpace ? label + " " + text : label + text
  }

  /// Two lines of one paragraph: no space where either side of the break is Chinese or Japanese, one space between words
  /// of other scripts (as in CSS Text 3, where Korean takes one too), nothing after a hyphen that follows a word, and a soft
  /// hyphen (U+00AD) goes.
  public static func lines(_ upper: String, _ lower: String) -> String {
    var joined = upper
    append(line: lower, to: &joined)
    return joined
  }

  /// Appends a line to a paragraph in place, by the rule of ``lines(_:_:)``.
  public static func append(line: String, to text: inout String) {
    if let last = text.utf8.last, let first = line.utf8.first, isWordByte(last), isWordByte(first) {
      // Most breaks of Western texts: told from two bytes.
      text += " "
      text += line
      return
    }
    while text.unicodeScalars.last?.isWhiteSpace == true { text.unicodeScalars.removeLast() }
    let line = line.drop { $0.isWhitespace }
    if text.unicodeScalars.last == "\u{AD}" {
      text.unicodeScalars.removeLast()
    } else if needsSpace(between: text, and: line) {
      text += " "
    }
    text += line
  }

  /// The lines of a text as one, joined by the rule of ``lines(_:_:)``.
  public static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return text }
    var joined = ""
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) { append(line: String(Substring(line)), to: &joined) }
    return joined
  }

  /// Text without blanks and line ends at its own ends; those inside, tabs and breaks stay.
  package static func trimmed(_ text: String) -> String {
    let ink = text.utf8.span.ink
    guard ink.count < text.utf8.count else { return text }
    let start = text.utf8.index(text.startIndex, offsetBy: ink.lowerBound)
    return String(text[start..<text.utf8.index(start, offsetBy: ink.count)])
  }

  /// Whether a scalar takes two columns in a fixed-width font: East Asian Wide and Fullwidth of Unicode Annex 11,
  /// in the blocks that occur in documents.
  public static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Whether a byte of UTF-8 is an ASCII letter or digit.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static func needsSpace(between upper: String, and lower: Substring) -> Bool {
    guard let last = upper.unicodeScalars.last, let first = lower.unicodeScalars.first else { return false }
    if last.isOpeningPunctuation || first.isClosingPunctuation { return false }
    if last == "-" || last == "\u{2010}", !first.isWhiteSpace {
      return upper.unicodeScalars.dropLast().last?.isWhiteSpace != false
    }
    let scripts = (firstOfScript(upper.unicodeScalars.reversed()), firstOfScript(lower.unicodeScalars))
    return !isSpaceless(scripts.0) && !isSpaceless(scripts.1)
  }

  /// The first scalar that tells a script: quotation marks, dashes and ellipses are shared by all and take the side of
  /// their neighbour.
  private static func firstOfScript(_ scalars: some Sequence<Unicode.Scalar>) -> Unicode.Scalar? {
    scalars.prefix(8).first { !("\u{2010}"..."\u{2027}").contains($0) }
  }

  /// Whether the scalar belongs to a script without spaces between words.
  private static func isSpaceless(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, isWide(scalar) else { return false }
    switch scalar.value {
    case 0x1100...0x115F, 0xA960...0xA97F, 0xAC00...0xD7A3: return false
    default: return true
    }
  }

  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "•", "◦", "▪", "●", "○", "■", "□", "–", "-", "·", "*", "►", "➢", "✓", "\u{F0B7}": true
    default: false
    }
  }
}
