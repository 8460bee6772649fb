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

  /// Adds a piece; a large one is not gathered with others first.
  mutating func append(_ piece: [UInt8]) throws(WritingError) {
    if piece.count < OutputBuffer.capacity / 4 {
      buffer.append(piece)
      return try flushIfFull()
    }
    try flush()
    try write(piece.span)
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
    try write(buffer.bytes.span)
    buffer.removeAll()
  }

  private func write(_ bytes: Span<UInt8>) throws(WritingError) {
    if bytes.isEmpty { return }
    // Copies of a sink share its files.
    if var sink = file {
      try sink.write(bytes)
    } else if isStandardOutput {
      var output = StandardOutput()
      try output.write(bytes)
    }
  }
}
