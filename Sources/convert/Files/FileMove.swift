internal import ConverterCore
internal import FoundationEssentials
internal import Glibc

/// Files that are whole go to their places.
enum FileMove {
  /// Moves a file, making the folders above its place; what stands there is replaced.
  ///
  /// A place behind a link may be on another file system, to which nothing can be renamed: there the file is copied beside its place
  /// first. The corresponding C functions are `rename` and `fsync`.
  ///
  /// - Parameter target: the place as people know it.
  static func move(_ file: String, to place: String, target: String) throws(WritingError) {
    if unsafe rename(file, place) == 0 { return }
    if errno == EXDEV { return try copy(file, to: place, target: target) }
    // Folders are made when one is missing: nearly always they are there.
    guard Folder.mayBeMissing(errno) else { throw WritingError(errno: errno, target: target) }
    try Folder.makeParents(of: place)
    guard unsafe rename(file, place) == 0 else { throw WritingError(errno: errno, target: target) }
  }

  private static func copy(_ file: String, to place: String, target: String) throws(WritingError) {
    let beside = "\(place).\(getpid()).part"
    let opened = unsafe open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard opened >= 0 else { throw WritingError(errno: errno, target: target) }
    defer { unsafe unlink(beside) }
    do {
      defer { close(opened) }
      guard let bytes = try? InputFile.bytes(of: file) else {
        throw WritingError(.refused(detail: "what was made for it is gone"), target: target)
      }
      try FileOutput.write(bytes.span, to: opened, target: target)
      if let permissions = ExistingFile(at: file)?.permissions { _ = fchmod(opened, permissions) }
      guard fsync(opened) == 0 else { throw WritingError(errno: errno, target: target) }
    }
    guard unsafe rename(beside, place) == 0 else { throw WritingError(errno: errno, target: target) }
    unsafe unlink(file)
  }
}
