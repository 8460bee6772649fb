internal import ArgumentParser
internal import PluginHost

/// The option that names plug-ins; every command that reads has it.
struct PluginOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Use a plug-in in this run: its file or folder, or the name of an installed one; see ‘convert plugins’.",
      valueName: "file or name"))
  var plugin: [String] = []

  /// - Throws: ``PluginProblem`` where a plug-in cannot be used.
  var selection: PluginSelection {
    get throws { try KnownPlugins.selection(named: plugin) }
  }

  /// How plug-ins are run: as workers are, in a process that has given up writing and the network.
  func settings(_ isolation: IsolationOptions? = nil) -> PluginSettings {
    let time = isolation?.timeLimit ?? IsolationOptions.standardTime
    let memory = isolation?.memoryLimit ?? IsolationOptions.standardMemory
    return PluginSettings(
      launcher: [
        "/proc/self/exe", RunPluginCommand.configuration.commandName ?? "", "--memory", "\(memory << 20)", "--",
      ],
      allowance: .seconds(time),
      // A worker ends with its plug-ins: they stay in its group.
      leadsGroup: CommandLine.arguments.dropFirst().first != WorkerCommand.configuration.commandName)
  }
}
