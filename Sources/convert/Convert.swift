internal import ArgumentParser
internal import Glibc
internal import PluginHost

/// The program: chooses between plain conversion (`convert report.pdf`) and the named subcommands.
///
/// Conversion is a command of its own rather than the default of a command tree, so that `convert --help` shows its
/// options and its messages name no subcommand that nobody typed.
@main
enum Convert {
  static let version = "0.1.0"

  /// On the main thread up to the first wait, so that a worker can give up its rights before any other thread exists.
  @MainActor static func main() async {
    StandardDescriptors.occupy()
    Heap.keepFreedMemory()
    // A reader that goes away is told to the writer as an error, see ExitStatus.brokenPipe; so is a file size limit.
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    // A thread that takes no signals hands that on to the programs it starts; this one is to be stopped all the same.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, nil)
    let arguments = FilePath.arguments.map(\.text)
    switch arguments.first {
    case "help" where arguments.count == 1:
      await run(WholeCommand.self, arguments)
    case let first? where Subcommands.names.contains(first):
      await run(Subcommands.self, arguments)
    case "--help", "-h", "--generate-completion-script", "--experimental-dump-help":
      await run(WholeCommand.self, arguments)
    default:
      await run(ConvertCommand.self, arguments)
    }
  }

  /// Parses and runs one command and ends the program with its status; wrong usage ends with 2.
  @MainActor private static func run<Command: ParsableCommand>(_ command: Command.Type, _ arguments: [String]) async
    -> Never
  {
    do {
      var parsed = try command.parseAsRoot(arguments)
      if let worker = parsed as? WorkerCommand {
        try await worker.start().serve()
      } else if var asynchronous = parsed as? any AsynchronousCommand {
        try await asynchronous.run()
      } else {
        try parsed.run()
      }
      ExitStatus.converted.end()
    } catch let status as ExitStatus {
      status.end()
    } catch let error as ValidationError {
      // Thrown while running: the usage of the whole program would say nothing about it.
      StandardError.print("Error: \(error.message)")
      ExitStatus.wrongUsage.end()
    } catch {
      let message = command.fullMessage(for: error)
      switch command.exitCode(for: error) {
      case .success:
        StandardOutput.print(message)
        ExitStatus.converted.end()
      default:
        StandardError.print(message)
        ExitStatus.wrongUsage.end()
      }
    }
  }
}

/// The subcommands as they are parsed.
struct Subcommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: ConvertCommand.configuration.abstract,
    subcommands: [
      RecordsCommand.self, CheckCommand.self, ProfilesCommand.self, FormatsCommand.self, DetectCommand.self,
      ReportCommand.self, PluginsCommand.self, WorkerCommand.self, RunPluginCommand.self,
    ] + ofPDF
  )

  #if PDF
    private static let ofPDF: [any ParsableCommand.Type] = [ExplainCommand.self]
  #else
    private static let ofPDF: [any ParsableCommand.Type] = []
  #endif

  static let names: Set<String> = Set(["help"] + configuration.subcommands.compactMap { $0.configuration.commandName })
}

/// The whole program as one command, for its help, completions and manual page; never run.
struct WholeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: ConvertCommand.configuration.abstract,
    discussion: ConvertCommand.configuration.discussion,
    version: Convert.version,
    subcommands: Subcommands.configuration.subcommands
  )

  @OptionGroup var conversion: ConvertCommand
}
