internal import ArgumentParser
internal import PluginHost

/// `convert run-plugin`: becomes the program of a plug-in, which can do no harm outside of its process.
struct RunPluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run-plugin",
    abstract: "Start the program of a plug-in (used by the program itself).",
    shouldDisplay: false)

  @Option(help: ArgumentHelp("The bytes of memory that the program may have.", valueName: "bytes"))
  var memory: Int?

  @Argument(parsing: .postTerminator, help: "The program and its arguments.")
  var command: [String]

  func run() {
    let reason = PluginLauncher.run(command, memory: memory)
    StandardError.print("convert: the program “\(command.first ?? "")” cannot be started: \(reason)")
    ExitStatus.incomplete.end()
  }
}
