internal import ArgumentParser
internal import ConverterCore
internal import FoundationEssentials

/// The options that say what is written, and where to.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What to write, one or more of \(StandardWriters.names.joined(separator: ", ")); default: text.",
      valueName: "formats"))
  var to: [String] = []

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write to this file, or into this folder (a name that ends in /).", valueName: "path"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Where an output exists already: fail, skip or replace. Default: replace a file named with -o, else fail.",
      valueName: "what"))
  var onExists: OnExists?

  @Option(
    help: ArgumentHelp(
      """
      Write all documents of a batch into this one file in the output folder, in the order of the inputs: .csv (one row a \
      cell), .ndjson (one document a line), .txt or .sqlite (a database); files for each document only with --to.
      """,
      valueName: "name"))
  var merge: [String] = []

  @Flag(
    inversion: .prefixedNo,
    help: "End a batch with a summary: counts by status and reason, the slowest. Default: on a terminal.")
  var summary: Bool?

  /// The names of the formats to write, in the order given, each once.
  var formatNames: [String] {
    let named = to.flatMap { $0.split(separator: ",").map(String.init) }
    var names: [String] = []
    for name in to.isEmpty && merge.isEmpty ? ["text"] : named where !names.contains(name) { names.append(name) }
    return names
  }

  /// Checks that there is a writer for each format.
  ///
  /// - Parameter names: the formats that are written, those of plug-ins among them.
  func expectWriters(among names: [String]) throws {
    for name in formatNames where !names.contains(name) {
      let known = names.joined(separator: ", ")
      throw ValidationError("There is no writer for the format “\(name)”; the formats are \(known).")
    }
  }

  func validate() throws {
    for name in merge {
      let type = Source(name: name, bytes: Data()).fileExtension
      guard !name.contains("/"), name != Manifest.fileName, WorkPlan.mergingFormats[type] != nil else {
        throw ValidationError(
          "--merge names a file in the output folder that ends in .csv, .ndjson, .txt or .sqlite; "
            + "other formats have a file for each document (--to).")
      }
    }
    guard merge.isEmpty || output != nil else {
      throw ValidationError("--merge needs a folder; name one with -o DIR/.")
    }
    guard Set(merge).count == merge.count else { throw ValidationError("--merge names a file twice.") }
    guard !formatNames.isEmpty || !merge.isEmpty else { throw ValidationError("--to names no format.") }
    if output == "" { throw ValidationError("The output has an empty name.") }
    if formatNames.contains("datapackage"), !formatNames.contains("csv") {
      throw ValidationError("A datapackage describes the files of csv; ask for both: --to csv,datapackage.")
    }
    if output == nil, formatNames.count > 1 {
      throw ValidationError("Several formats need a folder to go to; name one with -o DIR/.")
    }
  }

  /// Refuses a folder that is named as a file of an output is: one output for all inputs is asked for otherwise.
  ///
  /// - Throws: `ValidationError` that says how.
  func refuseFolderNamedAsFile(_ destination: Conversion.Destination) throws {
    guard let output, let folder = destination.folder, !output.hasSuffix("/"), !Folder.exists(at: folder) else {
      return
    }
    let type = Source(name: output, bytes: Data()).fileExtension
    let types = StandardWriters.all(WritingChoices()).map(\.format.fileExtension) + WorkPlan.mergingFormats.keys
    guard types.contains(type) else { return }
    throw ValidationError(
      "Several outputs need a folder, and “\(output)” is named as a file; name a folder (\(output)/ makes one of that name)"
        + (WorkPlan.mergingFormats[type] == nil ? "." : ", or write all into one file by -o DIR/ --merge all.\(type)."))
  }

  /// Where results go; a batch and several formats always go to a folder.
  func destination(isBatch: Bool) -> Conversion.Destination {
    guard let output else { return .standardOutput }
    let isFolder = output.hasSuffix("/") || Folder.exists(at: output) || isBatch || formatNames.count > 1
    guard isFolder else { return .file(output) }
    return .folder(output.hasSuffix("/") && output.count > 1 ? String(output.dropLast()) : output, isBatch: isBatch)
  }
}

extension OnExists: ExpressibleByArgument {}
