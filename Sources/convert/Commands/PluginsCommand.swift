internal import ArgumentParser
internal import ConverterCore
internal import FoundationEssentials
internal import PluginHost

/// `convert plugins`: which plug-ins there are, turning them on and off, and checking them.
struct PluginsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugins",
    abstract: "List plug-ins, turn them on and off, and check them.",
    discussion: """
      A plug-in is a folder with a file plugin.json that names a program; the program reads or writes further formats. \
      Installed plug-ins are the folders in $XDG_DATA_HOME/convert/plugins (~/.local/share/convert/plugins). They take part \
      in a run when they are enabled, or named with --plugin.

      Examples:
        convert plugins                        all plug-ins with their state
        convert plugins enable eml             use eml from now on
        convert plugins check ./eml mail.eml   whether it does what it must
        convert mail.eml --plugin ./eml        use it once, from anywhere
      """,
    subcommands: [List.self, Enable.self, Disable.self, PluginCheckCommand.self],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List all plug-ins: name, version, state, formats, file.")

    @Flag(help: "Print JSON for other programs.")
    var json = false

    @OptionGroup var plugins: PluginOptions

    func run() throws {
      let entries = try PluginListing.entries(named: plugins.plugin)
      if json {
        StandardOutput.print(try PluginListing.json(entries))
      } else {
        for entry in entries { StandardOutput.print(StandardError.visible(entry.line, inOneLine: true)) }
        if entries.isEmpty {
          StandardError.print("There is no plug-in in \(PluginFolders.installed ?? "the folder of plug-ins").")
        }
      }
    }
  }

  struct Enable: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Use an installed plug-in from now on.")

    @Argument(help: "The name of the plug-in.")
    var name: String

    func run() throws {
      // What cannot be used, alone or beside those that are on, stays off.
      _ = try KnownPlugins.selection(named: [name])
      try KnownPlugins.setEnabled(name, true)
    }
  }

  struct Disable: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Use a plug-in no longer.")

    @Argument(help: "The name of the plug-in.")
    var name: String

    func run() throws {
      guard KnownPlugins.enabledNames.contains(name) else {
        throw PluginProblem("The plug-in “\(name)” is not enabled.")
      }
      try KnownPlugins.setEnabled(name, false)
    }
  }
}

/// Plug-ins as they are listed.
enum PluginListing {
  struct Entry: Encodable {
    var name: String
    var version: String?
    var state: String
    var reads: [String]
    var writes: [String]
    var priority: Int?
    var path: String
    var problem: String?

    init(_ plugin: KnownPlugin) {
      name = plugin.name
      path = plugin.path
      state = plugin.state.rawValue
      switch plugin.manifest {
      case .success(let manifest):
        version = manifest.version
        reads = manifest.reads.map(\.name)
        writes = manifest.writes.map(\.name)
        priority = manifest.priority
      case .failure(let error):
        (reads, writes) = ([], [])
        problem = error.sentence
      }
    }

    var line: String {
      if let problem { return [name, "", state, problem].joined(separator: "\t") }
      let jobs = [
        reads.isEmpty ? nil : "reads \(reads.joined(separator: ", "))",
        writes.isEmpty ? nil : "writes \(writes.joined(separator: ", "))",
      ]
      return [name, version ?? "", state, jobs.compactMap { $0 }.joined(separator: "; "), path]
        .joined(separator: "\t")
    }
  }

  static func entries(named: [String]) throws -> [Entry] {
    try known(named: named).map(Entry.init)
  }

  static func known(named: [String]) throws -> [KnownPlugin] {
    try KnownPlugins.all(named: named)
  }

  static func json(_ entries: [Entry]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(entries), as: UTF8.self)
  }
}
