import Foundation
import Testing

/// The examples in the README are run, and print what the README says they print.
@Suite struct ReadmeTests {
  /// One command of a console block with the output shown below it.
  struct Example: CustomTestStringConvertible, Sendable {
    var command: String
    var output: String

    var testDescription: String { command }
  }

  /// The commands of all ```` ```console ```` blocks; a line `…` stands for lines that are left out.
  static let examples: [Example] = {
    let url = Program.packageFolder.appendingPathComponent("README.md")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    var examples: [Example] = []
    var isInBlock = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInBlock = line == "```console"
      } else if isInBlock, line.hasPrefix("$ ") {
        examples.append(Example(command: String(line.dropFirst(2)), output: ""))
      } else if isInBlock, !examples.isEmpty {
        examples[examples.count - 1].output += line + "\n"
      }
    }
    return examples
  }()

  @Test func `the README has examples`() {
    #expect(Self.examples.count >= 3)
  }

  @Test(arguments: examples) func `prints what the README shows`(_ example: Example) throws {
    let result = try Program.shell(example.command)
    let printed = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    var rest = printed[...]
    var mayskip = false
    for line in example.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line == "…" {
        mayskip = true
        continue
      }
      guard let found = mayskip ? rest.firstIndex(of: line) : rest.first == line ? rest.startIndex : nil else {
        Issue.record("“\(line)” is not printed by: \(example.command)\n\(result.output)\(result.messages)")
        return
      }
      rest = rest[(found + 1)...]
      mayskip = false
    }
    #expect(mayskip || rest.allSatisfy(\.isEmpty), "more is printed than the README shows")
    #expect(result.status == 0, "\(result.messages)")
  }
}
