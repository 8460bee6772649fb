internal import Archives
internal import ConverterCore
internal import PluginHost

/// The inputs of a run as jobs of workers, one for each input: a fault in one reading is that source's outcome.
///
/// Where reading a member of an archive ends its worker, the job is given again from the member after it; where opening an entry
/// does, without that entry; and where something outside ended the worker, as it was.
struct InputJobs<Results: JobResults>: WorkerClient {
  /// A reading that something outside killed is tried again this often, and then told as crashed.
  private static var patience: Int { 3 }

  private(set) var results: Results
  private let inputs: [Input]
  private var pending: ArraySlice<InputJob>
  /// Jobs that were begun and go on, before all others.
  private var resumed: [InputJob] = []
  /// Jobs that workers have, by the position of their input.
  private var running: [Int: RunningJob<Results.Output>] = [:]

  /// - Parameters:
  ///   - inputs: all inputs of the run.
  ///   - pending: the jobs for those that are to be read, in order.
  ///   - results: what takes what comes of them.
  init(_ inputs: [Input], pending: [InputJob], for results: Results) {
    self.inputs = inputs
    self.pending = pending[...]
    self.results = results
  }
}

extension InputJobs {
  mutating func next() -> WorkerJob? {
    guard !results.isStopped, var job = resumed.popLast() ?? fresh() else { return nil }
    let input = inputs[job.index]
    job.identity = FileIdentity(at: input.path)
    running[job.index] = RunningJob(job, results.beginOutput())
    return WorkerMessage.job(job.index, input, from: job.start, without: job.lost, job.identity)
  }

  /// An input that was not begun; one at least is always read.
  private mutating func fresh() -> InputJob? {
    results.hasRoom || running.isEmpty ? pending.popFirst() : nil
  }

  mutating func begin(_ index: Int) { running[index]?.output = results.beginOutput() }

  mutating func wait() {
    let inputs = inputs
    results.wait(running.values.lazy.map { ($0.member?.name ?? inputs[$0.job.index].name, $0.output) })
  }

  mutating func receive(_ news: WorkerNews, of index: Int) {
    switch news {
    case .output(let piece): running[index]?.take(piece, for: &results)
    case .entryBegan(let entry): running[index]?.entry = entry
    case .memberBegan(let payload): running[index]?.begin(try? Member(json: payload), for: &results)
    case .memberEnded(let payload):
      guard let job = running[index], let member = job.member else { return }
      let outcome =
        (try? Outcome(json: payload)) ?? Outcome(name: member.name, status: .crashed, .unreadableAnswer)
      settle(job, outcome)
      var next = job.job
      next.pass(member)
      running[index] = RunningJob(next, results.beginOutput())
    }
  }

  mutating func finish(_ index: Int, _ end: WorkerPool.End) {
    guard let job = running.removeValue(forKey: index) else { return }
    var next = job.job
    if case .crashed(_, wasKilled: true) = end, next.kills < Self.patience {
      next.kills += 1
      results.drop(job.output)
    } else if end == .handedOver || end == .notBegun {
      results.drop(job.output)
    } else if let member = job.member {
      settle(job, Outcome(name: member.name, end))
      next.pass(member)
    } else if let entry = job.entry, next.lost.take(LostEntry(entry, end)) {
      results.drop(job.output)
    } else {
      return settle(job, Outcome(name: inputs[index].name, end))
    }
    resumed.append(next)
  }

  /// Hands over what came of the source that a job was at.
  private mutating func settle(_ job: RunningJob<Results.Output>, _ outcome: Outcome) {
    var outcome = outcome
    if let fault = job.fault { outcome.fail(fault) }
    results.settle(job.job, job.member, outcome, job.output)
  }
}

/// A job that a worker has.
private struct RunningJob<Output> {
  /// Where the job would go on.
  let job: InputJob
  /// The member that is being read.
  private(set) var member: Member?
  /// The entry that the worker opened last, until a member that comes of it is done.
  var entry: Int?
  /// What was sent of the source that is being read.
  var output: Output
  /// Why nothing that is sent of that source is believed.
  private(set) var fault: WritingError?

  init(_ job: InputJob, _ output: Output) {
    self.job = job
    self.output = output
  }

  /// A member begins. Its path is looked at again here: a worker that was taken over by a document might say anything.
  mutating func begin<Results: JobResults>(_ member: Member?, for results: inout Results)
  where Results.Output == Output {
    results.drop(output)
    output = results.beginOutput()
    fault = nil
    guard let member, member.position >= job.start else {
      fault = WritingError(.refused(detail: "the worker named no member"), target: "the output")
      return
    }
    self.member = member
    if !MemberPath.isRelative(member.path) && !member.path.isEmpty {
      fault = WritingError(.refused(detail: "it is outside of its folder"), target: member.path)
    }
  }

  /// Takes a piece of output.
  mutating func take<Results: JobResults>(_ piece: WorkerOutput, for results: inout Results)
  where Results.Output == Output {
    if fault == nil { results.take(piece, of: job, member, into: &output) }
  }
}
