internal import Containers
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

  /// Whether the archive has no whole directory, so that members are found by going through the file.
  private(set) var lacksDirectory = false

  /// None.
  init() {}

  /// Goes through the directory of an archive; without a whole one, none are found.
  init(_ archive: Data, within limits: Limits) {
    let found: ZipDirectory?
    // Too many members are told where they are counted.
    do throws(ReadingError) { found = try ZipDirectory(of: archive, within: limits) } catch { return }
    guard let directory = found, directory.isSound(in: archive) else {
      lacksDirectory = true
      return
    }
    for entry in directory.entries where entry.flags & 0x800 != 0 {
      guard String(validating: entry.member.rawName, as: UTF8.self) == nil else { continue }
      count += 1
      places.append(entry.offset + 9)
      if archive.bytes(at: entry.headerOffset, count: 8)?.starts(with: [0x50, 0x4B, 3, 4]) == true {
        places.append(entry.headerOffset + 7)
      }
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
