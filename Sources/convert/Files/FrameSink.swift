internal import ConverterCore
internal import PluginHost

/// Sends the output of a job to the host, piece by piece.
struct FrameSink: ByteSink {
  /// A worker keeps parts apart; the host decides what becomes of them.
  let separatesParts = true
  private let job: Int
  private let writer: Int
  private let output: FrameOutput
  /// Whether nothing was sent.
  private var isEmpty = true

  init(job: Int, writer: Int, to output: FrameOutput) {
    self.job = job
    self.writer = writer
    self.output = output
  }

  mutating func beginPart(_ name: String) throws(WritingError) {
    let nothing: [UInt8] = []
    try send(nothing.span, part: name)
  }

  mutating func write(_ bytes: Span<UInt8>) throws(WritingError) {
    try send(bytes)
  }

  /// Tells the host that there is output, even if it has no bytes.
  mutating func finish() throws(WritingError) {
    let nothing: [UInt8] = []
    if isEmpty { try send(nothing.span) }
  }

  private mutating func send(_ bytes: Span<UInt8>, part: String? = nil) throws(WritingError) {
    isEmpty = false
    try output.send(output: bytes, of: FrameHeader(type: .output, job: job, writer: writer, part: part))
  }
}

/// Messages on standard output, gathered so that the host wakes once for many small documents.
///
/// A class because the sinks of all writers add to one buffer.
final class FrameOutput {
  private var standardOutput = StandardOutput()
  private let outbox = Outbox()
  /// When the first of the messages that wait was told.
  private var oldest: ContinuousClock.Instant?
  /// Messages wait no longer than this: time that they wait is time that the host does not know of.
  private static let patience = Duration.milliseconds(10)

  /// Adds a message, which may wait for more.
  func send(_ header: FrameHeader, _ payload: Span<UInt8>) throws(WritingError) {
    var header = header
    header.bytes = payload.count
    let line = header.jsonLine
    if let outbox, line.count + payload.count > outbox.room { try flush() }
    guard let outbox, line.count + payload.count <= outbox.room else {
      try standardOutput.write(line.span)
      try standardOutput.write(payload)
      outbox?.empty(sentBeside: line.count + payload.count)
      return
    }
    outbox.append(line.span)
    outbox.append(payload)
    if oldest == nil { oldest = .now }
  }

  /// Adds a message, which may wait for more.
  func send(_ header: FrameHeader, _ payload: [UInt8]) throws(WritingError) {
    try send(header, payload.span)
  }

  /// Adds output in as many messages as it needs, one at least: a paragraph may be longer than a message.
  func send(output bytes: Span<UInt8>, of header: FrameHeader) throws(WritingError) {
    var rest = bytes
    repeat {
      try send(header, rest.extracting(first: WorkerMessage.largestPayload))
      rest = rest.extracting(droppingFirst: WorkerMessage.largestPayload)
    } while !rest.isEmpty
  }

  /// Notes that a job, or a member or entry of its archive, begins now: its time is counted from here.
  func begin() { outbox?.begin() }

  /// Tells that an entry of an archive is about to be opened.
  func announce(_ entry: Int, of job: Int) throws(WritingError) {
    begin()
    var header = FrameHeader(type: .entry, job: job)
    header.entry = entry
    try send(header, [])
    try flushIfOld()
  }

  /// Is called before something that takes long or may end this process.
  func flushIfOld() throws(WritingError) {
    if let oldest, .now - oldest > Self.patience { try flush() }
  }

  /// Sends all messages that wait.
  func flush() throws(WritingError) {
    guard let outbox, outbox.count > 0 else { return }
    try outbox.send { bytes throws(WritingError) in try standardOutput.write(bytes) }
    oldest = nil
  }
}
