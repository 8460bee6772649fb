package import ConverterCore
internal import CZip
internal import FoundationEssentials

/// A ZIP archive in memory (APPNOTE 6.3): its members in the order of its directory.
///
/// An archive that lost its directory, as a truncated download has, is opened from the headers before each member
/// (``isRecovered``); what such an archive still holds is read, what it lost is not known.
///
/// A class because the streams of its members keep it open. Use it within one task.
@safe
package final class ZipArchive {
  /// One file of an archive.
  package struct Member: Hashable, Sendable {
    /// The name as bytes: its encoding is unknown unless the flag for UTF-8 is set, and a matter for whoever asks.
    package var rawName: [UInt8]

    /// Whether a password is needed to read it.
    package var isEncrypted: Bool

    /// The size in the archive, in bytes, as the directory declares it.
    package var packedSize: Int

    /// The size in bytes as the directory declares it; never trusted.
    package var declaredSize: Int

    /// The name read as UTF-8, with U+FFFD for what is none.
    package var name: String { String(decoding: rawName, as: UTF8.self) }
  }

  /// The members in the order of the directory; names may occur twice.
  package let members: [Member]

  /// Whether the directory was lost and the members were found by their own headers.
  package let isRecovered: Bool

  /// Counts what all members together unpack to.
  let budget: UnpackingBudget

  /// The open archive, or `nil` where it is recovered; closed by `deinit`.
  let handle: OpaquePointer?

  /// What was unpacked of each member of a recovered archive, in the order of ``members``.
  let recovered: [RecoveredMember]

  /// Opens an archive.
  ///
  /// - Throws: ``ReadingError`` with `damaged` where there is neither a directory nor any member, `limit` for too many
  ///   members or, while recovering, too many bytes.
  package init(_ source: Source, within limits: Limits) throws(ReadingError) {
    budget = UnpackingBudget(limits)
    if let handle = unsafe openArchive(source.bytes) {
      unsafe self.handle = handle
      isRecovered = false
      recovered = []
      let count = unsafe max(0, Int(zip_get_num_entries(handle, 0)))
      guard count <= limits.entries else {
        unsafe zip_discard(handle)
        throw ReadingError(.limit(name: "entries", asked: count, granted: limits.entries))
      }
      members = (0..<count).map { unsafe member(of: handle, at: $0) }
    } else {
      recovered = try recoverMembers(source.bytes, within: limits, counting: budget)
      guard !recovered.isEmpty else {
        throw ReadingError(.damaged(format: "ZIP", detail: "its directory is missing and no member can be found"))
      }
      unsafe handle = nil
      isRecovered = true
      members = recovered.map(\.member)
    }
  }

  deinit {
    if let handle = unsafe handle { unsafe zip_discard(handle) }
  }
}

extension ZipArchive {
  /// The names of the members, for the detection of formats; `nil` where the bytes are no ZIP archive.
  package static func memberNames(of source: Source) -> [String]? {
    guard let archive = try? ZipArchive(source, within: .standard) else { return nil }
    return archive.members.map(\.name)
  }
}

/// Opens an archive over bytes that libzip asks for piece by piece, so that nothing needs to stay in place for it.
private func openArchive(_ bytes: Data) -> OpaquePointer? {
  var error = unsafe zip_error_t()
  unsafe zip_error_init(&error)
  defer { unsafe zip_error_fini(&error) }
  let window = unsafe Unmanaged.passRetained(ByteWindow(bytes)).toOpaque()
  guard let source = unsafe zip_source_function_create(answer, window, &error) else {
    unsafe Unmanaged<ByteWindow>.fromOpaque(window).release()
    return nil
  }
  guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
    // Releases the window through ZIP_SOURCE_FREE.
    unsafe zip_source_free(source)
    return nil
  }
  return unsafe archive
}

private func member(of handle: OpaquePointer, at index: Int) -> ZipArchive.Member {
  var status = unsafe zip_stat_t()
  unsafe zip_stat_init(&status)
  let known = unsafe zip_stat_index(handle, UInt64(index), ZIP_FL_ENC_RAW, &status) == 0
  var name: [UInt8] = []
  if let start = unsafe zip_get_name(handle, UInt64(index), ZIP_FL_ENC_RAW) {
    // The pointer lives as long as the archive and ends in NUL; libzip has measured it against the directory.
    var end = unsafe start
    while unsafe end.pointee != 0 {
      unsafe name.append(UInt8(bitPattern: end.pointee))
      unsafe end += 1
    }
  }
  return ZipArchive.Member(
    rawName: name,
    isEncrypted: unsafe known && status.encryption_method != ZIP_EM_NONE,
    packedSize: unsafe known ? Int(clamping: status.comp_size) : 0,
    declaredSize: unsafe known ? Int(clamping: status.size) : 0)
}
