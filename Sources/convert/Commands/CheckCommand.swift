internal import ArgumentParser
internal import ConverterCore
internal import ReportProfile

/// `convert check`: whether the figures of reports agree with each other.
struct CheckCommand: AsynchronousCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the arithmetic of reports by the rules of their form, or of any tables with totals.",
    discussion: """
      Each rule holds, fails, or cannot be told because a figure is blank or missing. Figures are never corrected. Exit \
      status: 3 where a rule that must hold fails, else as for conversion.

      Examples:
        convert check reports/
        convert check report.pdf --to html -o a.html   failing cells marked
        convert check budget.pdf --generic             totals of any table
      """)

  @Argument(help: ArgumentHelp("Files, folders and archives, or - for standard input.", valueName: "input"))
  var inputs: [String] = []

  @Option(help: ArgumentHelp("What to write: text, json or html.", valueName: "format"))
  var to: CheckFormat.Name = .text

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?

  @Flag(help: "Check rows and columns named 合计, 总计, 小计, Total or Subtotal of any table, without a profile.")
  var generic = false

  @OptionGroup(title: "Input options")
  var input: InputOptions

  @OptionGroup(title: "Profile options")
  var profile: ProfileOptions

  @OptionGroup(title: "Reading options")
  var reading: ReadingOptions

  @OptionGroup(title: "Batch options")
  var isolation: IsolationOptions

  @OptionGroup(title: "Messages")
  var messages: MessageOptions

  func validate() throws {
    try input.validate(inputs)
    try input.refuse([output], among: inputs)
    if generic, profile.isNamed { throw ValidationError("--generic needs no profile; say one or the other.") }
  }

  private var format: CheckFormat { CheckFormat(to, explainsDoubts: messages.verbose) }

  /// What is done with each source; the same in a worker.
  func work() throws -> CheckWork {
    CheckWork(try reading.choices(input, isolation), generic ? nil : try profile.loaded(), format)
  }

  func run() async throws {
    let series = Series(
      inputs: try input.expand(inputs), work: try work(),
      isolation: input.isBatch(inputs) ? isolation.isolation(try reading.plugins.selection) : .none,
      printer: messages.printer)
    throw await CheckRun(series: series, format: format, path: output).run()
  }
}

extension CheckFormat.Name: ExpressibleByArgument {}
