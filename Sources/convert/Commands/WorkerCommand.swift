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
    let decoder = JSONDecoder()
    guard let setUp = readLine(), let arguments = try? decoder.decode([String].self, from: Data(setUp.utf8)),
      let command = try? ConvertCommand.parse(arguments), var plan = try? command.plan
    else { throw ValidationError("A worker is started by ‘convert’ itself.") }
    plan.reading.pluginSettings.leadsGroup = false
    let pipeline = Pipeline(plan)
    // Plug-ins are started while that can be done; one that has ended since takes this worker with it.
    pipeline.plugins.start()
    _ = Sandbox.enter(memory: memory)
    var output = FrameOutput()
    while let line = readLine() {
      let request = try decoder.decode(WorkerMessage.Request.self, from: Data(line.utf8))
      let (outcome, _) = await pipeline.process(request.input) { FrameSink(job: request.job, writer: $0) }
      var header = FrameHeader(type: .outcome, job: request.job)
      if !pipeline.plugins.isRunning { header.last = true }
      try output.send(header, WorkerMessage.line(outcome))
    }
  }
}
