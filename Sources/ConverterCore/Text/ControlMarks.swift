internal import Bytes

/// What the control characters of a text say about it, of which a text has few.
struct ControlMarks {
  /// Whether there is a NUL byte, as in units of two or four bytes, or an escape.
  private(set) var hasZerosOrEscapes = false

  /// How many form feeds there are.
  private(set) var formFeedCount = 0

  /// Looks at bytes, eight at once.
  mutating func add(_ bytes: Span<UInt8>) {
    var index = 0
    while index + 8 <= bytes.count {
      var controls = ByteWord(bytes, at: index).below(0x20)
      while controls != 0 {
        add(bytes[index + ByteWord.count(before: controls)])
        controls &= controls - 1
      }
      index += 8
    }
    while index < bytes.count {
      add(bytes[index])
      index += 1
    }
  }

  private mutating func add(_ byte: UInt8) {
    switch byte {
    case 0, 0x1B: hasZerosOrEscapes = true
    case 0x0C: formFeedCount += 1
    default: break
    }
  }
}
