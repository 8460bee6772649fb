internal import Glibc

/// Output of a job on its way.
public struct WorkerOutput {
  /// The position of the writer among those asked for.
  public var writer: Int
  /// The part that begins with these bytes, if one does.
  public var part: String?
  public var bytes: ArraySlice<UInt8>
}

/// What a worker tells while it is at a job.
public enum WorkerNews {
  case output(WorkerOutput)
  /// A file in the job's archive is about to be unpacked and looked at, by its number there.
  case entryBegan(Int)
  /// A member of the job's archive begins; output that follows is its own.
  case memberBegan([UInt8])
  /// The member is done.
  case memberEnded([UInt8])
}

/// A job for a worker.
public struct WorkerJob {
  /// By a number of the client's own.
  public var number: Int
  /// The line that asks for it.
  public var line: [UInt8]
  /// How many bytes it is about; `nil` where that is not known.
  public var size: Int?

  /// - Parameters:
  ///   - number: a number of the client's own.
  ///   - line: the line that asks for it.
  ///   - size: how many bytes it is about; `nil` where that is not known.
  public init(_ number: Int, line: [UInt8], size: Int?) {
    self.number = number
    self.line = line
    self.size = size
  }
}

/// Whoever has jobs for a ``WorkerPool``.
public protocol WorkerClient {
  /// The next job; `nil` when there is none for now.
  mutating func next() -> WorkerJob?

  /// Is called when a worker gets to a job, which may have waited behind others.
  mutating func begin(_ job: Int)

  /// Is called at least twice a second while jobs run.
  mutating func wait()

  /// Takes news of a job; jobs that run at the same time take turns.
  mutating func receive(_ news: WorkerNews, of job: Int)

  /// Is called once for each job that ``next()`` gave, in the order in which they end. The client may give a job again.
  mutating func finish(_ job: Int, _ end: WorkerPool.End)
}

/// Runs jobs in child processes: a crash, a hang or endless output of one job is that job's result, and the child is
/// replaced.
///
/// Everything happens on the calling thread, around one `poll`; parallelism is between processes.
public struct WorkerPool: Sendable {
  /// How a job ended.
  public enum End: Hashable, Sendable {
    /// The worker told the outcome, whose words are the payload.
    case answered([UInt8])
    /// The worker ended by itself: a fault in a reader, or no memory left.
    ///
    /// `wasKilled` where something outside ended it (SIGKILL), as the system does for want of memory.
    case crashed(detail: String, wasKilled: Bool)
    /// The worker ends between two members of the job's archive, or before what it was at is done; another worker goes on.
    case handedOver
    /// The job, or one member of its archive, took longer than it may.
    case timedOut(Duration)
    /// The worker said what no worker says, or more than it may.
    case broken(detail: String)
    /// The worker ended before it got to the job, which is to be given again.
    case notBegun
  }

  private let program: String
  private let arguments: [String]
  private let workerCount: Int
  private let setUp: [UInt8]
  private let allowance: Duration
  private let grace: Duration
  private let largestPayload: Int

  /// - Parameters:
  ///   - program: the path of the program that is the worker.
  ///   - arguments: what it is started with.
  ///   - workerCount: how many workers run at once, at least 1.
  ///   - setUp: the line that each worker is told before its first job.
  ///   - allowance: the time that one job may take.
  ///   - grace: how much longer a worker is waited for, which itself sees to the time of some of its work.
  ///   - largestPayload: the bytes that one message may carry.
  public init(
    program: String, arguments: [String], workerCount: Int, setUp: [UInt8], allowance: Duration,
    grace: Duration = .zero,
    largestPayload: Int
  ) {
    self.program = program
    self.arguments = arguments
    self.workerCount = max(1, workerCount)
    self.setUp = setUp
    self.allowance = allowance
    self.grace = grace
    self.largestPayload = largestPayload
  }
}

extension WorkerPool {
  /// Runs jobs until the client has no more.
  public func run(_ client: inout some WorkerClient) {
    // A request to a worker that has just ended must not end this process; the end of its output tells.
    _ = signal(SIGPIPE, SIG_IGN)
    // A crash is told as a result; a worker's own report of it would mix with what is said to people.
    _ = unsafe setenv("SWIFT_BACKTRACE", "enable=no", 1)
    var workers: [Worker] = []
    while true {
      // Hand out jobs, starting workers as they are needed.
      var limit = workerCount
      while mayTakeMore(workers, limit), let job = client.next() {
        if let worker = worker(for: &workers, limit) {
          worker.take(job, of: &client)
        } else if workers.isEmpty {
          client.finish(job.number, .broken(detail: "no worker can be started"))
        } else {
          limit = workers.count
          client.finish(job.number, .notBegun)
        }
      }
      let busy = workers.filter { $0.job != nil }
      if busy.isEmpty { return }
      for worker in busy { worker.send() }
      client.wait()
      for worker in waitForNews(of: busy) { worker.takeMessages(for: &client) }
      workers.removeAll { $0.isSpent }
    }
  }
}

extension WorkerPool {
  /// Whether there is room for another job.
  private func mayTakeMore(_ workers: [Worker], _ limit: Int) -> Bool {
    workers.count < limit || workers.contains { $0.job == nil || $0.mayTakeMore }
  }

  /// A worker without a job; a new one where all are busy and there may be more; else the one with the shortest queue.
  ///
  /// - Returns: `nil` where there is no worker and none can be started.
  private func worker(for workers: inout [Worker], _ limit: Int) -> Worker? {
    if let free = workers.first(where: { $0.job == nil }) { return free }
    if workers.count < limit,
      let started = Worker(
        program: program, arguments: arguments, setUp: setUp, allowance: allowance, grace: grace,
        largestPayload: largestPayload)
    {
      workers.append(started)
      return started
    }
    return workers.filter(\.mayTakeMore).min { $0.jobCount < $1.jobCount }
  }

  /// Waits until workers have something to say or are out of time. The corresponding C function is `poll`.
  private func waitForNews(of workers: [Worker]) -> [Worker] {
    var descriptors = workers.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
    let earliest = workers.compactMap(\.deadline).min() ?? .now
    let before = ContinuousClock.now
    let milliseconds = min(max(0, (earliest - before) / .milliseconds(1)).rounded(.up), 500)
    _ = unsafe poll(&descriptors, nfds_t(descriptors.count), Int32(milliseconds))
    let now = ContinuousClock.now
    // Where the wait took much longer than was asked for, this process was stopped, and the workers with it (Ctrl-Z at a terminal).
    let stopped = now - before - .milliseconds(milliseconds)
    if stopped > .seconds(1) {
      for worker in workers { worker.excuse(stopped) }
    }
    return zip(workers, descriptors).filter { $0.1.revents != 0 || $0.0.deadline ?? now <= now }.map(\.0)
  }
}
