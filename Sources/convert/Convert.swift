import ArgumentParser

@main
struct Convert: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "convert", version: "0.1.0")

  func run() async throws {}
}
