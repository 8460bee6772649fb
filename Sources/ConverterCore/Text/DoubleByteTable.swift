internal import FoundationEssentials

/// The characters of GB18030 in one and two bytes, looked up instead of converted: nearly all of Chinese text.
///
/// The table is made by the system's converter when a long text needs it (23,940 characters, a fraction of a millisecond), so that
/// both agree on every character by construction. What is not in it — four-byte characters, damage — is left to the converter.
struct DoubleByteTable: Sendable {
  /// By lead and trail byte: UTF-8 in the low three bytes, first byte lowest, and its length in the highest; 0 for none.
  private let entries: [UInt32]

  private static let leads = 0x81...0xFE
  private static let trails = 0x40...0xFE
  private static let stride = trails.count

  /// Texts shorter than this are converted before the table would be made.
  static let worthwhile = 1 << 18

  /// The table for an encoding, or `nil` where there is none or the text is too short to be worth it.
  static func table(for encoding: TextEncoding, length: Int) -> DoubleByteTable? {
    encoding == .gb18030 && length >= worthwhile ? gb18030 : nil
  }

  private static let gb18030 = DoubleByteTable(of: .gb18030)

  private init?(of encoding: TextEncoding) {
    // A line for each character: so each stands apart in the converted text, however many bytes it takes.
    var codes: [UInt8] = []
    codes.reserveCapacity(DoubleByteTable.leads.count * DoubleByteTable.stride * 3)
    for lead in DoubleByteTable.leads {
      for trail in DoubleByteTable.trails {
        if trail != 0x7F {
          codes.append(UInt8(lead))
          codes.append(UInt8(trail))
        }
        codes.append(0x0A)
      }
    }
    entries = DoubleByteTable.entries(TextDecoder.systemConverted(Data(codes), from: encoding).utf8.span)
    guard entries.count == DoubleByteTable.leads.count * DoubleByteTable.stride else { return nil }
  }

  /// An entry for each line: UTF-8 of two or three bytes, but for replacements; none for what takes more.
  private static func entries(_ lines: Span<UInt8>) -> [UInt32] {
    var entries: [UInt32] = []
    entries.reserveCapacity(leads.count * stride)
    var (packed, length): (UInt32, UInt32) = (0, 0)
    for index in lines.indices {
      guard lines[index] == 0x0A else {
        packed |= length < 3 ? UInt32(lines[index]) << (8 * length) : 0
        length += 1
        continue
      }
      // U+FFFD is EF BF BD.
      entries.append((2...3).contains(length) && packed != 0xBD_BFEF ? packed | length << 24 : 0)
      (packed, length) = (0, 0)
    }
    return entries
  }
}

extension DoubleByteTable {
  /// Converts what the table has, until something else comes or the input ends.
  ///
  /// - Parameters:
  ///   - input: all bytes of the text.
  ///   - position: where to go on; moved behind what was converted.
  ///   - output: what was converted is appended.
  func convert(_ input: Span<UInt8>, from position: inout Int, into output: inout DataBuffer) {
    let entries = entries.span
    let start = position
    var reached = position
    let left = input.count - start
    // Two bytes become three at most; a step writes eight bytes at once, of which fewer may count.
    unsafe output.fill(atMost: left + left / 2 + 8) { output in
      unsafe input.withUnsafeBufferPointer { bytes in
        // Each step reads below `count`; the bytes written are at most half more than the bytes read.
        var (read, write) = (start, 0)
        let count = bytes.count
        while read < count {
          let lead = unsafe bytes[read]
          if lead < 0x80 {
            if unsafe read + 8 <= count && bytes.isASCII(at: read) {
              unsafe output.storeBytes(of: bytes.word(at: read), toByteOffset: write, as: UInt64.self)
              read += 8
              write += 8
            } else {
              unsafe output[write] = lead
              read += 1
              write += 1
            }
            continue
          }
          guard read + 1 < count, lead > 0x80, lead < 0xFF, case let trail = unsafe bytes[read + 1], trail >= 0x40,
            trail < 0xFF
          else { break }
          let entry = entries[(Int(lead) - 0x81) * DoubleByteTable.stride + Int(trail) - 0x40]
          guard entry != 0 else { break }
          unsafe output.storeBytes(of: entry, toByteOffset: write, as: UInt32.self)
          read += 2
          write += Int(entry >> 24)
        }
        reached = read
        return write
      }
    }
    position = reached
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Eight bytes in the order of memory.
  ///
  /// - Precondition: there are eight bytes from the index on.
  fileprivate func word(at index: Int) -> UInt64 {
    unsafe UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// Whether eight bytes are all below 0x80.
  ///
  /// - Precondition: there are eight bytes from the index on.
  fileprivate func isASCII(at index: Int) -> Bool { unsafe word(at: index) & 0x8080_8080_8080_8080 == 0 }
}
