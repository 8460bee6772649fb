internal import ConverterCore
internal import FoundationEssentials
internal import PluginHost

/// Sends the output of a job to the host, piece by piece.
struct FrameSink: ByteSink {
  /// A worker keeps parts apart; the host decides what becomes of them.
  let separatesParts = true
  private let job: Int
  private let writer: Int
  private let output: FrameOutput

  init(job: Int, writer: Int, to output: FrameOutput) {
    self.job = job
    self.writer = writer
    self.output = output
  }

  mutating func beginPart(_ name: String) throws(WritingError) {
    let nothing: [UInt8] = []
    try output.send(FrameHeader(type: .output, job: job, writer: writer, part: name), nothing.span)
  }

  mutating func write(_ bytes: Span<UInt8>) throws(WritingError) {
    try output.send(FrameHeader(type: .output, job: job, writer: writer), bytes)
  }
}

/// Messages on standard output, gathered so that the host wakes once for a small document.
///
/// A class because the sinks of all writers add to one buffer.
final class FrameOutput {
  private var standardOutput = StandardOutput()
  private var gathered: [UInt8] = []
  /// From so many bytes on, what is there goes out.
  private static let capacity = 64 << 10

  /// Adds output, which may wait for more.
  func send(_ header: FrameHeader, _ payload: Span<UInt8>) throws(WritingError) {
    var header = header
    header.bytes = payload.count
    gathered += header.line
    if gathered.count + payload.count > Self.capacity {
      try flush()
      try standardOutput.write(payload)
    } else {
      unsafe payload.withUnsafeBufferPointer { unsafe gathered += $0 }
    }
  }

  /// Sends a message by which the host knows where this process is, with all before it.
  func send(_ header: FrameHeader, _ payload: [UInt8]) throws(WritingError) {
    try send(header, payload.span)
    try flush()
  }

  private func flush() throws(WritingError) {
    let bytes = gathered
    gathered = []
    try standardOutput.write(bytes.span)
  }
}
