internal import ConverterCore

/// One data set on its way to standard output or into a file, which appears whole or not at all.
struct DataOutput {
  var buffer = OutputBuffer()
  private var file: FileSink?
  private let isStandardOutput: Bool

  /// - Parameter path: the file; without one, and without standard output, everything is dropped.
  init(path: String?, isStandardOutput: Bool = false) {
    file = path.map { FileSink(stem: $0, fileExtension: nil, separatesParts: false, overwriting: .always) }
    self.isStandardOutput = isStandardOutput
  }

  mutating func flushIfFull() throws(WritingError) {
    if buffer.bytes.count >= OutputBuffer.capacity { try flush() }
  }

  /// Hands everything over and puts the file in its place.
  mutating func finish() throws(WritingError) {
    try flush()
    _ = try file?.commit()
  }

  private mutating func flush() throws(WritingError) {
    if var sink = file {
      try buffer.flush(to: &sink)
      file = sink
    } else if isStandardOutput {
      var output = StandardOutput()
      try buffer.flush(to: &output)
    }
  }
}
