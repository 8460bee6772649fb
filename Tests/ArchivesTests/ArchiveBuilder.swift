import CLibArchive
import Foundation

/// Archives for tests, written by libarchive, with names as bytes.
struct ArchiveBuilder {
  enum Kind {
    case file(Data)
    case symbolicLink(String)
    case device
  }

  var members: [(name: [UInt8], kind: Kind)] = []

  static func files(_ files: KeyValuePairs<String, String>) -> ArchiveBuilder {
    ArchiveBuilder(members: files.map { (Array($0.key.utf8), .file(Data($0.value.utf8))) })
  }

  /// The archive in a format and filter by the names that libarchive gives them (`zip`, `7zip`, `ustar`; `gzip`, `none`).
  func bytes(_ format: String, filter: String = "none", password: String? = nil, isStored: Bool = false) -> Data {
    let archive = unsafe archive_write_new()
    unsafe archive_write_set_format_by_name(archive, format)
    if filter != "none" { unsafe archive_write_add_filter_by_name(archive, filter) }
    // Without this names are changed to the character set of the format.
    unsafe archive_write_set_options(archive, "zip:hdrcharset=BINARY")
    if isStored { unsafe archive_write_set_options(archive, "zip:compression=store") }
    if let password {
      unsafe archive_write_set_options(archive, "zip:encryption=aes256")
      unsafe archive_write_set_passphrase(archive, password)
    }
    unsafe archive_write_set_bytes_per_block(archive, 0)
    var buffer = [UInt8](repeating: 0, count: 8 << 20)
    var used = 0
    unsafe buffer.withUnsafeMutableBytes { memory in
      unsafe archive_write_open_memory(archive, memory.baseAddress, memory.count, &used)
      for (name, kind) in members {
        let entry = unsafe archive_entry_new()
        unsafe archive_entry_set_pathname(entry, name.map { CChar(bitPattern: $0) } + [0])
        unsafe archive_entry_set_perm(entry, 0o644)
        unsafe archive_entry_set_mtime(entry, 1_700_000_000, 0)
        switch kind {
        case .file(let data):
          unsafe archive_entry_set_filetype(entry, 0o100000)
          unsafe archive_entry_set_size(entry, Int64(data.count))
          unsafe archive_write_header(archive, entry)
          _ = unsafe data.withUnsafeBytes { unsafe archive_write_data(archive, $0.baseAddress, $0.count) }
        case .symbolicLink(let target):
          unsafe archive_entry_set_filetype(entry, 0o120000)
          unsafe archive_entry_set_symlink(entry, target)
          unsafe archive_write_header(archive, entry)
        case .device:
          unsafe archive_entry_set_filetype(entry, 0o020000)
          unsafe archive_write_header(archive, entry)
        }
        unsafe archive_entry_free(entry)
      }
      unsafe archive_write_close(archive)
    }
    unsafe archive_write_free(archive)
    return Data(buffer.prefix(used))
  }
}
