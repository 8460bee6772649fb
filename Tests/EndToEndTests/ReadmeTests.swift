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
