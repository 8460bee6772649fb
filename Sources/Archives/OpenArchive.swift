internal import CArchive
internal import ConverterCore
internal import FoundationEssentials
internal import Glibc

/// An archive whose members come one after the other, read by libarchive.
///
/// A class, because the walk through archives inside archives keeps a stack of them. Use it within one task.
@safe
final class OpenArchive {
  /// One member, as the archive tells it.
  struct Entry {
    enum Kind: Hashable {
      case file, folder
      /// A symbolic or hard link.
      case link
      /// A device, pipe or socket.
      case special
    }

    /// The name as bytes; `nil` where the archive has none, as a compressed file.
    var rawName: [UInt8]?
    var kind: Kind
    /// The size in bytes as the archive declares it; never trusted.
    var declaredSize: Int?
    var isEncrypted: Bool
  }

  private let library: cvt_archive
  private let handle: OpaquePointer
  /// What the callbacks read; released after the handle.
  private let window: ArchiveBytes
  private let format: ArchiveFormat

  /// Opens an archive; only the reader of this one format looks at the bytes, and at most one decompressor before it.
  ///
  /// - Parameter lacksDirectory: whether the directory of a ZIP archive is no good, so that its members tell of themselves.
  /// - Throws: ``ReadingError`` with `damaged`; with `unreadable` where libarchive is missing.
  init(
    _ bytes: Data, _ format: ArchiveFormat, password: String?, lacksDirectory: Bool = false
  ) throws(ReadingError) {
    self.format = format
    library = try LibArchive.functions()
    guard let handle = library.archive_read_new() else {
      throw ReadingError(.damaged(format: format.rawValue, detail: "there is no memory to open it"))
    }
    unsafe self.handle = handle
    window = ArchiveBytes(bytes)
    MemberLocale.set()
    unsafe format.enable(on: handle, of: library, lacksDirectory: lacksDirectory)
    if let password { _ = unsafe library.archive_read_add_passphrase(handle, password) }
    _ = unsafe library.archive_read_set_callback_data(handle, Unmanaged.passUnretained(window).toOpaque())
    _ = unsafe library.archive_read_set_read_callback(handle) { _, data, start in
      guard let window = unsafe ArchiveBytes.at(data) else { return 0 }
      return unsafe window.read(start)
    }
    _ = unsafe library.archive_read_set_skip_callback(handle) { _, data, count in
      unsafe ArchiveBytes.at(data)?.skip(count) ?? 0
    }
    _ = unsafe library.archive_read_set_seek_callback(handle) { _, data, offset, whence in
      unsafe ArchiveBytes.at(data)?.seek(offset, whence) ?? Int64(ARCHIVE_FATAL)
    }
    guard unsafe library.archive_read_open1(handle) == ARCHIVE_OK else { throw failure() }
  }

  deinit {
    _ = unsafe library.archive_read_free(handle)
  }
}

extension OpenArchive {
  /// The next member, or `nil` after the last; what is left of the member before is passed over.
  ///
  /// - Throws: ``ReadingError`` where the archive cannot be read further.
  func next() throws(ReadingError) -> Entry? {
    var entry: OpaquePointer?
    // A member that asks for another try gets one only so often, or an archive could keep us here.
    for _ in 0..<16 {
      switch unsafe library.archive_read_next_header(handle, &entry) {
      case ARCHIVE_EOF: return nil
      case ARCHIVE_OK, ARCHIVE_WARN:
        guard let entry = unsafe entry else { return nil }
        return unsafe Entry(entry, of: library, isNameless: library.archive_format(handle) == ARCHIVE_FORMAT_RAW)
      case ARCHIVE_RETRY, ARCHIVE_FAILED: continue
      default: throw failure()
      }
    }
    throw failure()
  }

  /// The next bytes of the current member, empty at its end; gaps in sparse files come as zeros.
  /// The corresponding C function is `archive_read_data`.
  ///
  /// - Returns: how many bytes of the buffer were filled.
  /// - Throws: ``ReadingError`` where the member is damaged or encrypted.
  func read(into buffer: inout [UInt8]) throws(ReadingError) -> Int {
    for _ in 0..<16 {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe library.archive_read_data(handle, $0.baseAddress, $0.count)
      }
      if count >= 0 { return count }
      // A warning here is a wrong checksum or size: the bytes are not those that were packed.
      guard count == Int(ARCHIVE_RETRY) else { throw failure() }
    }
    throw failure()
  }

  /// What libarchive says went wrong.
  private func failure() -> ReadingError {
    let message = unsafe library.archive_error_string(handle).map { unsafe String(cString: $0) } ?? "it ends too early"
    // Some end their line.
    let words = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    if words.mentions("passphrase") || words.mentions("encrypt") {
      return ReadingError(
        words.mentions("incorrect")
          ? .passwordWrong(format: format.rawValue)
          : words.mentions("required")
            ? .passwordNeeded(format: format.rawValue) : .encrypted(format: format.rawValue))
    }
    return ReadingError(.damaged(format: format.rawValue, detail: words))
  }
}

extension String {
  /// Whether an English text holds a word, whatever the case of its letters.
  fileprivate func mentions(_ word: String) -> Bool {
    lowercased().contains(word)
  }
}

extension ArchiveBytes {
  /// The bytes behind a callback's data.
  fileprivate static func at(_ data: UnsafeMutableRawPointer?) -> ArchiveBytes? {
    guard let data = unsafe data else { return nil }
    return unsafe Unmanaged<ArchiveBytes>.fromOpaque(data).takeUnretainedValue()
  }
}

extension OpenArchive.Entry {
  fileprivate init(_ entry: OpaquePointer, of library: cvt_archive, isNameless: Bool) {
    var name: [UInt8]?
    if !isNameless, var end = unsafe library.archive_entry_pathname(entry) {
      // The string belongs to the entry and ends in NUL.
      name = []
      while unsafe end.pointee != 0 {
        unsafe name?.append(UInt8(bitPattern: end.pointee))
        unsafe end += 1
      }
    }
    let isLink = unsafe library.archive_entry_hardlink(entry) != nil || library.archive_entry_symlink(entry) != nil
    let kind: Kind =
      switch unsafe library.archive_entry_filetype(entry) & S_IFMT {
      case _ where isLink: .link
      case S_IFLNK: .link
      case S_IFDIR: .folder
      // Archives without file types, such as compressed files, hold files.
      case S_IFREG, 0: .file
      default: .special
      }
    self.init(
      rawName: name, kind: kind,
      declaredSize: unsafe library.archive_entry_size_is_set(entry) != 0
        ? Int(clamping: library.archive_entry_size(entry)) : nil,
      isEncrypted: unsafe library.archive_entry_is_data_encrypted(entry) != 0)
  }
}

extension ArchiveFormat {
  /// Switches on the readers that this format needs, and no others: a quine of compressed files cannot make libarchive
  /// open one inside the other.
  fileprivate func enable(on handle: OpaquePointer, of library: cvt_archive, lacksDirectory: Bool) {
    switch self {
    case .zip where lacksDirectory: _ = unsafe library.archive_read_support_format_zip_streamable(handle)
    case .zip: _ = unsafe library.archive_read_support_format_zip(handle)
    case .sevenZip: _ = unsafe library.archive_read_support_format_7zip(handle)
    case .rar:
      _ = unsafe library.archive_read_support_format_rar(handle)
      _ = unsafe library.archive_read_support_format_rar5(handle)
    case .tar: _ = unsafe library.archive_read_support_format_tar(handle)
    case .gzip: _ = unsafe library.archive_read_append_filter(handle, ARCHIVE_FILTER_GZIP)
    case .bzip2: _ = unsafe library.archive_read_append_filter(handle, ARCHIVE_FILTER_BZIP2)
    case .xz: _ = unsafe library.archive_read_append_filter(handle, ARCHIVE_FILTER_XZ)
    case .zstd: _ = unsafe library.archive_read_append_filter(handle, ARCHIVE_FILTER_ZSTD)
    }
    if isCompressedStream {
      _ = unsafe library.archive_read_support_format_tar(handle)
      _ = unsafe library.archive_read_support_format_raw(handle)
    }
  }
}
