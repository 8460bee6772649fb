/// Text put into room that is known to suffice: a writer of many small pieces asks its buffer for room once and then only
/// stores bytes (``OutputBuffer/append(atMost:_:)``).
extension OutputSpan<UInt8> {
  /// Appends a literal; in place, so that its bytes are stored as words instead of copied by a call.
  @inline(__always)
  mutating func append(_ literal: StaticString) {
    // A literal's bytes live as long as the program.
    unsafe append(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends a text of few bytes.
  package mutating func append(_ word: String) { append(word.utf8.span) }

  /// Appends the bytes of a text.
  package mutating func append(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe append($0) }
  }

  /// Copies bytes in one piece: byte by byte, each would be held against the room.
  @inline(__always)
  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    precondition(bytes.count <= freeCapacity, "more bytes than there is room for")
    guard let source = bytes.baseAddress else { return }
    unsafe withUnsafeMutableBufferPointer { room, count in
      // The room behind `count` is free, and enough.
      unsafe room.extracting(count...).baseAddress?.initialize(from: source, count: bytes.count)
      count += bytes.count
    }
  }

  /// Appends a number in at most twenty bytes.
  package mutating func append(_ number: Int) {
    // Rows, columns and spans mostly.
    if (0...9).contains(number) { return append(UInt8(ascii: "0") + UInt8(number)) }
    if number < 0 { append(UInt8(ascii: "-")) }
    appendDigits(number.magnitude, atLeast: 1)
  }

  /// Appends a number with leading zeros up to a count of digits, of which there are at most twenty.
  mutating func appendDigits(_ number: UInt, atLeast count: Int) {
    // Eight digits at a time, packed into one word with the first digit lowest.
    let group: UInt = 100_000_000
    if number >= group || count > 8 { appendDigits(number / group, atLeast: max(1, count - 8)) }
    let least = number >= group || count > 8 ? 8 : count
    var rest = number % group
    var packed: UInt64 = 0
    var digits = 0
    while rest > 0 || digits < least {
      packed = packed << 8 | UInt64(UInt8(ascii: "0")) | UInt64(truncatingIfNeeded: rest % 10)
      rest /= 10
      digits += 1
    }
    guard freeCapacity >= 8 else {
      for _ in 0..<digits {
        append(UInt8(truncatingIfNeeded: packed))
        packed >>= 8
      }
      return
    }
    unsafe withUnsafeMutableBufferPointer { room, count in
      // There is room for eight bytes behind `count`; those behind the digits stay free.
      let place = UnsafeMutableRawBufferPointer(room)
      unsafe place.storeBytes(of: packed.littleEndian, toByteOffset: count, as: UInt64.self)
      count += digits
    }
  }
}
