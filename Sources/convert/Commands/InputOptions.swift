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

  @Flag(
    help: "Read files that lie in documents too, each as a source of its own (report.docx!word/embeddings/plan.docx).")
  var attachments = false

  @Option(
    help: ArgumentHelp("Read names of inputs from this file, one a line; - for standard input.", valueName: "list"))
  var fromFile: String?

  @Flag(help: "The names in the list end with a NUL byte, as ‘find -print0’ writes them.")
  var null = false

  var selection: Selection {
    Selection(include: include, exclude: exclude, includesHidden: hiddenFiles, includesAttachments: attachments)
  }

  func validate() throws {
    if null && fromFile == nil { throw ValidationError("--null belongs to --from-file.") }
    if (include + exclude).contains("") { throw ValidationError("A pattern is empty.") }
  }
}

extension InputOptions {
  /// Refuses inputs that make no sense, alone or beside a list of inputs.
  func validate(_ named: [String]) throws {
    guard !named.isEmpty || fromFile != nil else { throw ValidationError("Missing expected argument '<input> ...'") }
    guard !named.contains("") else { throw ValidationError("An input has an empty name.") }
    guard (named + [fromFile]).count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("Standard input (-) can be read only once.")
    }
  }

  /// Refuses files to be written that are inputs too, or one another.
  func refuse(_ outputs: [String?], among named: [String]) throws {
    let files = outputs.compactMap(\.self)
    guard !files.contains("") else { throw ValidationError("The output has an empty name.") }
    let inputs = FilePath.named(named)
    for output in files where ExistingFile(at: output)?.isRegular == true {
      let identity = FilePath(output).identity
      if inputs.contains(where: { $0.identity == identity }) {
        throw ValidationError("The output is an input too; it would be overwritten.")
      }
    }
    guard Set(files).count == files.count else { throw ValidationError("Two outputs have the same name.") }
  }

  /// Whether there may be more than one source.
  func isBatch(_ named: [String]) -> Bool {
    named.count > 1 || fromFile != nil || named.contains(where: Inputs.isNamedAsArchive)
      || FilePath.named(named).contains(where: Folder.exists(at:))
  }

  /// The inputs in order: those that were named, then those of the list. Each is there once; repeated ones are told, and so is that
  /// there are none.
  ///
  /// - Parameters:
  ///   - outputFolder: where outputs go, which is no input.
  ///   - mayBeNone: whether it is no mistake that there are none.
  /// - Throws: ``ExitStatus`` where the list cannot be read or there is no input.
  func expand(_ named: [String], outputFolder: String? = nil, mayBeNone: Bool = false) throws -> [Input] {
    var all: [Input] = []
    do throws(ReadingError) {
      all = try listed(named, outputFolder)
    } catch {
      StandardError.print(error.description, about: fromFile ?? "-")
      throw ExitStatus.incomplete
    }
    guard !all.isEmpty || mayBeNone else {
      let places = (named + [fromFile].compactMap(\.self)).joined(separator: ", ")
      let isChoosy = !include.isEmpty || !exclude.isEmpty
      StandardError.print("convert: there is no file in \(places)\(isChoosy ? " that the patterns take" : "")")
      throw ExitStatus.incomplete
    }
    var seen: Set<FilePath> = []
    var told: Set<FilePath> = []
    return all.filter { input in
      if seen.insert(input.path).inserted { return true }
      if told.insert(input.path).inserted {
        StandardError.print("is named more than once; it is taken once", about: input.name)
      }
      return false
    }
  }

  private func listed(_ named: [String], _ outputFolder: String?) throws(ReadingError) -> [Input] {
    let inputs = Inputs(selection: selection, outputFolder: outputFolder)
    let all = inputs.expand(FilePath.named(named))
    guard let fromFile else { return all }
    let bytes =
      fromFile == "-"
      ? try InputFile.standardInput(within: .standard) : try InputFile.bytes(of: FilePath.named([fromFile])[0])
    return all + inputs.expand(list: FilePath.list(bytes, separatedByNUL: null))
  }
}
