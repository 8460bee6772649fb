internal import ArgumentParser
internal import ConverterCore
internal import PluginHost

/// `convert worker`: reads sources for a batch in a process of its own, which can do no harm outside of it.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Read sources for another process (used by batches).",
    shouldDisplay: false)

  @Option(
    help: ArgumentHelp("The bytes of memory that the process may take beyond the program itself.", valueName: "bytes"))
  var memory: Int?

  /// Learns what is to be done and gives up all rights that this does not need; called while the process has one thread.
  func start() throws -> sending WorkerService {
    let output = FrameOutput()
    var input = LineInput()
    // A host that was ended before it said anything is no mistake of anyone.
    guard let setUp = try input.next(waiting: output.flush) else { throw ExitStatus.incomplete }
    guard let arguments = try? WorkerMessage.SetUp(json: setUp).arguments,
      let work = try? Work(arguments)
    else { throw ValidationError("A worker is started by ‘convert’ itself.") }
    // Plug-ins are started while that can be done; one that has ended since takes this worker with it.
    let plugins = StartedPlugins(work.pipeline.plugins, writers: work.pipeline.writers)
    _ = Sandbox.enter(memory: memory)
    return WorkerService(work: work, plugins: plugins, input: input, output: output)
  }
}

/// A worker in its sandbox, which answers requests until there are no more.
struct WorkerService {
  fileprivate let work: Work
  fileprivate let plugins: StartedPlugins
  fileprivate var input: LineInput
  fileprivate let output: FrameOutput

  consuming func serve() async throws {
    do throws(WritingError) {
      while let line = try input.next(waiting: output.flush), let request = try? WorkerMessage.Request(json: line) {
        try await answer(request, by: work, plugins, to: output)
      }
    } catch {
      // The host has gone; there is nobody to tell.
      throw ExitStatus.incomplete
    }
  }

  /// Reads an input, and where it is an archive all in it, and sends what comes of it.
  private func answer(
    _ request: WorkerMessage.Request, by work: Work, _ plugins: StartedPlugins, to output: FrameOutput
  ) async throws(WritingError) {
    // What a plug-in does may take long.
    if plugins.isEmpty { try output.flushIfOld() } else { try output.flush() }
    output.begin()
    var steps = work.pipeline.sources(of: request.input, from: request.start, without: request.lost) { entry in
      // Where the host has gone, the next message shows it.
      try? output.announce(entry, of: request.job)
    }
    while let step = steps.next() {
      if let member = step.member {
        output.begin()
        try output.send(FrameHeader(type: .member, job: request.job), member.jsonLine)
        try output.flushIfOld()
      }
      plugins.beginSource()
      var header = FrameHeader(type: step.member == nil ? .outcome : .memberOutcome, job: request.job)
      let result = await work.process(step.content, job: request.job, to: output)
      if plugins.haveMissedRequest {
        try output.send(FrameHeader(type: .handOver, job: request.job), [])
        return try output.flush()
      }
      if !plugins.areReady { header.last = true }
      try result.send(to: output, followedBy: header)
      if header.last == true { return try output.flush() }
      output.begin()
    }
  }
}

/// What a worker does with a source, as the arguments of its host say.
private enum Work {
  case conversion(Pipeline)
  case series(any SeriesWork)

  init(_ arguments: [String]) throws {
    switch try? Subcommands.parseAsRoot(arguments) {
    case let records as RecordsCommand: self = .series(try records.work())
    case let check as CheckCommand: self = .series(try check.work())
    default: self = .conversion(Pipeline(try ConvertCommand.parse(arguments).plan))
    }
  }

  /// Works on one source; what a conversion writes is sent at once, and what becomes part of a series is in the result.
  func process(_ content: SourceWalk.Content, job: Int, to output: FrameOutput) async -> SeriesResult {
    switch self {
    case .conversion(let pipeline):
      var (outcome, sinks, _) = await pipeline.process(content) { FrameSink(job: job, writer: $0, to: output) }
      // Where the host has gone, the next message shows it.
      for index in sinks.indices { try? sinks[index].finish() }
      return SeriesResult(outcome: outcome)
    case .series(let work): return await work.process(content)
    }
  }

  /// What reads the sources.
  var pipeline: Pipeline {
    switch self {
    case .conversion(let pipeline): pipeline
    case .series(let work): work.pipeline
    }
  }
}
