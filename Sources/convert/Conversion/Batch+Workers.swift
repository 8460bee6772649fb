internal import Archives
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
    /// How much longer a worker is waited for, so that it can say that a plug-in took too long, and which.
    var grace: Duration
    /// The bytes of memory that one worker may take beyond the program itself.
    var memory: Int
    /// The arguments of this run, by which workers know what to do.
    var arguments: [String]
  }
}

/// The jobs of a batch, one for each input: a fault in one reading is that source's outcome.
///
/// Where reading a member of an archive ends its worker, the job is given again from the member after it.
struct BatchJobs: WorkerClient {
  /// A reading that something outside killed is tried again this often, and then told as crashed.
  private static let patience = 3

  private(set) var batch: Batch
  private var pending: ArraySlice<BatchJob>
  /// Jobs that were begun and go on, before all others.
  private var resumed: [BatchJob] = []
  private var running: [Int: RunningJob] = [:]

  init(_ batch: Batch, pending: [BatchJob]) {
    self.batch = batch
    self.pending = pending[...]
  }

  mutating func run(by workers: Isolation.Workers) {
    WorkerPool(workers).run(&self)
  }

  mutating func next() -> WorkerJob? {
    guard batch.stop == nil, var job = resumed.popLast() ?? pending.popFirst() else { return nil }
    job.identity = FileIdentity(at: batch.inputs[job.index].path)
    running[job.index] = RunningJob(job)
    return WorkerMessage.job(job.index, batch.inputs[job.index], from: job.start, without: job.lost, job.identity)
  }

  mutating func begin(_ index: Int) { running[index]?.output = JobOutput() }

  mutating func wait() {
    let (running, inputs) = (running, batch.inputs)
    batch.showProgress {
      let slowest = running.values.min { $0.output.start < $1.output.start }
      return slowest.map { ($0.member?.name ?? inputs[$0.job.index].name, $0.output.start) }
    }
  }

  mutating func receive(_ news: WorkerNews, of index: Int) {
    switch news {
    case .output(let output):
      guard batch.writerCount > output.writer, output.writer >= 0 else { return }
      running[index]?.take(output, to: batch)
    case .entryBegan(let entry): running[index]?.entry = entry
    case .memberBegan(let payload): running[index]?.begin(try? Member(json: payload))
    case .memberEnded(let payload):
      guard var job = running[index], let member = job.member else { return }
      let outcome =
        (try? Outcome(json: payload))
        ?? Outcome(name: member.name, status: .crashed, .unreadableAnswer)
      batch.settle(job.job, member, outcome, job.output)
      job.end(member)
      running[index] = job
    }
  }

  mutating func finish(_ index: Int, _ end: WorkerPool.End) {
    guard var job = running.removeValue(forKey: index) else { return }
    if case .crashed(_, wasKilled: true) = end, job.job.kills < Self.patience {
      job.job.kills += 1
      resumed.append(job.job)
    } else if end == .handedOver || end == .notBegun {
      resumed.append(job.job)
    } else if let member = job.member {
      batch.settle(job.job, member, Outcome(name: member.name, end), job.output)
      job.end(member)
      resumed.append(job.job)
    } else if let entry = job.entry, job.job.lost.take(LostEntry(entry, end)) {
      resumed.append(job.job)
    } else {
      batch.settle(job.job, nil, Outcome(name: batch.inputs[index].name, end), job.output)
    }
  }
}

extension WorkerPool {
  /// Workers that are this program itself.
  init(_ workers: Isolation.Workers) {
    self.init(
      program: "/proc/self/exe", arguments: ["worker", "--memory", "\(workers.memory)"], workerCount: workers.count,
      setUp: WorkerMessage.SetUp(arguments: workers.arguments).jsonLine, allowance: workers.time,
      grace: workers.grace, largestPayload: WorkerMessage.largestPayload)
  }
}

/// An input that is to be read.
struct BatchJob {
  /// The position of the input.
  var index: Int
  /// Members of an archive before this position are done.
  var start = 0
  /// Entries of an archive that are not to be opened again.
  var lost: [LostEntry] = []
  /// How often something outside ended its reading.
  var kills = 0
  /// What the input was when its reading began.
  var identity: FileIdentity?
  /// Whether an earlier run has done all of it.
  var isDone = false
}

/// A job that a worker is at.
private struct RunningJob {
  /// Where the job would go on.
  var job: BatchJob
  private(set) var member: Member?
  /// The entry that the worker opened last, until a member that comes of it is done.
  var entry: Int?
  var output = JobOutput()

  init(_ job: BatchJob) {
    self.job = job
  }

  /// A member begins. Its path is looked at again here: a worker that was taken over by a document might say anything.
  mutating func begin(_ member: Member?) {
    output = JobOutput()
    guard let member, member.position >= job.start else {
      output.fail(WritingError(.refused(detail: "the worker named no member"), target: "the output"))
      return
    }
    self.member = member
    if !MemberPath.isRelative(member.path) && !member.path.isEmpty {
      output.fail(WritingError(.refused(detail: "it is outside of its folder"), target: member.path))
    }
  }

  /// Takes a piece of output for the files of a batch.
  mutating func take(_ piece: WorkerOutput, to batch: Batch) {
    let (job, member) = (job, member)
    output.take(piece) { batch.sink(of: job, member: member, writer: $0) }
  }

  mutating func end(_ member: Member) {
    job.start = member.position + 1
    job.kills = 0
    self.member = nil
    entry = nil
    output = JobOutput()
  }
}

/// The files of one source on their way.
struct JobOutput {
  let start = ContinuousClock.now
  var sinks: [FileSink] = []
  private(set) var error: WritingError?

  mutating func fail(_ error: WritingError) {
    self.error = self.error ?? error
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
      self =
        (try? Outcome(json: payload)) ?? Outcome(name: name, status: .crashed, .unreadableAnswer)
    case .crashed(let detail, _):
      self.init(name: name, status: .crashed, Failure(code: "crashed", sentence: "reading it crashed: \(detail)"))
    case .handedOver, .notBegun: self.init(name: name, status: .crashed, .unreadableAnswer)
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
  static let unreadableAnswer = Outcome.Failure(
    code: "worker-broken", sentence: "reading it failed: the answer of the worker cannot be understood")
}
