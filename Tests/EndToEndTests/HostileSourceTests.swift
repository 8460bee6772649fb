import Foundation
import Testing

/// Sources that would have the program do something other than reading them.
@Suite struct HostileSourceTests {
  private static let address = "http://example.invalid"

  private static let page = """
    <!DOCTYPE html SYSTEM "\(address)/page.dtd"><html><head><base href="\(address)/"><link rel="stylesheet" href="\(address)/a.css">
    <script src="\(address)/a.js"></script></head><body><p>text</p><img src="\(address)/b.png"><iframe src="\(address)/c"></iframe></body></html>
    """

  private static let hasStrace = (try? Program.shell("strace -o /proc/self/fd/1 true").status) == 0

  @Test(.enabled(if: hasStrace, "strace is not there or may not trace"), arguments: ["", "-o out --jobs 1"])
  func `no network is used for what a page refers to`(_ options: String) throws {
    let scratch = try Scratch()
    try scratch.file("in/a.html", Data(Self.page.utf8))
    let result = try Program.shell(
      "strace -f -e trace=network -o calls convert in/a.html \(options)", in: scratch.folder)
    #expect(result.status == 0)
    let calls = try scratch.text("calls").split(separator: "\n").filter { !$0.contains("+++") && !$0.contains("---") }
    #expect(calls.isEmpty, "\(calls)")
    #expect(scratch.files.contains("calls"))
  }

  @Test func `a name cannot steer a terminal or pretend to be a message`() throws {
    let scratch = try Scratch()
    try scratch.file("in/b\u{1B}[31m\nconvert: all is well.docx", Data("plain".utf8))
    let result = try Program.run(["in", "-o", "out"], in: scratch.folder)
    #expect(result.messages.hasPrefix("convert: in/b\\u{1B}[31m\\u{A}convert: all is well.docx: warning: "))
    #expect(result.messages.split(separator: "\n").count == 1)
    let manifest = try scratch.text("out/manifest.ndjson")
    #expect(manifest.split(separator: "\n").count == 1)
    #expect(!manifest.utf8.contains(0x1B))
  }

  @Test func `formulas are disarmed where asked`() throws {
    let scratch = try Scratch()
    try scratch.file("a.csv", Data("item,count\n=HYPERLINK(A1),-3\n@SUM(A1),+4\n".utf8))
    let asked = try Program.run(["a.csv", "--to", "csv", "--escape-formulas"], in: scratch.folder)
    #expect(asked.output == "item,count\n'=HYPERLINK(A1),-3\n'@SUM(A1),+4\n")
    let plain = try Program.run(["a.csv", "--to", "csv"], in: scratch.folder)
    #expect(plain.output == "item,count\n=HYPERLINK(A1),-3\n@SUM(A1),+4\n")
  }

  @Test func `a worker ends with the process that started it`() throws {
    let scratch = try Scratch()
    // Another process keeps the worker's input open, so that its end is not what ends the worker.
    let line = """
      mkfifo pipe; { echo '{"arguments":["x.txt","-o","out"]}'; exec sleep 8; } >pipe & writer=$!
      bash -c 'convert worker <pipe >/dev/null & echo $! >worker; sleep 2; ps -o stat= $(cat worker) >before; kill -9 $$'
      sleep 1; ps -o stat= $(cat worker) >after; kill $writer
      """
    _ = try Program.shell(line, in: scratch.folder)
    let states = try ["before", "after"].map { try scratch.text($0).prefix(1) }
    #expect(states[0] == "S" || states[0] == "R")
    // Where nobody collects it, what has ended stays as a zombie.
    #expect(states[1].isEmpty || states[1] == "Z")
  }
}
