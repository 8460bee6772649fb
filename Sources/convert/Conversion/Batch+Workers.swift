internal import ConverterCore
internal import FoundationEssentials
internal import PluginHost

/// Whether sources are read in this process or in others.
enum Isolation: Hashable, Sendable {
  case none
  case workers(Workers)

  /// How many worker processes, and what each job may use.
  struct Workers: Hashable, Sendable {
    var count: Int
    /// The time that one source may take.
    var time: Duration
    /// The bytes of memory that one worker may have.
    var memory: Int
    /// The arguments of this run, by which workers know what to do.
    var arguments: [String]
  }
}

/// The jobs of a batch: a fault in one reading is that source's outcome.
struct BatchJobs: WorkerClient {
  private(set) var batch: Batch
  /// The positions of the inputs that are jobs.
  private let pending: [Int]
  private var running: [Int: JobOutput] = [:]

  init(_ batch: Batch, pending: [Int]) {
    self.batch = batch
    self.pending = pending
  }

  mutating func run(by workers: Isolation.Workers) {
    WorkerPool(workers).run(&self)
  }

  mutating func request(_ job: Int) -> [UInt8]? {
    guard job < pending.count else { return nil }
    running[job] = JobOutput(start: .now)
    return WorkerMessage.line(WorkerMessage.Request(job: job, input: batch.inputs[pending[job]]))
  }

  mutating func receive(_ output: WorkerOutput, of job: Int) {
    running[job]?.take(output) { batch.sink(of: pending[job], writer: $0) }
  }

  mutating func finish(_ job: Int, _ end: WorkerPool.End) {
    let index = pending[job]
    var outcome = Outcome(name: batch.inputs[index].name, end)
    let output = running.removeValue(forKey: job) ?? JobOutput(start: .now)
    if let error = output.error { outcome.fail(error) }
    batch.settle(index, outcome, output.sinks, duration: .now - output.start)
  }
}

extension WorkerPool {
  /// Workers that are this program itself.
  init(_ workers: Isolation.Workers) {
    self.init(
      program: "/proc/self/exe", arguments: ["worker", "--memory", "\(workers.memory)"], workerCount: workers.count,
      setUp: WorkerMessage.line(workers.arguments), allowance: workers.time,
      largestPayload: WorkerMessage.largestPayload)
  }
}

/// The files of one job on their way.
private struct JobOutput {
  let start: ContinuousClock.Instant
  private(set) var sinks: [FileSink] = []
  private(set) var error: WritingError?

  init(start: ContinuousClock.Instant) {
    self.start = start
  }

  /// Takes a piece of output; writers follow each other in order.
  mutating func take(_ output: WorkerOutput, newSink: (Int) -> FileSink) {
    guard error == nil else { return }
    do throws(WritingError) {
      while sinks.count <= output.writer { sinks.append(newSink(sinks.count)) }
      if let part = output.part { try sinks[output.writer].beginPart(part) }
      if !output.bytes.isEmpty { try sinks[output.writer].write(output.bytes.span) }
    } catch {
      self.error = error
    }
  }
}

extension Outcome {
  /// What the end of a job means for its source.
  init(name: String, _ end: WorkerPool.End) {
    switch end {
    case .answered(let payload):
      self = WorkerMessage.outcome(payload) ?? Outcome(name: name, status: .crashed, .unreadableAnswer)
    case .crashed(let detail):
      self.init(name: name, status: .crashed, Failure(code: "crashed", sentence: "reading it crashed: \(detail)"))
    case .timedOut(let allowance):
      let seconds = Int((allowance / .seconds(1)).rounded())
      self.init(
        name: name, status: .stopped,
        Failure(code: "time-limit", sentence: "reading it took longer than the limit of \(seconds) s (--time-limit)"))
    case .broken(let detail):
      self.init(name: name, status: .crashed, Failure(code: "worker-broken", sentence: "reading it failed: \(detail)"))
    }
  }
}

extension Outcome.Failure {
  fileprivate static let unreadableAnswer = Outcome.Failure(
    code: "worker-broken", sentence: "reading it failed: the answer of the worker cannot be understood")
}
