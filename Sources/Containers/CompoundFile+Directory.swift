internal import FoundationEssentials

extension CompoundFile {
  /// One entry of the directory ([MS-CFB] 2.6.1).
  package struct Entry: Hashable, Sendable {
    /// What an entry stands for; raw values are those of the file.
    package enum Kind: UInt8, Hashable, Sendable {
      case storage = 1
      case stream = 2
      case root = 5
    }

    /// At most 31 UTF-16 units; the first may be a control character (`\u{5}SummaryInformation`).
    package let name: String

    /// `nil` for an unused entry.
    package let kind: Kind?

    /// Bytes of a stream, as promised; the bytes that are there may be fewer.
    package let size: Int

    let firstSector: UInt32

    /// The entries before and after this one in the tree of its storage, and a storage's topmost child; indices.
    let left: UInt32
    let right: UInt32
    let child: UInt32
  }
}

extension CompoundFile {
  /// All entries in order of the file, unused ones included, since entries refer to each other by index.
  static func directory(of bytes: Data, _ header: Header, _ allocation: [UInt32]) -> [Entry] {
    var entries: [Entry] = []
    for sector in chain(from: header.firstDirectorySector, in: allocation) {
      guard let range = header.range(ofSector: sector, fileSize: bytes.count) else { break }
      let start = bytes.startIndex + range.lowerBound
      let sectorBytes = [UInt8](bytes[start..<(start + range.count)])
      for offset in stride(from: 0, to: sectorBytes.count - entrySize + 1, by: entrySize) {
        guard let entry = Entry(sectorBytes, at: offset, hasWideSizes: header.sectorShift == 12) else { break }
        entries.append(entry)
      }
    }
    return entries
  }

  /// The indices of the entries in a storage, in the order of their tree; each entry is visited once, whatever the links say.
  func children(of storage: Int) -> [Int] {
    guard entries.indices.contains(storage) else { return [] }
    var isVisited = [Bool](repeating: false, count: entries.count)
    var ordered: [Int] = []
    var path: [Int] = []
    var next = Int(entries[storage].child)
    while true {
      while entries.indices.contains(next), !isVisited[next] {
        isVisited[next] = true
        path.append(next)
        next = Int(entries[next].left)
      }
      guard let entry = path.popLast() else { return ordered }
      if entries[entry].kind != nil { ordered.append(entry) }
      next = Int(entries[entry].right)
    }
  }
}

extension CompoundFile.Entry {
  /// Reads the entry at an offset; `nil` where it is not wholly inside.
  fileprivate init?(_ bytes: [UInt8], at offset: Int, hasWideSizes: Bool) {
    guard let nameLength = bytes.unsigned16(at: offset + 64), let kind = bytes.byte(at: offset + 66),
      let left = bytes.unsigned32(at: offset + 68), let right = bytes.unsigned32(at: offset + 72),
      let child = bytes.unsigned32(at: offset + 76), let first = bytes.unsigned32(at: offset + 116),
      let low = bytes.unsigned32(at: offset + 120), let high = bytes.unsigned32(at: offset + 124)
    else { return nil }
    // The length counts the terminating zero.
    name = bytes.utf16(at: offset, count: max(0, min(nameLength, 64) / 2 - 1)) ?? ""
    self.kind = Kind(rawValue: UInt8(truncatingIfNeeded: kind))
    // Version 3 leaves the upper half undefined; no file that fits in memory needs its topmost bits.
    size = hasWideSizes ? low | (high & 0x7FFF) << 32 : low
    firstSector = UInt32(truncatingIfNeeded: first)
    self.left = UInt32(truncatingIfNeeded: left)
    self.right = UInt32(truncatingIfNeeded: right)
    self.child = UInt32(truncatingIfNeeded: child)
  }
}

/// Bytes of a directory entry.
private let entrySize = 128
