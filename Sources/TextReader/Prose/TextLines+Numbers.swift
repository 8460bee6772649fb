internal import FoundationEssentials

extension TextLines {
  /// The number at the start of a line, or `nil` where there is none.
  func number(_ index: Int) -> OutlineNumber? {
    mayBeNumbered(index) ? OutlineNumber(text(index)) : nil
  }

  /// Whether the first bytes of a line are those of a number or bullet; most lines are told apart without a string.
  func mayBeNumbered(_ index: Int) -> Bool {
    let bytes = utf8.span
    let line = trimmed(lines[index].bytes, in: bytes)
    guard line.count > 1 else { return false }
    let start = line.lowerBound
    switch bytes[start] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "("): return true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return bytes[start + 1] <= 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      // Letters and roman numerals have a point or bracket soon.
      return line.prefix(7).contains { bytes[$0] == UInt8(ascii: ".") || bytes[$0] == UInt8(ascii: ")") }
    case 0xC2, 0xE2, 0xE3, 0xEE, 0xEF: return true
    case 0xE4...0xE9:
      guard line.count > 3 else { return false }
      let scalar = decoded(bytes, start).scalar
      return TextLines.numerals.contains(scalar)
    default: return false
    }
  }

  /// Chinese digits and the sign before ordinals.
  private static let numerals = "一二三四五六七八九十第".unicodeScalars.map(\.value)
}
