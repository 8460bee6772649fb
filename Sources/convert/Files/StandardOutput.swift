internal import ConverterCore
internal import Glibc

/// Results, in order, on standard output.
struct StandardOutput: ByteSink {
  mutating func write(_ bytes: Span<UInt8>) throws(WritingError) {
    try FileOutput.write(bytes, to: STDOUT_FILENO, target: "standard output")
  }

  /// Prints one line, for lists and help; ends the program where nobody takes it.
  static func print(_ line: String) {
    do throws(WritingError) {
      let bytes = Array((line + "\n").utf8)
      try FileOutput.write(bytes.span, to: STDOUT_FILENO, target: "standard output")
    } catch {
      ExitStatus.afterWriting(error).end()
    }
  }
}

extension ExitStatus {
  /// The status after an error in writing, which is told on the way unless the reader of a pipe has simply gone.
  static func afterWriting(_ error: WritingError) -> ExitStatus {
    if error.reason == .closed { return .brokenPipe }
    let remedy = error.reason == .exists ? "; --on-exists replace replaces it" : ""
    StandardError.print("convert: \(error)\(remedy)")
    return .incomplete
  }
}
