import Foundation
import Testing

/// The examples in the README are run, and print what the README says they print.
@Suite struct ReadmeTests {
  static let examples = ConsoleExample.examples(in: "README.md")

  @Test func `the README has examples`() {
    #expect(Self.examples.count >= 3)
  }

  @Test(arguments: examples) func `prints what the README shows`(_ example: ConsoleExample) throws {
    try example.expectOutput()
  }

  @Test func `every format and every command has its row`() throws {
    let readme = try String(
      contentsOf: Program.packageFolder.appendingPathComponent("README.md"), encoding: .utf8)
    let rows = readme.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { String($0.split(separator: "|")[0]) }
    let formats = try Program.run(["formats"]).output.split(separator: "\n").filter { $0.hasPrefix("  ") }
    #expect(formats.count > 20)
    for format in formats {
      let name = format.split(separator: " ")[0]
      #expect(rows.contains { $0.contains("`\(name)`") }, "\(name)")
    }
    let help = try Program.run(["--help"]).output
    let commands = try #require(help.firstRange(of: "SUBCOMMANDS:\n")).upperBound
    for line in help[commands...].split(separator: "\n") where line.hasPrefix("  ") && !line.hasPrefix("   ") {
      guard let name = line.split(separator: " ").first, name != "See" else { continue }
      #expect(rows.contains { $0.contains("`\(name)`") || $0.contains("`convert \(name)") }, "\(name)")
    }
  }
}

/// What is shown of the library is what `script/test` builds.
@Suite struct LibraryGuideTests {
  @Test(arguments: ["count-cells", "greeting-plugin"])
  func `shows the programs of the example package`(program: String) throws {
    func text(_ path: String) throws -> String {
      try String(contentsOf: Program.packageFolder.appendingPathComponent(path), encoding: .utf8)
    }
    let source = try text("Examples/swift-reader/Sources/\(program)/main.swift")
    #expect(try text("Documentation/library.md").contains("```swift\n\(source)```\n"))
  }
}
