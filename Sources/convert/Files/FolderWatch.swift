internal import ConverterCore
internal import Glibc

/// Tells when files have arrived in folders, by inotify.
///
/// A class because it owns a descriptor.
final class FolderWatch {
  private let descriptor: Int32

  /// The bits of inotify(7): a file was closed after writing, or moved here; a folder was made.
  private static let arrivals: UInt32 = 0x8 | 0x80 | 0x100

  /// The corresponding C functions are `inotify_init1` and `inotify_add_watch`.
  ///
  /// - Throws: ``WritingError`` where the system refuses.
  init() throws(WritingError) {
    descriptor = inotify_init1(Int32(O_CLOEXEC | O_NONBLOCK))
    guard descriptor >= 0 else { throw WritingError(errno: errno, target: "the watch on folders") }
  }

  deinit {
    close(descriptor)
  }

  /// Watches a folder, not those below it; one that is watched already stays so.
  func add(_ folder: FilePath) {
    unsafe inotify_add_watch(descriptor, folder.cString, Self.arrivals)
  }

  /// Waits until something has arrived and nothing more has for a while: files often come in groups. Where they never stop coming, what
  /// is there is not left waiting for long.
  ///
  /// - Parameter longest: after this time the wait ends even if nothing has arrived; `nil` for never.
  func wait(atMost longest: Duration? = nil) {
    var news = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&news, 1, longest.map { Int32($0 / .milliseconds(1)) } ?? -1) != 0 else { return }
    let first = ContinuousClock.now
    repeat { drain() } while unsafe poll(&news, 1, Self.pause) != 0 && .now - first < Self.longestGroup
  }

  /// So many milliseconds without news end a group of files.
  private static let pause: Int32 = 300

  /// A group is taken up after this time even if it goes on.
  private static let longestGroup = Duration.seconds(3)

  private func drain() {
    var events = [UInt8](repeating: 0, count: 16 << 10)
    while unsafe events.withUnsafeMutableBytes({ unsafe read(descriptor, $0.baseAddress, $0.count) }) > 0 {}
  }
}
