/// Cuts the bytes of a file into tokens.
struct RTFScanner {
  /// One token.
  enum Token: Equatable {
    case open
    case close
    /// A control word with its number; `nil` for words that are not read.
    case word(ControlWord?, Int?)
    /// A backslash and a character that is no letter, such as `\~`.
    case symbol(UInt8)
    /// A byte stated as `\'b9`.
    case byte(UInt8)
    /// Bytes as they stand.
    case text(Range<Int>)
  }

  let bytes: [UInt8]
  private(set) var position = 0
  private let words = ControlWordTable.standard

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }
}

extension RTFScanner {
  /// The next token; `nil` at the end. Line ends and NULs between tokens mean nothing.
  mutating func next() -> Token? {
    var end = position
    let token = RTFScanner.token(bytes.span, &end, words)
    position = end
    return token
  }

  /// The token at a position, which goes behind it.
  private static func token(_ bytes: Span<UInt8>, _ position: inout Int, _ words: ControlWordTable) -> Token? {
    while position < bytes.count {
      switch bytes[position] {
      case openingBrace:
        position += 1
        return .open
      case closingBrace:
        position += 1
        return .close
      case backslash: return control(bytes, &position, words)
      case 0x0A, 0x0D, 0x00: position += 1
      default:
        let start = position
        while position < bytes.count, !isSpecial(bytes[position]) { position += 1 }
        return .text(start..<position)
      }
    }
    return nil
  }

  /// How many bytes stand behind the position, but for blanks, line ends and NULs at its end.
  var trailingByteCount: Int {
    bytes[position...].last { $0 > 0x20 } == nil ? 0 : bytes.count - position
  }

  /// Steps over bytes that are no text, such as the data behind `\bin`.
  mutating func skip(_ count: Int) {
    position = min(bytes.count, position + max(0, min(count, bytes.count)))
  }

  /// Goes behind the end of the group that is open, or to the end of the file.
  mutating func skipGroup() {
    var depth = 1
    while position < bytes.count {
      switch bytes[position] {
      case openingBrace: depth += 1
      case closingBrace:
        depth -= 1
        if depth == 0 {
          position += 1
          return
        }
      case backslash:
        var end = position
        let token = RTFScanner.control(bytes.span, &end, words)
        position = end
        if case .word(.bin, let count?) = token { skip(count) }
        continue
      default: break
      }
      position += 1
    }
  }

  /// A control word or symbol from its backslash on; the position goes behind it.
  private static func control(_ bytes: Span<UInt8>, _ position: inout Int, _ words: ControlWordTable) -> Token {
    position += 1
    guard position < bytes.count else { return .symbol(backslash) }
    let first = bytes[position]
    guard isLetter(first) else {
      position += 1
      return first == apostrophe ? hexadecimalByte(bytes, &position) : .symbol(first)
    }
    var name: UInt64 = 0
    while position < bytes.count, isLetter(bytes[position]) {
      name = ControlWordTable.appending(name, bytes[position])
      position += 1
    }
    let number = number(bytes, &position)
    if position < bytes.count, bytes[position] == 0x20 { position += 1 }
    return .word(words[name], number)
  }

  /// The number of a control word: a sign and up to ten digits.
  @inline(__always)
  private static func number(_ bytes: Span<UInt8>, _ position: inout Int) -> Int? {
    var end = position
    var isNegative = false
    if end < bytes.count, bytes[end] == 0x2D {
      isNegative = true
      end += 1
    }
    let start = end
    var value = 0
    while end < bytes.count, end - start < 10, isDigit(bytes[end]) {
      value = value * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    guard end > start else { return nil }
    position = end
    return isNegative ? -value : value
  }

  private static func hexadecimalByte(_ bytes: Span<UInt8>, _ position: inout Int) -> Token {
    guard position + 1 < bytes.count, let high = digit(bytes[position]), let low = digit(bytes[position + 1]) else {
      return .symbol(apostrophe)
    }
    position += 2
    return .byte(high << 4 | low)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}

private let openingBrace = UInt8(ascii: "{")
private let closingBrace = UInt8(ascii: "}")
private let backslash = UInt8(ascii: "\\")
private let apostrophe = UInt8(ascii: "'")

@inline(__always)
private func isSpecial(_ byte: UInt8) -> Bool {
  byte == openingBrace || byte == closingBrace || byte == backslash || byte == 0x0A || byte == 0x0D || byte == 0
}

@inline(__always)
private func isLetter(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
}

@inline(__always)
private func isDigit(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte)
}
