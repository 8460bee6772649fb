internal import Glibc

/// By what an input is known again without reading it.
struct FileIdentity: Hashable, Sendable {
  /// In bytes.
  var size: Int

  /// When the content was changed last, in nanoseconds since 1970; for times beyond the year 2262, which files can have, only as
  /// good as the comparison with itself.
  var modified: Int

  /// The corresponding C function is `stat`; `nil` where there is no regular file.
  init?(at path: FilePath) {
    var status = stat()
    guard unsafe stat(path.cString, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
  }
}
