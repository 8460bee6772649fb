import Foundation
import Testing

/// One output for all documents, and documents that are there twice.
@Suite struct MergeTests {
  private func inputs() throws -> Scratch {
    let scratch = try Scratch()
    for number in 1...9 { try scratch.file("in/\(number).csv", Data("name,count\nwells,\(number)\n".utf8)) }
    try scratch.file("in/4.bad.pdf", Data())
    return scratch
  }

  private static let options = ["in", "-o", "out", "--merge", "all.csv", "--merge", "all.ndjson", "--quiet"]

  @Test(arguments: ["0", "1", "2"]) func `documents follow each other in the order of the inputs`(_ jobs: String) throws
  {
    let scratch = try inputs()
    let result = try Program.run(Self.options + ["--jobs", jobs], in: scratch.folder)
    #expect(result.status == 1)
    #expect(scratch.files.filter { $0.hasPrefix("out/") } == ["out/all.csv", "out/all.ndjson", "out/manifest.ndjson"])
    // The same as one run over all of them to standard output.
    let names = (1...9).map { "in/\($0).csv" }
    for (to, file) in [("csv-long", "out/all.csv"), ("ndjson", "out/all.ndjson")] {
      #expect(try scratch.text(file) == Program.run(names + ["--to", to], in: scratch.folder).output)
    }
  }

  @Test func `a merged output goes on where the batch was stopped`() throws {
    let calm = try inputs()
    #expect(try Program.run(Self.options, in: calm.folder).status == 1)
    let scratch = try inputs()
    // A limit on the size of files stands for a disk that fills up: it ends in the middle of the merged output.
    let stopped = try Program.shell(
      "ulimit -f 4; convert \(Self.options.joined(separator: " ")) --jobs 1", in: scratch.folder)
    #expect(stopped.messages.contains("the same command goes on from here"), "\(stopped.messages)")
    #expect(try Program.run(Self.options, in: scratch.folder).status == 1)
    #expect(try scratch.text("out/all.csv") == calm.text("out/all.csv"))
    #expect(try scratch.text("out/all.ndjson") == calm.text("out/all.ndjson"))
    #expect(scratch.files.filter { $0.hasPrefix("out/") } == ["out/all.csv", "out/all.ndjson", "out/manifest.ndjson"])
  }

  @Test func `the same command again is no conflict, and nothing is replaced unasked`() throws {
    let scratch = try inputs()
    let unlike = Self.options + ["--merge", "all.sqlite"]
    _ = try Program.run(unlike, in: scratch.folder)
    let files = ["out/all.csv", "out/all.ndjson", "out/all.sqlite", "out/manifest.ndjson"]
    #expect(scratch.files.filter { $0.hasPrefix("out/") } == files)
    let first = try files.dropLast().map { try Data(contentsOf: scratch.url($0)) }
    let again = try Program.run(unlike, in: scratch.folder)
    #expect(again.messages == "convert: in/4.bad.pdf: the file is empty\n")
    try scratch.file("in/5.csv", Data("name,count\nwells,55\n".utf8))
    let changed = try Program.run(unlike, in: scratch.folder)
    #expect(
      changed.messages.hasSuffix("convert: out/all.csv exists already; --on-exists replace replaces it\n"),
      "\(changed.messages)")
    #expect(changed.status == 1)
    #expect(try files.dropLast().map { try Data(contentsOf: scratch.url($0)) } == first)
    _ = try Program.run(unlike + ["--on-exists", "replace"], in: scratch.folder)
    #expect(scratch.files.filter { $0.hasPrefix("out/") } == files)
    #expect(try scratch.text("out/all.csv").contains("55"))
  }

  @Test func `documents of one name are merged where they have no files of their own`() throws {
    let scratch = try Scratch()
    for name in ["x/a.csv", "y/a.csv"] { try scratch.file(name, Data("name,count\nwells,1\n".utf8)) }
    for _ in 0..<2 {
      let options = ["x/a.csv", "y/a.csv", "-o", "out", "--merge", "all.ndjson", "--on-exists", "skip"]
      let result = try Program.run(options, in: scratch.folder)
      #expect(result.messages.isEmpty && result.status == 0, "\(result.messages)")
      #expect(try scratch.text("out/all.ndjson").split(separator: "\n").count == 2)
    }
  }

  @Test func `a file that is named in two ways is merged once`() throws {
    let scratch = try Scratch()
    try scratch.file("in/a.csv", Data("name,count\nwells,1\n".utf8))
    let result = try Program.run(["in", "./in", "-o", "out", "--merge", "all.ndjson"], in: scratch.folder)
    #expect(result.status == 0)
    #expect(try scratch.text("out/all.ndjson").split(separator: "\n").count == 1)
    #expect(try scratch.text("out/manifest.ndjson").contains("same-file"))
  }

  @Test func `a name is no hindrance where its first file is skipped for its content`() throws {
    let scratch = try Scratch()
    for name in ["a/2022.txt", "a/2023.txt"] { try scratch.file(name, Data("same".utf8)) }
    try scratch.file("b/2023.txt", Data("else text".utf8))
    let result = try Program.run(["a", "b", "-o", "out", "--same-content-once"], in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    #expect(try scratch.text("out/2023.txt.txt") == "else text\n")
  }

  @Test func `lines of what was merged go with what is merged anew`() throws {
    let scratch = try Scratch()
    for name in ["a", "b"] { try scratch.file("in/\(name).csv", Data("name,count\nwells,1\n".utf8)) }
    let options = ["in", "-o", "out", "--merge", "all.ndjson", "--on-exists", "replace"]
    #expect(try Program.run(options, in: scratch.folder).status == 0)
    try FileManager.default.removeItem(at: scratch.url("in/b.csv"))
    #expect(try Program.run(options, in: scratch.folder).status == 0)
    #expect(try scratch.text("out/manifest.ndjson").split(separator: "\n").count == 1)
  }

  @Test func `a merged output that nobody of us wrote is refused before anything is read`() throws {
    let scratch = try inputs()
    try scratch.file("out/all.csv", Data("mine".utf8))
    let result = try Program.run(Self.options, in: scratch.folder)
    #expect(result.messages == "convert: out/all.csv exists already; --on-exists replace replaces it\n")
    #expect(scratch.files.filter { $0.hasPrefix("out/") } == ["out/all.csv"])
  }

  @Test func `inputs named as what the batch itself writes get other names`() throws {
    let scratch = try Scratch()
    for name in ["manifest", "all", ".convert/journal", "manifest.ndjson/b.txt"] {
      try scratch.file("in/\(name)", Data("wells of \(name)\n".utf8))
    }
    let options = ["in", "-o", "out", "--hidden-files", "--to", "ndjson", "--merge", "all.ndjson", "--quiet"]
    #expect(try Program.run(options, in: scratch.folder).status == 0)
    #expect(
      Set(scratch.files.filter { $0.hasPrefix("out/") }) == [
        "out/.convert#2/journal.ndjson", "out/all#2.ndjson", "out/all.ndjson", "out/manifest#2.ndjson",
        "out/manifest.ndjson", "out/manifest.ndjson#2/b.txt.ndjson",
      ])
    #expect(try scratch.text("out/manifest#2.ndjson").contains("wells of manifest"))
    #expect(try scratch.text("out/all.ndjson").split(separator: "\n").count == 4)
  }

  @Test func `a formula behind a line feed is disarmed`() throws {
    let scratch = try Scratch()
    try scratch.file("f.csv", Data("a,b\n\"\n=5\",x\n".utf8))
    let result = try Program.run(["f.csv", "--to", "csv", "--escape-formulas"], in: scratch.folder)
    #expect(result.output == "a,b\n\"'\n=5\",x\n")
  }

  /// The rows of a query, as another program sees them.
  private func rows(_ query: String, of file: String, in scratch: Scratch) throws -> [String] {
    let script = "import sqlite3, sys\nfor row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]): print(*row)"
    try scratch.file("query.py", Data(script.utf8))
    let result = try Program.shell("python3 query.py \(file) '\(query)'", in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test(.enabled(if: hasPython, "python3, which reads the database, is not here"), arguments: ["0", "2"])
  func `a batch becomes one database`(_ jobs: String) throws {
    let scratch = try inputs()
    let options = ["in", "-o", "out", "--merge", "all.sqlite", "--quiet", "--jobs", jobs]
    #expect(try Program.run(options, in: scratch.folder).status == 1)
    #expect(scratch.files.filter { $0.hasPrefix("out/") } == ["out/all.sqlite", "out/manifest.ndjson"])
    let query =
      "SELECT name, cells.number FROM cells JOIN tables USING (table_id) JOIN documents USING (document_id) "
      + "WHERE cells.number NOTNULL"
    #expect(try rows(query, of: "out/all.sqlite", in: scratch) == (1...9).map { "in/\($0).csv \($0)" })
    // The same inputs give the same bytes.
    let first = try Data(contentsOf: scratch.url("out/all.sqlite"))
    #expect(try Program.run(options + ["--on-exists", "replace"], in: scratch.folder).status == 1)
    #expect(try Data(contentsOf: scratch.url("out/all.sqlite")) == first)
  }

  @Test(.enabled(if: hasPython, "python3, which reads the database, is not here"))
  func `a report has its records in the database`() throws {
    let scratch = try Scratch()
    let sample = Program.packageFolder.appendingPathComponent("Samples/annual-report.docx").path
    for arguments in [["--merge", "all.sqlite", "-o", "out"], ["--to", "sqlite", "-o", "one.sqlite"]] {
      #expect(try Program.run([sample] + arguments, in: scratch.folder).status == 0)
    }
    // As many as the command that makes records counts.
    let records = try Program.run(["records", sample, "--to", "ndjson"], in: scratch.folder).output
    let count = records.split(separator: "\n").count
    #expect(count > 50)
    for file in ["out/all.sqlite", "one.sqlite"] {
      #expect(try rows("SELECT count(*) FROM records", of: file, in: scratch) == ["\(count)"])
    }
  }

  @Test(.enabled(if: hasPython, "python3, which reads the database, is not here"))
  func `a database goes on where the batch was stopped, and appears whole`() throws {
    let calm = try inputs()
    let options = ["in", "-o", "out", "--merge", "all.sqlite", "--quiet", "--jobs", "1"]
    #expect(try Program.run(options, in: calm.folder).status == 1)
    let scratch = try inputs()
    let stopped = try Program.shell("ulimit -f 8; convert \(options.joined(separator: " "))", in: scratch.folder)
    #expect(stopped.status == 1)
    #expect(!scratch.files.contains("out/all.sqlite"))
    #expect(try Program.run(options, in: scratch.folder).status == 1)
    #expect(
      try Data(contentsOf: scratch.url("out/all.sqlite")) == Data(contentsOf: calm.url("out/all.sqlite")))
  }

  @Test func `documents by themselves are written where --to asks for them`() throws {
    let scratch = try inputs()
    _ = try Program.run(Self.options + ["--to", "text"], in: scratch.folder)
    #expect(scratch.files.filter { $0.hasPrefix("out/") }.count == 12)
  }

  @Test func `of inputs with the same content the first is converted`() throws {
    let scratch = try Scratch()
    for name in ["a", "b", "d"] { try scratch.file("in/\(name).txt", Data("same text".utf8)) }
    try scratch.file("in/c.txt", Data("else text".utf8))
    #expect(try Program.shell("tar -C in -cf in/z.tar b.txt c.txt d.txt", in: scratch.folder).status == 0)
    let result = try Program.run(["in", "-o", "out", "--same-content-once"], in: scratch.folder)
    #expect(result.status == 0)
    #expect(
      scratch.files.filter { $0.hasPrefix("out/") } == [
        "out/a.txt.txt", "out/c.txt.txt", "out/manifest.ndjson", "out/z.tar/b.txt.txt", "out/z.tar/c.txt.txt",
      ])
    let manifest = try scratch.text("out/manifest.ndjson")
    #expect(manifest.contains("has the same content as in/a.txt, which is read for both"))
    #expect(manifest.contains("has the same content as in/z.tar!b.txt, which is read for both"))
  }

  @Test(arguments: [
    ["--merge", "all.csv"], ["--merge", "x/all.csv", "-o", "o/"], ["--merge", "all.pdf", "-o", "o/"],
    ["--merge", ".csv", "-o", "o/"],
  ])
  func `wrong usage`(_ options: [String]) throws {
    #expect(try Program.run(["x"] + options).status == 2)
  }

  /// A batch of two folders that was refused at its end: its merged outputs and its journal are there.
  private func refused() throws -> Scratch {
    let scratch = try Scratch()
    for name in ["a/1", "a/2", "b/3", "b/4"] {
      try scratch.file("\(name).csv", Data("name,count\nwells,\(name)\n".utf8))
    }
    let options = ["-o", "out", "--merge", "all.csv", "--merge", "all.ndjson", "--quiet"]
    #expect(try Program.run(["a"] + options, in: scratch.folder).status == 0)
    let result = try Program.run(["a", "b"] + options, in: scratch.folder)
    #expect(result.messages.contains("exists already"), "\(result.messages)")
    return scratch
  }

  private func merged(_ inputs: [String], in scratch: Scratch) throws -> [String] {
    let options = ["-o", "out", "--merge", "all.csv", "--merge", "all.ndjson", "--quiet", "--on-exists", "replace"]
    #expect(try Program.run(inputs + options, in: scratch.folder).status == 0)
    #expect(!scratch.files.contains { $0.hasPrefix("out/.convert") })
    let csv = try scratch.text("out/all.csv").split(separator: "\n").filter {
      $0.contains("wells,") || $0.contains("/")
    }
    #expect(!csv.isEmpty)
    return try scratch.text("out/all.ndjson").split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (object?["source"] as? [String: Any])?["name"] as? String ?? ""
    }
  }

  @Test func `merged outputs hold the inputs of this run in its order, whatever a stopped one has appended`() throws {
    #expect(try merged(["a", "b"], in: refused()) == ["a/1.csv", "a/2.csv", "b/3.csv", "b/4.csv"])
    #expect(try merged(["b", "a"], in: refused()) == ["b/3.csv", "b/4.csv", "a/1.csv", "a/2.csv"])
    #expect(try merged(["b"], in: refused()) == ["b/3.csv", "b/4.csv"])
    let scratch = try refused()
    try FileManager.default.removeItem(at: scratch.url("a/2.csv"))
    #expect(try merged(["a", "b"], in: scratch) == ["a/1.csv", "b/3.csv", "b/4.csv"])
  }

  @Test(arguments: ["all.csv", "all.ndjson"])
  func `no document is merged twice where one of two merged outputs did not reach the disk`(_ lost: String) throws {
    let scratch = try refused()
    try scratch.file("out/.convert/merged-\(lost)", Data())
    #expect(try merged(["a", "b"], in: scratch) == ["a/1.csv", "a/2.csv", "b/3.csv", "b/4.csv"])
  }

  @Test func `a control character in a name keeps no batch from its database`() throws {
    let scratch = try Scratch()
    try scratch.file("in/f\u{1B}x.txt", Data("wells".utf8))
    let result = try Program.run(["in", "-o", "out", "--merge", "all.sqlite"], in: scratch.folder)
    #expect(result.messages.isEmpty && result.status == 0, "\(result.messages)")
    #expect(scratch.files.contains("out/all.sqlite"))
  }

  @Test func `a folder in the place of a merged output is told before anything is read, a link is kept`() throws {
    let scratch = try inputs()
    let options = ["in/1.csv", "-o", "out", "--merge", "all.csv", "--on-exists", "replace"]
    let result = try Program.shell(
      "mkdir -p out/all.csv; convert \(options.joined(separator: " "))", in: scratch.folder)
    #expect(result.messages == "convert: out/all.csv cannot be written: a folder or device stands there\n")
    let line = "rmdir out/all.csv; touch there.csv; ln -s ../there.csv out/all.csv; convert"
    #expect(try Program.shell("\(line) \(options.joined(separator: " "))", in: scratch.folder).status == 0)
    #expect(try scratch.text("there.csv").contains("wells"))
  }
}
