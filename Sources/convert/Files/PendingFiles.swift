internal import ConverterCore
internal import Glibc

/// Files that are being written under temporary names; the last one takes what comes.
///
/// It is a class because it owns an open file and temporary names, and the sink that uses it can be copied. Releasing it
/// before ``commit()`` removes everything that it made.
final class PendingFiles {
  private var files: [(temporary: String?, path: String)] = []
  private var descriptor: Int32?

  var isEmpty: Bool { files.isEmpty }

  /// Finishes the file before and begins one at `path`, making the folders above it.
  ///
  /// - Throws: ``WritingError``; with `exists` when there is a file already and `replacing` is false.
  func open(_ path: String, replacing: Bool) throws(WritingError) {
    try finishFile()
    let existing = ExistingFile(at: path)
    if let existing, !existing.isRegular {
      // Devices and pipes are written to; a file in their place would be of no use to anyone.
      let opened = unsafe Glibc.open(path, O_WRONLY | O_CLOEXEC)
      guard opened >= 0 else { throw WritingError(errno: errno, target: path) }
      descriptor = opened
      files.append((nil, path))
      return
    }
    if existing != nil, !replacing { throw WritingError(.exists, target: path) }
    try Folder.makeParents(of: path)
    // A link stays a link: what it leads to is replaced.
    let place = existing?.resolvedPath ?? path
    let temporary = "\(place).\(getpid()).part"
    // The process identifier keeps runs apart, so a file of this name is left over from a run that was killed.
    unsafe unlink(temporary)
    let opened = unsafe Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard opened >= 0 else { throw WritingError(errno: errno, target: path) }
    if let existing { _ = fchmod(opened, existing.permissions) }
    descriptor = opened
    files.append((temporary, place))
  }

  /// Takes bytes for the file that was begun last.
  func write(_ bytes: Span<UInt8>) throws(WritingError) {
    guard let descriptor, let file = files.last else { return }
    try FileOutput.write(bytes, to: descriptor, target: file.path)
  }

  /// Puts all files in their places and returns their paths in order. The corresponding C function is `rename`.
  func commit() throws(WritingError) -> [String] {
    try finishFile()
    var committed: [String] = []
    while let file = files.first {
      if let temporary = file.temporary, unsafe rename(temporary, file.path) != 0 {
        throw WritingError(errno: errno, target: file.path)
      }
      committed.append(file.path)
      files.removeFirst()
    }
    return committed
  }

  /// Closes the file that was begun last, once its bytes are on the disk. The corresponding C function is `fsync`.
  private func finishFile() throws(WritingError) {
    guard let finished = descriptor, let file = files.last else { return }
    descriptor = nil
    // Pipes and devices cannot be synced.
    let isSynced = file.temporary == nil || fsync(finished) == 0
    let failure = errno
    guard close(finished) == 0, isSynced else {
      throw WritingError(errno: isSynced ? errno : failure, target: file.path)
    }
  }

  deinit {
    if let descriptor { close(descriptor) }
    for file in files {
      if let temporary = file.temporary { unsafe unlink(temporary) }
    }
  }
}
