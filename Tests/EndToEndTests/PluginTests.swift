import Foundation
import Testing

/// Whether the examples in Python can run here.
let hasPython = (try? Program.shell("python3 -c pass").status) == 0

/// Plug-ins as their users see them.
@Suite struct PluginTests {
  /// Folders of a user who has no plug-ins but those that the test makes.
  private let home: Scratch
  private var environment: [String: String] {
    ["XDG_DATA_HOME": home.url("data").path, "XDG_CONFIG_HOME": home.url("config").path]
  }

  init() throws {
    home = try Scratch()
  }

  private func run(_ arguments: String...) throws -> Program.Result {
    try Program.run(arguments, in: home.folder, environment: environment)
  }

  /// Makes a plug-in of a shell script, which runs after hello; a request and its bytes are taken by `request`.
  @discardableResult
  private func make(
    _ folder: String, _ script: String = "", reads: String = #"{"name": "abc", "title": "ABC", "extensions": ["abc"]}"#,
    priority: Int = 0
  ) throws -> String {
    let name = folder.split(separator: "/").last ?? ""
    try home.file(
      "\(folder)/plugin.json",
      Data(
        #"{"protocol": "convert.plugin/1", "name": "\#(name)", "version": "1", "command": ["bash", "plugin.sh"], "priority": \#(priority), "reads": [\#(reads)]}"#
          .utf8))
    try home.file(
      "\(folder)/plugin.sh",
      Data(
        #"""
        document='{"schema":"convert.document/1","blocks":[{"type":"paragraph","text":"by \#(name)","origin":{"lines":[1,1],"evidence":"stated"}}]}'
        read -r line; echo '{"type":"hello","protocol":"convert.plugin/1"}'
        while read -r line; do
          count=${line##*\"bytes\":}; count=${count%%[,\}]*}
          job=${line##*\"job\":}; job=${job%%[,\}]*}
          bytes=$(head -c "$count")
          \#(script)
          printf '{"type":"document","bytes":%d,"job":%d}\n%s' "${#document}" "$job" "$document"
        done
        """#.utf8))
    return folder
  }

  @Test func `are off until they are named or enabled`() throws {
    try make("data/convert/plugins/abc")
    try home.file("a.abc", Data("abc".utf8))
    #expect(try run("a.abc").output == "abc\n")
    #expect(try run("a.abc", "--plugin", "abc").output == "by abc\n")
    #expect(try run("plugins").output.hasPrefix("abc\t1\toff\treads abc\t"))
    #expect(try run("formats").output.contains("  abc       ABC (.abc) [plug-in abc, off]\n"))
    #expect(try run("plugins", "enable", "abc").status == 0)
    #expect(try run("a.abc").output == "by abc\n")
    #expect(try run("plugins").output.hasPrefix("abc\t1\tenabled\treads abc\t"))
    #expect(try run("formats").output.contains("  abc       ABC (.abc) [plug-in abc, on]\n"))
    #expect(try run("plugins", "disable", "abc").status == 0)
    #expect(try run("a.abc").output == "abc\n")
    #expect(
      try run("plugins", "disable", "abc").messages.hasPrefix("Error: The plug-in “abc” is not enabled.\n"))
  }

  @Test func `take a format over by priority only`() throws {
    let rtf = #"{"name": "rtf", "title": "RTF", "extensions": ["rtf"]}"#
    try make("polite", reads: rtf)
    try make("firm", reads: rtf, priority: 1)
    try home.file("a.rtf", Data(#"{\rtf1 own}"#.utf8))
    #expect(try run("a.rtf", "--plugin", "./polite").output == "own\n")
    #expect(try run("formats", "--plugin", "./polite").output.contains("[plug-in polite, covered]"))
    #expect(try run("a.rtf", "--plugin", "./firm").output == "by firm\n")
    #expect(try run("formats", "--plugin", "./firm").output.contains("[plug-in firm, on]"))
  }

  @Test func `two for one format are refused in one sentence`() throws {
    try make("one")
    try make("two")
    try home.file("a.abc", Data("abc".utf8))
    let result = try run("a.abc", "--plugin", "./two", "--plugin", "./one")
    #expect(result.status == 2)
    #expect(
      result.messages.hasPrefix(
        "Error: Two plug-ins read the format “abc”: “one” (./one/plugin.json) and “two” (./two/plugin.json); "
          + "give one of them a higher \"priority\" or turn it off.\n"))
  }

  @Test func `that cannot be used are wrong usage`() throws {
    try home.file("bad/plugin.json", Data("{}".utf8))
    try home.file("a.abc", Data("abc".utf8))
    for (name, sentence) in [
      ("./bad", "The plug-in “./bad/plugin.json” cannot be used: the member “protocol” is missing."),
      ("./gone", "The plug-in “./gone” cannot be used: there is no such file."),
      ("gone", "There is no plug-in named “gone”; see ‘convert plugins’, or give the path of its file."),
    ] {
      let result = try run("a.abc", "--plugin", name)
      #expect(result.status == 2)
      #expect(result.messages == "Error: \(sentence)\n")
    }
  }

  @Test func `cannot write files, reach the network or outlive their time`() throws {
    let folder = try make(
      "greedy",
      """
      if echo x > stolen; then document=${document/by/wrote}; fi
      if (exec 3<>/dev/tcp/127.0.0.1/9) 2>/dev/null; then document=${document/by/sent}; fi
      [ "$bytes" = slow ] && sleep 60
      """)
    try home.file("a.abc", Data("abc".utf8))
    try home.file("slow.abc", Data("slow".utf8))
    #expect(try run("a.abc", "--plugin", "./\(folder)").output == "by greedy\n")
    #expect(!FileManager.default.fileExists(atPath: home.url("greedy/stolen").path))
    let slow = try run("slow.abc", "--plugin", "./greedy", "--time-limit", "1")
    #expect(slow.status == 1)
    #expect(
      slow.messages == "convert: slow.abc: the plug-in “greedy” took longer than the limit of 1 s (--time-limit)\n")
  }

  @Test(arguments: ["0", "1", "2"])
  func `that fail fail one source of a batch`(jobs: String) throws {
    try make("abc", #"[ "$bytes" = dies ] && { echo 'out of luck' >&2; exit 5; }; [ "$bytes" = slow ] && sleep 60"#)
    for (name, content) in [("1", "a"), ("2", "dies"), ("3", "b"), ("4", "slow"), ("5", "c")] {
      try home.file("in/\(name).abc", Data(content.utf8))
    }
    let result = try run("in", "-o", "out", "--plugin", "./abc", "--jobs", jobs, "--time-limit", "2")
    #expect(result.status == 1)
    let lines = result.messages.split(separator: "\n")
    #expect(lines.first == "convert: in/2.abc: the plug-in “abc” ended with status 5, saying “out of luck”")
    #expect(
      lines.last?.contains("in/4.abc:") == true && lines.last?.contains("took longer than the limit of 2 s") == true)
    #expect(home.files.filter { $0.hasSuffix(".txt") } == ["out/1.abc.txt", "out/3.abc.txt", "out/5.abc.txt"])
    let statuses = try home.text("out/manifest.ndjson").split(separator: "\n").map { line in
      line.contains("\"crashed\"") ? "crashed" : line.contains("\"stopped\"") ? "stopped" : "converted"
    }
    #expect(statuses == ["converted", "crashed", "converted", "stopped", "converted"])
  }

  @Test(arguments: ["0", "1"])
  func `that take their time for each source are in time for all`(jobs: String) throws {
    // Two of them together take longer than one may.
    try make("abc", "sleep 1.2; whole=${whole:-$document}; document=${whole/by abc/$bytes}")
    for number in 1...4 { try home.file("in/\(number).abc", Data("text \(number)".utf8)) }
    let result = try run("in", "-o", "out", "--plugin", "./abc", "--jobs", jobs, "--time-limit", "2", "--to", "text")
    #expect(result.messages == "")
    for number in 1...4 { #expect(try home.text("out/\(number).abc.txt") == "text \(number)\n") }
  }

  @Test(arguments: ["0", "1", "2"], ["", #","job":%d"#])
  func `that say more than one answer give no source the content of another`(jobs: String, member: String) throws {
    try make(
      "abc",
      #"""
      whole=${whole:-$document}; document=${whole/by abc/$bytes}
      printf '{"type":"document","bytes":%d\#(member)}\n%s' "${#document}" \#(member.isEmpty ? "" : "$job") "$document"
      sleep 0.2; document=${document/text/stale text}
      """#)
    for number in 1...4 { try home.file("in/\(number).abc", Data("text \(number)".utf8)) }
    let result = try run("in", "-o", "out", "--plugin", "./abc", "--jobs", jobs, "--to", "text")
    #expect(result.messages == "")
    for number in 1...4 { #expect(try home.text("out/\(number).abc.txt") == "text \(number)\n") }
  }

  @Test func `that hang while they write are named`() throws {
    try make(
      "writer",
      #"""
      case $bytes in *slow*) sleep 60 ;; esac
      printf '{"type":"output","bytes":1,"job":%d}\na{"type":"done","job":%d}\n' $job $job; continue
      """#, reads: "")
    let writes = #""reads": [], "writes": [{"name": "w", "title": "W", "extension": "w"}]"#
    try home.file(
      "writer/plugin.json", Data(try home.text("writer/plugin.json").replacing(#""reads": []"#, with: writes).utf8))
    for name in ["a", "slow", "z"] { try home.file("in/\(name).txt", Data(name.utf8)) }
    let result = try run("in", "-o", "out", "--to", "w", "--plugin", "./writer", "--jobs", "1", "--time-limit", "2")
    #expect(
      result.messages.hasPrefix(
        "convert: in/slow.txt: the plug-in “writer” took longer than the limit of 2 s (--time-limit)\n"))
    #expect(home.files.filter { $0.hasSuffix(".w") } == ["out/a.txt.w", "out/z.txt.w"])
  }

  @Test func `named twice are one`() throws {
    try make("abc")
    try home.file("a.abc", Data("abc".utf8))
    #expect(try run("a.abc", "--plugin", "./abc", "--plugin", "abc/plugin.json").output == "by abc\n")
  }

  @Test func `say what is wrong in one line`() throws {
    try make(
      "abc", #"printf '{"type":"error","code":"damaged","job":%d,"message":"one\\nconvert: two"}\n' $job; continue"#)
    try home.file("a.abc", Data("abc".utf8))
    #expect(try run("a.abc", "--plugin", "./abc").messages.split(separator: "\n").count == 1)
  }

  @Test(arguments: ["0", "1", "2"], [#""last":true"#, #""note":"no word of the end""#])
  func `that answer once and end are started anew for each source`(jobs: String, member: String) throws {
    try make("once", #"printf '{"type":"document","bytes":%d,\#(member)}\n%s' "${#document}" "$document"; exit 0"#)
    for number in 1...6 { try home.file("in/\(number).abc", Data("a".utf8)) }
    let result = try run("in", "-o", "out", "--plugin", "./once", "--jobs", jobs, "--to", "text")
    #expect(result.messages == "")
    #expect(home.files.filter { $0.hasSuffix(".txt") } == (1...6).map { "out/\($0).abc.txt" })
  }

  @Test(arguments: ["0", "1"])
  func `that end after each answer can read and write for one source`(jobs: String) throws {
    try make(
      "once", #"case $line in *write*) printf '{"type":"output","bytes":3}\nok\n{"type":"done"}\n'; exit 0;; esac"#)
    let writes =
      #", "writes": [{"name": "d", "title": "D", "extension": "d"}, {"name": "e", "title": "E", "extension": "e"}]}"#
    try home.file("once/plugin.json", Data((try home.text("once/plugin.json").dropLast() + writes).utf8))
    for number in 1...3 { try home.file("in/\(number).abc", Data("a".utf8)) }
    let result = try run("in", "-o", "out", "--plugin", "./once", "--jobs", jobs, "--to", "text,d,e")
    #expect(result.messages == "")
    #expect(home.files.filter { $0.hasSuffix(".d") || $0.hasSuffix(".e") }.count == 6)
  }

  @Test(arguments: ["0", "1"])
  func `that fail while they write leave nothing, and cannot leave the folder`(jobs: String) throws {
    try make(
      "writer",
      #"""
      case $bytes in
        *half*) printf '{"type":"output","part":"t1","bytes":1}\na'; exit 3 ;;
        *outside*) printf '{"type":"output","part":"../../../x","bytes":1}\na{"type":"done"}\n' ;;
        *same*) for part in 1 2; do printf '{"type":"output","part":"t1","bytes":1}\na'; done; echo '{"type":"done"}' ;;
        *) printf '{"type":"output","part":"t1","bytes":1}\na{"type":"done"}\n' ;;
      esac
      continue
      """#)
    let writes = #""writes": [{"name": "w", "title": "W", "extension": "w"}]"#
    let file = try home.text("writer/plugin.json")
    try home.file(
      "writer/plugin.json",
      Data((file[..<(file.firstRange(of: "\"reads\"")?.lowerBound ?? file.endIndex)] + writes + "}").utf8))
    for name in ["good", "half", "outside", "same"] { try home.file("in/\(name).txt", Data(name.utf8)) }
    let result = try run("in", "-o", "deep/deep/out", "--to", "text,w", "--plugin", "./writer", "--jobs", jobs)
    #expect(result.status == 1)
    #expect(
      home.files.filter { $0.hasSuffix(".w") || $0.contains("deep") && $0.hasSuffix(".txt") } == [
        "deep/deep/out/good.txt.t1.w", "deep/deep/out/good.txt.txt",
      ])
    #expect(
      result.messages == """
        convert: in/half.txt: the plug-in “writer” ended with status 3
        convert: in/outside.txt: the plug-in “writer” named a part of its output “../../../x”, which cannot be part of the name of a file
        convert: in/same.txt: deep/deep/out/same.txt.t1.w cannot be written: two parts of the output have this name

        """)
  }

  @Test(arguments: ["0", "1"])
  func `read members of archives`(jobs: String) throws {
    try make("abc", #"[ "$bytes" = dies ] && exit 5"#)
    for (name, content) in [("1", "a"), ("2", "dies"), ("3", "b")] {
      try home.file("in/\(name).abc", Data(content.utf8))
    }
    let packed = try Program.shell(
      "tar -C in -czf inner.tgz 1.abc 2.abc && tar -cf outer.tar inner.tgz -C in 3.abc", in: home.folder)
    #expect(packed.status == 0)
    let result = try run("outer.tar", "-o", "out", "--plugin", "./abc", "--jobs", jobs)
    #expect(result.status == 1)
    #expect(
      home.files.filter { $0.hasSuffix(".txt") } == ["out/outer.tar/3.abc.txt", "out/outer.tar/inner.tgz/1.abc.txt"])
    #expect(try home.text("out/outer.tar/inner.tgz/1.abc.txt") == "by abc\n")
    #expect(result.messages.contains("outer.tar!inner.tgz!2.abc: the plug-in “abc” ended with status 5"))
  }

  @Test func `cannot take more memory than they may`() throws {
    // A text of 600 MB in the shell's own memory, which has room for half of it.
    try make("abc", #"[ "$bytes" = big ] && { x=$(head -c 300000000 /dev/zero | tr '\0' x); x=$x$x; }"#)
    try home.file("big.abc", Data("big".utf8))
    try home.file("small.abc", Data("a".utf8))
    let arguments = ["--plugin", "./abc", "--memory-limit", "256"]
    let result = try Program.run(["big.abc"] + arguments, in: home.folder, environment: environment)
    #expect(result.status == 1)
    #expect(result.messages.hasPrefix("convert: big.abc: the plug-in “abc” "), "\(result.messages)")
    #expect(try Program.run(["small.abc"] + arguments, in: home.folder, environment: environment).output == "by abc\n")
  }

  @Test func `are checked in words`() throws {
    try make("abc", #"[ "${#bytes}" = 3 ] || exit 5"#)
    try home.file("a.abc", Data("abc".utf8))
    let result = try run("plugins", "check", "./abc", "a.abc", "--damages", "6")
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("abc 1 says hello.\na.abc: tried as abc, with 6 damaged copies.\n"))
    #expect(result.messages.contains("a.abc, seed 1, the first 1 bytes: the plug-in “abc” ended with status 5\n"))
    #expect(!result.output.contains("Nothing is wrong."))
  }

  @Test(arguments: [
    ("sleep 60", "a.abc: the plug-in “abc” took longer than the limit of 1 s (--time-limit)\n"),
    ("exit 5", "a.abc: the plug-in “abc” ended with status 5\n"),
    (
      #"echo '{"type":"document","bytes":2}'; echo '{}'; continue"#,
      "a.abc: the plug-in “abc” gave a document that is not valid: the member “schema” is missing (byte 0)\n"
    ),
    (
      #"document='{"schema":"convert.document/1","blocks":[]}'"#,
      "a.abc: its document has no blocks; where there is nothing to read, the answer is the error “empty”\n"
    ),
    (
      #"printf '{"type":"document","bytes":%d}\n%s' "${#document}" "$document""#,
      "a.abc: after its answer, the plug-in “abc” says something that nobody asked for\n"
    ),
  ]) func `that fail at the sample are told once`(_ script: String, _ messages: String) throws {
    try make("abc", script)
    try home.file("a.abc", Data("abc".utf8))
    let result = try run("plugins", "check", "./abc", "a.abc", "--damages", "0", "--time-limit", "1")
    #expect(result.status == 1)
    #expect(result.messages == messages)
  }
}

/// The plug-ins that come as examples, where there is Python to run them.
@Suite(.enabled(if: hasPython, "the examples need python3, which is not here")) struct ExamplePluginTests {
  @Test func `reads a message`() throws {
    let result = try Program.run([
      "Examples/eml/requests.eml", "--plugin", "Examples/eml", "--to", "markdown",
    ])
    #expect(
      result.output == """
        # Requests in 2023

        |  |  |
        | --- | --- |
        | From | Archive of Lindow \\<archive@lindow.example> |
        | To | Council office \\<office@lindow.example> |
        | Date | Mon, 15 Jan 2024 09:30:00 +0100 |

        Dear colleagues,

        we received 41 requests last year, 38 of them by post.\\
        Three are still open.

        The archive

        """)
    #expect(
      result.messages
        == "convert: Examples/eml/requests.eml: warning: the attachment “days.csv” is not read (attachment)\n")
    #expect(result.status == 0)
  }

  private func output(of name: String, _ text: String, _ arguments: String...) throws -> Program.Result {
    let scratch = try Scratch()
    try scratch.file(name, Data(text.utf8))
    return try Program.run(
      [name] + arguments.map { $0.replacing("Examples", with: "\(Program.packageFolder.path)/Examples") },
      in: scratch.folder)
  }

  @Test func `reads what stands in HTML alone, and in a charset that is not known`() throws {
    let mail = """
      From: archive@lindow.example
      Content-Type: text/html; charset=x-lindow

      <title>no</title><p>We received <b>41</b> requests.</p><table><tr><th>Year<th>Requests<tr><td>2023<td>41</table>
      """
    let result = try output(of: "a.eml", mail, "--plugin", "Examples/eml")
    #expect(
      result.output.hasSuffix("\n\nWe received 41 requests.\n\nYear Requests\n\n2023 41\n"), "\(result.output)")
    #expect(
      result.messages == """
        convert: a.eml: warning: the charset “x-lindow” is not known; the text was read as UTF-8 (body)
        convert: a.eml: warning: the body is HTML, of which only the text is kept (body)

        """)
  }

  @Test func `writes numbers of items and tables in cells`() throws {
    let html = """
      <ol start=3><li>search<li>copies</ol><ul><li>post</ul>
      <table border=1><tr><th>Item<th>Details
      <tr><td>x|y<td>more<table border=1><tr><td>a!<td>b<tr><td>c<td>d</table><tr><td>e<td>f</table>
      """
    let result = try output(of: "a.html", html, "--plugin", "Examples/asciidoc", "--to", "asciidoc")
    #expect(result.output.hasPrefix("[start=3]\n. search\n\n. copies\n\n* post\n\n"), "\(result.output)")
    #expect(result.output.contains("\n|x\\|y\n"), "\(result.output)")
    #expect(result.output.contains("a|more\n\n[cols=\"2*\"]\n!===\n!a\\!\n!b\n!c\n!d\n!===\n"), "\(result.output)")
  }

  @Test func `writes spans`() throws {
    let result = try Program.run([
      "Samples/annual-report.docx", "--plugin", "Examples/asciidoc", "--to", "asciidoc",
    ])
    #expect(result.output.contains("\n4+h|第二十条第（五）项\nh|信息内容\n3+|本年处理决定数量\n"))
    #expect(result.output.contains("\n.2+h|自然人\n"))
  }

  @Test(arguments: [["eml", "Examples/eml/requests.eml"], ["asciidoc", "Samples/annual-report.docx"]])
  func `keeps the contract`(_ words: [String]) throws {
    let result = try Program.run(["plugins", "check", "Examples/\(words[0])", words[1]])
    #expect(result.output.hasSuffix("Nothing is wrong.\n"))
    #expect(result.messages == "")
    #expect(result.status == 0)
  }
}

/// The guide for authors is followed to the letter: its files are made and its commands run, in order.
@Suite struct PluginGuideTests {
  private enum Step {
    case file(String, String)
    case command(ConsoleExample)
  }

  @Test(.enabled(if: hasPython, "the guide needs python3, which is not here"))
  func `prints what the guide shows`() throws {
    let guide = Program.packageFolder.appendingPathComponent("Documentation/plugins.md")
    let steps = Self.steps(in: try String(contentsOf: guide, encoding: .utf8))
    #expect(steps.count >= 15)
    let scratch = try Scratch()
    let environment = ["HOME": scratch.folder.path, "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""]
    for step in steps {
      switch step {
      case .file(let name, let text): try scratch.file(name, Data(text.utf8))
      case .command(let example):
        try example.expectOutput(in: scratch.folder, environment: environment, showsMessages: true)
      }
    }
  }

  /// The blocks of commands, and those that follow a line that is a file's name: `` `notes/plugin.json`: ``.
  private static func steps(in text: String) -> [Step] {
    var steps: [Step] = []
    var name: Substring?
    for (index, piece) in text.components(separatedBy: "\n```").enumerated() {
      if index.isMultiple(of: 2) {
        let last = piece.split(separator: "\n").last ?? ""
        name = last.hasPrefix("`") && last.hasSuffix("`:") ? last.dropFirst().dropLast(2) : nil
      } else if piece.hasPrefix("console\n") {
        steps += ConsoleExample.examples(inBlock: piece.dropFirst("console\n".count)).map(Step.command)
      } else if let name, let end = piece.firstIndex(of: "\n") {
        steps.append(.file(String(name), piece[piece.index(after: end)...] + "\n"))
      }
    }
    return steps
  }
}
