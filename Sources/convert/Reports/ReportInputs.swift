internal import ArgumentParser
internal import ConverterCore

/// The inputs of the commands about reports as typed.
enum ReportInputs {
  /// Refuses inputs that make no sense together, and outputs that are inputs too.
  static func validate(_ inputs: [String], outputs: [String?]) throws {
    guard !inputs.contains("") else { throw ValidationError("An input has an empty name.") }
    guard inputs.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("Standard input (-) can be read only once.")
    }
    let files = outputs.compactMap(\.self)
    guard !files.contains("") else { throw ValidationError("The output has an empty name.") }
    for output in files.compactMap(ExistingFile.init) where output.isRegular {
      if inputs.contains(where: { ExistingFile(at: $0)?.identity == output.identity }) {
        throw ValidationError("The output is an input too; it would be overwritten.")
      }
    }
    guard Set(files).count == files.count else { throw ValidationError("Two outputs have the same name.") }
  }

  /// All files that the inputs stand for.
  static func expanded(_ inputs: [String]) throws -> [Input] {
    let expanded = Inputs().expand(FilePath.arguments(inputs))
    guard !expanded.isEmpty else {
      StandardError.print("convert: there is no file in \(inputs.joined(separator: ", "))")
      throw ExitStatus.incomplete
    }
    return expanded
  }

  /// Several inputs are read in worker processes; a single one is read here.
  static func isolation(_ options: IsolationOptions, _ inputs: [String]) -> Isolation {
    let isBatch = inputs.count > 1 || inputs.contains { Folder.exists(at: FilePath($0)) || Inputs.isNamedAsArchive($0) }
    return isBatch ? options.isolation(arguments: Array(CommandLine.arguments.dropFirst())) : .none
  }
}
