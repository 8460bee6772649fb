internal import ConverterCore
internal import FoundationEssentials

/// The members of a ZIP archive that say that their names are UTF-8 where they are not (APPNOTE 4.4.4, bit 11): programs that set the bit
/// for every member, and names in the code page of the system.
///
/// libarchive gives no name for such a member. So its bit is cleared in a copy of the archive, and its name is judged like the others.
struct ZipNameFlags {
  /// Where the bytes with the bit are: in the directory, and in the header of the member itself.
  private var places: [Int] = []

  /// How many members say so.
  private(set) var count = 0

  /// None.
  init() {}

  /// Goes through the directory at the end of the archive (APPNOTE 4.3.12, 4.3.16); without one, none are found.
  ///
  /// - Parameter limit: at most so many members are looked at.
  init(_ bytes: Data, atMost limit: Int) {
    let archive = LittleEndianBytes(bytes)
    guard let end = archive.lastEnd, let size = archive.number(at: end + 12, bytes: 4),
      let offset = archive.number(at: end + 16, bytes: 4), size <= end
    else { return }
    // Something may stand before the archive, as in one that unpacks itself; then all places are behind where they say.
    var header = end - size
    let shift = header - offset
    guard shift >= 0 else { return }
    for _ in 0..<limit {
      guard archive.number(at: header, bytes: 4) == 0x0201_4B50, let flags = archive.number(at: header + 8, bytes: 2),
        let nameLength = archive.number(at: header + 28, bytes: 2),
        let extraLength = archive.number(at: header + 30, bytes: 2),
        let commentLength = archive.number(at: header + 32, bytes: 2),
        let member = archive.number(at: header + 42, bytes: 4),
        let name = archive.bytes(at: header + 46, count: nameLength)
      else { return }
      if flags & 0x800 != 0, String(validating: name, as: UTF8.self) == nil {
        count += 1
        places.append(header + 9)
        if archive.number(at: member + shift, bytes: 4) == 0x0403_4B50 { places.append(member + shift + 7) }
      }
      header += 46 + nameLength + extraLength + commentLength
    }
  }

  /// The archive without the bits that are false; the same bytes where there are none.
  func cleared(in bytes: Data) -> Data {
    guard !places.isEmpty else { return bytes }
    var bytes = bytes
    for place in places { bytes[bytes.startIndex + place] &= ~0x08 }
    return bytes
  }
}

/// Numbers in bytes, the lowest byte first; places count from 0.
private struct LittleEndianBytes {
  private let data: Data

  init(_ data: Data) {
    self.data = data
  }

  /// - Returns: `nil` where the archive ends before.
  func bytes(at place: Int, count: Int) -> Data? {
    guard place >= 0, count >= 0, place <= data.count, count <= data.count - place else { return nil }
    return data[(data.startIndex + place)..<(data.startIndex + place + count)]
  }

  /// A number of at most four bytes.
  func number(at place: Int, bytes count: Int) -> Int? {
    bytes(at: place, count: count)?.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Where the end record is: the last mark of one, at most a comment of 64 KB before the end.
  var lastEnd: Int? {
    let tail = Array(data.suffix(22 + 0xFFFF))
    guard tail.count >= 22 else { return nil }
    let mark: [UInt8] = [0x50, 0x4B, 5, 6]
    return (0...(tail.count - 22)).reversed().first { tail[$0...].starts(with: mark) }.map {
      data.count - tail.count + $0
    }
  }
}
