internal import ArgumentParser
internal import ConverterCore
internal import PluginHost

/// `convert INPUT…`: the main job.
struct ConvertCommand: AsynchronousCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert documents (PDF, Word, RTF, HTML, text) into text, JSON, CSV and more, tables as tables.",
    discussion: """
      Results go to standard output, or with -o to a file or a folder. Everything said to a person goes to standard \
      error. Exit status: 0 everything was converted, 1 something could not be read or written, 2 wrong usage.

      Examples:
        convert report.pdf                        a report as text
        convert report.docx --to json             every block and cell, with places
        convert report.pdf --to csv -o tables/    one CSV file per table
        convert archive/ -o out/ --to text,json   a folder, with a manifest
        convert reports.zip -o out/               all documents of an archive
        cat dump.txt | convert - --from text --to csv
      """,
    version: Convert.version)

  @Argument(help: ArgumentHelp("Files, folders and archives, or - for standard input.", valueName: "input"))
  var inputs: [String] = []

  @OptionGroup(title: "Input options")
  var input: InputOptions

  @OptionGroup(title: "Input options")
  var recurrence: RecurrenceOptions

  @OptionGroup(title: "Output options")
  var output: OutputOptions

  @OptionGroup(title: "Reading options")
  var reading: ReadingOptions

  @OptionGroup(title: "Text options")
  var normalization: NormalizationOptions

  @OptionGroup(title: "Writing options")
  var writing: WritingOptions

  @OptionGroup(title: "Batch options")
  var isolation: IsolationOptions

  @OptionGroup(title: "Messages")
  var messages: MessageOptions

  func validate() throws {
    try input.validate(inputs)
    let plugins = try reading.choices.plugins
    try output.expectWriters(among: StandardWriters.names + plugins.manifests.flatMap(\.writes).map(\.name))
    if recurrence.watch {
      guard input.fromFile == nil, FilePath.named(inputs).allSatisfy(Folder.exists(at:)), output.output != nil
      else {
        throw ValidationError("--watch needs folders as inputs, and a folder to write to: -o DIR/.")
      }
      guard output.merge.isEmpty else { throw ValidationError("--watch and --merge exclude each other.") }
    }
  }

  /// What is to become of each source.
  var plan: WorkPlan {
    get throws {
      WorkPlan(
        reading: try reading.choices(input, isolation), writing: writing.choices, writers: output.formatNames,
        merges: output.merge, sameContentOnce: recurrence.sameContentOnce,
        normalizer: normalization.normalizer)
    }
  }

  /// The arguments without all inputs but one, where there are many: workers use none, and parsing them takes time with the square of
  /// their number.
  private func argumentsForWorkers(_ plan: WorkPlan) -> [String] {
    let all = FilePath.arguments.map(\.text)
    guard inputs.count > Self.fewInputs else { return all }
    let named = Set(inputs)
    let options = all.filter { !named.contains($0) } + inputs.prefix(1)
    // An input may have the name of an option's value.
    let means = try? Self.parse(options).plan.digest
    return means == plan.digest ? options : all
  }

  /// As many are parsed in no time.
  private static let fewInputs = 100

  func run() async throws {
    try input.refuse([output.output], among: inputs)
    let destination = output.destination(isBatch: input.isBatch(inputs) || !output.merge.isEmpty)
    try output.refuseFolderNamedAsFile(destination)
    if let folder = destination.folder, let identity = FilePath(folder).identity {
      guard Folder.exists(at: folder) else {
        throw ValidationError("The output must be a folder here, and \(folder) is none.")
      }
      if FilePath.named(inputs).contains(where: { $0.identity == identity }) {
        throw ValidationError("The output folder is an input too; the next run would convert what this one writes.")
      }
    }
    let expanded = try input.expand(inputs, outputFolder: destination.folder, mayBeNone: recurrence.watch)
    if input.attachments {
      guard case .folder = destination else {
        throw ValidationError("--attachments needs a folder to write to: -o DIR/.")
      }
    }
    let plan = try plan
    var conversion = Conversion(
      inputs: expanded,
      plan: plan,
      destination: destination,
      onExists: output.onExists,
      isolation: isolation.isolation(plan.reading.plugins, arguments: argumentsForWorkers(plan)),
      printer: messages.printer,
      hasSummary: output.summary ?? messages.hasSummary,
      showsProgress: messages.showsProgress)
    if recurrence.watch {
      conversion.onExists = output.onExists ?? .replace
      throw await WatchRun(
        folders: FilePath.named(inputs), selection: input.selection, conversion: conversion
      ).run()
    }
    throw await conversion.run()
  }
}
