internal import ConverterCore
internal import Glibc
internal import PluginHost

/// The folder `.convert` in the output folder of a batch, in which everything unfinished is: temporary files and the journal.
/// It goes when the batch is finished. While it is open, no other batch can write into the same output folder.
///
/// A class because it owns an open file; the lock goes with the process, however that ends.
final class Staging {
  /// The path of the folder, without a slash at the end.
  let path: String

  /// Where the journal is read from.
  let journalPath: String

  /// The open journal, which is also the lock.
  let journal: Int32

  /// Makes or takes over the folder and removes temporary files that an earlier run has left. The corresponding C functions
  /// are `mkdir`, `open` and `flock`.
  ///
  /// - Throws: ``WritingError``, also where another run has the folder.
  init(in folder: String) throws(WritingError) {
    path = "\(folder)/\(Self.folderName)"
    journalPath = "\(path)/\(Self.journalName)"
    try Folder.makeParents(of: journalPath)
    journal = unsafe open(journalPath, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard journal >= 0 else { throw WritingError(errno: errno, target: journalPath) }
    guard flock(journal, LOCK_EX | LOCK_NB) == 0 else {
      throw WritingError(.refused(detail: "another run is writing there"), target: folder)
    }
    removeTemporaryFiles { $0.hasPrefix(Self.mergedPrefix) }
  }

  deinit {
    close(journal)
  }

  /// Begins to wait until everything written so far is on the disk: once for many files, since each wait for a disk takes as
  /// long as reading several small documents.
  func sync() -> PendingSync { PendingSync(journal) }

  /// The path of a temporary file.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The path at which a merged output grows; it stays when a run ends before its end.
  func mergedFile(_ name: String) -> String { "\(path)/\(Self.mergedPrefix)\(name)" }

  /// Removes the folder with all that is in it.
  func remove() {
    removeTemporaryFiles { _ in false }
    unsafe unlink(journalPath)
    unsafe rmdir(path)
  }

  /// The name of the folder in the output folder.
  static let folderName = ".convert"

  private static let journalName = "journal.ndjson"

  private static let mergedPrefix = "merged-"

  private func removeTemporaryFiles(but isKept: (String) -> Bool) {
    for name in (try? Folder.names(in: FilePath(path))) ?? []
    where name.text != Self.journalName && !isKept(name.text) {
      unsafe unlink("\(path)/\(name.text)")
    }
  }
}
