internal import Glibc

/// How the program ends; computed in one place from what happened.
enum ExitStatus: Int32, Error, Sendable {
  /// Everything was converted.
  case converted = 0
  /// A source could not be read or was cut short, or output could not be written.
  case incomplete = 1
  /// The arguments make no sense.
  case wrongUsage = 2
  /// A required check failed.
  case checkFailed = 3
  /// The reader of standard output has gone.
  case brokenPipe = 141

  /// Ends the program with this status; a broken pipe ends it as the signal would have, silently.
  func end() -> Never {
    if self == .brokenPipe {
      _ = signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    exit(rawValue)
  }
}
