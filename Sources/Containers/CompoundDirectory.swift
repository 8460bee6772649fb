package import ConverterCore
internal import FoundationEssentials

/// The directory of a compound file ([MS-CFB]): the names of its storages and streams, for the detection of formats.
///
/// An encrypted Office file is a compound file with the stream `EncryptedPackage` ([MS-OFFCRYPTO] 2.3.4.4); a Word 97
/// document has a stream `WordDocument`. Only the directory is read here, not the streams.
package enum CompoundDirectory {
  /// The names of all entries in the order of the directory; `nil` where the bytes are no compound file.
  ///
  /// The chain of directory sectors is followed through the allocation table, at most one step per sector of the file.
  package static func entryNames(of source: Source) -> [String]? {
    guard let header = Header(source.bytes) else { return nil }
    var names: [String] = []
    var sector = header.firstDirectorySector
    var remaining = source.bytes.count / header.sectorSize
    while sector < maximumSector, remaining > 0, let start = header.offset(of: sector) {
      remaining -= 1
      for entry in stride(from: start, to: start + header.sectorSize, by: 128) {
        guard let name = entryName(source.bytes, at: entry) else { return names }
        if !name.isEmpty { names.append(name) }
      }
      sector = header.sector(after: sector, in: source.bytes)
    }
    return names
  }

  /// The name of the entry at an offset ([MS-CFB] 2.6.1): UTF-16LE, its length in bytes with the final NUL at 64, the
  /// kind of the entry at 66, 0 for an unused one; `nil` beyond the end of the file.
  private static func entryName(_ bytes: Data, at offset: Int) -> String? {
    guard let length = bytes.number(at: offset + 64, count: 2), let kind = bytes.number(at: offset + 66, count: 1) else {
      return nil
    }
    guard kind != 0, length >= 2, length <= 64 else { return "" }
    let units = (0..<(length / 2 - 1)).compactMap { bytes.number(at: offset + $0 * 2, count: 2) }
    return String(decoding: units.map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self)
  }

  /// Sector numbers from here on are marks: end of chain, free sector ([MS-CFB] 2.1).
  private static let maximumSector = 0xFFFF_FFFA

  /// The first 512 bytes ([MS-CFB] 2.2).
  private struct Header {
    let sectorSize: Int
    let firstDirectorySector: Int

    /// The sectors of the allocation table that the header itself lists; enough for detection in files up to 6.8 MB of
    /// 512-byte sectors. A longer chain of directory sectors is followed only as far as these reach.
    let tableSectors: [Int]

    init?(_ bytes: Data) {
      guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        let shift = bytes.number(at: 30, count: 2), shift == 9 || shift == 12,
        let first = bytes.number(at: 48, count: 4)
      else { return nil }
      sectorSize = 1 << shift
      firstDirectorySector = first
      tableSectors = (0..<109).compactMap { bytes.number(at: 76 + $0 * 4, count: 4) }
    }

    /// Where a sector begins, in bytes; sector 0 follows the header, which takes a whole sector.
    func offset(of sector: Int) -> Int? {
      (0..<maximumSector).contains(sector) ? (sector + 1) * sectorSize : nil
    }

    /// The sector that follows in a chain, by the allocation table.
    func sector(after sector: Int, in bytes: Data) -> Int {
      let perSector = sectorSize / 4
      let index = sector / perSector
      guard index < tableSectors.count, let start = offset(of: tableSectors[index]),
        let next = bytes.number(at: start + sector % perSector * 4, count: 4)
      else { return maximumSector }
      return next
    }
  }
}

extension Data {
  /// A little-endian number at an offset from the start; `nil` beyond the end.
  fileprivate func number(at offset: Int, count: Int) -> Int? {
    guard offset >= 0, offset <= self.count - count else { return nil }
    let start = startIndex + offset
    return self[start..<(start + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
