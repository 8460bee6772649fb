import Foundation
import Testing

/// What a batch says about itself: summary, JSON for other programs, the report page.
@Suite struct SummaryTests {
  private func batch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.file("in/a.txt", Data("first".utf8))
    try scratch.file("in/b.pdf", Data())
    try scratch.file("in/c<b>.bin", Data([0, 1, 2, 0xFE, 0, 0, 0x10, 0x80, 0]))
    return scratch
  }

  @Test func `a summary tells counts by status and by reason`() throws {
    let scratch = try batch()
    let result = try Program.run(["in", "-o", "out", "--summary", "--quiet"], in: scratch.folder)
    // A line with the slowest follows where reading took long.
    let expected = """
      convert: in/b.pdf: the file is empty
      convert: in/c<b>.bin: the format is not known: it begins with the bytes 00 01 02 fe 00 00 10 80
      3 sources: 2 failed, 1 converted
      reasons: 1 empty, 1 unknown-format
      without output: in/b.pdf, in/c<b>.bin

      """
    #expect(result.messages.hasPrefix(expected), "\(result.messages)")
    #expect(result.status == 1)
  }

  @Test func `a summary of one source speaks of one`() throws {
    let scratch = try Scratch()
    try scratch.file("in/b.pdf", Data())
    let result = try Program.run(["in", "-o", "out", "--summary", "--quiet"], in: scratch.folder)
    #expect(result.messages.contains("\n1 source: 1 failed\n"), "\(result.messages)")
  }

  @Test func `everything as JSON, one object a line`() throws {
    let scratch = try batch()
    let result = try Program.run(["in", "-o", "out", "--log-json"], in: scratch.folder)
    let events = try result.messages.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(events.map { $0["event"] as? String } == ["source", "source", "source", "summary"])
    #expect(events[1]["code"] as? String == "empty")
    let summary = try #require(events[3]["summary"] as? [String: Any])
    #expect(summary["statuses"] as? [String: Int] == ["converted": 1, "failed": 2])
  }

  @Test func `a terminal gets a line that is drawn anew, others do not`() throws {
    let scratch = try batch()
    let onTerminal = try Program.shell("script -qec 'convert in -o out' /dev/null", in: scratch.folder)
    #expect(onTerminal.output.contains("\u{1B}[K0 of 3, 0 failed"), "\(onTerminal)")
    #expect(onTerminal.output.contains("3 sources: 2 failed, 1 converted"))
    #expect(try Program.run(["in", "-o", "other"], in: scratch.folder).messages.contains("\r") == false)
  }

  @Test func `the report is one page with every source, and nothing of a name is markup`() throws {
    let scratch = try batch()
    _ = try Program.run(["in", "-o", "out"], in: scratch.folder)
    let page = try Program.run(["report", "out"], in: scratch.folder)
    #expect(page.status == 0)
    #expect(
      page.output.contains("<tr class=\"converted\" data-status=\"converted\" data-reason=\"\"><td>in/a.txt<td>text"))
    #expect(page.output.contains("in/c&lt;b&gt;.bin"))
    #expect(!page.output.contains("c<b>"))
    #expect(!page.output.contains("http:") && !page.output.contains("src="))
    let text = try Program.run(["report", "out", "--to", "text"], in: scratch.folder)
    #expect(text.output.hasPrefix("3 sources: 2 failed, 1 converted\nreasons: 1 empty, 1 unknown-format\n"))
    #expect(try Program.run(["report", "in"], in: scratch.folder).status == 1)
  }
}
