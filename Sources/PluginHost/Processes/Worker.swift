internal import CSandbox
internal import Glibc

/// One worker process and the jobs it has; replaced when its process has ended.
final class Worker {
  private var process: ChildProcess
  private var decoder: FrameDecoder

  /// The job that the worker is at, and those that wait behind it, in order.
  private var jobs = JobQueue()

  /// Lines that wait for ``send()``.
  private var unsent: [UInt8] = []

  /// What the worker has done and did not send, when it has ended.
  private let outbox: OutboxReader?

  /// How many bytes have come.
  private var received = 0

  /// What has come, before it is decoded; kept, since it is large.
  private var piece = [UInt8](repeating: 0, count: 64 << 10)

  /// When the job, or the member of its archive that the worker is at, is out of time.
  private(set) var deadline: ContinuousClock.Instant?
  /// Time that is not held against what the worker is at.
  private var excused = Duration.zero
  private let allowance: Duration
  /// The allowance, and what is waited beyond it.
  private let patience: Duration

  /// Whether the process has ended, so that no further job may be given.
  private(set) var isSpent = false

  /// - Returns: `nil` where no process can be started.
  init?(program: String, arguments: [String], setUp: [UInt8], allowance: Duration, grace: Duration, largestPayload: Int)
  {
    outbox = OutboxReader()
    guard
      let process = ChildProcess.start(
        program, arguments, ChildProcess.Surroundings(outbox: outbox?.descriptor))
    else { return nil }
    _ = fcntl(process.output, F_SETFL, fcntl(process.output, F_GETFL) | O_NONBLOCK)
    // So a worker need not wait where the host is at something else for a while.
    cvt_widen_pipe(process.output, Int32(4 * OutboxLayout.capacity))
    self.process = process
    self.allowance = allowance
    patience = allowance + grace
    self.decoder = FrameDecoder(largestPayload: largestPayload)
    unsent = setUp
  }

  /// The descriptor on which messages come.
  var output: Int32 { process.output }

  /// The job that the worker is at.
  var job: Int? { jobs.first?.number }

  /// How many jobs the worker is at or has waiting.
  var jobCount: Int { jobs.count }

  /// Whether a further job may wait behind those that the worker has.
  var mayTakeMore: Bool { !isSpent && jobs.hasRoom }

  /// Gives the worker a job, which it begins when those before are done; ``send()`` tells it.
  func take(_ job: WorkerJob, of client: inout some WorkerClient) {
    jobs.append(job)
    unsent += job.line
    if jobs.count == 1 { begin(for: &client) }
  }

  /// Tells the worker of all jobs that it was given. A worker that has ended shows by the end of its output; what cannot be
  /// written to it is of no further use.
  func send() {
    guard !unsent.isEmpty else { return }
    _ = unsafe unsent.withUnsafeBytes { unsafe write(process.input, $0.baseAddress, $0.count) }
    unsent.removeAll(keepingCapacity: true)
  }

  /// Begins the first of the jobs.
  private func begin(for client: inout some WorkerClient) {
    guard let job else {
      deadline = nil
      return
    }
    restart()
    client.begin(job)
  }

  /// What the worker is at has all its time before it.
  private func restart() {
    deadline = .now + patience
    excused = .zero
  }

  /// Does not hold some time against what the worker is at.
  func excuse(_ time: Duration) {
    excused += time
    deadline = deadline.map { $0 + time }
  }

  /// How long the worker has been at what it is at, without what is excused; `nil` where it has not said.
  private var elapsed: Duration? { outbox?.elapsed.map { $0 - excused } }

  /// Reads what has come, passes output on, and tells the ends of jobs that are among the messages. A job whose time is over
  /// is stopped.
  func takeMessages(for client: inout some WorkerClient) {
    switch read() {
    case .nothing: break
    case .bytes(let count):
      if let end = take(piece[..<count], for: &client) { return stop(end, for: &client) }
    case .end:
      let end = process.wait()
      let crash = WorkerPool.End.crashed(
        detail: "the worker \(end.predicate)", wasKilled: end == .signaled(SIGKILL))
      return giveBack(takeUnsent(for: &client) ?? crash, for: &client)
    }
    if let deadline, deadline <= .now { runOut(for: &client) }
  }

  /// Ends a worker whose first job has no time left, if it still has none when all that it has told is known.
  private func runOut(for client: inout some WorkerClient) {
    if let elapsed, elapsed < patience {
      // It has got further than it has told.
      deadline = .now + (patience - elapsed)
      return
    }
    _ = process.kill()
    let (late, elapsed) = (job, elapsed)
    while case .bytes(let count) = read() {
      if let end = take(piece[..<count], for: &client) { return giveBack(end, for: &client) }
    }
    let end = takeUnsent(for: &client)
    // Where the news was there and this process was at something else, what follows has hardly begun.
    let isLate = elapsed.map { $0 >= patience } ?? (job == late)
    giveBack(end ?? (isLate ? .timedOut(allowance) : .notBegun), for: &client)
  }

  private enum Reading {
    case bytes(Int)
    case nothing
    case end
  }

  private func read() -> Reading {
    let count = unsafe piece.withUnsafeMutableBytes { unsafe Glibc.read(process.output, $0.baseAddress, $0.count) }
    if count > 0 { return .bytes(count) }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? .nothing : .end
  }

  /// Takes what a worker that has ended did not send.
  private func takeUnsent(for client: inout some WorkerClient) -> WorkerPool.End? {
    guard let rest = outbox?.rest(after: received) else { return nil }
    return take(rest[...], for: &client)
  }

  /// Takes messages as far as they are whole.
  ///
  /// - Returns: how the job that the worker is at ends, where the worker is of no further use.
  private func take(_ bytes: ArraySlice<UInt8>, for client: inout some WorkerClient) -> WorkerPool.End? {
    received += bytes.count
    decoder.append(bytes)
    do throws(FrameError) {
      while let (header, payload) = try decoder.next() {
        guard let job else { throw .notOurs(header.type.rawValue) }
        switch header.type {
        case .hello: continue
        case .output:
          client.receive(.output(WorkerOutput(writer: header.writer ?? 0, part: header.part, bytes: payload)), of: job)
        case .entry:
          restart()
          client.receive(.entryBegan(header.entry ?? 0), of: job)
        case .member:
          restart()
          client.receive(.memberBegan(Array(payload)), of: job)
        case .memberOutcome:
          restart()
          client.receive(.memberEnded(Array(payload)), of: job)
          if header.last == true { return .handedOver }
        case .outcome:
          if header.last == true { return .answered(Array(payload)) }
          jobs.removeFirst()
          client.finish(job, .answered(Array(payload)))
          begin(for: &client)
        case .handOver: return .handedOver
        default: throw .notOurs(header.type.rawValue)
        }
      }
      return nil
    } catch {
      return .broken(detail: "the worker \(error.predicate)")
    }
  }

  /// Kills the process, ends its job and gives back those that waited.
  private func stop(_ end: WorkerPool.End, for client: inout some WorkerClient) {
    _ = process.kill()
    giveBack(end, for: &client)
  }

  private func giveBack(_ end: WorkerPool.End, for client: inout some WorkerClient) {
    isSpent = true
    let given = jobs.removeAll()
    if let first = given.first { client.finish(first.number, end) }
    for job in given.dropFirst() { client.finish(job.number, .notBegun) }
  }
}
