internal import ArgumentParser
internal import ConverterCore
internal import ReportProfile

/// `convert records`: reports of a known family as one clean data set.
struct RecordsCommand: AsynchronousCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Turn reports of a known family into one data set, one line per cell of their form.",
    discussion: """
      Every cell has its code, its number as an exact decimal, its text as printed, its place in the source and how it was \
      tied to the form. Cells that the form does not ask for are kept apart: beside the output (records.extras.csv), or where \
      --extras says.

      Examples:
        convert records reports/ --to csv -o records.csv
        convert records reports/ --to csv --wide -o wide.csv
        convert records report.pdf --to ndjson --extras others.ndjson -o report.ndjson
        convert records reports/ -o data/     records, extras, derived figures
      """)

  @Argument(help: ArgumentHelp("Files, folders and archives, or - for standard input.", valueName: "input"))
  var inputs: [String] = []

  @Option(help: ArgumentHelp("What to write: csv, ndjson or json.", valueName: "format"))
  var to: RecordsRun.Format = .csv

  @Flag(help: "CSV: one line per report, the cells as columns, each in one unit.")
  var wide = false

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write to this file, or into this folder (a name that ends in /).", valueName: "path"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write the cells that the form does not ask for to this file, or nowhere (none). Default: beside the output.",
      valueName: "file"))
  var extras: String?

  @Option(
    help: ArgumentHelp("Write figures comparable between forms, and indicators, to this file.", valueName: "file"))
  var derived: String?

  @OptionGroup(title: "Input options")
  var input: InputOptions

  @OptionGroup(title: "Profile options")
  var profile: ProfileOptions

  @OptionGroup(title: "Reading options")
  var reading: ReadingOptions

  @OptionGroup(title: "Writing options")
  var writing: WritingOptions

  @OptionGroup(title: "Batch options")
  var isolation: IsolationOptions

  @OptionGroup(title: "Messages")
  var messages: MessageOptions

  func validate() throws {
    try input.validate(inputs)
    try input.refuse([output, files.extras, derived], among: inputs)
    if wide && to != .csv { throw ValidationError("--wide needs --to csv.") }
    if to == .json && (extras != nil || derived != nil) {
      throw ValidationError("--to json holds extras and derived figures itself.")
    }
  }

  private var files: RecordsRun.Files {
    RecordsRun.Files(output: output, extras: extras, derived: derived, to)
  }

  /// What is done with each source; the same in a worker.
  func work() throws -> RecordsWork {
    RecordsWork(
      try reading.choices(input, isolation), try profile.loaded(), layout: to == .csv ? .csv : .ndjson, isWide: wide,
      dialect: writing.choices.dialect, withExtras: to == .json || files.extras != nil,
      withDerived: to == .json || files.derived != nil)
  }

  func run() async throws {
    let series = Series(
      inputs: try input.expand(inputs), work: try work(),
      isolation: input.isBatch(inputs) ? isolation.isolation(try reading.plugins.selection) : .none,
      printer: messages.printer)
    throw await RecordsRun(series: series, format: to, files: files).run()
  }
}

extension RecordsRun.Format: ExpressibleByArgument {}
