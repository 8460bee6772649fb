import Foundation
import Testing

/// A batch that was stopped goes on with the same command. A limit on the size of files stands for a disk that fills up;
/// `script/chaos` kills batches at random.
@Suite struct ResumeTests {
  /// Three texts, the second with an output above one kilobyte: a run under the limit stops there.
  private func stopped(jobs: Int = 1) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.file("in/1.txt", Data("first\n".utf8))
    try scratch.file("in/2.txt", Data((0..<9000).map { "line \($0)\n" }.joined().utf8))
    try scratch.file("in/3.txt", Data("third\n".utf8))
    let result = try Program.shell("ulimit -f 40; convert in -o out --jobs \(jobs)", in: scratch.folder)
    #expect(
      result.messages == """
        convert: stopped before the end; the same command goes on from here
        convert: out/2.txt.txt cannot be written: it would be larger than files may be here (ulimit -f)

        """)
    #expect(result.status == 1)
    #expect(scratch.files.filter { $0.hasPrefix("out/") } == ["out/.convert/journal.ndjson", "out/1.txt.txt"])
    return scratch
  }

  private func lines(_ scratch: Scratch) throws -> [String] {
    try scratch.text("out/manifest.ndjson").split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return "\(object?["source"] ?? "") \(object?["status"] ?? "")"
    }
  }

  private static let all = ["in/1.txt converted", "in/2.txt converted", "in/3.txt converted"]

  @Test(arguments: [0, 1]) func `the same command goes on and leaves nothing behind`(_ jobs: Int) throws {
    let scratch = try stopped(jobs: jobs)
    let before = try FileManager.default.attributesOfItem(atPath: scratch.url("out/1.txt.txt").path)
    let result = try Program.run(["in", "-o", "out"], in: scratch.folder)
    #expect(result.messages.isEmpty)
    #expect(result.status == 0)
    let after = try FileManager.default.attributesOfItem(atPath: scratch.url("out/1.txt.txt").path)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int, "what was done is not done again")
    #expect(try lines(scratch) == Self.all)
    #expect(
      scratch.files.filter { $0.hasPrefix("out/") } == [
        "out/1.txt.txt", "out/2.txt.txt", "out/3.txt.txt", "out/manifest.ndjson",
      ])
  }

  @Test func `an input that changed in between is read again`() throws {
    let scratch = try stopped()
    try scratch.file("in/1.txt", Data("changed\n".utf8))
    #expect(try Program.run(["in", "-o", "out"], in: scratch.folder).status == 0)
    #expect(try scratch.text("out/1.txt.txt") == "changed\n")
    #expect(try lines(scratch) == Self.all)
  }

  @Test(arguments: [["--to", "text"], ["--to", "text,json"]])
  func `what stood there before is not removed where its input has changed in between`(_ formats: [String]) throws {
    let scratch = try Scratch()
    try scratch.file("in/1.txt", Data("first\n".utf8))
    try scratch.file("in/2.txt", Data((0..<9000).map { "line \($0)\n" }.joined().utf8))
    try scratch.file("out/1.txt.txt", Data("mine\n".utf8))
    let command = "convert in -o out --on-exists skip --jobs 1 \(formats.joined(separator: " "))"
    let stopped = try Program.shell("ulimit -f 40; \(command)", in: scratch.folder)
    #expect(stopped.messages.contains("the same command goes on from here"), "\(stopped.messages)")
    try scratch.file("in/1.txt", Data("changed\n".utf8))
    #expect(try Program.shell(command, in: scratch.folder).status == 0)
    #expect(try scratch.text("out/1.txt.txt") == "mine\n")
  }

  @Test func `an input that is gone keeps the line of what was made of it`() throws {
    let scratch = try stopped()
    try FileManager.default.removeItem(at: scratch.url("in/1.txt"))
    for _ in 0..<2 {
      #expect(try Program.run(["in", "-o", "out"], in: scratch.folder).status == 0)
      #expect(try lines(scratch) == Self.all)
      #expect(try scratch.text("out/1.txt.txt") == "first\n")
    }
  }

  @Test(arguments: [
    ("{", "{\"member\":9223372036854775807,"), ("{", "{\"member\":-1,"), ("{", "{\"member\":3,"),
    ("\"size\":", "\"size\":-9223372036854775808,\"x\":"),
    ("\"milliseconds\":", "\"milliseconds\":9223372036854775807,\"x\":"),
    ("out/1.txt.txt", "out/../in/3.txt"), ("out/1.txt.txt", "/etc/hostname"), ("in/1.txt", "in/2.txt"), ("{", "{{"),
  ])
  func `a journal that somebody changed does no harm`(_ old: String, _ new: String) throws {
    let scratch = try stopped()
    let journal = try scratch.text("out/.convert/journal.ndjson")
    let lines = journal.split(separator: "\n")
    #expect(lines.count == 2 && lines[1].contains(old))
    try scratch.file(
      "out/.convert/journal.ndjson",
      Data((journal + lines[1].replacing(old, with: new, maxReplacements: 1) + "\n").utf8))
    let result = try Program.run(["in", "-o", "out"], in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    #expect(try scratch.text("in/3.txt") == "third\n")
    #expect(scratch.files.filter { $0.hasPrefix("out/") && !$0.hasPrefix("out/.") }.count == 4)
    #expect(!scratch.files.contains { $0.contains(".convert") })
  }

  @Test(arguments: [UInt64(17), .random(in: 0 ... .max)])
  func `a journal with random bytes does no harm`(seed: UInt64) throws {
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let scratch = try stopped()
    let journal = Array(try Data(contentsOf: scratch.url("out/.convert/journal.ndjson")))
    let marks = Array("0987-{}[]\",:eE.\u{0}\n\u{7F}x".utf8)
    for round in 0..<12 {
      var bytes = journal
      for _ in 0...random(6) { bytes[random(bytes.count)] = marks[random(marks.count)] }
      try scratch.file("out/.convert/journal.ndjson", Data(bytes))
      let result = try Program.run(["in", "-o", "out"], in: scratch.folder)
      #expect(result.status == 0, "seed \(seed), round \(round): \(result.messages)")
      #expect(try scratch.text("out/1.txt.txt") == "first\n")
      #expect(try scratch.text("out/3.txt.txt") == "third\n")
    }
  }

  @Test func `times that no clock of ours counts are times like others`() throws {
    let scratch = try Scratch()
    try scratch.file("in/late.txt", Data("late".utf8))
    try scratch.file("in/early.txt", Data("early".utf8))
    _ = try Program.shell("touch -d 2400-01-01 in/late.txt; touch -d 1701-01-01 in/early.txt", in: scratch.folder)
    for _ in 0..<2 {
      let result = try Program.run(["in", "-o", "out"], in: scratch.folder)
      #expect(result.status == 0, "\(result.messages)")
    }
    #expect(try scratch.text("out/late.txt.txt") == "late\n")
  }

  @Test func `an input that was only touched is not read again`() throws {
    let scratch = try stopped()
    let before = try FileManager.default.attributesOfItem(atPath: scratch.url("out/1.txt.txt").path)
    #expect(try Program.shell("touch -d '2020-02-02' in/1.txt; convert in -o out", in: scratch.folder).status == 0)
    let after = try FileManager.default.attributesOfItem(atPath: scratch.url("out/1.txt.txt").path)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
  }

  @Test func `an output that was removed is made again`() throws {
    let scratch = try stopped()
    try FileManager.default.removeItem(at: scratch.url("out/1.txt.txt"))
    #expect(try Program.run(["in", "-o", "out"], in: scratch.folder).status == 0)
    #expect(try scratch.text("out/1.txt.txt") == "first\n")
  }

  @Test func `an output from just before the stop, which nobody wrote down, is taken`() throws {
    let scratch = try stopped()
    try scratch.file("out/3.txt.txt", Data("third\n".utf8))
    let result = try Program.run(["in", "-o", "out"], in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    #expect(try lines(scratch) == Self.all)
  }

  @Test func `a journal that names files elsewhere does them no harm`() throws {
    let scratch = try stopped()
    try scratch.file("mine.txt", Data("mine\n".utf8))
    let journal = try scratch.text("out/.convert/journal.ndjson")
    for output in ["out/../mine.txt", "mine.txt", "\(scratch.folder.path)/mine.txt"] {
      // The input seems to have changed, so what was made of it is to be removed.
      let forged = journal.replacing("out/1.txt.txt", with: output).replacing(#""size":6"#, with: #""size":7"#)
        .replacing(#""sha256":""#, with: #""sha256":"0"#)
      #expect(forged != journal)
      try scratch.file("out/.convert/journal.ndjson", Data(forged.utf8))
      _ = try Program.shell("ulimit -f 40; convert in -o out --jobs 1", in: scratch.folder)
      #expect(try scratch.text("mine.txt") == "mine\n")
    }
  }

  @Test func `a journal whose last line was cut off is understood`() throws {
    let scratch = try stopped()
    let journal = try scratch.text("out/.convert/journal.ndjson")
    try scratch.file("out/.convert/journal.ndjson", Data((journal + "{\"input\":\"in/3.t").utf8))
    try scratch.file("out/.convert/7-0-0.0", Data("half".utf8))
    let result = try Program.run(["in", "-o", "out"], in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    #expect(try lines(scratch) == Self.all)
    #expect(!FileManager.default.fileExists(atPath: scratch.url("out/.convert").path))
  }

  @Test func `another command begins anew`() throws {
    let scratch = try stopped()
    let result = try Program.run(["in", "-o", "out", "--to", "json"], in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    #expect(try lines(scratch) == Self.all)
  }

  @Test func `the same command after the end changes nothing`() throws {
    let scratch = try stopped()
    #expect(try Program.run(["in", "-o", "out"], in: scratch.folder).status == 0)
    let again = try Program.run(["in", "-o", "out"], in: scratch.folder)
    #expect(again.status == 0, "\(again.messages)")
    #expect(try lines(scratch) == Self.all)
  }

  @Test func `two runs into one folder do not mix`() throws {
    let scratch = try stopped()
    let result = try Program.shell(
      "exec 9>>out/.convert/journal.ndjson; flock 9; convert in -o out", in: scratch.folder)
    #expect(result.messages == "convert: out cannot be written: another run is writing there\n")
    #expect(result.status == 1)
  }
}
