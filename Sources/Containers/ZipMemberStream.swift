package import ConverterCore
internal import CZip

/// The unpacked bytes of one member, piece by piece.
///
/// A class because libzip's file handle is owned here and the archive must outlive it.
@safe
package final class ZipMemberStream {
  @safe
  private enum Bytes {
    case packed(OpaquePointer)
    case unpacked(RecoveredMember)
  }

  private let archive: ZipArchive
  private let member: ZipArchive.Member
  private let bytes: Bytes
  private var position = 0

  /// Opens a member of an archive.
  ///
  /// - Throws: ``ReadingError`` with `encrypted` for a member that needs a password, `damaged` for one that cannot be
  ///   opened.
  init(_ archive: ZipArchive, at index: Int) throws(ReadingError) {
    self.archive = archive
    member = archive.members[index]
    guard !member.isEncrypted else { throw ReadingError(.encrypted(format: "ZIP")) }
    guard let handle = unsafe archive.handle else {
      bytes = .unpacked(archive.recovered[index])
      return
    }
    guard let file = unsafe zip_fopen_index(handle, UInt64(index), 0) else {
      throw ReadingError(.damaged(format: "ZIP", detail: unsafe message(of: zip_get_error(handle))))
    }
    bytes = unsafe .packed(file)
  }

  deinit {
    if case .packed(let file) = bytes { unsafe zip_fclose(file) }
  }
}

extension ZipMemberStream {
  /// How many bytes come at once.
  private static var chunkSize: Int { 64 << 10 }

  /// Replaces what is in `chunk` by the next bytes; leaves it empty at the end.
  ///
  /// - Throws: ``ReadingError`` with `damaged` for a wrong checksum or broken data, after all bytes that could be had;
  ///   with `limit` for more bytes than granted.
  package func read(into chunk: inout [UInt8]) throws(ReadingError) {
    switch bytes {
    case .packed(let file):
      // A small member comes in one piece; where it is larger than it declares, in several.
      let size = min(Self.chunkSize - 1, max(member.declaredSize, 4095)) + 1
      var count = 0
      chunk = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
        // libzip writes at most as many bytes as the buffer has.
        count = unsafe Int(zip_fread(file, buffer.baseAddress, UInt64(size)))
        initialized = max(0, count)
      }
      guard count >= 0 else {
        throw ReadingError(.damaged(format: "ZIP", detail: unsafe message(of: zip_file_get_error(file))))
      }
      position += count
      try archive.budget.spend(count, of: position, packed: member.packedSize)
    case .unpacked(let member):
      let end = min(position + Self.chunkSize, member.bytes.count)
      chunk.removeAll(keepingCapacity: true)
      chunk.append(contentsOf: member.bytes[position..<end])
      position = end
      if chunk.isEmpty, !member.isWhole {
        throw ReadingError(.damaged(format: "ZIP", detail: "the archive ends before its member does"))
      }
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
}

/// The words of libzip for an error of its own.
private func message(of error: UnsafeMutablePointer<zip_error_t>) -> String {
  unsafe String(cString: zip_error_strerror(error))
}
