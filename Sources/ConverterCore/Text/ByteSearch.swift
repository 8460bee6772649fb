/// Search for bytes that end a run of text, eight at a time.
extension Span<UInt8> {
  /// The index of the first of two bytes at or behind a start, or the bound.
  ///
  /// - Precondition: `start` is not below zero, `bound` at most the count.
  package func index(of first: UInt8, or second: UInt8, from start: Int, below bound: Int) -> Int {
    let bytes = unsafe bytes
    let (firsts, seconds) = (UInt64(first) &* everyByte, UInt64(second) &* everyByte)
    var index = start
    while index + 8 <= bound {
      let word = unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found = zeroBytes(word ^ firsts) | zeroBytes(word ^ seconds)
      // Only the lowest mark is certain, and it is the first byte found.
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bound, self[index] != first, self[index] != second { index += 1 }
    return Swift.min(index, bound)
  }
}

private let everyByte: UInt64 = 0x0101_0101_0101_0101

/// The highest bits of the bytes that are zero; bits above the lowest one set may be wrong.
private func zeroBytes(_ word: UInt64) -> UInt64 {
  (word &- everyByte) & ~word & (everyByte &* 0x80)
}
