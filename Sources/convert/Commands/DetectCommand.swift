internal import ArgumentParser
internal import ConverterCore
internal import PluginHost

/// `convert detect`: what the bytes of files are, without reading them further.
struct DetectCommand: AsynchronousCommand {
  static let configuration = CommandConfiguration(
    commandName: "detect",
    abstract: "Tell the format of files by their content.",
    discussion: """
      Prints one line per file: its name, a tab, the name of the format. A name that promises another format is told on \
      standard error.
      """)

  @Argument(help: ArgumentHelp("Files and folders, or - for standard input.", valueName: "input"))
  var inputs: [String]

  @OptionGroup(title: "Plug-ins")
  var plugins: PluginOptions

  func run() async throws {
    let set = PluginSet(try plugins.selection, plugins.settings())
    let converter = StandardConverter.make(ReadingChoices(), set)
    let printer = FindingPrinter(lowest: .warning)
    var statuses: [Outcome.Status] = []
    for input in Inputs().expand(FilePath.named(inputs)) {
      let outcome = detect(input, by: converter)
      if let format = outcome.format { StandardOutput.print("\(StandardError.visible(input.name))\t\(format)") }
      printer.print(outcome)
      statuses.append(outcome.status)
    }
    throw ExitStatus(of: statuses)
  }

  private func detect(_ input: Input, by converter: Converter) -> Outcome {
    do throws(ReadingError) {
      let detection = try converter.detect(try input.source(format: nil, within: .standard))
      return Outcome(
        name: input.name, format: detection.format.name, status: .converted,
        remarks: detection.findings.map(Outcome.Remark.init))
    } catch {
      return Outcome(name: input.name, Outcome.Failure(error))
    }
  }
}
