internal import ArgumentParser
internal import ConverterCore

/// The options that say which files are inputs.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Below folders and in archives take only files that match; a pattern with / is compared with the path.",
      valueName: "pattern"))
  var include: [String] = []

  @Option(
    help: ArgumentHelp("Below folders and in archives leave out what matches, folders included.", valueName: "pattern"))
  var exclude: [String] = []

  @Flag(help: "Take hidden files and leftovers of systems too (.name, ~$name, Thumbs.db, __MACOSX).")
  var hiddenFiles = false

  @Option(
    help: ArgumentHelp("Read names of inputs from this file, one a line; - for standard input.", valueName: "list"))
  var fromFile: String?

  @Flag(help: "The names in the list end with a NUL byte, as ‘find -print0’ writes them.")
  var null = false

  @Flag(
    help:
      "Convert only the first of inputs with the same content (SHA-256), and the first of such members of each archive."
  )
  var sameContentOnce = false

  @Flag(help: "Convert what is in the folders, then what arrives there until stopped; what changes is converted anew.")
  var watch = false

  var selection: Selection {
    Selection(include: include, exclude: exclude, includesHidden: hiddenFiles)
  }

  func validate() throws {
    if null && fromFile == nil { throw ValidationError("--null belongs to --from-file.") }
    if (include + exclude).contains("") { throw ValidationError("A pattern is empty.") }
  }

  /// The inputs in order: those that were named, then those of the list. Each is there once; repeated ones are told.
  ///
  /// - Throws: ``ReadingError`` where the list cannot be read.
  func expand(_ named: [String]) throws(ReadingError) -> [Input] {
    let inputs = Inputs(selection: selection)
    var all = inputs.expand(FilePath.arguments(named))
    if let fromFile {
      let bytes =
        fromFile == "-" ? try InputFile.standardInput(within: .standard) : try InputFile.bytes(of: fromFile)
      all += inputs.expand(list: FilePath.list(bytes, separatedByNUL: null))
    }
    var seen: Set<String> = []
    var told: Set<String> = []
    return all.filter { input in
      if seen.insert(input.name).inserted { return true }
      if told.insert(input.name).inserted {
        StandardError.print("is named more than once; it is converted once", about: input.name)
      }
      return false
    }
  }
}
