extension CompoundFile {
  /// The first 512 bytes ([MS-CFB] 2.2).
  struct Header: Hashable, Sendable {
    /// Bytes of a sector as a power of two: 9 (version 3) or 12 (version 4).
    let sectorShift: Int

    /// Streams below this size live in the stream of the root entry; always 4,096 ([MS-CFB] 2.2), whatever a file says.
    let smallStreamCutoff = 4096

    /// Bytes of a piece of the root's stream as a power of two; always 6, that is 64 bytes.
    let smallShift = 6

    let firstDirectorySector: UInt32
    let firstSmallTableSector: UInt32

    /// The first of the sectors that name sectors of the allocation table beyond the 109 in the header.
    let firstTableListSector: UInt32

    /// The sectors of the allocation table that the header names itself, in order.
    let tableSectors: [UInt32]

    init?(_ bytes: Span<UInt8>) {
      guard bytes.count >= 512, signature.indices.allSatisfy({ bytes[$0] == signature[$0] }) else { return nil }
      let shift = Int(bytes[30]) | Int(bytes[31]) << 8
      guard shift == 9 || shift == 12 else { return nil }
      sectorShift = shift
      firstDirectorySector = bytes.sectorNumber(at: 48)
      firstSmallTableSector = bytes.sectorNumber(at: 60)
      firstTableListSector = bytes.sectorNumber(at: 68)
      tableSectors = (0..<109).map { bytes.sectorNumber(at: 76 + $0 * 4) }
    }
  }
}

extension CompoundFile.Header {
  var sectorSize: Int { 1 << sectorShift }

  /// The bytes of a sector that the file has, counted from its start; sector 0 follows the header's own sector. `nil` for the
  /// marks (free, end of chain) and for what lies beyond the end; shorter than a sector where the file is cut.
  func range(ofSector sector: UInt32, fileSize: Int) -> Range<Int>? {
    guard sector < endOfSectors else { return nil }
    let start = (Int(sector) + 1) << sectorShift
    return start < fileSize ? start..<min(start + sectorSize, fileSize) : nil
  }
}

extension Span<UInt8> {
  /// The number of a sector, of 32 bits, at an offset.
  ///
  /// - Precondition: it is wholly inside.
  func sectorNumber(at offset: Int) -> UInt32 {
    UInt32(self[offset]) | UInt32(self[offset + 1]) << 8 | UInt32(self[offset + 2]) << 16
      | UInt32(self[offset + 3]) << 24
  }
}

/// Numbers from here on name no sector but say free, end of chain or table ([MS-CFB] 2.1).
let endOfSectors: UInt32 = 0xFFFF_FFFA

private let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
