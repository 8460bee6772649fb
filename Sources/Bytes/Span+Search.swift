/// Search for bytes that end a run of text, eight at a time.
extension Span<UInt8> {
  /// The index of the first of two bytes at or behind a start, or the bound.
  ///
  /// - Precondition: `start` is not below zero, `bound` at most the count.
  public func index(of first: UInt8, or second: UInt8, from start: Int, below bound: Int) -> Int {
    var index = start
    while index + 8 <= bound {
      let word = ByteWord(self, at: index)
      let found = word.first(first) | word.first(second)
      if found != 0 { return index + ByteWord.count(before: found) }
      index += 8
    }
    while index < bound, self[index] != first, self[index] != second { index += 1 }
    return Swift.min(index, bound)
  }
}
