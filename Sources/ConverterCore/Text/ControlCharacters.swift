extension StringProtocol {
  /// Whether the text holds a control character (Unicode category Cc) other than newline and tab, which no text of a
  /// ``Document`` may.
  package var hasControlCharacters: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      // U+0080–009F are the bytes C2 80 to C2 9F.
      if byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F || previous == 0xC2 && byte < 0xA0 { return true }
      previous = byte
    }
    return false
  }
}
