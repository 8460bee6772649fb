internal import ArgumentParser
internal import ConverterCore
internal import FoundationEssentials
internal import PluginHost

/// `convert worker`: reads sources for a batch in a process of its own, which can do no harm outside of it.
struct WorkerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Read sources for another process (used by batches).",
    shouldDisplay: false)

  @Option(help: ArgumentHelp("The bytes of memory that the process may have.", valueName: "bytes"))
  var memory: Int?

  func run() async throws {
    _ = Sandbox.enter(memory: memory)
    let decoder = JSONDecoder()
    guard let setUp = readLine(), let arguments = try? decoder.decode([String].self, from: Data(setUp.utf8)),
      let work = try? Work(arguments)
    else { throw ValidationError("A worker is started by ‘convert’ itself.") }
    var output = FrameOutput()
    while let line = readLine() {
      let request = try decoder.decode(WorkerMessage.Request.self, from: Data(line.utf8))
      switch work {
      case .conversion(let pipeline):
        let (outcome, _) = await pipeline.process(request.input) { FrameSink(job: request.job, writer: $0) }
        try output.send(FrameHeader(type: .outcome, job: request.job), WorkerMessage.line(outcome))
      case .series(let work):
        try await work.process(request.input).send(to: &output, job: request.job)
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
  }
}
