internal import ConverterCore
internal import PluginHost

/// The sources of a series as jobs of workers: a fault in one reading is that source's outcome.
struct SeriesJobs<Output: SeriesOutput>: WorkerClient {
  private(set) var output: Output
  private let inputs: [Input]
  /// The positions of the inputs that are jobs.
  private let pending: [Int]
  private let printer: FindingPrinter
  /// Results on their way, by position.
  private var pieces: [Int: [[UInt8]]] = [:]
  /// Results that wait for those of earlier inputs, by position.
  private var waiting: [Int: SeriesResult]
  /// The bytes of all results on their way and waiting.
  private var size = 0
  private var next = 0
  private var statuses: [Outcome.Status] = []
  private var failure: WritingError?

  /// Bytes of results from which on no further source is begun before the one that all wait for has ended.
  private static var mostWaiting: Int { 64 << 20 }

  /// - Parameter done: results that are there already, by position.
  init(inputs: [Input], printer: FindingPrinter, output: Output, done: [Int: SeriesResult]) {
    self.inputs = inputs
    self.printer = printer
    self.output = output
    waiting = done
    size = done.values.reduce(0) { $0 + $1.size }
    pending = inputs.indices.filter { done[$0] == nil }
  }

  /// - Returns: the status of the whole run.
  /// - Throws: what came up when results were taken.
  mutating func run(by workers: Isolation.Workers) throws(WritingError) -> ExitStatus {
    settleWaiting()
    WorkerPool(workers).run(&self)
    if let failure { throw failure }
    return ExitStatus(of: statuses)
  }

  func mayBegin(_ job: Int) -> Bool {
    size < Self.mostWaiting
  }

  func request(_ job: Int) -> [UInt8]? {
    guard job < pending.count, failure == nil else { return nil }
    return WorkerMessage.line(WorkerMessage.Request(job: job, input: inputs[pending[job]]))
  }

  mutating func receive(_ piece: WorkerOutput, of job: Int) {
    size += piece.bytes.count
    var own = pieces.removeValue(forKey: pending[job]) ?? []
    while own.count <= piece.writer { own.append([]) }
    own[piece.writer] += piece.bytes
    pieces[pending[job]] = own
  }

  mutating func finish(_ job: Int, _ end: WorkerPool.End) {
    let index = pending[job]
    var result = SeriesResult(
      outcome: Outcome(name: inputs[index].name, end), pieces: pieces.removeValue(forKey: index) ?? [])
    if !end.isAnswer {
      // Half a result is none.
      size -= result.size
      result.pieces = []
    }
    waiting[index] = result
    settleWaiting()
  }

  /// Hands over all results whose turn has come.
  private mutating func settleWaiting() {
    while let result = waiting.removeValue(forKey: next) {
      next += 1
      size -= result.size
      guard failure == nil else { continue }
      do throws(WritingError) {
        if !result.pieces.isEmpty { try output.take(result.pieces) }
        printer.print(result.outcome)
        statuses.append(result.outcome.status)
      } catch {
        failure = error
      }
    }
  }
}

extension SeriesResult {
  /// The bytes of all pieces.
  fileprivate var size: Int { pieces.reduce(0) { $0 + $1.count } }
}

extension WorkerPool.End {
  /// Whether the worker came to an end of its own.
  fileprivate var isAnswer: Bool { if case .answered = self { true } else { false } }
}

extension SeriesResult {
  /// Tells the host the result of a job, piece by piece.
  func send(to output: inout FrameOutput, job: Int) throws(WritingError) {
    for (writer, piece) in pieces.enumerated() {
      var rest = piece[...]
      repeat {
        let part = rest.prefix(WorkerMessage.largestPayload)
        rest = rest.dropFirst(part.count)
        try output.send(FrameHeader(type: .output, job: job, writer: writer), Array(part))
      } while !rest.isEmpty
    }
    try output.send(FrameHeader(type: .outcome, job: job), WorkerMessage.line(outcome))
  }
}
