internal import ArgumentParser
internal import ConverterCore
internal import ReportProfile

/// `convert check`: whether the figures of reports agree with each other.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the arithmetic of reports by the rules of their form, or of any tables with totals.",
    discussion: """
      Each rule holds, fails, or cannot be told because a figure is blank or missing. Figures are never corrected. Exit \
      status: 3 where a rule that must hold fails, else as for conversion.

      Examples:
        convert check reports/
        convert check report.pdf --to html -o report.html    the tables with failing cells marked
        convert check budget.pdf --generic                   totals of any table, without a profile
      """)

  @Argument(help: ArgumentHelp("Files and folders, or - for standard input.", valueName: "input"))
  var inputs: [String]

  @Option(help: ArgumentHelp("What to write: text, json or html.", valueName: "format"))
  var to: CheckRun.Format = .text

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?

  @Flag(help: "Check rows and columns named 合计, 总计, 小计, Total or Subtotal of any table, without a profile.")
  var generic = false

  @OptionGroup(title: "Profile options")
  var profile: ProfileOptions

  @OptionGroup(title: "Reading options")
  var reading: ReadingOptions

  @OptionGroup(title: "Messages")
  var messages: MessageOptions

  func run() async throws {
    let run = CheckRun(
      inputs: Inputs().expand(FilePath.arguments(inputs)),
      pipeline: Pipeline(WorkPlan(reading: reading.choices)),
      profile: generic ? nil : try profile.loaded(),
      format: to,
      output: output,
      explainsDoubts: messages.verbose,
      printer: messages.printer)
    throw await run.run()
  }
}

extension CheckRun.Format: ExpressibleByArgument {}
