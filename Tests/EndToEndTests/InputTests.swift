import Foundation
import Testing

/// Which files are inputs: patterns, lists, hidden files, links, names that are no text.
@Suite struct InputTests {
  private func outputs(_ scratch: Scratch) -> [String] {
    scratch.files.filter { $0.hasPrefix("out/") && $0 != "out/manifest.ndjson" }
  }

  private func tree() throws -> Scratch {
    let scratch = try Scratch()
    for name in ["in/a.txt", "in/b.md", "in/old/a.txt", "in/.c.txt", "in/~$d.txt", "in/Thumbs.db"] {
      try scratch.file(name, Data("text of \(name)\n".utf8))
    }
    return scratch
  }

  @Test func `the output folder below an input is no input of the next run`() throws {
    let scratch = try Scratch()
    try scratch.file("in/a.txt", Data("a".utf8))
    for _ in 0..<2 { #expect(try Program.run(["in", "-o", "in/out"], in: scratch.folder).status == 0) }
    #expect(scratch.files == ["in/a.txt", "in/out/a.txt.txt", "in/out/manifest.ndjson"])
    let result = try Program.run(["in", "-o", "in"], in: scratch.folder)
    #expect(result.status == 2)
    #expect(result.messages.contains("The output folder is an input too"))
  }

  @Test func `patterns that take nothing are told as the reason`() throws {
    let scratch = try Scratch()
    try scratch.file("in/a.txt", Data("a".utf8))
    let result = try Program.run(["in", "-o", "out", "--include", "*.{pdf,docx}"], in: scratch.folder)
    #expect(result.messages == "convert: there is no file in in that the patterns take\n")
    #expect(result.status == 1)
  }

  @Test(arguments: [
    ([], ["a.txt.txt", "b.md.txt", "old/a.txt.txt"]),
    (["--include", "*.txt"], ["a.txt.txt", "old/a.txt.txt"]),
    (["--exclude", "old"], ["a.txt.txt", "b.md.txt"]),
    (["--include", "*.txt", "--exclude", "old/*"], ["a.txt.txt"]),
    (["--include", "*.md", "--include", "old/*"], ["b.md.txt", "old/a.txt.txt"]),
    (
      ["--hidden-files", "--exclude", "Thumbs.db"],
      [".c.txt.txt", "a.txt.txt", "b.md.txt", "old/a.txt.txt", "~$d.txt.txt"]
    ),
  ])
  func `patterns choose below folders`(_ options: [String], _ expected: [String]) throws {
    let scratch = try tree()
    let result = try Program.run(["in", "-o", "out"] + options, in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    #expect(outputs(scratch) == expected.map { "out/\($0)" })
  }

  @Test func `patterns choose in archives too`() throws {
    let scratch = try tree()
    #expect(try Program.shell("tar -C in -czf all.tgz a.txt b.md old .c.txt", in: scratch.folder).status == 0)
    let result = try Program.run(
      ["all.tgz", "-o", "out", "--include", "*.txt", "--exclude", "old"], in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    #expect(outputs(scratch) == ["out/all.tgz/a.txt.txt"])
  }

  @Test func `links below folders are not followed, named links are`() throws {
    let scratch = try tree()
    let line = "ln -s ../in/a.txt in/link.txt; ln -s /etc in/etc; ln -s in/b.md named.txt; convert in named.txt -o out"
    #expect(try Program.shell(line, in: scratch.folder).status == 0)
    #expect(
      outputs(scratch) == ["out/a.txt.txt", "out/b.md.txt", "out/named.txt.txt", "out/old/a.txt.txt"])
  }

  @Test(arguments: [
    (
      "printf 'in/a.txt\\n./in/old/a.txt\\r\\n\\n' > list; convert --from-file list -o out",
      ["in/a.txt.txt", "in/old/a.txt.txt"]
    ),
    ("printf 'in/a.txt\\0in/b.md\\0' | convert --from-file - --null -o out", ["in/a.txt.txt", "in/b.md.txt"]),
    (
      "find in -name 'a*' -print0 | sort -z | convert in/b.md --from-file - --null -o out",
      ["b.md.txt", "in/a.txt.txt", "in/old/a.txt.txt"]
    ),
  ])
  func `lists name inputs`(_ line: String, _ expected: [String]) throws {
    let scratch = try tree()
    let result = try Program.shell(line, in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    #expect(outputs(scratch) == expected.map { "out/\($0)" })
  }

  @Test(arguments: ["find in", "find in -depth", "find ."])
  func `a list with folders and what is in them names each file once`(_ list: String) throws {
    let scratch = try Scratch()
    for name in ["in/a.txt", "in/old/b.txt", "in/.c.txt", "beside/d.txt"] {
      try scratch.file(name, Data("text of \(name)\n".utf8))
    }
    let line =
      "ln -s ../beside in/link; \(list) -path './beside' -prune -o -print0 | convert --from-file - --null -o out"
    let result = try Program.shell(line, in: scratch.folder)
    let place = list.hasSuffix(".") ? "./" : ""
    #expect(
      result.messages == "convert: \(place)in/link: warning: is refused: it is a link, which is not followed\n")
    #expect(result.status == 0)
    // The rules for folders hold: the hidden file is left out.
    let expected = ["in/a.txt.txt", "in/old/b.txt.txt"] + (place.isEmpty ? [] : ["beside/d.txt.txt"])
    #expect(outputs(scratch) == expected.sorted().map { "out/\($0)" })
  }

  @Test func `rules for folders hold for what a list names below them, and what is missing is told`() throws {
    let scratch = try Scratch()
    for name in ["in/a.txt", "in/b.log", "in/.git/c.txt", ".kept/d.txt"] { try scratch.file(name, Data("text".utf8)) }
    let line =
      "(find in -print0; printf 'in/gone.txt\\0.kept\\0')"
      + " | convert --from-file - --null -o in/out --exclude '*.log'"
    for _ in 0..<2 {
      let result = try Program.shell(line, in: scratch.folder)
      #expect(result.messages == "convert: in/gone.txt: there is no such file\n")
      #expect(result.status == 1)
      #expect(
        scratch.files.filter { $0.hasPrefix("in/out/") }
          == ["in/out/.kept/d.txt.txt", "in/out/in/a.txt.txt", "in/out/manifest.ndjson"])
    }
  }

  @Test func `names that are no text keep their places among the arguments`() throws {
    let scratch = try Scratch()
    let line =
      #"mkdir $'\xb1' $'\xb2'; printf one > $'\xb1/a.txt'; printf two > $'\xb2/b.txt'; printf three > $'\xb3.txt'; "#
      + #"printf four > %B3.txt; convert $'\xb1' $'\xb2' $'\xb3.txt' %B3.txt -o out"#
    let result = try Program.shell(line, in: scratch.folder)
    #expect(result.messages == "convert: %B3.txt: out/%B3.txt.txt is the output of %B3.txt in this run\n")
    #expect(outputs(scratch) == ["out/%B3.txt.txt", "out/a.txt.txt", "out/b.txt.txt"])
    #expect(try scratch.text("out/%B3.txt.txt") == "three\n")
  }

  @Test func `a link that a list names without its folder is followed`() throws {
    let scratch = try tree()
    let result = try Program.shell("ln -s in link; echo link | convert --from-file - -o out", in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    #expect(outputs(scratch) == ["out/link/a.txt.txt", "out/link/b.md.txt", "out/link/old/a.txt.txt"])
  }

  @Test func `hundreds of named inputs are converted as asked, whatever options are called`() throws {
    let scratch = try Scratch()
    for number in 0..<150 { try scratch.file("in/\(number).csv", Data("name,count\nwells,\(number)\n".utf8)) }
    try scratch.file("json", Data("text".utf8))
    for (line, ending) in [("--to json in/*", "json"), ("in/* --to csv", "t1.csv"), ("in/* json --to json", "json")] {
      let result = try Program.shell("rm -rf out; convert \(line) -o out --jobs 2", in: scratch.folder)
      #expect(result.messages.isEmpty && result.status == 0, "\(result.messages)")
      #expect(outputs(scratch).count { $0.hasSuffix(".csv.\(ending)") } == 150)
    }
  }

  @Test func `a file whose name is no text is opened by its bytes`() throws {
    let scratch = try Scratch()
    // Two names in GBK that would be the same with replacement characters; by name and through a folder.
    let line =
      #"mkdir in; printf one > in/$'\xb1\xa8.txt'; printf two > in/$'\xb2\xa8.txt'; printf three > $'\xc4\xea.txt'; "#
    let result = try Program.shell(line + #"convert in $'\xc4\xea.txt' -o out"#, in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
    #expect(outputs(scratch) == ["out/%B1%A8.txt.txt", "out/%B2%A8.txt.txt", "out/%C4%EA.txt.txt"])
    #expect(try scratch.text("out/%B2%A8.txt.txt") == "two\n")
  }

  @Test(arguments: ["0", "1"]) func `names that only look the same are two files`(_ jobs: String) throws {
    let scratch = try Scratch()
    // é as one character, and as an e with an accent behind it, as macOS writes it.
    let names = ["caf\u{E9}.txt", "cafe\u{301}.txt"]
    for name in names { try scratch.file("in/\(name)", Data("text of \(name.unicodeScalars.count)".utf8)) }
    for _ in 1...2 {
      let result = try Program.run(["in", "-o", "out", "--jobs", jobs], in: scratch.folder)
      #expect(result.messages.isEmpty && result.status == 0, "\(result.messages)")
      for name in names {
        #expect(try scratch.text("out/\(name).txt") == "text of \(name.unicodeScalars.count)\n")
      }
      #expect(try scratch.text("out/manifest.ndjson").split(separator: "\n").count == 2)
    }
  }

  @Test func `a file whose name leaves no room for an ending is converted`() throws {
    let scratch = try Scratch()
    let name = String(repeating: "年", count: 83) + ".txt"
    try scratch.file("in/\(name)", Data("text".utf8))
    let result = try Program.run(["in", "-o", "out"], in: scratch.folder)
    #expect(result.messages.isEmpty && result.status == 0, "\(result.messages)")
    let output = try #require(outputs(scratch).first)
    #expect(output.hasPrefix("out/年年年") && output.hasSuffix(".txt.txt"))
    #expect(try scratch.text("out/manifest.ndjson").contains("\"source\":\"in/\(name)\""))
  }

  @Test func `one file that is named in two ways is converted once`() throws {
    let scratch = try tree()
    let line = "convert in in/../in/b.md \"$PWD/in/a.txt\" other/a.txt -o out"
    try scratch.file("other/a.txt", Data("another".utf8))
    let result = try Program.shell(line, in: scratch.folder)
    #expect(
      result.messages == """
        convert: other/a.txt: out/a.txt.txt is the output of in/a.txt in this run

        """)
    #expect(outputs(scratch) == ["out/a.txt.txt", "out/b.md.txt", "out/old/a.txt.txt"])
    let skipped = try scratch.text("out/manifest.ndjson").split(separator: "\n").filter { $0.contains("same-file") }
    #expect(skipped.count == 2 && skipped.allSatisfy { $0.contains("\"skipped\"") }, "\(skipped)")
  }

  @Test func `links, pipes and sockets below folders are passed over and told`() throws {
    let scratch = try Scratch()
    try scratch.file("in/a.txt", Data("text".utf8))
    let line = "ln -s a.txt in/link.txt; mkfifo in/pipe; convert in -o out --jobs"
    for jobs in ["0", "1"] {
      let result = try Program.shell("rm -rf out in/link.txt in/pipe; \(line) \(jobs)", in: scratch.folder)
      #expect(
        result.messages == """
          convert: in/link.txt: warning: is refused: it is a link, which is not followed
          convert: in/pipe: warning: is refused: it is a device or pipe

          """)
      #expect(result.status == 0)
      #expect(outputs(scratch) == ["out/a.txt.txt"])
      #expect(try scratch.text("out/manifest.ndjson").split(separator: "\n").count == 3)
    }
  }

  @Test func `a repeated input is told once and converted once`() throws {
    let scratch = try tree()
    let result = try Program.run(["in/a.txt", "in/b.md", "in/a.txt", "in/a.txt", "-o", "out"], in: scratch.folder)
    #expect(result.messages == "convert: in/a.txt: is named more than once; it is taken once\n")
    #expect(result.status == 0)
    #expect(outputs(scratch) == ["out/a.txt.txt", "out/b.md.txt"])
  }

  @Test(arguments: [
    (["x", "--jobs", "-1"], "--jobs must be from 0 to 1024."),
    (["x", "--null"], "--null belongs to --from-file."),
    (["-", "--from-file", "-"], "Standard input (-) can be read only once."),
    (["x", "--include", ""], "A pattern is empty."),
  ])
  func `wrong usage`(_ arguments: [String], _ sentence: String) throws {
    let result = try Program.run(arguments)
    #expect(result.messages.contains(sentence), "\(result.messages)")
    #expect(result.status == 2)
  }
}
