package import ConverterCore
internal import FoundationEssentials

/// A ZIP archive in memory (APPNOTE 6.3): its members in the order of its directory.
///
/// An archive that lost its directory, as a truncated download has, is opened from the headers before each member
/// (``isRecovered``); what such an archive still holds is read, what it lost is not known.
///
/// Read here rather than by libzip, which asks for the time zone at each member and copies each byte through three layers: for
/// documents of a few kilobytes that took a fifth of the time.
package struct ZipArchive {
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

  /// The whole archive.
  let bytes: Data

  /// What the directory says, in the order of ``members``; nothing where it was lost.
  let entries: [ZipDirectory.Entry]

  /// What was unpacked of each member of a recovered archive, in the order of ``members``.
  let recovered: [RecoveredMember]

  /// Opens an archive.
  ///
  /// - Throws: ``ReadingError`` with `damaged` where there is neither a directory nor any member, `limit` for too many
  ///   members or, while recovering, too many bytes.
  package init(_ source: Source, within limits: Limits) throws(ReadingError) {
    budget = UnpackingBudget(limits)
    bytes = source.bytes
    if let directory = try ZipDirectory(of: bytes, within: limits) {
      isRecovered = false
      recovered = []
      entries = directory.entries
      members = entries.map(\.member)
    } else {
      recovered = try recoverMembers(bytes, within: limits, counting: budget)
      guard !recovered.isEmpty else {
        throw ReadingError(.damaged(format: "ZIP", detail: "its directory is missing and no member can be found"))
      }
      isRecovered = true
      entries = []
      members = recovered.map(\.member)
    }
  }
}

extension ZipArchive {
  /// The names of the members, for the detection of formats; `nil` where the bytes are no ZIP archive.
  package static func memberNames(of source: Source) -> [String]? {
    guard let archive = try? ZipArchive(source, within: .standard) else { return nil }
    return archive.members.map(\.name)
  }
}
