internal import FoundationEssentials

extension CompoundFile {
  /// The allocation table: the numbers of all sectors that the header and the list of further table sectors name.
  ///
  /// A sector of that list holds numbers of table sectors and, last, the next sector of the list ([MS-CFB] 2.5).
  static func allocationTable(of bytes: Span<UInt8>, _ header: Header) -> [UInt32] {
    let sectorCount = bytes.count >> header.sectorShift
    var sectors = header.tableSectors.prefix { $0 < endOfSectors }
    var list = header.firstTableListSector
    var steps = 0
    while list < endOfSectors, steps < sectorCount {
      let numbers = numbers([list], of: bytes, header)
      guard let next = numbers.last, numbers.count == header.sectorSize / 4 else { break }
      sectors += numbers.dropLast().prefix { $0 < endOfSectors }
      list = next
      steps += 1
    }
    // The last table sector speaks of more sectors than there are.
    return Array(numbers(Array(sectors.prefix(sectorCount)), of: bytes, header).prefix(sectorCount))
  }

  /// The sectors of a chain in order; ends at the first mark, at a number beyond the table, or after as many steps as the
  /// table has entries, since no sector can belong to a chain twice.
  static func chain(from first: UInt32, in table: [UInt32], limit: Int = .max) -> [UInt32] {
    var sectors: [UInt32] = []
    var sector = first
    let bound = min(table.count, limit)
    while sectors.count < bound, sector < endOfSectors, Int(sector) < table.count {
      sectors.append(sector)
      sector = table[Int(sector)]
    }
    return sectors
  }

  /// The 32-bit numbers in some sectors, in order. A sector that the file does not have gives end marks, so that the numbers
  /// after it keep their places.
  static func numbers(_ sectors: [UInt32], of bytes: Span<UInt8>, _ header: Header) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(sectors.count * header.sectorSize / 4)
    for sector in sectors {
      let range = header.range(ofSector: sector, fileSize: bytes.count) ?? 0..<0
      for offset in stride(from: range.lowerBound, to: range.upperBound - 3, by: 4) {
        numbers.append(bytes.sectorNumber(at: offset))
      }
      for _ in (range.count / 4)..<(header.sectorSize / 4) { numbers.append(endOfSectors) }
    }
    return numbers
  }

  /// The bytes of a stream that has sectors of its own.
  func stream(_ first: UInt32, size: Int) -> Stream {
    let sectors = CompoundFile.chain(
      from: first, in: allocation, limit: size >> header.sectorShift + (size & (header.sectorSize - 1) == 0 ? 0 : 1))
    var content: [UInt8] = []
    content.reserveCapacity(min(size, sectors.count << header.sectorShift))
    var next = 0
    while next < sectors.count, let first = header.range(ofSector: sectors[next], fileSize: bytes.count) {
      var end = first.upperBound
      next += 1
      // Most sectors follow each other in the file too: these are copied in one go.
      while next < sectors.count, let range = header.range(ofSector: sectors[next], fileSize: bytes.count),
        range.lowerBound == end
      {
        end = range.upperBound
        next += 1
      }
      let start = bytes.startIndex + first.lowerBound
      content.append(contentsOf: bytes[start..<(start + min(end - first.lowerBound, size - content.count))])
    }
    return Stream(bytes: content, isComplete: content.count == size)
  }

  /// The bytes of a stream in pieces of the root's stream.
  func smallStream(_ first: UInt32, size: Int) -> Stream {
    guard size > 0, let root = entries.first else { return Stream(bytes: [], isComplete: size == 0) }
    let container = stream(root.firstSector, size: root.size).bytes
    var content: [UInt8] = []
    for piece in CompoundFile.chain(from: first, in: smallAllocation, limit: size >> header.smallShift + 1) {
      let start = Int(piece) << header.smallShift
      guard start < container.count, content.count < size else { break }
      content += container[start..<min(start + 1 << header.smallShift, container.count, start + size - content.count)]
    }
    return Stream(bytes: content, isComplete: content.count == size)
  }
}
