/// Makes small ZIP archives in memory, members stored as they are, so that a test states its whole world.
///
///     ZipBuilder([("word/document.xml", "<w:document …/>")]).bytes
public struct ZipBuilder: Sendable {
  /// One member.
  public struct Member: Sendable {
    public var name: [UInt8]
    public var bytes: [UInt8]

    /// The checksum to write instead of the right one.
    public var statedChecksum: UInt32?

    /// The general purpose flags (APPNOTE 4.4.4); bit 0 says that the member is encrypted.
    public var flags: UInt16 = 0

    /// - Parameters:
    ///   - name: the name, written as UTF-8.
    ///   - text: the content, written as UTF-8.
    public init(_ name: String, _ text: String) {
      self.name = Array(name.utf8)
      bytes = Array(text.utf8)
    }
  }

  public var members: [Member]

  /// - Parameter members: names and texts in the order of writing; names may occur twice.
  public init(_ members: [(name: String, text: String)]) {
    self.members = members.map { Member($0.name, $0.text) }
  }
}

extension ZipBuilder {
  /// The archive: local headers with their members, the directory, its end.
  public var bytes: [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let sum = member.statedChecksum ?? Self.checksum(member.bytes)
      let size = UInt32(truncatingIfNeeded: member.bytes.count)
      let common =
        Self.number(20, 2) + Self.number(UInt32(member.flags), 2) + Self.number(0, 2) + Self.number(0, 2)
        + Self.number(0x21, 2) + Self.number(sum, 4) + Self.number(size, 4) + Self.number(size, 4)
        + Self.number(UInt32(truncatingIfNeeded: member.name.count), 2) + Self.number(0, 2)
      directory += [0x50, 0x4B, 1, 2] + Self.number(20, 2) + common
      directory += Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4)
      directory += Self.number(UInt32(truncatingIfNeeded: archive.count), 4) + member.name
      archive += [0x50, 0x4B, 3, 4] + common + member.name + member.bytes
    }
    let start = UInt32(truncatingIfNeeded: archive.count)
    let count = UInt32(truncatingIfNeeded: members.count)
    let end: [UInt8] =
      [0x50, 0x4B, 5, 6] + Self.number(0, 2) + Self.number(0, 2) + Self.number(count, 2) + Self.number(count, 2)
      + Self.number(UInt32(truncatingIfNeeded: directory.count), 4) + Self.number(start, 4) + Self.number(0, 2)
    return archive + directory + end
  }

  private static func number(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt32($0 * 8)) }
  }

  /// CRC-32 as in ISO 3309, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
  }
}
