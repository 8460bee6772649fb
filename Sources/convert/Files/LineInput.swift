internal import ConverterCore
internal import Glibc

/// Lines of standard input, one after the other.
struct LineInput {
  private var buffer: [UInt8] = []
  private var start = 0

  /// The next line without its end; `nil` at the end of input.
  ///
  /// - Parameter waiting: is called before the reading that may wait. The corresponding C function is `read`.
  mutating func next(waiting: () throws(WritingError) -> Void) throws(WritingError) -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return buffer[start..<end]
      }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      try waiting()
      var piece = [UInt8](repeating: 0, count: 16 << 10)
      let count = unsafe piece.withUnsafeMutableBytes { unsafe read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      buffer += piece[..<count]
    }
  }
}
