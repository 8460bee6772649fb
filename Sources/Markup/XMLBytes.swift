internal import Bytes
internal import ConverterCore

/// A look at the bytes of a document that are in memory: valid until the ``XMLInput`` that gave it gets more.
///
/// Zeros follow the bytes, and XML holds no zeros. So a scan stops at the end by itself, and whole words can be loaded at
/// every position.
@safe
struct XMLBytes {
  /// How many zeros stand behind the bytes.
  static let padding = 16

  private let start: UnsafePointer<UInt8>

  /// How many bytes there are.
  let end: Int

  /// - Parameter start: so many bytes, and ``padding`` zeros behind them.
  init(_ start: UnsafePointer<UInt8>, count: Int) {
    unsafe self.start = start
    end = count
  }

  /// The byte at a position; 0 at the end.
  ///
  /// - Precondition: the position is at most ``end``.
  @inline(__always)
  subscript(position: Int) -> UInt8 {
    precondition(UInt(bitPattern: position) <= UInt(bitPattern: end), "the scan has left its bytes")
    // Inside of the memory: zeros follow the end.
    return unsafe start[position]
  }

  /// The eight bytes from a position on, the first one lowest; zeros from the end on.
  ///
  /// - Precondition: the position is at most ``end``.
  @inline(__always)
  func word(at position: Int) -> UInt64 {
    precondition(UInt(bitPattern: position) <= UInt(bitPattern: end), "the scan has left its bytes")
    // Inside of the memory: more zeros follow the end than a word has.
    return unsafe UInt64(littleEndian: UnsafeRawPointer(start + position).loadUnaligned(as: UInt64.self))
  }

  /// The bytes of a range.
  ///
  /// - Precondition: the range ends at or before ``end``.
  subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(range.lowerBound >= 0 && range.upperBound <= end, "the scan has left its bytes")
    return unsafe UnsafeBufferPointer(start: start + range.lowerBound, count: range.count)
  }
}

extension XMLBytes {
  /// Where a byte comes next from a position on; ``end`` where it does not.
  @inline(__always)
  func first(_ byte: UInt8, from position: Int) -> Int {
    var position = position
    while position < end {
      let found = ByteWord(word(at: position)).first(byte)
      if found != 0 { return min(end, position &+ ByteWord.count(before: found)) }
      position &+= 8
    }
    return end
  }

  /// Where the sign is that ends a tag, from a position inside of the tag on: `>` outside of quotation marks; ``end`` where there
  /// is none.
  func endOfTag(from start: Int) -> Int {
    // Few values hold the sign or an apostrophe: where quotation marks before it come in pairs, it is outside of them.
    var position = start
    // The high bit of a byte tells whether an odd number of quotation marks, or any apostrophe, came in its place of a word.
    var (quotes, apostrophes): (UInt64, UInt64) = (0, 0)
    while position < end {
      let word = ByteWord(word(at: position))
      let ends = word.first(UInt8(ascii: ">"))
      // What stands before the first end; everything where there is none.
      let before = (ends & (~ends &+ 1)) &- 1
      quotes ^= word.equal(UInt8(ascii: "\"")) & before
      apostrophes |= word.first(UInt8(ascii: "'")) & before
      if ends != 0 {
        guard quotes.nonzeroBitCount & 1 == 0, apostrophes == 0 else { return endOfTagByValues(from: start) }
        return position &+ ByteWord.count(before: ends)
      }
      position &+= 8
    }
    return end
  }

  /// The same, from one value of an attribute to the next.
  private func endOfTagByValues(from start: Int) -> Int {
    var place = start
    while place < end, self[place] != UInt8(ascii: ">") {
      let isQuote = self[place] == UInt8(ascii: "\"") || self[place] == UInt8(ascii: "'")
      place = isQuote ? first(self[place], from: place + 1) + 1 : place + 1
    }
    return min(place, end)
  }

  /// Where the name from a position on ends.
  @inline(__always)
  func endOfName(from start: Int) -> Int {
    var place = start
    while true {
      switch self[place] {
      case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        return place
      default: place &+= 1
      }
    }
  }

  /// Where the blanks from a position on end.
  @inline(__always)
  func endOfBlanks(from start: Int) -> Int {
    var place = start
    while true {
      switch self[place] {
      case 0x20, 0x09, 0x0A, 0x0D: place &+= 1
      default: return place
      }
    }
  }

  /// How many line ends there are before a position.
  func lineEnds(before position: Int) -> Int {
    var count = 0
    var place = first(0x0A, from: 0)
    while place < min(position, end) {
      count += 1
      place = first(0x0A, from: place + 1)
    }
    return count
  }
}
