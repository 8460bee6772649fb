internal import Glibc

/// What stands at a path already.
struct ExistingFile {
  /// Whether it is a plain file, and no device, pipe or folder; links are followed.
  let isRegular: Bool

  /// The permission bits.
  let permissions: mode_t

  /// The path without links.
  let resolvedPath: String

  /// The corresponding C functions are `stat` and `realpath`; `nil` where there is nothing.
  init?(at path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    isRegular = status.st_mode & S_IFMT == S_IFREG
    permissions = status.st_mode & 0o7777
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    resolvedPath = unsafe String(cString: resolved)
    unsafe free(resolved)
  }
}
