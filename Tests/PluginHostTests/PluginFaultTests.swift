import ConverterCore
import Foundation
import Testing

@testable import PluginHost

/// What a plug-in does wrong is the result of its source alone, in one clear sentence.
@Suite struct `A plug-in that` {
  private func error(_ script: String, allowance: Duration = .seconds(10)) -> ReadingError? {
    let settings = PluginSettings(allowance: allowance, largestPayload: 1 << 20)
    let reader = ProcessReader(PluginSession(TestPlugin.manifest(script), settings))
    do throws(ReadingError) {
      _ = try reader.read(TestPlugin.source, within: .standard)
      return nil
    } catch {
      return error
    }
  }

  private static let greeted = TestPlugin.hello + TestPlugin.request

  private static let faults: [(script: String, predicate: String)] = [
    ("echo Good morning; sleep 60", "printed something that is no message: “Good morning”"),
    (greeted + "echo '<html>'; sleep 60", "printed something that is no message: “<html>”"),
    (
      greeted + #"echo '{"type":"document","bytes":99999999}'; sleep 60"#,
      "announced 99999999 bytes at once, more than it may send"
    ),
    (greeted + #"echo '{"type":"document","bytes":-5}'; sleep 60"#, "announced -5 bytes, which is no count"),
    ("exit 0", "ended without an answer"),
    (greeted + "exit 0", "ended without an answer"),
    (greeted + "echo 'no such field' >&2; exit 3", "ended with status 3, saying “no such field”"),
    (greeted + "kill -SEGV $$", "touched memory that is not its own"),
    (
      greeted + #"printf '{"type":"docu'; exit 1"#,
      "ended with status 1 in the middle of the message “{\"type\":\"docu”"
    ),
    (
      #"echo '{"type":"hello","protocol":"convert.plugin/9"}'; sleep 60"#,
      "speaks the protocol “convert.plugin/9”, and this program speaks “convert.plugin/1”"
    ),
    (#"echo '{"type":"hello"}'; sleep 60"#, "speaks no protocol, and this program speaks “convert.plugin/1”"),
    (TestPlugin.answer("document", "{}"), "said “document” before it said hello"),
    (greeted + TestPlugin.answer("done"), "answered a reading with a message “done”"),
    (
      greeted + TestPlugin.answer("document", "{}"),
      "gave a document that is not valid: the member “schema” is missing (byte 0)"
    ),
  ]

  @Test(arguments: faults)
  func `misbehaves is told what it did`(_ script: String, _ predicate: String) {
    #expect(error(script)?.reason == .crashed(detail: "the plug-in “test” \(predicate)"))
  }

  @Test func `prints without end is stopped at once`() throws {
    let reason = try #require(error("cat /dev/zero")?.description)
    #expect(reason.hasPrefix("the plug-in “test” printed something that is no message"))
  }

  @Test(arguments: ["sleep 60", greeted + "sleep 60", greeted + "while :; do echo >&2; done"])
  func `says nothing is stopped at its limit, and what it started with it`(_ script: String) {
    let time = ContinuousClock().measure {
      #expect(
        error(script, allowance: .milliseconds(300))?.reason
          == .stopped(detail: "the plug-in “test” took longer than the limit of 0.3 s (--time-limit)"))
    }
    #expect(time < .seconds(30))
  }

  @Test func `cannot be started is told`() {
    var manifest = TestPlugin.manifest("")
    manifest.command = ["/nowhere/program"]
    let reader = ProcessReader(PluginSession(manifest, PluginSettings()))
    #expect(
      throws: ReadingError(
        .crashed(detail: "the plug-in “test” cannot be started: there is no program “/nowhere/program”"))
    ) {
      try reader.read(TestPlugin.source, within: .standard)
    }
  }

  @Test(arguments: ["", "sleep 0.1"])
  func `serves one source and ends is started anew for the next`(_ ending: String) throws {
    let script = TestPlugin.hello + TestPlugin.request + TestPlugin.answer("document", TestPlugin.document) + ending
    let reader = ProcessReader(PluginSession(TestPlugin.manifest(script), PluginSettings()))
    for _ in 0..<3 {
      let document = try reader.read(TestPlugin.source, within: .standard)
      #expect(document.blocks == [.paragraph(Paragraph(text: "a", origin: Origin(.lines(1...1), .stated)))])
    }
  }

  @Test(arguments: ["exit 3", "kill -SEGV $$", TestPlugin.request + "exit 3", TestPlugin.request + "kill -SEGV $$"])
  func `fails after an answer is started anew for the next source`(_ ending: String) throws {
    let script = TestPlugin.hello + TestPlugin.request + TestPlugin.says("$bytes") + ending
    let reader = ProcessReader(PluginSession(TestPlugin.manifest(script), PluginSettings()))
    for _ in 0..<3 {
      let document = try reader.read(TestPlugin.source, within: .standard)
      #expect(document.blocks == [.paragraph(Paragraph(text: "abc", origin: Origin(.lines(1...1), .stated)))])
    }
  }

  @Test func `fails at a source as its first, too, has failed at that source alone`() throws {
    let loop = TestPlugin.request + "[ \"$bytes\" = bad ] && exit 3\n" + TestPlugin.says("$bytes")
    let script = TestPlugin.hello + "while :; do\n" + loop + "done"
    let reader = ProcessReader(PluginSession(TestPlugin.manifest(script), PluginSettings()))
    let ends = ["good", "bad", "good"].map { text in
      Result { () throws(ReadingError) in
        try reader.read(Source(name: "a.test", bytes: Data(text.utf8), format: "test"), within: .standard).blocks.count
      }
    }
    let crash = ReadingError(.crashed(detail: "the plug-in “test” ended with status 3"))
    #expect(ends == [.success(1), .failure(crash), .success(1)])
  }

  @Test func `answers twice does not answer the next source with it`() throws {
    let answer = TestPlugin.answer("document", TestPlugin.document)
    let other = TestPlugin.answer("document", TestPlugin.document.replacing("\"a\"", with: "\"b\""))
    let script = TestPlugin.hello + TestPlugin.request + answer + other + "sleep 60"
    let session = PluginSession(TestPlugin.manifest(script), PluginSettings())
    let reader = ProcessReader(session)
    for _ in 0..<2 {
      let document = try reader.read(TestPlugin.source, within: .standard)
      #expect(document.blocks == [.paragraph(Paragraph(text: "a", origin: Origin(.lines(1...1), .stated)))])
      for _ in 0..<200 where session.isReady { usleep(10_000) }
      #expect(!session.isReady)
    }
  }

  @Test func `refuses says why`() {
    let refusal = #"printf '{"type":"error","code":"damaged","message":"no header"}\n'"#
    #expect(error(Self.greeted + refusal)?.reason == .damaged(format: "test", detail: "no header"))
    let lines = refusal.replacing("no header", with: #"no\\nheader"#)
    #expect(error(Self.greeted + lines)?.reason == .damaged(format: "test", detail: "no header"))
    let limit = #"printf '{"type":"error","code":"limit","message":"cells","asked":9}\n'"#
    #expect(error(Self.greeted + limit)?.reason == .limit(name: "cells", asked: 9, granted: Limits.standard.cells))
  }

  @Test func `goes beyond the limits is held to them`() {
    let script =
      Self.greeted
      + TestPlugin.answer(
        "document",
        TestPlugin.document.replacing("\"lines\":[1,1]", with: "\"page\":7"))
    let reader = ProcessReader(PluginSession(TestPlugin.manifest(script), PluginSettings()))
    #expect {
      try reader.read(TestPlugin.source, within: Limits(pages: 6))
    } throws: { ($0 as? ReadingError)?.code == "limit" }
  }
}

@Suite struct `A plug-in that writes` {
  private func written(_ answer: String) throws(WritingError) -> MemorySink {
    let format = OutputFormat(name: "out", title: "out", fileExtension: "out")
    let manifest = TestPlugin.manifest(
      TestPlugin.hello + TestPlugin.request + answer, reads: [], writes: [format])
    let writer = ProcessWriter(PluginSession(manifest, PluginSettings(allowance: .seconds(10))), format)
    var sink = MemorySink(separatesParts: true)
    try writer.write(Document(), to: &sink)
    return sink
  }

  @Test func `gives its output piece by piece`() throws {
    let script =
      TestPlugin.answer("output", "ab") + #"printf '{"type":"output","part":"t1","bytes":1}\nc{"type":"done"}\n'"#
    let parts = try written(script).parts
    #expect(parts.map(\.name) == ["", "t1"])
    #expect(parts.map { String(decoding: $0.bytes, as: UTF8.self) } == ["ab", "c"])
  }

  @Test(arguments: [
    (#"echo '{"type":"error","message":"no tables"}'"#, "the plug-in “test” says: no tables"),
    ("exit 4", "the plug-in “test” ended with status 4"),
    ("echo oops; sleep 60", "the plug-in “test” printed something that is no message: “oops”"),
    (
      #"printf '{"type":"output","part":"../../a","bytes":1}\na{"type":"done"}\n'"#,
      "the plug-in “test” named a part of its output “../../a”, which cannot be part of the name of a file"
    ),
  ]) func `misbehaves is told what it did`(_ script: String, _ sentence: String) {
    #expect {
      try written(script)
    } throws: { "\($0)" == sentence }
  }
}
