internal import Glibc

/// One worker process and the job it has; replaced when its process has ended.
final class Worker {
  private var process: ChildProcess
  private var decoder: FrameDecoder

  /// The job that the worker is at.
  private(set) var job: Int?

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

  /// Gives the worker a job.
  func begin(_ job: Int, _ request: [UInt8]) {
    self.job = job
    deadline = .now + allowance
    send(request)
  }

  /// Writes a line to the process, which is waiting for one: lines are far shorter than what a pipe holds. A worker that has
  /// ended shows by the end of its output; what cannot be written to it is of no further use.
  private func send(_ line: [UInt8]) {
    _ = unsafe line.withUnsafeBytes { unsafe write(process.input, $0.baseAddress, $0.count) }
  }

  /// Reads what has come, passes output on, and tells the end of the job if it is among the messages.
  func takeMessages(receive: (WorkerNews) -> Void) -> WorkerPool.End? {
    var piece = [UInt8](repeating: 0, count: 256 << 10)
    let count = unsafe piece.withUnsafeMutableBytes { unsafe read(process.output, $0.baseAddress, $0.count) }
    guard count > 0 else {
      if count < 0 && errno == EINTR { return nil }
      let end = process.wait()
      return self.end(.crashed(detail: describe(end), wasKilled: end == .signaled(SIGKILL)))
    }
    decoder.append(piece[..<count])
    do throws(FrameError) {
      while let (header, payload) = try decoder.next() {
        switch header.type {
        case .hello: continue
        case .output:
          receive(.output(WorkerOutput(writer: header.writer ?? 0, part: header.part, bytes: payload)))
        case .member:
          deadline = .now + allowance
          receive(.memberBegan(Array(payload)))
        case .memberOutcome:
          deadline = .now + allowance
          receive(.memberEnded(Array(payload)))
        case .outcome:
          job = nil
          deadline = nil
          return .answered(Array(payload))
        }
      }
      return nil
    } catch {
      return stop(.broken(detail: error.description))
    }
  }

  /// Kills the process and ends its job.
  func stop(_ end: WorkerPool.End) -> WorkerPool.End {
    _ = process.kill()
    return self.end(end)
  }

  private func end(_ end: WorkerPool.End) -> WorkerPool.End {
    isSpent = true
    job = nil
    return end
  }

  private func describe(_ end: ChildProcess.End) -> String {
    switch end {
    case .exited(let status): "the worker ended with status \(status)"
    case .signaled(SIGSEGV), .signaled(SIGBUS): "the worker touched memory that is not its own"
    case .signaled(SIGILL), .signaled(SIGTRAP): "the worker stopped at a failed check"
    case .signaled(SIGABRT): "the worker gave up, likely for want of memory"
    case .signaled(SIGKILL): "the worker was killed, likely for want of memory"
    case .signaled(let signal): "the worker was ended by signal \(signal)"
    }
  }
}
