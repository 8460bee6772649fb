/// Builds compound files ([MS-CFB]) in memory, so that tests state the streams and not the sectors.
///
/// The result has sectors of 512 bytes and an allocation table without gaps: table sectors, directory, pieces of small streams,
/// large streams, in this order. Its directory is one chain of right siblings in the order that [MS-CFB] 2.6.4 asks for.
public struct CompoundFileBuilder {
  /// The streams of the root storage, in the order in which they were added.
  public private(set) var streams: [(name: String, bytes: [UInt8])] = []

  public init() {}

  /// The builder with one more stream in the root storage.
  public func adding(_ name: String, _ bytes: [UInt8]) -> CompoundFileBuilder {
    var copy = self
    copy.streams.append((name, bytes))
    return copy
  }

  /// The whole file.
  public var bytes: [UInt8] {
    let ordered = streams.sorted { ($0.name.utf16.count, $0.name) < ($1.name.utf16.count, $1.name) }
    var pieces = Chains(unit: 64)
    let smallStarts = ordered.map { $0.bytes.count < 4096 ? pieces.add($0.bytes) : nil }
    var sectors = Chains(unit: 512)
    let directoryStart = sectors.reserve((ordered.count + 1) * 128)
    let piecesTableStart = sectors.add(pieces.table)
    let piecesStart = sectors.add(pieces.content)
    let starts = zip(ordered, smallStarts).map { $1 ?? sectors.add($0.bytes) }

    var directory = entry(
      "Root Entry", kind: 5, child: ordered.isEmpty ? none : 1, start: piecesStart, size: pieces.content.count)
    for (index, stream) in ordered.enumerated() {
      let isLast = index + 1 == ordered.count
      directory += entry(
        stream.name, kind: 2, right: isLast ? none : UInt32(index + 2), start: starts[index], size: stream.bytes.count)
    }
    sectors.fill(directoryStart, with: directory)
    return header(sectors: sectors, directory: directoryStart, piecesTable: piecesTableStart) + sectors.content
      + sectors.tableSectors
  }

  /// The header; the sectors of the allocation table follow the content.
  private func header(sectors: Chains, directory: UInt32, piecesTable: UInt32) -> [UInt8] {
    let first = UInt32(sectors.content.count / 512)
    let count = UInt32(sectors.tableSectors.count / 512)
    precondition(count <= 109, "more streams than the header's own table holds")
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
    header += [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0] + [UInt8](repeating: 0, count: 10)
    for number in [count, directory, 0, 4096, piecesTable, piecesTable == none ? 0 : 1, none, 0] {
      header += number.littleEndianBytes
    }
    for index in 0..<109 { header += (UInt32(index) < count ? first + UInt32(index) : free).littleEndianBytes }
    return header
  }

  private func entry(
    _ name: String, kind: UInt8, right: UInt32 = none, child: UInt32 = none, start: UInt32, size: Int
  ) -> [UInt8] {
    var entry = name.utf16.prefix(31).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let length = entry.count + 2
    entry += [UInt8](repeating: 0, count: 64 - entry.count) + [UInt8(length), 0, kind, 1]
    entry += none.littleEndianBytes + right.littleEndianBytes + child.littleEndianBytes
    entry += [UInt8](repeating: 0, count: 36) + start.littleEndianBytes + UInt32(size).littleEndianBytes
    return entry + [0, 0, 0, 0]
  }
}

/// Content in units of equal size with the table that chains them.
private struct Chains {
  let unit: Int
  private(set) var content: [UInt8] = []
  private var next: [UInt32] = []

  init(unit: Int) {
    self.unit = unit
  }

  /// Adds bytes as one chain and returns its first unit; an empty stream has none.
  mutating func add(_ bytes: [UInt8]) -> UInt32 {
    guard !bytes.isEmpty else { return none }
    let start = reserve(bytes.count)
    fill(start, with: bytes)
    return start
  }

  /// Adds a chain of zeros and returns its first unit.
  mutating func reserve(_ size: Int) -> UInt32 {
    let start = next.count
    let count = (size + unit - 1) / unit
    for index in 0..<count { next.append(index + 1 == count ? none : UInt32(start + index + 1)) }
    content += [UInt8](repeating: 0, count: count * unit)
    return UInt32(start)
  }

  mutating func fill(_ start: UInt32, with bytes: [UInt8]) {
    let offset = Int(start) * unit
    content.replaceSubrange(offset..<(offset + bytes.count), with: bytes)
  }

  /// The table as bytes.
  var table: [UInt8] { next.flatMap(\.littleEndianBytes) }

  /// The table with its own sectors marked in it, padded to whole sectors.
  var tableSectors: [UInt8] {
    var count = 1
    while count * 128 < next.count + count { count += 1 }
    let marked = next + [UInt32](repeating: 0xFFFF_FFFD, count: count)
    let padded = marked + [UInt32](repeating: free, count: count * 128 - marked.count)
    return padded.flatMap(\.littleEndianBytes)
  }
}

/// Marks the end of a chain, and an absent entry is all ones too.
private let none: UInt32 = 0xFFFF_FFFE
private let free: UInt32 = 0xFFFF_FFFF

extension UInt32 {
  fileprivate var littleEndianBytes: [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: self >> (8 * UInt32($0))) }
  }
}
