internal import ArgumentParser
internal import ConverterCore

/// The options that say how much is told.
struct MessageOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say only why a source could not be converted.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say notes too, not only warnings and errors.")
  var verbose = false

  @Flag(help: "Say everything as JSON, one object a line.")
  var logJson = false

  var printer: FindingPrinter {
    FindingPrinter(lowest: quiet ? nil : verbose ? .note : .warning, isJSON: logJson)
  }

  /// Whether a batch ends with a summary unless something else is said.
  var hasSummary: Bool { logJson || showsProgress }

  /// Whether a batch shows how far it is.
  var showsProgress: Bool { StandardError.isTerminal && !quiet && !logJson }

  func validate() throws {
    if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }
}
