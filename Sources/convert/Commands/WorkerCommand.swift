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
      let command = try? ConvertCommand.parse(arguments)
    else { throw ValidationError("A worker is started by ‘convert’ itself.") }
    let pipeline = Pipeline(command.plan)
    var output = FrameOutput()
    do throws(WritingError) {
      while let line = readLine(),
        let request = WorkerMessage.decode(WorkerMessage.Request.self, Array(line.utf8))
      {
        try await answer(request, by: pipeline, to: &output)
      }
    } catch {
      // The host has gone; there is nobody to tell.
      throw ExitStatus.incomplete
    }
  }

  /// Reads an input, and where it is an archive all in it, and sends what comes of it.
  private func answer(
    _ request: WorkerMessage.Request, by pipeline: Pipeline, to output: inout FrameOutput
  ) async throws(WritingError) {
    var steps = pipeline.sources(of: request.input, from: request.start)
    while let step = steps.next() {
      if let member = step.member {
        try output.send(FrameHeader(type: .member, job: request.job), WorkerMessage.line(member))
      }
      let (outcome, _) = await pipeline.process(step.content) { FrameSink(job: request.job, writer: $0) }
      let type: FrameHeader.Kind = step.member == nil ? .outcome : .memberOutcome
      try output.send(FrameHeader(type: type, job: request.job), WorkerMessage.line(outcome))
    }
  }
}
