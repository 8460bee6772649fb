import Foundation
import Testing

/// Archives as inputs: where their documents go and what the manifest says. The archives are made by the system's `tar`.
@Suite struct ArchiveTests {
  private func manifest(_ scratch: Scratch) throws -> [[String: Any]] {
    try scratch.text("out/manifest.ndjson").split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  /// A folder with `a.tgz` in it, which holds two texts and an archive with one more.
  private func nested() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.file("src/one.txt", Data("first".utf8))
    try scratch.file("src/报告/two.csv", Data("name,count\nwells,12\n".utf8))
    try scratch.file("inner/three.txt", Data("third".utf8))
    let made = try Program.shell(
      "tar -C inner -cf src/z.tar three.txt && mkdir in && tar -C src -czf in/a.tgz one.txt 报告 z.tar",
      in: scratch.folder)
    #expect(made.status == 0, "\(made.messages)")
    return scratch
  }

  @Test(arguments: [[], ["--jobs", "0"], ["--jobs", "1"]])
  func `documents go below a folder named as the archive`(_ options: [String]) throws {
    let scratch = try nested()
    let result = try Program.run(["in", "-o", "out", "--to", "text,csv"] + options, in: scratch.folder)
    #expect(result.messages.isEmpty)
    #expect(result.status == 0)
    #expect(
      scratch.files.filter { $0.hasPrefix("out/") } == [
        "out/a.tgz/one.txt.txt", "out/a.tgz/z.tar/three.txt.txt", "out/a.tgz/报告/two.csv.t1.csv",
        "out/a.tgz/报告/two.csv.txt", "out/manifest.ndjson",
      ])
    let lines = try manifest(scratch)
    #expect(
      lines.map { $0["source"] as? String } == [
        "in/a.tgz!one.txt", "in/a.tgz!报告/two.csv", "in/a.tgz!z.tar!three.txt", "in/a.tgz!z.tar", "in/a.tgz",
      ])
    #expect(lines.map { $0["format"] as? String } == ["text", "text", "text", "tar", "gzip"])
    #expect(lines.allSatisfy { $0["status"] as? String == "converted" && $0["sha256"] != nil })
  }

  @Test func `an archive to standard output gives its documents in order`() throws {
    let scratch = try nested()
    let result = try Program.run(["in/a.tgz"], in: scratch.folder)
    #expect(result.output.contains("first"))
    #expect(result.output.hasSuffix("third\n"))
    #expect(result.status == 0)
  }

  @Test func `an archive needs a folder to go to`() throws {
    let scratch = try nested()
    try scratch.file("nameless", try Data(contentsOf: scratch.url("in/a.tgz")))
    let result = try Program.run(["nameless", "-o", "out.txt"], in: scratch.folder)
    #expect(
      result.messages
        == "convert: nameless: is an archive; its documents need a folder to go to, name one with -o DIR/\n")
    #expect(result.status == 1)
  }

  @Test func `members that lead out of the archive are refused and told`() throws {
    let scratch = try Scratch()
    try scratch.file("in/ok.txt", Data("fine".utf8))
    try scratch.file("evil.txt", Data("evil".utf8))
    let made = try Program.shell(
      "cd in && ln -s /etc/passwd link && tar -P -cf ../a.tar ok.txt ../evil.txt link && rm ../evil.txt",
      in: scratch.folder)
    #expect(made.status == 0, "\(made.messages)")
    let result = try Program.run(["a.tar", "-o", "out/"], in: scratch.folder)
    #expect(result.status == 1)
    #expect(
      result.messages == """
        convert: a.tar!../evil.txt: is refused: its name leads out of the archive
        convert: a.tar!link: warning: is refused: it is a link, which is not followed

        """)
    #expect(scratch.files == ["a.tar", "in/ok.txt", "out/a.tar/ok.txt.txt", "out/manifest.ndjson"])
    #expect(
      try manifest(scratch).map { $0["status"] as? String } == ["converted", "failed", "skipped", "converted"])
  }

  @Test(arguments: ["convert all.tar -o out", "records all.tar --to json"])
  func `an entry whose unpacking ends its worker costs no other member`(_ command: String) throws {
    let scratch = try Scratch()
    for name in ["a.txt", "z.txt"] { try scratch.file("src/\(name)", Data("text of \(name)".utf8)) }
    // A file of 120 MB of zeros; a worker may have 64.
    let made = try Program.shell(
      "truncate -s 120M src/big.txt && tar -C src -czf all.tar a.txt big.txt z.txt", in: scratch.folder)
    #expect(made.status == 0, "\(made.messages)")
    let result = try Program.shell(
      "convert \(command.replacing("convert ", with: "")) --jobs 1 --memory-limit 64 --limit ratio=1000000",
      in: scratch.folder)
    #expect(result.status == 1)
    let told = result.messages.split(separator: "\n").filter { $0.contains("crashed") }
    #expect(
      told.count == 1 && told.first?.hasPrefix("convert: all.tar!big.txt: reading it crashed") == true,
      "\(result.messages)")
    if command.hasPrefix("convert") {
      #expect(
        try manifest(scratch).map { "\($0["source"] ?? "") \($0["status"] ?? "")" } == [
          "all.tar!a.txt converted", "all.tar!big.txt crashed", "all.tar!z.txt converted", "all.tar converted",
        ])
    } else {
      #expect(result.messages.contains("all.tar!z.txt"))
    }
  }

  @Test func `packages of other programs are named and not opened as archives`() throws {
    let scratch = try Scratch()
    try scratch.file("META-INF/MANIFEST.MF", Data("Manifest-Version: 1.0".utf8))
    // An uncompressed ZIP archive of one member, as the format is laid out in APPNOTE 4.3.
    let name = Array("META-INF/MANIFEST.MF".utf8)
    let local: [UInt8] = [0x50, 0x4B, 3, 4, 10, 0] + Array(repeating: 0, count: 20) + [UInt8(name.count), 0, 0, 0]
    let central: [UInt8] =
      [0x50, 0x4B, 1, 2, 10, 0, 10, 0] + Array(repeating: 0, count: 20) + [UInt8(name.count), 0]
      + Array(repeating: 0, count: 16)
    let start = local.count + name.count
    let end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, UInt8(central.count + name.count), 0, 0, 0]
    try scratch.file("tool.jar", Data(local + name + central + name + end + [UInt8(start), 0, 0, 0, 0, 0]))
    let result = try Program.run(["tool.jar"], in: scratch.folder)
    #expect(
      result.messages == "convert: tool.jar: there is no reader for the format “jar”; see ‘convert formats’\n")
  }
}
