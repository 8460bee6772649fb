/// Writes members of a ZIP archive one after the other, uncompressed (APPNOTE 6.3.10, method 0).
///
/// Times are those of the format's beginning, so that the same content gives the same bytes.
struct ZipOutput {
  /// What the directory at the end says of a member.
  private struct Entry {
    let name: [UInt8]
    let sum: UInt32
    let size: UInt32
    let offset: UInt32
  }

  private var entries: [Entry] = []

  /// Bytes written so far.
  private var offset: UInt32 = 0

  /// The first day that the format knows: 1980-01-01.
  private static let date: UInt16 = 0x21

  /// Writes a member.
  ///
  /// - Throws: ``WritingError`` of the sink, or `refused` where the archive would be larger than 4 GiB or have too many members.
  mutating func add(_ name: String, _ content: [UInt8], to sink: inout some ByteSink) throws(WritingError) {
    let name = Array(name.utf8)
    guard let size = UInt32(exactly: content.count), Int(offset) + content.count + 1024 <= Int(UInt32.max),
      entries.count < Int(UInt16.max)
    else {
      throw WritingError(.refused(detail: "an archive has at most 4 GiB and 65,535 members"), target: "the workbook")
    }
    let entry = Entry(name: name, sum: CRC32.sum(of: content), size: size, offset: offset)
    var header = LittleEndianBytes()
    header.append(0x0403_4B50 as UInt32)
    header.append(20 as UInt16)
    appendDescription(of: entry, to: &header)
    header.append(0 as UInt16)
    header.bytes += name
    try sink.write(header.bytes.span)
    try sink.write(content.span)
    offset += UInt32(header.bytes.count) + size
    entries.append(entry)
  }

  /// Writes the directory, which ends the archive.
  func finish(to sink: inout some ByteSink) throws(WritingError) {
    var directory = LittleEndianBytes()
    for entry in entries {
      directory.append(0x0201_4B50 as UInt32)
      directory.append(20 as UInt16)
      directory.append(20 as UInt16)
      appendDescription(of: entry, to: &directory)
      // No extra field, no comment, the first disk, no attributes.
      for _ in 0..<4 { directory.append(0 as UInt16) }
      directory.append(0 as UInt32)
      directory.append(entry.offset)
      directory.bytes += entry.name
    }
    let size = UInt32(directory.bytes.count)
    directory.append(0x0605_4B50 as UInt32)
    directory.append(0 as UInt32)
    for _ in 0..<2 { directory.append(UInt16(truncatingIfNeeded: entries.count)) }
    directory.append(size)
    directory.append(offset)
    directory.append(0 as UInt16)
    try sink.write(directory.bytes.span)
  }

  /// The fields that a member's header and the directory have in common, from the flags (names are UTF-8) to the length of
  /// the name.
  private func appendDescription(of entry: Entry, to bytes: inout LittleEndianBytes) {
    bytes.append(0x0800 as UInt16)
    bytes.append(0 as UInt16)
    bytes.append(0 as UInt16)
    bytes.append(ZipOutput.date)
    bytes.append(entry.sum)
    bytes.append(entry.size)
    bytes.append(entry.size)
    bytes.append(UInt16(truncatingIfNeeded: entry.name.count))
  }
}

/// Numbers as bytes, the lowest first.
private struct LittleEndianBytes {
  var bytes: [UInt8] = []

  mutating func append(_ number: some FixedWidthInteger & UnsignedInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}

/// The check sum of ZIP (ISO 3309, polynomial 0xEDB88320).
private enum CRC32 {
  static func sum(of bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    return ~sum
  }

  private static let table: [UInt32] = (0..<256 as Range<UInt32>).map { index in
    (0..<8).reduce(index) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
  }
}
