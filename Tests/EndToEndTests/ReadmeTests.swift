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
