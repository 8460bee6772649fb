import Foundation
import Testing

/// The queries of the guide to outputs are run on a database of a sample.
@Suite struct WriterGuideTests {
  private static let queries: [String] = {
    let guide = Program.packageFolder.appendingPathComponent("Documentation/writers.md")
    let text = (try? String(contentsOf: guide, encoding: .utf8)) ?? ""
    let blocks = text.components(separatedBy: "\n```").filter { $0.hasPrefix("sql\n") }
    return blocks.flatMap { $0.dropFirst(4).split(separator: "\n").map(String.init) }
  }()

  @Test func `the guide has queries`() {
    #expect(Self.queries.count >= 2)
  }

  @Test(.enabled(if: hasPython, "python3, which reads the database, is not here"), arguments: queries)
  func `finds what the guide asks for`(_ query: String) throws {
    let scratch = try Scratch()
    let script = "import sqlite3, sys; print(*sqlite3.connect('a.sqlite').execute(open('q.sql').read()).fetchone())"
    try scratch.file("q.py", Data(script.utf8))
    try scratch.file("q.sql", Data(query.utf8))
    let sample = Program.packageFolder.appendingPathComponent("Samples/annual-report.docx").path
    let made = try Program.run([sample, "--to", "sqlite", "-o", "a.sqlite"], in: scratch.folder)
    #expect(made.status == 0)
    let result = try Program.shell("python3 q.py", in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.output.contains(query.contains("records") ? " 2023 " : "annual-report.docx "), "\(result.output)")
  }
}
