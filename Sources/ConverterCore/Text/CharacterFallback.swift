/// Asks a second converter, and tables of our own, about the characters that the first does not know.
struct CharacterFallback: ~Copyable {
  private let converter: CharacterConverter
  private let isBig5: Bool

  /// Opens the conversion that stands in for an encoding, or `nil` where there is none.
  init?(for encoding: TextEncoding) {
    guard let name = encoding.fallbackName, let converter = CharacterConverter(from: name) else { return nil }
    self.converter = converter
    isBig5 = encoding == .big5
  }

  /// The character at a position as UTF-8, which is stepped over; `nil` where there is none.
  func character(_ bytes: Span<UInt8>, at position: inout Int) -> [UInt8]? {
    if isBig5, position + 1 < bytes.count,
      let known = Big5Duplicates.character(lead: bytes[position], trail: bytes[position + 1])
    {
      position += 2
      return Array(String(known).utf8)
    }
    var buffer = [UInt8](repeating: 0, count: 8)
    for length in 1...min(4, bytes.count - position) {
      var reached = 0
      let piece = bytes.extracting(position..<(position + length))
      let (filled, pause) = converter.convert(piece, from: &reached, into: &buffer)
      if pause == .finished && filled > 0 && !isPrivate(buffer) {
        position += length
        return Array(buffer[..<filled])
      }
    }
    return nil
  }

  /// Whether UTF-8 begins with a character of the private use area (U+E000 to U+F8FF), which means nothing to anybody else.
  private func isPrivate(_ utf8: [UInt8]) -> Bool { utf8[0] == 0xEE || utf8[0] == 0xEF && utf8[1] < 0xA4 }
}
