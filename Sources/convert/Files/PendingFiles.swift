internal import ConverterCore
internal import FoundationEssentials
internal import Glibc

/// What may happen to a file that stands already where an output goes.
enum Overwriting: Sendable {
  /// It stays, and the output fails.
  case never
  /// It is replaced.
  case always
  /// It stays, whatever bytes it has, and that is success.
  case keep
  /// The same, but one with the bytes of the output counts as made: a run that goes on may have put it there.
  case keepOther
  /// It stays; where it has the very bytes of the output, that is success. So the same command can be given again, and a batch
  /// that goes on takes what it had put into its place just before it was stopped.
  case ifSame
}

/// Files that are being written under temporary names; the last one takes what comes.
///
/// It is a class because it owns an open file and temporary names, and the sink that uses it can be copied. Releasing it
/// before ``commit()`` removes everything that it made.
final class PendingFiles {
  private struct File {
    /// `nil` for devices and pipes, which are written to directly.
    var temporary: String?
    /// The path that was asked for.
    var path: String
    /// Where it is, links resolved.
    var place: String
    /// What may happen to the file that stands there; `nil` where none does, or it is replaced.
    var standing: Overwriting?
  }

  private var files: [File] = []
  private var descriptor: Int32?
  private let temporaryStem: String?

  /// - Parameter temporaryStem: how the paths of temporary files begin; `nil` to write beside each place. Files with such a stem
  ///   are synced by whoever gives it, many at once (``Staging/sync()``).
  init(temporaryStem: String? = nil) {
    self.temporaryStem = temporaryStem
  }

  var isEmpty: Bool { files.isEmpty }

  /// How many files stood in their places before and were kept.
  private(set) var keptCount = 0

  /// The paths that were asked for, in order.
  var paths: [String] { files.map(\.path) }

  /// Finishes the file before and begins one for `path`.
  ///
  /// - Throws: ``WritingError``; with `exists` when there is a file already that must stay.
  func open(_ path: String, _ overwriting: Overwriting) throws(WritingError) {
    try finishFile()
    guard !files.contains(where: { $0.path == path }) else {
      throw WritingError(.refused(detail: "two parts of the output have this name"), target: path)
    }
    let existing = ExistingFile(at: path)
    if let existing, !existing.isRegular {
      // Devices and pipes are written to; a file in their place would be of no use to anyone.
      let opened = unsafe Glibc.open(path, O_WRONLY | O_CLOEXEC)
      guard opened >= 0 else { throw WritingError(errno: errno, target: path) }
      descriptor = opened
      files.append(File(temporary: nil, path: path, place: path))
      return
    }
    if existing != nil, overwriting == .never { throw WritingError(.exists, target: path) }
    // A link stays a link: what it leads to is replaced.
    let place = existing?.resolvedPath ?? path
    let temporary = temporaryStem.map { "\($0).\(files.count)" } ?? "\(place).\(getpid()).part"
    var opened = Self.create(temporary)
    if opened < 0, Folder.mayBeMissing(errno) {
      try Folder.makeParents(of: temporary)
      opened = Self.create(temporary)
    }
    guard opened >= 0 else { throw WritingError(errno: errno, target: path) }
    if let existing { _ = fchmod(opened, existing.permissions) }
    descriptor = opened
    files.append(
      File(
        temporary: temporary, path: path, place: place,
        standing: existing == nil || overwriting == .always ? nil : overwriting))
  }

  /// Makes a file. One of this name is left over from a run that was killed: the process identifier, or the folder, keeps runs
  /// apart. The corresponding C functions are `open` and `unlink`.
  private static func create(_ path: String) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let opened = unsafe Glibc.open(path, flags, 0o666)
    guard opened < 0, errno == EEXIST else { return opened }
    unsafe unlink(path)
    return unsafe Glibc.open(path, flags, 0o666)
  }

  /// Takes bytes for the file that was begun last.
  func write(_ bytes: Span<UInt8>) throws(WritingError) {
    guard let descriptor, let file = files.last else { return }
    try FileOutput.write(bytes, to: descriptor, target: file.path)
  }

  /// Writes everything out, so that putting the files in their places needs no more room.
  func finish() throws(WritingError) {
    try finishFile()
  }

  /// Puts all files in their places, making the folders above them, and returns their paths in order, those of files that were kept
  /// there among them. The corresponding C function is `rename`.
  func commit() throws(WritingError) -> [String] {
    try finishFile()
    var committed: [String] = []
    while let file = files.first {
      if let temporary = file.temporary { try put(temporary, at: file) }
      committed.append(file.path)
      files.removeFirst()
    }
    return committed
  }

  private func put(_ temporary: String, at file: File) throws(WritingError) {
    guard let standing = file.standing, ExistingFile(at: file.place) != nil else {
      return try FileMove.move(temporary, to: file.place, target: file.path)
    }
    // What stays whatever it is need not be read; what cannot be read is no success.
    if standing == .keep || !Self.haveSameBytes(file.place, temporary) {
      guard standing != .ifSame else { throw WritingError(.exists, target: file.path) }
      keptCount += 1
    }
    unsafe unlink(temporary)
  }

  private static func haveSameBytes(_ one: String, _ other: String) -> Bool {
    guard let bytes = try? InputFile.bytes(of: one) else { return false }
    return bytes == (try? InputFile.bytes(of: other))
  }

  /// Closes the file that was begun last; one that is written beside its place once its bytes are on the disk. The corresponding C function is `fsync`.
  private func finishFile() throws(WritingError) {
    guard let finished = descriptor, let file = files.last else { return }
    descriptor = nil
    // Pipes and devices cannot be synced.
    let isSynced = file.temporary == nil || temporaryStem != nil || fsync(finished) == 0
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
