/// Eight bytes of a text at once, the first lowest.
///
/// Answers are marks: words in which the highest bit of a byte says yes (Warren, Hacker's Delight, sections 2-18 and 6-1).
/// Inlinable, so that other modules take its steps in as their own: calls would cost more than the steps. That wants `public`; of
/// `package` functions the compiler makes calls all the same (6.3).
@frozen public struct ByteWord {
  /// The bytes as one number.
  @usableFromInline let word: UInt64

  /// - Parameter word: the bytes, the first lowest.
  @inlinable
  @inline(__always)
  public init(_ word: UInt64) { self.word = word }

  /// - Precondition: eight bytes are there from the index on.
  @inlinable
  @inline(__always)
  public init(_ bytes: Span<UInt8>, at index: Int) {
    self.init(UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)))
  }

  /// The highest bits of all bytes.
  @inlinable public static var all: UInt64 { 0x8080_8080_8080_8080 }

  /// A byte eight times.
  @inlinable
  @inline(__always)
  public static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// How many bytes come before the first mark.
  @inlinable
  @inline(__always)
  public static func count(before marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }
}

extension ByteWord {
  /// The bytes that are the same as another, of which only the first is certain: enough to find it.
  ///
  /// - Parameters:
  ///   - byte: the other byte.
  ///   - ignored: bits that are not compared.
  @inlinable
  @inline(__always)
  public func first(_ byte: UInt8, ignoring ignored: UInt8 = 0) -> UInt64 {
    let difference = (word ^ ByteWord.repeated(byte)) & ~ByteWord.repeated(ignored)
    return (difference &- ByteWord.repeated(1)) & ~difference & ByteWord.all
  }

  /// The bytes that are the same as another.
  @inlinable
  @inline(__always)
  public func equal(_ byte: UInt8) -> UInt64 {
    let difference = word ^ ByteWord.repeated(byte)
    return ~(((difference & ~ByteWord.all) &+ ~ByteWord.all) | difference) & ByteWord.all
  }

  /// The bytes whose lower seven bits are at least so much.
  ///
  /// - Parameters:
  ///   - byte: what they are compared with.
  ///   - ignored: bits that are taken for set.
  @inlinable
  @inline(__always)
  public func low(atLeast byte: UInt8, setting ignored: UInt8 = 0) -> UInt64 {
    // Sums of seven bits do not carry from byte to byte.
    let low = (word | ByteWord.repeated(ignored)) & ~ByteWord.all
    return (low &+ ByteWord.repeated(0x80 - byte)) & ByteWord.all
  }

  /// The bytes below another, which is 0x80 at most.
  @inlinable
  @inline(__always)
  public func below(_ byte: UInt8) -> UInt64 { ~(low(atLeast: byte) | word) & ByteWord.all }

  /// The bytes from 0x80 on.
  @inlinable
  @inline(__always)
  public var wide: UInt64 { word & ByteWord.all }
}
