internal import ArgumentParser
internal import ConverterCore

/// The options that say how much is told.
struct MessageOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say only why a source could not be converted.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say notes too, not only warnings and errors.")
  var verbose = false

  var printer: FindingPrinter {
    FindingPrinter(lowest: quiet ? nil : verbose ? .note : .warning)
  }

  func validate() throws {
    if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }
}
