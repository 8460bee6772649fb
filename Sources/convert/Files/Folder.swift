internal import ConverterCore
internal import Glibc

/// Folders on disk.
enum Folder {
  /// Whether the path names a folder; links are followed. The corresponding C function is `stat`.
  static func exists(at path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes all missing folders above a path. The corresponding C function is `mkdir`.
  static func makeParents(of path: String) throws(WritingError) {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let parent = String(path[..<slash])
    if unsafe mkdir(parent, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw WritingError(errno: errno, target: parent) }
    try makeParents(of: parent)
    guard unsafe mkdir(parent, 0o777) == 0 || errno == EEXIST else { throw WritingError(errno: errno, target: parent) }
  }

  /// The names in a folder in the order of their bytes, without `.` and `..`.
  /// The corresponding C functions are `opendir` and `readdir`.
  static func names(in path: String) throws(ReadingError) -> [String] {
    guard let stream = unsafe opendir(path) else {
      throw ReadingError(.unreadable(detail: SystemMessage.text(of: errno)))
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
