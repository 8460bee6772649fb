internal import PluginHost

/// Whoever takes what comes of the jobs of a run and says what becomes of it; ``InputJobs`` knows how the jobs go on.
protocol JobResults {
  /// What workers have sent of a source that is not settled.
  associatedtype Output

  /// Whether the run ends, so that no job is begun or goes on.
  var isStopped: Bool { get }

  /// Whether there is room for what comes of a further input. Those that were begun go on all the same.
  var hasRoom: Bool { get }

  /// The output of a source whose reading begins now.
  func beginOutput() -> Output

  /// Takes a piece of output of an input, or of a member of it.
  mutating func take(_ piece: WorkerOutput, of job: InputJob, _ member: Member?, into output: inout Output)

  /// Is told of output that nothing will come of: its source is read again.
  mutating func drop(_ output: Output)

  /// Takes the outcome of an input, or of a member of it before. Where it has an error, the output may be half of one.
  mutating func settle(_ job: InputJob, _ member: Member?, _ outcome: Outcome, _ output: Output)

  /// Is called at least twice a second while jobs run.
  ///
  /// - Parameter sources: what is being read, in no order.
  mutating func wait(_ sources: some Sequence<(name: String, output: Output)>)
}

extension JobResults {
  var hasRoom: Bool { true }

  mutating func drop(_ output: Output) {}

  mutating func wait(_ sources: some Sequence<(name: String, output: Output)>) {}
}
