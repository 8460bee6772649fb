internal import ConverterCore
internal import FoundationEssentials

/// A member found by its local header, with what could be unpacked of it.
struct RecoveredMember {
  var member: ZipArchive.Member
  var bytes: [UInt8]

  /// Whether the member ended before the archive did.
  var isWhole: Bool
}

/// Finds the members of an archive without its directory, by the headers that stand before each of them
/// (APPNOTE 6.3, section 4.3.7):
///
///     PK 3 4 │ version │ flags │ method │ time │ date │ crc │ packed │ unpacked │ name length │ extra length
///     4        2         2       2        2      2      4     4        4          2             2
///
/// Where bit 3 of the flags is set the sizes follow the data, so deflated data is inflated to its own end. Stored data
/// of unknown size cannot be delimited and ends the search.
func recoverMembers(
  _ archive: Data, within limits: Limits, counting budget: UnpackingBudget
) throws(ReadingError) -> [RecoveredMember] {
  let bytes = [UInt8](archive)
  var members: [RecoveredMember] = []
  var offset = 0
  while let header = LocalHeader(bytes, at: offset) {
    guard members.count < limits.entries else {
      throw ReadingError(.limit(name: "entries", asked: members.count + 1, granted: limits.entries))
    }
    var found = RecoveredMember(
      member: ZipArchive.Member(
        rawName: header.name, isEncrypted: header.isEncrypted, packedSize: header.packedSize,
        declaredSize: header.unpackedSize),
      bytes: [], isWhole: false)
    let rest = bytes[min(header.end, bytes.count)...]
    var packedSize = min(header.packedSize, rest.count)
    if header.isEncrypted || header.method != 0 && header.method != 8 {
      guard !header.hasDescriptor else {
        members.append(found)
        break
      }
      found.isWhole = header.packedSize <= rest.count
    } else if header.method == 0 {
      guard !header.hasDescriptor else { break }
      found.bytes = Array(rest.prefix(packedSize))
      found.isWhole = header.packedSize <= rest.count
    } else {
      let data = header.hasDescriptor ? rest : rest.prefix(packedSize)
      let inflation = Inflation()
      found.bytes = try inflation.contents(of: data.span, counting: budget)
      found.isWhole = inflation.isWhole
      if header.hasDescriptor { packedSize = inflation.consumed }
    }
    found.member.packedSize = packedSize
    members.append(found)
    guard found.isWhole else { break }
    offset = nextHeader(bytes, from: rest.startIndex + packedSize, afterDescriptor: header.hasDescriptor)
  }
  return members
}

/// The offset behind a member's data and its descriptor: 12 or 16 bytes, 8 more in ZIP64, told by the header that follows.
private func nextHeader(_ bytes: [UInt8], from offset: Int, afterDescriptor: Bool) -> Int {
  guard afterDescriptor else { return offset }
  return [16, 12, 24, 20].lazy.map { offset + $0 }.first { LocalHeader(bytes, at: $0) != nil } ?? bytes.count
}

/// The header before a member.
private struct LocalHeader {
  var flags: Int
  var method: Int
  var packedSize: Int
  var unpackedSize: Int
  var name: [UInt8]

  /// Where the member's data begins, in bytes from the start of the archive.
  var end: Int

  var isEncrypted: Bool { flags & 1 != 0 }
  var hasDescriptor: Bool { flags & 8 != 0 }

  init?(_ bytes: [UInt8], at offset: Int) {
    guard offset >= 0, offset <= bytes.count - 30, bytes[offset..<(offset + 4)] == [0x50, 0x4B, 3, 4] else {
      return nil
    }
    func number(_ position: Int, _ count: Int) -> Int {
      bytes[(offset + position)..<(offset + position + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    flags = number(6, 2)
    method = number(8, 2)
    packedSize = number(18, 4)
    unpackedSize = number(22, 4)
    let nameLength = number(26, 2)
    end = offset + 30 + nameLength + number(28, 2)
    guard offset + 30 + nameLength <= bytes.count else { return nil }
    name = Array(bytes[(offset + 30)..<(offset + 30 + nameLength)])
  }
}
