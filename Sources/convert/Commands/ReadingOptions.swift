internal import ArgumentParser
internal import ConverterCore
internal import PluginHost

/// The options that say how to read; every command that reads has them.
struct ReadingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Take the input for this format instead of detecting it.", valueName: "format"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "The password of encrypted files; files that open without one are read all the same.", valueName: "password"))
  var password: String?

  @Option(help: ArgumentHelp("The encoding of plain text instead of the detected one.", valueName: "name"))
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "Tracked changes in Word documents: accept, reject, or all (text of both). Styles and numbering stay those of now.",
      valueName: "what"))
  var changes: ChangesOption = .accept

  @Flag(help: "Read headers and footers of Word documents too, at the end.")
  var headers = false

  @Flag(help: "Read hidden text of Word documents too.")
  var hiddenText = false

  @Flag(help: "Leave out what surrounds the article of a web page: navigation, lists of properties, footers.")
  var noBoilerplate = false

  @Flag(help: "Keep the parts of a table that continues on the next page of a PDF apart.")
  var noStitch = false

  @Option(
    help: ArgumentHelp(
      """
      A bound on each source: pages, cells, depth, unpacked-bytes, ratio or entries; on each archive: archive-depth or \
      archive-bytes.
      """, valueName: "name=number"))
  var limit: [LimitOption] = []

  @OptionGroup(title: "Plug-ins")
  var plugins: PluginOptions

  /// - Throws: `PluginProblem` where a plug-in cannot be used, `ValidationError` where nothing reads the format.
  var choices: ReadingChoices {
    get throws {
      let choices = try allChoices
      let readers = StandardConverter.readers(choices, PluginSet(choices.plugins, choices.pluginSettings))
      let names = readers.flatMap(\.formats).map(\.name)
      if let from, !names.contains(from) {
        throw ValidationError(
          "There is no reader for the format “\(from)”; the formats are \(names.joined(separator: ", ")).")
      }
      if let encoding, TextEncoding(named: encoding) == nil {
        throw ValidationError(
          "There is no encoding of the name “\(encoding)”; known are the names of the web (gb18030, big5, utf-16le …) and of iconv."
        )
      }
      return choices
    }
  }

  private var allChoices: ReadingChoices {
    get throws {
      var limits = Limits.standard
      for option in limit { option.apply(to: &limits) }
      let word = WordOptions(
        changes: changes.meaning, includesHeaders: headers, includesHiddenText: hiddenText)
      return ReadingChoices(
        format: from, password: password, encoding: encoding, stitching: !noStitch, keepsBoilerplate: !noBoilerplate,
        word: word, limits: limits, plugins: try plugins.selection, pluginSettings: plugins.settings())
    }
  }

  func validate() throws {
    _ = try choices
  }
}

/// What becomes of tracked changes, as typed.
enum ChangesOption: String, CaseIterable, ExpressibleByArgument {
  case accept, reject, all

  var meaning: WordOptions.Changes {
    switch self {
    case .accept: .accept
    case .reject: .reject
    case .all: .all
    }
  }
}

/// One bound as typed: `cells=1000`.
struct LimitOption: ExpressibleByArgument {
  private enum Bound: String {
    case pages, cells, depth, ratio, entries
    case unpackedBytes = "unpacked-bytes"
    case archiveDepth = "archive-depth"
    case archiveBytes = "archive-bytes"
  }

  private var bound: Bound
  private var value: Int

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let bound = Bound(rawValue: String(parts[0])), let value = Int(parts[1]), value > 0
    else { return nil }
    self.bound = bound
    self.value = value
  }

  func apply(to limits: inout Limits) {
    switch bound {
    case .pages: limits.pages = value
    case .cells: limits.cells = value
    case .depth: limits.depth = value
    case .ratio: limits.ratio = value
    case .entries: limits.entries = value
    case .unpackedBytes: limits.unpackedBytes = value
    case .archiveDepth: limits.archiveDepth = value
    case .archiveBytes: limits.archiveBytes = value
    }
  }
}

extension ReadingOptions {
  /// What was chosen about reading, with which files are read and how much plug-ins may use.
  func choices(_ input: InputOptions, _ isolation: IsolationOptions) throws -> ReadingChoices {
    var choices = try choices
    choices.selection = input.selection
    choices.pluginSettings = plugins.settings(isolation)
    return choices
  }
}
