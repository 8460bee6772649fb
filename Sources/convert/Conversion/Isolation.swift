internal import ConverterCore
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

extension WorkerPool {
  /// Workers that are this program itself.
  init(_ workers: Isolation.Workers) {
    self.init(
      program: "/proc/self/exe", arguments: ["worker", "--memory", "\(workers.memory)"], workerCount: workers.count,
      setUp: WorkerMessage.SetUp(arguments: workers.arguments).jsonLine, allowance: workers.time,
      grace: workers.grace, largestPayload: WorkerMessage.largestPayload)
  }
}
