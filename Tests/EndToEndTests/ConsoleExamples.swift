import Foundation
import Testing

/// One command of a console block of a document, with the output shown below it.
struct ConsoleExample: CustomTestStringConvertible, Sendable {
  var command: String
  var output: String

  var testDescription: String { command }
}

extension ConsoleExample {
  /// The commands of all ```` ```console ```` blocks of a file of the package; a line `…` stands for lines that are left out.
  static func examples(in name: String) -> [ConsoleExample] {
    let url = Program.packageFolder.appendingPathComponent(name)
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "\n```").filter { $0.hasPrefix("console\n") }.flatMap { block in
      examples(inBlock: block.dropFirst("console\n".count))
    }
  }

  /// The commands of one block.
  static func examples(inBlock text: Substring) -> [ConsoleExample] {
    var examples: [ConsoleExample] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ ") {
        examples.append(ConsoleExample(command: String(line.dropFirst(2)), output: ""))
      } else if !examples.isEmpty {
        examples[examples.count - 1].output += line + "\n"
      }
    }
    return examples
  }

  /// Runs the command and compares what it prints with what is shown.
  ///
  /// - Parameters:
  ///   - folder: where it runs.
  ///   - showsMessages: whether what is said on standard error is shown, too; the command may fail then.
  func expectOutput(
    in folder: URL = Program.packageFolder, environment: [String: String] = [:], showsMessages: Bool = false
  ) throws {
    let line = showsMessages ? "{ \(command); } 2>&1" : command
    let result = try Program.shell(line, in: folder, environment: environment)
    let printed = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    var rest = printed[...]
    var mayskip = false
    for line in output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line == "…" {
        mayskip = true
        continue
      }
      guard let found = mayskip ? rest.firstIndex(of: line) : rest.first == line ? rest.startIndex : nil else {
        Issue.record("“\(line)” is not printed by: \(command)\n\(result.output)\(result.messages)")
        return
      }
      rest = rest[(found + 1)...]
      mayskip = false
    }
    #expect(mayskip || rest.allSatisfy(\.isEmpty), "more is printed than is shown by: \(command)\n\(result.output)")
    #expect(showsMessages || result.status == 0, "\(result.messages)")
  }
}
