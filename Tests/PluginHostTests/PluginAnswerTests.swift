import ConverterCore
import Foundation
import Testing

@testable import PluginHost

/// An answer belongs to one request: whatever a plug-in says, no document gets the content of another.
@Suite struct `Answers of a plug-in` {
  /// The texts that a plug-in gives for sources of these texts, one after the other.
  private func texts(_ loop: String, for sources: [String]) throws -> [String] {
    let script = TestPlugin.hello + "n=0; while :; do n=$((n + 1))\n" + TestPlugin.request + loop + "done"
    let settings = PluginSettings(allowance: .seconds(20))
    let reader = ProcessReader(PluginSession(TestPlugin.manifest(script), settings))
    return try sources.map { text in
      let source = Source(name: text, bytes: Data(text.utf8), format: "test")
      let document = try reader.read(source, within: .standard)
      guard case .paragraph(let paragraph)? = document.blocks.first else { return "" }
      return paragraph.text
    }
  }

  private static let sources = ["one", "two", "three"]

  @Test func `that repeat the number of the request come from one program`() throws {
    #expect(try texts(TestPlugin.says("$bytes $n"), for: Self.sources) == ["one 1", "two 2", "three 3"])
  }

  @Test func `without the number come from a program each`() throws {
    #expect(try texts(TestPlugin.says("$bytes $n", job: ""), for: Self.sources) == ["one 1", "two 1", "three 1"])
  }

  /// What a plug-in says after its answer, at once or when the next request is likely there.
  @Test(
    arguments: ["$job", "", "$((job + 1))"], ["", "sleep 0.2\n"]
  ) func `that nobody asked for are dropped`(_ job: String, _ pause: String) throws {
    for first in ["$job", ""] {
      let loop = TestPlugin.says("$bytes", job: first) + pause + TestPlugin.says("stale $bytes", job: job)
      #expect(try texts(loop, for: Self.sources) == Self.sources)
    }
  }

  @Test func `that are no messages, and come after an answer, do no harm to the next`() throws {
    #expect(try texts(TestPlugin.says("$bytes") + "sleep 0.2; echo done\n", for: Self.sources) == Self.sources)
  }

  @Test func `to another request are told`() {
    let loop = TestPlugin.says("$bytes", job: "7")
    #expect(throws: ReadingError(.crashed(detail: "the plug-in “test” answered a request that it was not given"))) {
      try texts(loop, for: ["one"])
    }
  }

  @Test func `of a writer are held to the number too`() throws {
    let format = OutputFormat(name: "out", title: "out", fileExtension: "out")
    func message(_ type: String, _ text: String) -> String {
      "text=\(text); printf '{\"type\":\"\(type)\",\"bytes\":%d,\"job\":%d}\\n%s' ${#text} $job $text\n"
    }
    let written = message("output", "right$n") + message("done", "")
    let stale = "sleep 0.2\n" + message("output", "stale") + message("done", "")
    let script =
      TestPlugin.hello + "n=0; while :; do n=$((n + 1))\n" + TestPlugin.request + written
      + "if [ $n = 2 ]; then\n" + stale + "fi; done"
    let session = PluginSession(TestPlugin.manifest(script, reads: [], writes: [format]), PluginSettings())
    let outputs = try (1...3).map { _ in
      var sink = MemorySink()
      try ProcessWriter(session, format).write(Document(), to: &sink)
      return String(decoding: sink.bytes, as: UTF8.self)
    }
    // The third is asked of a new program, since the second has said too much.
    #expect(outputs == ["right1", "right2", "right1"])
  }
}
