import Foundation
import Testing

/// Sources that would have the program do something other than reading them.
@Suite struct HostileSourceTests {
  private static let address = "http://example.invalid"

  private static let page = """
    <!DOCTYPE html SYSTEM "\(address)/page.dtd"><html><head><base href="\(address)/"><link rel="stylesheet" href="\(address)/a.css">
    <script src="\(address)/a.js"></script></head><body><p>text</p><img src="\(address)/b.png"><iframe src="\(address)/c"></iframe></body></html>
    """

  private static let richText = #"""
    {\rtf1{\*\template \#(address)/t.dot}text{\field{\*\fldinst INCLUDEPICTURE "\#(address)/b.png" \\d}{\fldrslt }}
    {\field{\*\fldinst INCLUDETEXT "\#(address)/c.docx"}{\fldrslt }}{\*\filetbl{\file\fid0 \#(address)/d.doc}}\par}
    """#

  /// A Word document in one XML file.
  private static let package = """
    <pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">
    \(relationships(of: "", ["officeDocument": "word/document.xml"], "Internal"))
    \(relationships(of: "word/document.xml", ["aFChunk": "/c.html", "image": "/b.png", "styles": "/s.xml"], "External"))
    <pkg:part pkg:name="/word/document.xml"><pkg:xmlData>
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
    <w:p><w:r><w:t>text</w:t></w:r></w:p><w:altChunk r:id="aFChunk"/></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>
    """

  /// The part that holds what a part, or the package, refers to; elsewhere it is at the address.
  private static func relationships(of part: String, _ targets: KeyValuePairs<String, String>, _ mode: String) -> String
  {
    let (folder, file) = part.isEmpty ? ("", "") : ("/word", "document.xml")
    let items = targets.map { type, target in
      """
      <Relationship Id="\(type)" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(type)"
        Target="\(mode == "External" ? address : "")\(target)" TargetMode="\(mode)"/>
      """
    }
    return """
      <pkg:part pkg:name="\(folder)/_rels/\(file).rels"><pkg:xmlData>
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(items.joined())</Relationships>
      </pkg:xmlData></pkg:part>
      """
  }

  private static let hasStrace = (try? Program.shell("strace -o /proc/self/fd/1 true").status) == 0

  @Test(
    .enabled(if: hasStrace, "strace is not there or may not trace"),
    arguments: [("a.html", page), ("a.rtf", richText), ("a.xml", package)], ["in/*", "in -o out/ --jobs 1"])
  func `no network is used for what a source refers to`(_ source: (name: String, text: String), _ arguments: String)
    throws
  {
    let scratch = try Scratch()
    try scratch.file("in/\(source.name)", Data(source.text.utf8))
    let result = try Program.shell(
      "strace -f -e trace=network -o calls convert --to text \(arguments)", in: scratch.folder)
    let output = try arguments.contains("-o") ? scratch.text("out/\(source.name).txt") : result.output
    #expect(output.contains("text"), "\(result)")
    // Other lines tell of signals and ends, and of calls that an end cut off before they had a name.
    let calls = try scratch.text("calls").matches(of: /[a-z0-9_]+\(.*/).map(\.output)
    #expect(calls.isEmpty, "\(calls)")
  }

  /// A Word document in one XML file with a body, and something before its root.
  private static func package(_ body: String, prologue: String = "") -> String {
    """
    <?xml version="1.0"?>\(prologue)<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">
    \(relationships(of: "", ["officeDocument": "word/document.xml"], "Internal"))
    <pkg:part pkg:name="/word/document.xml"><pkg:xmlData>
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\(body)</w:body></w:document>
    </pkg:xmlData></pkg:part></pkg:package>
    """
  }

  private static let paragraph = "<w:p><w:r><w:t>text</w:t></w:r></w:p>"

  /// A row of Word with one cell over so many columns, after so many left out.
  private static func row(before: Int = 0, over columns: Int) -> String {
    """
    <w:tr><w:trPr><w:gridBefore w:val="\(before)"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="\(columns)"/></w:tcPr>\(paragraph)</w:tc></w:tr>
    """
  }

  /// Each is small as a file and states a table of a billion positions, or a depth of as many.
  private static let enormous: [(name: String, text: String)] = [
    ("span.xml", package("<w:tbl>\(row(over: 1_000_000_000))</w:tbl>\(paragraph)")),
    ("before.xml", package("<w:tbl>\(row(before: 1_000_000_000, over: 1))</w:tbl>\(paragraph)")),
    ("spans.xml", package("<w:tbl>\((30_000..<33_000).map { row(over: $0) }.joined())</w:tbl>")),
    (
      "rows.html",
      "<table>"
        + String(repeating: "<tr>" + String(repeating: "<td colspan=1000 rowspan=65534>x", count: 300), count: 20)
    ),
    ("columns.html", "<table><colgroup>\(String(repeating: "<col span=1000>", count: 20_000))<tr><td>text</table>"),
    ("nested.html", String(repeating: "<table><tr><td>", count: 10_000) + "text"),
    ("wide.rtf", #"{\rtf1 \trowd\cellx2147483647\cellx-2147483648 text\cell b\cell\row}"#),
    ("deep.rtf", #"{\rtf1 \pard\itap1000000000 text\cell\par}"#),
    ("groups.rtf", #"{\rtf1 text"# + String(repeating: "{", count: 1_000_000)),
    ("commas.csv", String(repeating: ",", count: 300_000)),
  ]

  @Test func `a table or depth of a billion is a result like others, in little memory`() throws {
    let scratch = try Scratch()
    for (name, text) in Self.enormous { try scratch.file("in/\(name)", Data(text.utf8)) }
    let result = try Program.run(
      ["in", "-o", "out", "--to", "json,csv,html", "--jobs", "1", "--memory-limit", "512"], in: scratch.folder)
    #expect(result.status == 0 || result.status == 1, "\(result.messages)")
    let lines = try scratch.text("out/manifest.ndjson").split(separator: "\n")
    #expect(lines.count == Self.enormous.count)
    for line in lines {
      #expect(
        ["converted", "partial"].contains { line.contains("\"status\":\"\($0)\"") }
          || line.contains("\"code\":\"limit\""), "\(line)")
    }
  }

  /// Entities that would be a billion letters, and one that would be a file; in Word's XML, in a page, and in a package of parts.
  @Test func `entities neither grow nor fetch`() throws {
    let scratch = try Scratch()
    let secret = try scratch.file("secret", Data("the secret".utf8))
    let bomb = (1...9).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }.joined()
    let types = "<!DOCTYPE x [<!ENTITY e0 \"aaaaaaaaaa\">\(bomb)<!ENTITY file SYSTEM \"file://\(secret)\">]>"
    let body = "<w:p><w:r><w:t>&e9;[&file;]</w:t></w:r></w:p>"
    try scratch.file("in/a.xml", Data(Self.package(body, prologue: types).utf8))
    try scratch.file("in/b.html", Data("\(types)<html><body><p>&e9;[&file;]</p></body></html>".utf8))
    try scratch.file(
      "in/c.xhtml",
      Data(
        "<?xml version=\"1.0\"?>\(types)<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>&e9;[&file;]</p></body></html>"
          .utf8))
    let result = try Program.run(["in", "-o", "out", "--jobs", "1", "--memory-limit", "256"], in: scratch.folder)
    #expect(!result.messages.contains("crashed") && !result.messages.contains("longer than"), "\(result.messages)")
    #expect(try scratch.text("out/manifest.ndjson").split(separator: "\n").count == 3)
    for name in scratch.files where name.hasPrefix("out/") {
      let text = try scratch.text(name)
      #expect(!text.contains("the secret") && !text.contains("aaaaaaaaaaaaaaaaaaaaa"), "\(name)")
      #expect(text.utf8.count < 10_000, "\(name)")
    }
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
    // Another process keeps the worker's input open, so that its end is not what ends the worker. The parent is ended when
    // the worker has given up its rights, which both show without a clock: a machine may be busy.
    let line = """
      within() { for step in {1..600}; do eval "$1" && return; sleep 0.1; done; false; }
      mkfifo pipe; { echo '{"arguments":["x.txt","-o","out"]}'; exec sleep 120; } >pipe & writer=$!
      bash -c 'convert worker <pipe >/dev/null & echo $! >worker; wait' & parent=$!
      within '[ -s worker ] && grep -q "^NoNewPrivs:.1" /proc/$(cat worker)/status' && echo ready
      kill -9 $parent
      # Where nobody collects it, what has ended stays as a zombie.
      within '! ps -o stat= $(cat worker) | grep -v ^Z' >/dev/null && echo ended
      # The test run may ignore the signal that `kill` sends by itself, and so does what it starts.
      kill -9 $writer
      """
    let result = try Program.shell(line, in: scratch.folder)
    #expect(result.output == "ready\nended\n", "\(result)")
  }
}
