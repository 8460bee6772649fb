internal import Glibc

/// Runs jobs in child processes: a crash, a hang or endless output of one job is that job's result, and the child is replaced.
///
/// Everything happens on the calling thread, around one `poll`; parallelism is between processes.
public struct WorkerPool {
  /// How a job ended.
  public enum End: Hashable, Sendable {
    /// The worker told the outcome.
    case answered
    /// The worker ended by itself: a fault in a reader, or no memory left.
    case crashed(detail: String)
    /// The job took longer than it may.
    case timedOut
    /// The worker said what no worker says, or too much.
    case broken(detail: String)
  }

  private let program: String
  private let arguments: [String]
  private let count: Int
  private let allowance: Duration
  private let largestPayload: Int

  /// - Parameters:
  ///   - program: the path of the program that is the worker.
  ///   - arguments: what it is started with.
  ///   - count: how many workers run at once, at least 1.
  ///   - allowance: the time that one job may take.
  ///   - largestPayload: the bytes that one message may carry.
  public init(program: String, arguments: [String], count: Int, allowance: Duration, largestPayload: Int) {
    self.program = program
    self.arguments = arguments
    self.count = max(1, count)
    self.allowance = allowance
    self.largestPayload = largestPayload
  }
}
