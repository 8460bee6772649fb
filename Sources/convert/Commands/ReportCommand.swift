internal import ArgumentParser
internal import ConverterCore

/// `convert report DIR`: what became of a batch.
struct ReportCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case html, text
  }

  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Show what became of the sources of a batch.",
    discussion: """
      Reads the manifest in the output folder of a batch. HTML is one page with filters that needs nothing else; text is the \
      summary that a batch ends with.
      """)

  @Argument(help: ArgumentHelp("The output folder of a batch.", valueName: "folder"))
  var folder: String

  @Option(help: ArgumentHelp("html or text. Default: html.", valueName: "format"))
  var to: Format = .html

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    let path = "\(folder)/\(Manifest.fileName)"
    guard ExistingFile(at: path) != nil else {
      StandardError.print("there is no \(Manifest.fileName): it is no output folder of a finished batch", about: folder)
      throw ExitStatus.incomplete
    }
    let lines = Manifest.lines(at: path)
    do throws(WritingError) {
      var data = DataOutput(path: output, isStandardOutput: output == nil)
      switch to {
      case .html: data.buffer.append(ReportPage(lines).html)
      case .text:
        var summary = BatchSummary()
        for line in lines { summary.add(line) }
        data.buffer.append(StandardError.visible(summary.description) + "\n")
      }
      try data.finish()
    } catch {
      throw ExitStatus.afterWriting(error)
    }
  }
}
