internal import ArgumentParser
internal import FoundationEssentials
internal import PluginHost

/// The options that say how a batch uses the machine.
struct IsolationOptions: ParsableArguments {
  /// Seconds.
  static let standardTime = 120

  /// Megabytes.
  static let standardMemory = 4096

  // A number below 0 looks like an option; so it is taken whatever it looks like, and refused in our words.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many sources to read at once, each in a process of its own; 0 reads in this process. Default: one per core.",
      valueName: "number"))
  var jobs: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The time that one source of a batch, or of a plug-in, may take; with --jobs 0 only plug-ins are bound by it.",
      valueName: "seconds"))
  var timeLimit = standardTime

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The memory that a worker of a batch may take beyond the program itself, or a plug-in in all.",
      valueName: "megabytes"))
  var memoryLimit = standardMemory

  func validate() throws {
    if let jobs, !(0...1024).contains(jobs) { throw ValidationError("--jobs must be from 0 to 1024.") }
    guard (1...86_400).contains(timeLimit) else { throw ValidationError("--time-limit must be from 1 to 86400.") }
    guard (64...1_048_576).contains(memoryLimit) else {
      throw ValidationError("--memory-limit must be from 64 to 1048576.")
    }
  }

  /// What is asked for; workers know what to do by the arguments of this run.
  ///
  /// - Parameters:
  ///   - plugins: the plug-ins that take part.
  ///   - arguments: those of this run, or some that mean the same to workers.
  func isolation(
    _ plugins: PluginSelection, arguments: [String] = FilePath.arguments.map(\.text)
  ) -> Isolation {
    let count = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    guard count > 0 else { return .none }
    return .workers(
      Isolation.Workers(
        count: count, time: .seconds(timeLimit), grace: plugins.manifests.isEmpty ? .zero : .seconds(2),
        memory: memoryLimit << 20, arguments: arguments))
  }
}
