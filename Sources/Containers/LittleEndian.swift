internal import Bytes

/// Little-endian numbers at offsets that come from a file: outside of the bytes there is no number, never a trap.
extension [UInt8] {
  /// The byte at an offset; `nil` outside.
  package func byte(at offset: Int) -> Int? { span.byte(at: offset) }

  /// The unsigned number of 16 bits at an offset; `nil` where it is not wholly inside.
  package func unsigned16(at offset: Int) -> Int? { span.unsigned16(at: offset) }

  /// The signed number of 16 bits at an offset; `nil` where it is not wholly inside.
  package func signed16(at offset: Int) -> Int? { span.signed16(at: offset) }

  /// The unsigned number of 32 bits at an offset; `nil` where it is not wholly inside.
  package func unsigned32(at offset: Int) -> Int? { span.unsigned32(at: offset) }

  /// The signed number of 32 bits at an offset; `nil` where it is not wholly inside.
  package func signed32(at offset: Int) -> Int? { span.signed32(at: offset) }

  /// The unsigned number of 64 bits at an offset; `nil` where it is not wholly inside or larger than `Int`.
  package func unsigned64(at offset: Int) -> Int? {
    guard let low = unsigned32(at: offset), let high = unsigned32(at: offset + 4), high < 0x8000_0000
    else { return nil }
    return high << 32 | low
  }

  /// UTF-16 units from an offset on; `nil` where they are not wholly inside.
  package func utf16(at offset: Int, count units: Int) -> String? {
    guard offset >= 0, units >= 0, offset <= count, units <= (count - offset) / 2 else { return nil }
    let end = offset + units * 2
    // An array: the standard library decodes other sequences the slow way, which showed in profiles.
    let numbers = stride(from: offset, to: end, by: 2).map { UInt16(self[$0]) | UInt16(self[$0 + 1]) << 8 }
    // Names are mostly ASCII, whose bytes are a text as they stand.
    if numbers.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: numbers.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
    }
    return String(decoding: numbers, as: UTF16.self)
  }
}
