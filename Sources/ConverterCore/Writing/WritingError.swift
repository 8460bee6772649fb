/// Why output could not be written.
public struct WritingError: Error, Hashable, Sendable {
  /// The fact.
  public enum Reason: Hashable, Sendable {
    /// The reader of a pipe has gone; nobody waits for more.
    case closed
    /// The file system has no room left.
    case full
    /// The file would be larger than this process may write, or the file system can hold.
    case fileTooLarge
    /// There is already a file of that name.
    case exists
    /// The system refuses to write; its words are the detail.
    case refused(detail: String)
    /// A writer in another process failed; the detail is a clause about the writing, and the target is the writer.
    case failed(detail: String)
  }

  public var reason: Reason

  /// The file or folder, or `standard output`.
  public var target: String

  public init(_ reason: Reason, target: String) {
    self.reason = reason
    self.target = target
  }
}

extension WritingError {
  /// The stable name of the reason, for programs.
  public var code: String {
    switch reason {
    case .closed: "closed"
    case .full: "full"
    case .fileTooLarge: "file-too-large"
    case .exists: "exists"
    case .refused: "refused"
    case .failed: "failed"
    }
  }
}

extension WritingError: CustomStringConvertible {
  /// One sentence for people, without a full stop at its end.
  public var description: String {
    switch reason {
    case .closed: "\(target) was closed by its reader"
    case .full: "\(target) cannot be written: no space is left on the device"
    case .fileTooLarge: "\(target) cannot be written: it would be larger than files may be here (ulimit -f)"
    case .exists: "\(target) exists already"
    case .refused(let detail): "\(target) cannot be written: \(detail)"
    case .failed(let detail): "\(target) \(detail)"
    }
  }
}
