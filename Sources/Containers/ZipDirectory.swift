package import ConverterCore
package import FoundationEssentials

/// The directory at the end of an archive (APPNOTE 6.3, sections 4.3.12 to 4.3.16): what its members are called and where they lie.
///
///     member │ member │ … │ directory: an entry a member │ (ZIP64: end, where it is) │ end of directory, comment
package struct ZipDirectory {
  /// What the directory says of one member; nothing of it is true because it is said.
  package struct Entry {
    package var member: ZipArchive.Member

    /// Where the entry begins, in bytes from the start of the archive.
    package let offset: Int

    /// Bits that say how the member and its name are to be read (4.4.4).
    package let flags: Int

    /// How the member is packed (4.4.5): 0 as it is, 8 by deflate.
    var method: Int

    /// The CRC-32 of the unpacked bytes.
    var checksum: UInt32

    /// Where the header before the member begins, in bytes from the start of the archive.
    package var headerOffset: Int
  }

  package private(set) var entries: [Entry] = []

  /// Reads the directory; `nil` where there is none or it is not whole.
  ///
  /// - Throws: ``ReadingError`` with `limit` for too many members.
  package init?(of archive: Data, within limits: Limits) throws(ReadingError) {
    guard let end = EndOfDirectory(of: archive), let directory = archive.bytes(at: end.offset, count: end.size) else {
      return nil
    }
    guard end.count <= limits.entries else {
      throw ReadingError(.limit(name: "entries", asked: end.count, granted: limits.entries))
    }
    entries.reserveCapacity(min(end.count, directory.count / Entry.leastSize))
    var position = 0
    for _ in 0..<end.count {
      guard var entry = Entry(directory, at: &position, behind: end.offset) else { return nil }
      entry.headerOffset &+= end.shift
      entries.append(entry)
    }
  }
}

extension ZipDirectory {
  /// Whether each entry leads to a member of its own.
  package func isSound(in archive: Data) -> Bool {
    Set(entries.map(\.headerOffset)).count == entries.count
      && entries.allSatisfy { archive.bytes(at: $0.headerOffset, count: 4) == [0x50, 0x4B, 3, 4] }
  }
}

extension ZipDirectory.Entry {
  /// The size of an entry without name, extra fields and comment.
  static let leastSize = 46

  /// Reads the entry at a position, and leaves the position behind it.
  ///
  /// - Parameters:
  ///   - directory: all entries, one after the other.
  ///   - position: in bytes from the start of the directory.
  ///   - directoryOffset: where the directory begins in the archive.
  fileprivate init?(_ directory: [UInt8], at position: inout Int, behind directoryOffset: Int) {
    let start = position
    guard directory.unsigned32(at: start) == 0x0201_4B50, let flags = directory.unsigned16(at: start + 8),
      let method = directory.unsigned16(at: start + 10), let checksum = directory.unsigned32(at: start + 16),
      let packedSize = directory.unsigned32(at: start + 20), let size = directory.unsigned32(at: start + 24),
      let nameLength = directory.unsigned16(at: start + 28), let extraLength = directory.unsigned16(at: start + 30),
      let commentLength = directory.unsigned16(at: start + 32), let offset = directory.unsigned32(at: start + 42)
    else { return nil }
    let nameStart = start + Self.leastSize
    let extraStart = nameStart + nameLength
    position = extraStart + extraLength + commentLength
    guard position <= directory.count else { return nil }
    self.offset = directoryOffset + start
    self.flags = flags
    self.method = method
    self.checksum = UInt32(checksum)
    headerOffset = offset
    member = ZipArchive.Member(
      rawName: Array(directory[nameStart..<extraStart]), isEncrypted: flags & 1 != 0 || method == 99,
      packedSize: packedSize, declaredSize: size)
    if [packedSize, size, offset].contains(0xFFFF_FFFF) {
      readLargeSizes(directory, in: extraStart..<(extraStart + extraLength))
    }
  }

  /// Takes those numbers that need more than 32 bits from the extra field for them (4.5.3), where they stand in this order.
  private mutating func readLargeSizes(_ directory: [UInt8], in extra: Range<Int>) {
    var field = extra.lowerBound
    while let kind = directory.unsigned16(at: field), let length = directory.unsigned16(at: field + 2),
      field + 4 + length <= extra.upperBound
    {
      if kind == 1 {
        var place = field + 4
        for number in [\ZipDirectory.Entry.member.declaredSize, \.member.packedSize, \.headerOffset]
        where self[keyPath: number] == 0xFFFF_FFFF && place + 8 <= field + 4 + length {
          self[keyPath: number] = directory.unsigned64(at: place) ?? 0
          place += 8
        }
        return
      }
      field += 4 + length
    }
  }
}

/// The record at the end of an archive that says where its directory is (4.3.16), or the one of ZIP64 that it stands for (4.3.14).
private struct EndOfDirectory {
  var count: Int
  var size: Int

  /// Where the directory begins, in bytes from the start of the archive.
  var offset: Int

  /// How many bytes stand before the archive, as before one that unpacks itself: its places are so far behind where they say.
  var shift = 0

  /// The size of the record without its comment, which has at most 65,535 bytes.
  private static let leastSize = 22

  /// Finds the record from the end on: the first that leads to a directory.
  init?(of archive: Data) {
    let tailSize = min(archive.count, Self.leastSize + 65_535)
    guard let tail = archive.bytes(at: archive.count - tailSize, count: tailSize) else { return nil }
    for position in stride(from: tail.count - Self.leastSize, through: 0, by: -1) where tail[position] == 0x50 {
      guard tail.unsigned32(at: position) == 0x0605_4B50, let count = tail.unsigned16(at: position + 10),
        let size = tail.unsigned32(at: position + 12), let offset = tail.unsigned32(at: position + 16)
      else { continue }
      (self.count, self.size, self.offset) = (count, size, offset)
      if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
        readLarge(archive, locator: archive.count - tailSize + position - 20)
      }
      let isEmpty = self.count == 0 && self.size == 0
      if isEmpty || Self.isEntry(at: self.offset, in: archive) { return }
      // Something stands before the archive, as before one that unpacks itself. Where that is members, the record is that of an
      // archive in the last one, whose own end is cut off.
      let start = archive.count - tailSize + position - size
      if start > offset, Self.isEntry(at: start, in: archive),
        archive.bytes(at: 0, count: 4) != [0x50, 0x4B, 3, 4]
      {
        (self.offset, shift) = (start, start - offset)
        return
      }
    }
    return nil
  }

  /// Whether an entry of a directory begins at an offset.
  private static func isEntry(at offset: Int, in archive: Data) -> Bool {
    archive.bytes(at: offset, count: 4) == [0x50, 0x4B, 1, 2]
  }

  /// Takes the numbers from the record of ZIP64, where the locator before this one leads to it.
  private mutating func readLarge(_ archive: Data, locator: Int) {
    guard let bytes = archive.bytes(at: locator, count: 20), bytes.unsigned32(at: 0) == 0x0706_4B50,
      let place = bytes.unsigned64(at: 8), let record = archive.bytes(at: place, count: 56),
      record.unsigned32(at: 0) == 0x0606_4B50, let count = record.unsigned64(at: 32),
      let size = record.unsigned64(at: 40), let offset = record.unsigned64(at: 48)
    else { return }
    (self.count, self.size, self.offset) = (count, size, offset)
  }
}

extension Data {
  /// Bytes at an offset from the first one; `nil` where they are not wholly inside.
  package func bytes(at offset: Int, count: Int) -> [UInt8]? {
    guard offset >= 0, count >= 0, count <= self.count, offset <= self.count - count else { return nil }
    let start = startIndex + offset
    return [UInt8](self[start..<(start + count)])
  }
}
