import Foundation
import Testing

/// Where output goes, under which names, and what is left when writing fails.
@Suite struct OutputTests {
  @Test(arguments: [([], true), (["--no-boilerplate"], false)])
  func `what surrounds the article of a page is left out where asked`(_ options: [String], _ isKept: Bool) throws {
    let scratch = try Scratch()
    let page =
      "<nav><a href=a>Wells</a> <a href=b>Roads</a></nav><h1>Report</h1><p>The wells are full again this year.</p>"
    try scratch.file("a.html", Data(page.utf8))
    let text = try Program.run(["a.html"] + options, in: scratch.folder).output
    #expect(text.contains("The wells are full again this year."))
    #expect(text.contains("Roads") == isKept)
  }

  private static let table = Data("name,count\nwells,12\npumps,7\n".utf8)

  private func manifest(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test(arguments: ["csv", "csv-long", "xlsx"])
  func `text that tables alone leave out is told`(format: String) throws {
    let scratch = try Scratch()
    try scratch.file("a.txt", Data("The wells are full again this year.\n".utf8))
    let result = try Program.run(["a.txt", "--to", format, "-o", "a.out"], in: scratch.folder)
    #expect(result.status == 0)
    #expect(
      result.messages.contains("a.txt: warning: the document has text but no tables, and \(format) holds nothing else"))
    #expect(try Program.run(["a.txt", "--to", "\(format),text", "-o", "out/"], in: scratch.folder).messages.isEmpty)
  }

  @Test func `several inputs do not make a folder that is named as a file`() throws {
    let scratch = try Scratch()
    for name in ["a.csv", "b.csv"] { try scratch.file(name, Self.table) }
    let refused = try Program.run(["a.csv", "b.csv", "-o", "all.txt"], in: scratch.folder)
    #expect(refused.status == 2)
    #expect(refused.messages.contains("--merge all.txt"))
    #expect(scratch.files == ["a.csv", "b.csv"])
    #expect(try Program.run(["a.csv", "b.csv", "-o", "all.txt/"], in: scratch.folder).status == 0)
  }

  @Test func `a descriptor of tables is not written without them`() throws {
    let scratch = try Scratch()
    try scratch.file("a.csv", Self.table)
    let refused = try Program.run(["a.csv", "--to", "datapackage", "-o", "out/"], in: scratch.folder)
    #expect(refused.status == 2)
    #expect(refused.messages.contains("--to csv,datapackage"))
  }

  @Test func `standard input goes to standard output`() throws {
    let result = try Program.run(["-", "--from", "text", "--to", "csv"], input: Self.table)
    #expect(result.output == "name,count\nwells,12\npumps,7\n")
    #expect(result.messages.isEmpty)
    #expect(result.status == 0)
  }

  @Test func `the same input gives the same bytes`() throws {
    let scratch = try Scratch()
    let samples = Program.packageFolder.appendingPathComponent("Samples").path
    for folder in ["first", "second"] {
      let formats = "text,markdown,html,json,ndjson,csv,csv-long,xlsx"
      let result = try Program.run([samples, "-o", folder, "--to", formats], in: scratch.folder)
      #expect(result.status == 0, "\(result.messages)")
      // It tells how long each source took.
      try FileManager.default.removeItem(at: scratch.url("\(folder)/manifest.ndjson"))
    }
    let names = scratch.files.filter { $0.hasPrefix("first/") }.map { $0.dropFirst("first/".count) }
    #expect(names.count > 3 * 8)
    for name in names {
      #expect(
        try Data(contentsOf: scratch.url("first/\(name)")) == Data(contentsOf: scratch.url("second/\(name)")), "\(name)"
      )
    }
  }

  @Test func `a folder keeps the names of its inputs, one CSV file per table`() throws {
    let scratch = try Scratch()
    try scratch.file("in/a.csv", Self.table)
    try scratch.file("in/deep/b.txt", Data("Only a sentence.\n".utf8))
    try scratch.file("in/.hidden.txt", Data("hidden".utf8))
    let result = try Program.run(["in", "-o", "out", "--to", "text,json,csv"], in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    #expect(
      scratch.files.filter { $0.hasPrefix("out/") } == [
        "out/a.csv.json", "out/a.csv.t1.csv", "out/a.csv.txt", "out/deep/b.txt.json", "out/deep/b.txt.txt",
        "out/manifest.ndjson",
      ])
    let lines = try manifest(try scratch.text("out/manifest.ndjson"))
    #expect(lines.map { $0["source"] as? String } == ["in/a.csv", "in/deep/b.txt"])
    #expect(lines.allSatisfy { $0["status"] as? String == "converted" })
    #expect(lines[0]["outputs"] as? [String] == ["out/a.csv.txt", "out/a.csv.json", "out/a.csv.t1.csv"])
    #expect((lines[0]["sha256"] as? String)?.count == 64)
  }

  @Test(arguments: ["0", "1"]) func `a document without text has an empty file, and no grids`(_ jobs: String) throws {
    let scratch = try Scratch()
    try scratch.file("in/blank.txt", Data(" \n\n".utf8))
    let result = try Program.run(["in", "-o", "out", "--to", "text,csv", "--jobs", jobs], in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    #expect(scratch.files == ["in/blank.txt", "out/blank.txt.txt", "out/manifest.ndjson"])
    #expect(try scratch.text("out/blank.txt.txt").isEmpty)
  }

  @Test func `a paragraph longer than a message of a worker is converted`() throws {
    let scratch = try Scratch()
    let line = String(repeating: "wells ", count: 3 << 20)
    try scratch.file("in/long.txt", Data(line.utf8))
    let result = try Program.run(["in", "-o", "out", "--jobs", "1"], in: scratch.folder)
    #expect(result.messages.isEmpty && result.status == 0, "\(result.messages)")
    #expect(try scratch.text("out/long.txt.txt").utf8.count == line.utf8.count)
  }

  @Test func `two sources of one run never share an output`() throws {
    let scratch = try Scratch()
    try scratch.file("q/a.tar/one.txt", Data("from the folder".utf8))
    try scratch.file("one.txt", Data("from the archive".utf8))
    #expect(try Program.shell("mkdir p; tar -cf p/a.tar one.txt", in: scratch.folder).status == 0)
    for _ in 0..<2 {
      let result = try Program.run(["p", "q", "-o", "out"], in: scratch.folder)
      #expect(result.messages.isEmpty && result.status == 0, "\(result.messages)")
      #expect(try scratch.text("out/a.tar/one.txt.txt") == "from the archive\n")
      #expect(try scratch.text("out/a.tar#2/one.txt.txt") == "from the folder\n")
    }
    try scratch.file("v/a.csv", Self.table)
    try scratch.file("v/a.csv.datapackage", Self.table)
    let result = try Program.run(
      ["v", "-o", "two", "--from", "text", "--to", "csv,json,datapackage", "--jobs", "0"], in: scratch.folder)
    #expect(
      result.messages
        == "convert: v/a.csv.datapackage: two/a.csv.datapackage.json is the output of another source in this run\n")
    #expect(result.status == 1)
  }

  @Test(arguments: ["0", "2"]) func `two members of an archive never share an output`(_ jobs: String) throws {
    let scratch = try Scratch()
    try scratch.file("a.csv", Data("name,count\nfirst,1\n".utf8))
    try scratch.file("a.csv.t1", Data("name,count\nsecond,2\n".utf8))
    #expect(try Program.shell("tar -cf a.tar a.csv a.csv.t1", in: scratch.folder).status == 0)
    let told = try Program.run(["a.tar", "-o", "two/", "--to", "csv,csv-long", "--jobs", jobs], in: scratch.folder)
    #expect(
      told.messages == "convert: a.tar!a.csv.t1: two/a.tar/a.csv.t1.csv is the output of another source in this run\n")
    #expect(try scratch.text("two/a.tar/a.csv.t1.csv").contains("first"))
  }

  @Test func `a source is skipped where files stood in the places of all its outputs, and nothing else is said of it`()
    throws
  {
    let scratch = try Scratch()
    try scratch.file("in/a.csv", Self.table)
    #expect(try Program.shell("tar -cf in/b.tar -C in a.csv", in: scratch.folder).status == 0)
    let options = ["in", "-o", "out", "--to", "csv"]
    #expect(try Program.run(options, in: scratch.folder).status == 0)
    try scratch.file("in/a.csv", Data("name,count\nwells,99\n".utf8))
    let result = try Program.run(options + ["--on-exists", "skip"], in: scratch.folder)
    #expect(result.messages.isEmpty && result.status == 0, "\(result.messages)")
    #expect(try scratch.text("out/a.csv.t1.csv") == "name,count\nwells,12\npumps,7\n")
    let lines = try manifest(scratch.text("out/manifest.ndjson"))
    #expect(lines.map { $0["status"] as? String } == ["skipped", "skipped", "converted"])
    #expect(lines.first?["outputs"] as? [String] == ["out/a.csv.t1.csv"])
  }

  @Test func `a folder whose name is no text is a folder`() throws {
    let scratch = try Scratch()
    let line = #"mkdir $'d\xb1'; printf 1 > $'d\xb1/a.txt'; printf 2 > $'d\xb1/b.txt'; convert $'d\xb1' -o out"#
    #expect(try Program.shell(line, in: scratch.folder).status == 0)
    #expect(
      scratch.files.filter { $0.hasPrefix("out/") } == ["out/a.txt.txt", "out/b.txt.txt", "out/manifest.ndjson"])
  }

  @Test func `of several outputs only those that exist are skipped`() throws {
    let scratch = try Scratch()
    try scratch.file("in/a.txt", Data("text".utf8))
    #expect(try Program.run(["in", "-o", "out"], in: scratch.folder).status == 0)
    try scratch.file("out/a.txt.txt", Data("mine".utf8))
    let options = ["in", "-o", "out", "--to", "text,json", "--on-exists", "skip", "--summary"]
    #expect(try Program.run(options, in: scratch.folder).messages.contains("1 converted"))
    #expect(scratch.files == ["in/a.txt", "out/a.txt.json", "out/a.txt.txt", "out/manifest.ndjson"])
    #expect(try scratch.text("out/a.txt.txt") == "mine")
    #expect(try Program.run(options, in: scratch.folder).messages.contains("1 skipped"))
  }

  @Test func `one bad file does not harm the batch`() throws {
    let scratch = try Scratch()
    try scratch.file("in/1.txt", Data("first".utf8))
    try scratch.file("in/2.pdf", Data())
    try scratch.file("in/3.txt", Data("third".utf8))
    let result = try Program.run(["in", "-o", "out"], in: scratch.folder)
    #expect(result.status == 1)
    #expect(result.messages == "convert: in/2.pdf: the file is empty\n")
    let lines = try manifest(try scratch.text("out/manifest.ndjson"))
    #expect(lines.map { $0["status"] as? String } == ["converted", "failed", "converted"])
    #expect((lines[1]["error"] as? [String: String])?["code"] == "empty")
    #expect(try scratch.text("out/3.txt.txt") == "third\n")
  }

  @Test func `existing output is kept unless something else is said`() throws {
    let scratch = try Scratch()
    try scratch.file("a.txt", Data("new".utf8))
    try scratch.file("out/a.txt.txt", Data("old\n".utf8))
    let refused = try Program.run(["a.txt", "-o", "out/"], in: scratch.folder)
    #expect(
      refused.messages == "convert: a.txt: out/a.txt.txt exists already; say --on-exists replace or skip\n")
    #expect(refused.status == 1)
    #expect(try Program.run(["a.txt", "-o", "out/", "--on-exists", "skip"], in: scratch.folder).status == 0)
    #expect(try scratch.text("out/a.txt.txt") == "old\n")
    #expect(try Program.run(["a.txt", "-o", "out/", "--on-exists", "replace"], in: scratch.folder).status == 0)
    #expect(try scratch.text("out/a.txt.txt") == "new\n")
  }

  @Test func `what is left alone because its output exists says so, and is not read`() throws {
    let scratch = try Scratch()
    try scratch.file("in/a.txt", Data("new".utf8))
    // Reading it would fail.
    try scratch.file("in/b.pdf", Data())
    try scratch.file("in/c.txt", Data("third".utf8))
    try scratch.file("out/a.txt.txt", Data("old\n".utf8))
    try scratch.file("out/b.pdf.txt", Data("old\n".utf8))
    let result = try Program.run(["in", "-o", "out", "--on-exists", "skip"], in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    let lines = try manifest(try scratch.text("out/manifest.ndjson"))
    #expect(lines.map { $0["status"] as? String } == ["skipped", "skipped", "converted"])
    #expect(lines.map { ($0["error"] as? [String: String])?["code"] } == ["output-exists", "output-exists", nil])
    #expect(try scratch.text("out/b.pdf.txt") == "old\n")
  }

  @Test(arguments: [["-", "a.txt"], ["a.txt", "-"]])
  func `standard input is one of several inputs`(inputs: [String]) throws {
    let scratch = try Scratch()
    try scratch.file("a.txt", Data("file".utf8))
    let result = try Program.run(
      inputs + ["-o", "out", "--time-limit", "20"], input: Data("piped".utf8), in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    #expect(try scratch.text("out/stdin.txt") == "piped\n")
    #expect(try scratch.text("out/a.txt.txt") == "file\n")
    #expect(try manifest(try scratch.text("out/manifest.ndjson")).map { $0["source"] as? String } == inputs)
  }

  @Test func `two inputs with one output name do not overwrite each other`() throws {
    let scratch = try Scratch()
    try scratch.file("x/a.txt", Data("from x".utf8))
    try scratch.file("y/a.txt", Data("from y".utf8))
    let result = try Program.run(["x/a.txt", "y/a.txt", "-o", "out", "--on-exists", "replace"], in: scratch.folder)
    #expect(result.status == 1)
    #expect(result.messages == "convert: y/a.txt: out/a.txt.txt is the output of x/a.txt in this run\n")
    #expect(try scratch.text("out/a.txt.txt") == "from x\n")
  }

  @Test func `a named file is replaced whole`() throws {
    let scratch = try Scratch()
    try scratch.file("a.txt", Data("new".utf8))
    try scratch.file("b.txt", Data("old".utf8))
    #expect(try Program.run(["a.txt", "-o", "b.txt"], in: scratch.folder).status == 0)
    #expect(try scratch.text("b.txt") == "new\n")
    #expect(scratch.files == ["a.txt", "b.txt"])
  }

  @Test func `a full disk`() throws {
    let result = try Program.shell("convert Samples/annual-report.docx > /dev/full")
    #expect(result.messages == "convert: standard output cannot be written: no space is left on the device\n")
    #expect(result.status == 1)
  }

  @Test func `a full disk leaves no partial file`() throws {
    let scratch = try Scratch()
    let sample = Program.packageFolder.appendingPathComponent("Samples/annual-report.docx").path
    // A limit on the size of files stands for a disk that fills up.
    let result = try Program.shell("ulimit -f 1; convert '\(sample)' --to json -o out.json", in: scratch.folder)
    #expect(
      result.messages
        == "convert: \(sample): out.json cannot be written: it would be larger than files may be here (ulimit -f)\n")
    #expect(result.status == 1)
    #expect(scratch.files.isEmpty)
  }

  /// A disk of 64 KB, which only the shell that makes it sees.
  private static func onSmallDisk(_ line: String, in scratch: Scratch) throws -> Program.Result {
    try scratch.file("line.sh", Data(line.utf8))
    return try Program.shell(
      "mkdir -p disk; unshare -m bash -c 'mount -t tmpfs -o size=64k tmpfs disk && . ./line.sh'", in: scratch.folder)
  }

  private static let hasSmallDisk = (try? onSmallDisk("true", in: Scratch()).status) == 0

  @Test(.enabled(if: hasSmallDisk, "file systems may not be mounted here"), arguments: [0, 1])
  func `a disk that is full ends the batch at once, and the same command goes on when there is room`(_ jobs: Int) throws
  {
    let scratch = try Scratch()
    // Each in a folder of its own: the making of the folder may be what there is no room for.
    for number in 100..<160 {
      try scratch.file("in/\(number)/a.txt", Data(String(repeating: "line \(number)\n", count: 100).utf8))
    }
    let command = "convert in -o disk/out --jobs \(jobs)"
    let result = try Self.onSmallDisk(
      "\(command); echo $?; mount -o remount,size=4m disk; \(command); echo $?; ls -A disk/out | grep -v '^1'; cp -r disk/out after",
      in: scratch)
    #expect(result.output == "1\n0\nmanifest.ndjson\n", "\(result)")
    let messages = result.messages.split(separator: "\n")
    #expect(
      messages.count == 2 && messages.first == "convert: stopped before the end; the same command goes on from here")
    #expect(messages.last?.hasSuffix("cannot be written: no space is left on the device") == true, "\(messages)")
    #expect(try Program.run(["in", "-o", "calm"], in: scratch.folder).status == 0)
    #expect(try Program.shell("diff -r -x manifest.ndjson calm after", in: scratch.folder).output.isEmpty)
    #expect(try scratch.text("after/manifest.ndjson").split(separator: "\n").count == 60)
  }

  @Test func `standard output closed`() throws {
    let result = try Program.shell("convert Samples/annual-report.docx >&-")
    #expect(result.messages == "convert: standard output cannot be written: bad file descriptor\n")
    #expect(result.status == 1)
  }

  @Test func `a reader that goes away ends the program in silence`() throws {
    let result = try Program.shell(
      "convert Samples/annual-report.docx --to json | head -c 1 >/dev/null; echo ${PIPESTATUS[0]}")
    #expect(result.messages.isEmpty)
    #expect(["141\n", "0\n"].contains(result.output))
  }

  @Test func `an output folder that cannot be written`() throws {
    let scratch = try Scratch()
    try scratch.file("a.txt", Data("text".utf8))
    try scratch.file("file", Data())
    try setPermissions(0o755, at: scratch.folder.path)
    let result = try asOrdinaryUser("convert '\(scratch.folder.path)/a.txt' -o '\(scratch.folder.path)/out/'")
    #expect(
      result.messages
        == "convert: \(scratch.folder.path)/a.txt: \(scratch.folder.path)/out cannot be written: permission denied\n")
    #expect(result.status == 1)
    let blocked = try Program.run(["a.txt", "-o", "file/out/"], in: scratch.folder)
    #expect(blocked.messages == "convert: a.txt: file/out cannot be written: not a directory\n")
    #expect(blocked.status == 1)
  }

  @Test func `the version comes fast and alone`() throws {
    let result = try Program.run(["--version"])
    #expect(result.output == "0.1.0\n")
    #expect(result.messages.isEmpty)
  }
}

/// Other programs can make or change documents and have them written by ours.
@Suite struct JSONBackTests {
  @Test(arguments: ["text", "markdown", "html", "json", "csv", "xlsx"])
  func `a document read back from JSON is written as it was the first time`(format: String) throws {
    let scratch = try Scratch()
    let sample = Program.packageFolder.appendingPathComponent("Samples/annual-report.docx").path
    try FileManager.default.copyItem(atPath: sample, toPath: scratch.url("a.docx").path)
    for line in [
      "convert a.docx --to \(format) > first",
      "convert a.docx --to json | convert - --from json --to \(format) > second",
      // The source of the second is the JSON.
      #"[ \#(format) != json ] || sed -i '/^ "source":/d' first second"#,
    ] {
      #expect(try Program.shell(line, in: scratch.folder).status == 0)
    }
    let first = try Data(contentsOf: scratch.url("first"))
    #expect(first.count > 500)
    #expect(try first == Data(contentsOf: scratch.url("second")))
  }
}
