internal import Glibc

/// One worker process and the jobs it has; replaced when its process has ended.
final class Worker {
  private var process: ChildProcess
  private var decoder: FrameDecoder

  /// The job that the worker is at, and those that wait behind it, in order; each but the last is small.
  private var jobs: [WorkerJob] = []

  /// So many small jobs are enough to keep a worker busy while the host is at something else.
  private static let mostJobs = 4

  /// What has come, before it is decoded; kept, since it is large.
  private var piece = [UInt8](repeating: 0, count: 64 << 10)

  /// When the job, or the member of its archive that the worker is at, is out of time.
  private(set) var deadline: ContinuousClock.Instant?
  private let allowance: Duration

  /// Whether the process has ended, so that no further job may be given.
  private(set) var isSpent = false

  /// - Returns: `nil` where no process can be started.
  init?(program: String, arguments: [String], setUp: [UInt8], allowance: Duration, largestPayload: Int) {
    guard let process = ChildProcess.start(program, arguments) else { return nil }
    self.process = process
    self.allowance = allowance
    self.decoder = FrameDecoder(largestPayload: largestPayload)
    send(setUp)
  }

  /// The descriptor on which messages come.
  var output: Int32 { process.output }

  /// The job that the worker is at.
  var job: Int? { jobs.first?.number }

  /// How many jobs the worker is at or has waiting.
  var jobCount: Int { jobs.count }

  /// Whether a further job may wait behind those that the worker has.
  var mayTakeMore: Bool { !isSpent && jobs.count < Self.mostJobs && jobs.allSatisfy(\.isSmall) }

  /// Gives the worker a job, which it begins when those before are done.
  func take(_ job: WorkerJob, of client: inout some WorkerClient) {
    jobs.append(job)
    send(job.line)
    if jobs.count == 1 { begin(for: &client) }
  }

  /// Begins the first of the jobs.
  private func begin(for client: inout some WorkerClient) {
    guard let job else {
      deadline = nil
      return
    }
    deadline = .now + allowance
    client.begin(job)
  }

  /// Writes a line to the process: the lines of its jobs together are shorter than what a pipe holds. A worker that has ended shows by the end of its output; what cannot be written to it is of no further use.
  private func send(_ line: [UInt8]) {
    _ = unsafe line.withUnsafeBytes { unsafe write(process.input, $0.baseAddress, $0.count) }
  }

  /// Reads what has come, passes output on, and tells the ends of jobs that are among the messages.
  func takeMessages(for client: inout some WorkerClient) {
    let count = unsafe piece.withUnsafeMutableBytes { unsafe read(process.output, $0.baseAddress, $0.count) }
    guard count > 0 else {
      if count < 0 && errno == EINTR { return }
      let end = process.wait()
      giveBack(.crashed(detail: "the worker \(end.predicate)", wasKilled: end == .signaled(SIGKILL)), for: &client)
      return
    }
    decoder.append(piece[..<count])
    do throws(FrameError) {
      while let (header, payload) = try decoder.next() {
        guard let job else { throw .notOurs(header.type.rawValue) }
        switch header.type {
        case .hello: continue
        case .output:
          client.receive(.output(WorkerOutput(writer: header.writer ?? 0, part: header.part, bytes: payload)), of: job)
        case .member:
          deadline = .now + allowance
          client.receive(.memberBegan(Array(payload)), of: job)
        case .memberOutcome:
          deadline = .now + allowance
          client.receive(.memberEnded(Array(payload)), of: job)
          if header.last == true { return stop(.handedOver, for: &client) }
        case .outcome:
          if header.last == true { return stop(.answered(Array(payload)), for: &client) }
          jobs.removeFirst()
          client.finish(job, .answered(Array(payload)))
          begin(for: &client)
        case .handOver: return stop(.handedOver, for: &client)
        default: throw .notOurs(header.type.rawValue)
        }
      }
    } catch {
      stop(.broken(detail: "the worker \(error.predicate)"), for: &client)
    }
  }

  /// Kills the process, ends its job and gives back those that waited.
  func stop(_ end: WorkerPool.End, for client: inout some WorkerClient) {
    _ = process.kill()
    giveBack(end, for: &client)
  }

  private func giveBack(_ end: WorkerPool.End, for client: inout some WorkerClient) {
    isSpent = true
    let given = jobs
    jobs = []
    if let first = given.first { client.finish(first.number, end) }
    for job in given.dropFirst() { client.finish(job.number, .notBegun) }
  }
}
