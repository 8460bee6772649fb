/// Rules for putting pieces of text together, shared by readers (broken lines) and writers (labels).
public enum TextJoining {
  /// A label and its text as displayed: Western labels take a space (`1. Scope`), CJK ones none (`一、总体情况`).
  public static func label(_ label: String, _ text: String) -> String {
    guard let last = label.unicodeScalars.last, let first = text.unicodeScalars.first else { return label + text }
    let needsSpace = !isWide(last) && !last.properties.isWhitespace && !isWide(first) || isBullet(last)
    return needsSpace ? label + " " + text : label + text
  }

  /// Two lines of one paragraph: no space where either side of the break is CJK, one space between Latin words,
  /// nothing after a hyphenation mark (U+00AD).
  public static func lines(_ upper: String, _ lower: String) -> String {
    var joined = upper
    append(line: lower, to: &joined)
    return joined
  }

  /// Appends a line to a paragraph in place, by the rule of ``lines(_:_:)``.
  public static func append(line: String, to text: inout String) {
    while text.unicodeScalars.last?.properties.isWhitespace == true { text.unicodeScalars.removeLast() }
    let line = line.drop { $0.isWhitespace }
    guard let last = text.unicodeScalars.last, let first = line.unicodeScalars.first else {
      text += line
      return
    }
    if last == "\u{AD}" {
      text.unicodeScalars.removeLast()
    } else if !isWide(last) && !isWide(first) {
      text += " "
    }
    text += line
  }

  /// The lines of a text as one, joined by the rule of ``lines(_:_:)``.
  public static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return text }
    var joined = ""
    for line in text.split(separator: "\n") { append(line: String(line), to: &joined) }
    return joined
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

  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "•", "◦", "▪", "●", "○", "■", "□", "–", "-", "·", "*", "►", "➢", "✓", "\u{F0B7}": true
    default: false
    }
  }
}
