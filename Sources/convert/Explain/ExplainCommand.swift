#if PDF
  internal import ArgumentParser
  internal import ConverterCore

  /// `convert explain`: how the pages of a PDF were understood, as drawings.
  struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract: "Draw how the pages of a PDF were understood: glyphs, lines, words, table candidates, cells.",
      discussion: """
        One page as SVG, or a whole document as one HTML file with switches for the layers. The picture of the page lies below; \
        every mark tells on what it stands for where the pointer rests. Table candidates name the criterion that decided. \
        Coordinates are points, origin at the top left of the page.

        Examples:
          convert explain report.pdf --page 3 -o page.svg
          convert explain report.pdf --to html -o report.html
          convert explain report.pdf --page 3 --to html -o page.html
        """)

    @Argument(help: ArgumentHelp("A PDF file, or - for standard input.", valueName: "file"))
    var file: String

    @Option(
      help: ArgumentHelp("The page to draw, counted from 1. Default: all pages (HTML only).", valueName: "number"))
    var page: Int?

    @Option(help: ArgumentHelp("What to write: svg or html. Default: svg for one page.", valueName: "format"))
    var to: ExplainRun.Format = .svg

    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Write to this file.", valueName: "file"))
    var output: String?

    @Option(
      help: ArgumentHelp("The resolution of the page pictures in dots per inch; 0 for none.", valueName: "number"))
    var resolution: Int = 110

    @Option(help: ArgumentHelp("The password of an encrypted file.", valueName: "password"))
    var password: String?

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    func validate() throws {
      if let page, page < 1 { throw ValidationError("Pages count from 1.") }
      if page == nil, to == .svg {
        throw ValidationError("An SVG file holds one page; name it with --page, or say --to html for all.")
      }
      guard (0...600).contains(resolution) else { throw ValidationError("--resolution must be from 0 to 600.") }
      if output == "" { throw ValidationError("The output has an empty name.") }
    }

    func run() throws {
      let run = ExplainRun(
        input: Input(name: file, relativePath: file), page: page, format: to, output: output, resolution: resolution,
        reading: ReadingChoices(password: password), printer: messages.printer)
      throw run.run()
    }
  }

  extension ExplainRun.Format: ExpressibleByArgument {}
#endif
