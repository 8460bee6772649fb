internal import ConverterCore
internal import FoundationEssentials
internal import PluginHost

/// Sends the output of a job to the host, piece by piece.
struct FrameSink: ByteSink {
  /// A worker keeps parts apart; the host decides what becomes of them.
  let separatesParts = true
  private let job: Int
  private let writer: Int
  private var output = FrameOutput()

  init(job: Int, writer: Int) {
    self.job = job
    self.writer = writer
  }

  mutating func beginPart(_ name: String) throws(WritingError) {
    try output.send(FrameHeader(type: .output, job: job, writer: writer, part: name), [])
  }

  mutating func write(_ bytes: Span<UInt8>) throws(WritingError) {
    try output.send(FrameHeader(type: .output, job: job, writer: writer), bytes)
  }
}

/// Messages on standard output.
struct FrameOutput {
  private var standardOutput = StandardOutput()

  mutating func send(_ header: FrameHeader, _ payload: [UInt8]) throws(WritingError) {
    try send(header, payload.span)
  }

  mutating func send(_ header: FrameHeader, _ payload: Span<UInt8>) throws(WritingError) {
    var header = header
    header.bytes = payload.count
    let line = WorkerMessage.line(header)
    try standardOutput.write(line.span)
    try standardOutput.write(payload)
  }
}
