internal import ConverterCore
internal import Glibc

/// Writes all bytes to a descriptor and turns the system's answers into ``WritingError``.
enum FileOutput {
  /// Writes all bytes; the corresponding C function is `write`, repeated until everything is taken.
  static func write(_ bytes: Span<UInt8>, to descriptor: Int32, target: String) throws(WritingError) {
    let failure = unsafe bytes.withUnsafeBufferPointer { buffer -> Int32? in
      var written = 0
      while written < buffer.count {
        guard let start = buffer.baseAddress else { return nil }
        let count = unsafe Glibc.write(descriptor, start + written, buffer.count - written)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        written += count
      }
      return nil
    }
    if let failure { throw WritingError(errno: failure, target: target) }
  }
}

extension WritingError {
  /// Whether somebody has to make room before more can be written.
  var needsRoom: Bool { reason == .full || reason == .fileTooLarge }

  /// The error for a number of the C library.
  init(errno number: Int32, target: String) {
    let reason: Reason =
      switch number {
      case EPIPE: .closed
      case ENOSPC, EDQUOT: .full
      case EFBIG: .fileTooLarge
      case EEXIST: .exists
      default: .refused(detail: SystemMessage.text(of: number))
      }
    self.init(reason, target: target)
  }
}

/// The C library's words for an error number.
enum SystemMessage {
  /// The corresponding C function is `strerror`; in the C locale its answers are plain English.
  static func text(of number: Int32) -> String {
    guard let words = unsafe strerror(number) else { return "error \(number)" }
    let text = unsafe String(cString: words)
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
