internal import ConverterCore
internal import Glibc

/// Folders on disk.
enum Folder {
  /// Whether the path names a folder; links are followed. The corresponding C function is `stat`.
  static func exists(at path: String) -> Bool { exists(at: FilePath(path)) }

  /// Whether the path names a folder; links are followed.
  static func exists(at path: FilePath) -> Bool {
    var status = stat()
    return unsafe stat(path.cString, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether an error of a file says that a folder above it is not there; making it says what is in its way.
  static func mayBeMissing(_ failure: Int32) -> Bool { failure == ENOENT || failure == ENOTDIR }

  /// Makes all missing folders above a path. The corresponding C function is `mkdir`.
  static func makeParents(of path: String) throws(WritingError) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex else { return }
    let parent = String(path[..<slash])
    if unsafe mkdir(parent, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw WritingError(errno: errno, target: parent) }
    try makeParents(of: parent)
    guard unsafe mkdir(parent, 0o777) == 0 || errno == EEXIST else { throw WritingError(errno: errno, target: parent) }
  }

  /// What stands in a folder.
  struct Entry {
    var name: FilePath
    /// The kind of file (`S_IFMT`), links not followed; 0 where the file system does not tell it in the list.
    var kind: mode_t
  }

  /// The names in a folder in the order of their bytes, without `.` and `..`.
  static func names(in path: FilePath) throws(ReadingError) -> [FilePath] { try entries(in: path).map(\.name) }

  /// What stands in a folder in the order of the bytes of the names, without `.` and `..`.
  /// The corresponding C functions are `opendir` and `readdir`.
  static func entries(in path: FilePath) throws(ReadingError) -> [Entry] {
    guard let stream = unsafe opendir(path.cString) else {
      throw ReadingError(.unreadable(detail: SystemMessage.text(of: errno)))
    }
    defer { unsafe closedir(stream) }
    var entries: [Entry] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe FilePath(bytes: Array(bytes.prefix { $0 != 0 }))
      }
      // The types of entries are the bits of `S_IFMT` moved down (`DTTOIF`).
      let kind = unsafe mode_t(entry.pointee.d_type) << 12
      if !name.isSelfOrParent { entries.append(Entry(name: name, kind: kind)) }
    }
    return entries.sorted { $0.name.bytes.lexicographicallyPrecedes($1.name.bytes) }
  }
}
