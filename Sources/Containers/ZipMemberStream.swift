internal import CZlib
package import ConverterCore
internal import FoundationEssentials

/// The unpacked bytes of one member, piece by piece.
///
/// A class because zlib's state is owned here, and each piece follows the one before.
package final class ZipMemberStream {
  private enum Content {
    /// Bytes that stand in the archive as they are.
    case stored
    case deflated(Inflation)
    /// What was unpacked when the archive was recovered.
    case recovered(RecoveredMember)
  }

  private let archive: ZipArchive
  private let content: Content

  /// Where the packed bytes lie in the archive, without those that it does not have.
  private let packed: Range<Int>

  /// What all bytes together must come to; `nil` where that is not known.
  private let statedChecksum: UInt32?

  /// The most bytes that come at once.
  private let pieceSize: Int

  private var checksum: UInt = 0
  private var position = 0

  /// Opens a member of an archive.
  ///
  /// - Throws: ``ReadingError`` with `encrypted` for a member that needs a password, `damaged` for one that cannot be
  ///   opened.
  init(_ archive: ZipArchive, at index: Int) throws(ReadingError) {
    let member = archive.members[index]
    guard !member.isEncrypted else { throw ReadingError(.encrypted(format: "ZIP")) }
    self.archive = archive
    // A small member comes in one piece; where it is larger than it declares, in several.
    pieceSize = min(Self.largestPiece - 1, max(member.declaredSize, 4095)) + 1
    guard !archive.isRecovered else {
      content = .recovered(archive.recovered[index])
      packed = 0..<0
      statedChecksum = nil
      return
    }
    let entry = archive.entries[index]
    packed = try archive.packedBytes(of: entry)
    statedChecksum = entry.checksum
    switch entry.method {
    case 0: content = .stored
    case 8: content = .deflated(Inflation())
    default: throw ReadingError(.damaged(format: "ZIP", detail: "a member is packed by method \(entry.method)"))
    }
  }
}

extension ZipMemberStream {
  private static var largestPiece: Int { 64 << 10 }

  /// Replaces what is in `chunk` by the next bytes; leaves it empty at the end.
  ///
  /// - Throws: ``ReadingError`` with `damaged` for a wrong checksum or broken data, after all bytes that could be had;
  ///   with `limit` for more bytes than granted.
  package func read(into chunk: inout [UInt8]) throws(ReadingError) {
    var isWhole = true
    switch content {
    case .stored:
      let start = packed.lowerBound + position
      chunk = archive.bytes.bytes(at: start, count: min(pieceSize, packed.upperBound - start)) ?? []
    case .deflated(let inflation):
      inflation.read(archive.bytes.span.extracting(packed), into: &chunk, atMost: pieceSize)
      isWhole = inflation.isWhole
    case .recovered(let member):
      let end = min(position + Self.largestPiece, member.bytes.count)
      chunk.removeAll(keepingCapacity: true)
      chunk.append(contentsOf: member.bytes[position..<end])
      isWhole = member.isWhole
    }
    position += chunk.count
    guard !chunk.isEmpty else { return try finish(isWhole) }
    guard statedChecksum != nil else { return }
    checksum = unsafe chunk.withUnsafeBufferPointer { unsafe crc32_z(checksum, $0.baseAddress, $0.count) }
    try archive.budget.spend(chunk.count, of: position, packed: packed.count)
  }

  /// Holds what came beside what the archive says of it.
  private func finish(_ isWhole: Bool) throws(ReadingError) {
    guard isWhole else {
      throw ReadingError(.damaged(format: "ZIP", detail: "the bytes of a member are broken or end too early"))
    }
    if let statedChecksum, checksum != statedChecksum {
      throw ReadingError(.damaged(format: "ZIP", detail: "the checksum of a member is wrong"))
    }
  }
}

extension ZipArchive {
  /// Opens the member at an index of ``members``.
  ///
  /// - Precondition: the index is one of ``members``.
  /// - Throws: ``ReadingError`` with `encrypted` or `damaged`.
  package func stream(at index: Int) throws(ReadingError) -> ZipMemberStream {
    try ZipMemberStream(self, at: index)
  }

  /// All bytes of the member at an index of ``members``.
  ///
  /// - Precondition: the index is one of ``members``.
  /// - Throws: ``ReadingError`` with `encrypted`, `damaged` or `limit`.
  package func contents(at index: Int) throws(ReadingError) -> [UInt8] {
    let stream = try stream(at: index)
    var contents: [UInt8] = []
    var chunk: [UInt8] = []
    repeat {
      try stream.read(into: &chunk)
      contents.append(contentsOf: chunk)
    } while !chunk.isEmpty
    return contents
  }

  /// Where the packed bytes of a member lie: behind its own header (APPNOTE 6.3, section 4.3.7), as far as the archive goes.
  fileprivate func packedBytes(of entry: ZipDirectory.Entry) throws(ReadingError) -> Range<Int> {
    guard let header = bytes.bytes(at: entry.headerOffset, count: 30), header.unsigned32(at: 0) == 0x0403_4B50,
      let nameLength = header.unsigned16(at: 26), let extraLength = header.unsigned16(at: 28)
    else { throw ReadingError(.damaged(format: "ZIP", detail: "a member does not lie where the directory says")) }
    let start = min(bytes.count, entry.headerOffset + 30 + nameLength + extraLength)
    return start..<(start + min(entry.member.packedSize, bytes.count - start))
  }
}
