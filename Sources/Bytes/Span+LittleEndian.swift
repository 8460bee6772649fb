/// Little-endian numbers at offsets that come from a file: outside of the bytes there is no number, never a trap.
extension Span<UInt8> {
  /// The byte at an offset; `nil` outside.
  @inlinable
  @inline(__always)
  public func byte(at offset: Int) -> Int? {
    offset >= 0 && offset < count ? Int(self[offset]) : nil
  }

  /// The unsigned number of 16 bits at an offset; `nil` where it is not wholly inside.
  @inlinable
  @inline(__always)
  public func unsigned16(at offset: Int) -> Int? {
    guard offset >= 0, offset <= count - 2 else { return nil }
    return Int(self[offset]) | Int(self[offset + 1]) << 8
  }

  /// The signed number of 16 bits at an offset; `nil` where it is not wholly inside.
  @inlinable
  @inline(__always)
  public func signed16(at offset: Int) -> Int? {
    unsigned16(at: offset).map { Int(Int16(truncatingIfNeeded: $0)) }
  }

  /// The unsigned number of 32 bits at an offset; `nil` where it is not wholly inside.
  @inlinable
  @inline(__always)
  public func unsigned32(at offset: Int) -> Int? {
    guard offset >= 0, offset <= count - 4 else { return nil }
    return Int(self[offset]) | Int(self[offset + 1]) << 8 | Int(self[offset + 2]) << 16 | Int(self[offset + 3]) << 24
  }

  /// The signed number of 32 bits at an offset; `nil` where it is not wholly inside.
  @inlinable
  @inline(__always)
  public func signed32(at offset: Int) -> Int? {
    unsigned32(at: offset).map { Int(Int32(truncatingIfNeeded: $0)) }
  }
}
