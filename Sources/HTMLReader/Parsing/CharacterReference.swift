/// A reference to characters by number or name: `&#20013;`, `&#x4E2D;`, `&nbsp;` (HTML standard, section 13.2.5.72).
struct CharacterReference {
  /// The characters in UTF-8.
  var utf8: [UInt8]

  /// The index behind the reference.
  var end: Int

  /// Reads a reference that begins with the `&` at an index; `nil` where it is none and the `&` is itself.
  ///
  /// - Parameter end: where the text ends.
  /// - Parameter inAttribute: whether a name without `;` must not go on, as in `?a=1&copy=2`.
  init?(at start: Int, in bytes: [UInt8], end: Int, inAttribute: Bool) {
    guard start + 1 < end else { return nil }
    if bytes[start + 1] == UInt8(ascii: "#") {
      self.init(number: start + 2, in: bytes, end: end)
    } else {
      self.init(name: start + 1, in: bytes, end: end, inAttribute: inAttribute)
    }
  }

  private init?(number start: Int, in bytes: [UInt8], end: Int) {
    var index = start
    var radix: UInt32 = 10
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      index += 1
    }
    let first = index
    var value: UInt32 = 0
    while index < end, let digit = CharacterReference.digit(bytes[index]), digit < radix {
      value = min(value * radix + digit, 0x11_0000)
      index += 1
    }
    guard index > first else { return nil }
    if index < end, bytes[index] == UInt8(ascii: ";") { index += 1 }
    self.end = index
    utf8 = Array(String(Character(CharacterReference.scalar(value))).utf8)
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte | 0x20) - 0x57
    default: nil
    }
  }

  /// The character of a number; numbers that mean none are U+FFFD, those of the C1 controls what Windows-1252 has there.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if value == 0 { return "\u{FFFD}" }
    if (0x80...0x9F).contains(value) { return windows1252[Int(value) - 0x80] }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static let windows1252: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  private init?(name start: Int, in bytes: [UInt8], end: Int, inAttribute: Bool) {
    var index = start
    while index < min(end, start + NamedCharacters.longestName), CharacterReference.isAlphanumeric(bytes[index]) {
      index += 1
    }
    guard index > start else { return nil }
    let name = String(decoding: bytes[start..<index], as: UTF8.self)
    if index < end, bytes[index] == UInt8(ascii: ";"), let characters = NamedCharacters.all[name] {
      utf8 = Array(characters.utf8)
      self.end = index + 1
      return
    }
    // Old names are known without their semicolon, even before other letters: the longest counts.
    for length in stride(from: min(name.utf8.count, NamedCharacters.longestOldName), to: 1, by: -1) {
      let old = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
      guard NamedCharacters.withoutSemicolon.contains(old), let characters = NamedCharacters.all[old] else { continue }
      let next = start + length
      if inAttribute, next < end, bytes[next] == UInt8(ascii: "=") || CharacterReference.isAlphanumeric(bytes[next]) {
        return nil
      }
      utf8 = Array(characters.utf8)
      self.end = next
      return
    }
    return nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }
}
