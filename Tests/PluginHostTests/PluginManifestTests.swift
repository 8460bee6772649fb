import ConverterCore
import Testing

@testable import PluginHost

@Suite struct `The file of a plug-in` {
  private static let good = #"""
    {"protocol": "convert.plugin/1", "name": "a", "version": "1", "command": ["./a"], "priority": 2,
     "features": ["password"], "reads": [{"name": "b", "title": "B", "extensions": ["BB"], "signatures": [
       {"text": "B!", "offset": 4}, {"bytes": "0A ff"}, {"text": "b", "within": 9}, {"zipMember": "b.xml"},
       {"compoundStream": "B"}, {"firstTag": ["B"]}, {"rootElement": "b", "namespace": "urn:b"}]}],
     "writes": [{"name": "c", "title": "C", "extension": "c"}]}
    """#

  private func manifest(_ json: String) throws(PluginProblem) -> PluginManifest {
    try PluginManifest(json: Array(json.utf8), path: "x/plugin.json")
  }

  @Test func `says what the plug-in is`() throws {
    let manifest = try manifest(Self.good)
    #expect(manifest.folder == "x")
    #expect(manifest.priority == 2)
    #expect(manifest.features == [.password])
    #expect(manifest.reads.first?.extensions == ["bb"])
    #expect(
      manifest.reads.first?.signatures == [
        .bytes(Array("B!".utf8), offset: 4), .bytes([0x0A, 0xFF]), .bytesNearStart([0x62], within: 9),
        .zipMember("b.xml"), .compoundStream("B"), .firstTag(["b"]), .rootElement(namespace: "urn:b", name: "b"),
      ])
    #expect(manifest.writes == [OutputFormat(name: "c", title: "C", fileExtension: "c")])
  }

  private static let mistakes: [(text: String, replacement: String, problem: String)] = [
    ("\"version\": \"1\", ", "", "the member “version” is missing"),
    ("\"1\"", "1", "version: expected a text, found a number"),
    (
      "convert.plugin/1", "convert.plugin/2",
      "protocol: it is “convert.plugin/2”, and this program speaks “convert.plugin/1”"
    ),
    ("\"name\": \"a\"", "\"name\": \"A b\"", "name: “A b” must be made of lower-case letters, digits and hyphens"),
    ("[\"./a\"]", "[]", "command: there is no program"),
    ("\"password\"", "\"pasword\"", "features[0]: expected one of password, encoding, found “pasword”"),
    (
      "\"extensions\"", "\"extention\"",
      "reads[0]: there is no member “extention”; known are name, title, extensions, signatures"
    ),
    ("0A ff", "0A f", "reads[0].signatures[1].bytes: bytes are pairs of hexadecimal digits"),
    (
      "\"BB\"", "\".bb\"",
      "reads[0].extensions[0]: “.bb” is no extension of a file; it has no dot before it, no slash and no control characters"
    ),
    (
      "\"extension\": \"c\"", "\"extension\": \"../c\"",
      "writes[0].extension: “../c” is no extension of a file; it has no dot before it, no slash and no control characters"
    ),
    (
      "{\"zipMember\": \"b.xml\"}", "{\"zipMember\": \"b.xml\", \"text\": \"b\"}",
      "reads[0].signatures[3]: text and zipMember are several signatures; give each an object of its own"
    ),
    (
      "\"priority\": 2", "\"priority\": 1\(String(repeating: "0", count: 40))",
      "priority: expected a whole number, found a number that is not whole or too large"
    ),
    (
      "\"name\": \"c\"", "\"name\": \"c\", \"name\": \"d\"",
      "the file is no valid JSON, line 5, byte 27: the member “name” stands there twice"
    ),
    (
      "\"extension\": \"c\"}", "\"extension\": \"c\"},",
      "the file is no valid JSON, line 5, byte 59: a value is expected"
    ),
    ("[\"./a\"]", "[\"./a\\u0000\"]", "command: a program and its arguments hold no NUL"),
    ("\"title\": \"C\"", "\"title\": \"C\\u001b\"", "writes[0].title: the text holds a control character"),
    (
      "\"extension\": \"c\"}", "\"extension\": \"c\"}, {\"name\": \"c\", \"title\": \"C\", \"extension\": \"e\"}",
      "writes: the format “c” stands there twice"
    ),
    ("[\"B\"]", "[]", "reads[0].signatures[5].firstTag: there is no tag"),
    (
      "\"within\": 9", "\"within\": 9, \"offset\": 1",
      "reads[0].signatures[2]: offset and within exclude each other: a mark stands at one place or anywhere before one"
    ),
    (
      "{\"zipMember\": \"b.xml\"}", "{\"zipMember\": \"b.xml\", \"offset\": 1}",
      "reads[0].signatures[3]: zipMember has no offset; bytes and text may have"
    ),
    (
      "\"offset\": 4", "\"namespace\": \"urn:b\"",
      "reads[0].signatures[0]: text has no namespace; rootElement may have"
    ),
    ("\"offset\": 4", "\"offset\": 5000", "reads[0].signatures[0].offset: detection looks at the first 4096 bytes"),
  ]

  @Test(arguments: mistakes)
  func `with an error says where it is`(_ text: String, _ replacement: String, _ problem: String) {
    let json = Self.good.replacing(text, with: replacement, maxReplacements: 1)
    #expect(throws: PluginProblem("The plug-in “x/plugin.json” cannot be used: \(problem).")) { try manifest(json) }
  }

  @Test func `in another encoding is told as such`() {
    func problem(_ bytes: [UInt8]) -> String? {
      #expect(throws: PluginProblem.self) { try PluginManifest(json: bytes, path: "p") }?.sentence
    }
    let start = "The plug-in “p” cannot be used: the file is no valid JSON, line 1, byte "
    #expect(
      problem(Array("{\"a\": \"".utf8) + [0xB0, 0xE6] + Array("\"}".utf8)) == start + "8: a string is not UTF-8.")
    #expect(problem("{}".utf8.flatMap { [$0, 0] }) == start + "1: it is UTF-16 or UTF-32, and JSON is UTF-8.")
  }

  @Test func `that is no JSON is told`() {
    #expect(
      throws: PluginProblem(
        "The plug-in “x/plugin.json” cannot be used: the file is no valid JSON, line 2, byte 9: “,” is expected.")
    ) {
      try manifest("{\"a\": 1,\n \"b\": 2 \"c\": 3}")
    }
    #expect(throws: PluginProblem("The plug-in “x/plugin.json” cannot be used: it neither reads nor writes a format."))
    {
      try manifest(#"{"protocol": "convert.plugin/1", "name": "a", "version": "1", "command": ["./a"]}"#)
    }
  }
}

@Suite struct `Plug-ins together` {
  private func plugin(_ name: String, _ format: Format, priority: Int = 0) -> PluginManifest {
    TestPlugin.manifest("", name: name, reads: [format], priority: priority)
  }

  private struct OwnReader: Reader {
    let formats = [TestPlugin.format("own", signatures: [.bytes([0x41])])]
    func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document { throw ReadingError(.empty) }
  }

  private func order(_ manifests: PluginManifest...) throws -> [String] {
    let set = PluginSet(try PluginSelection(manifests), PluginSettings())
    return set.readers(around: [OwnReader()]).flatMap(\.formats).map(\.name)
  }

  @Test func `stand behind the program's own readers without priority and before them with one`() throws {
    let (low, high, higher) = (
      plugin("low", TestPlugin.format("low", extensions: ["l"])),
      plugin("high", TestPlugin.format("own", extensions: ["h"]), priority: 1),
      plugin("higher", TestPlugin.format("own", extensions: ["h"]), priority: 2)
    )
    #expect(try order(low) == ["own", "low"])
    #expect(try order(low, high, higher) == ["own", "own", "own", "low"])
    #expect(try PluginSelection([low, high, higher]).manifests.map(\.name) == ["higher", "high", "low"])
  }

  @Test(arguments: [
    (TestPlugin.format("x"), TestPlugin.format("x", extensions: ["y"]), "read the format “x”"),
    (TestPlugin.format("x"), TestPlugin.format("y"), "read files named .test"),
    (
      TestPlugin.format("x", signatures: [.zipMember("m")]), TestPlugin.format("y", signatures: [.zipMember("m")]),
      "know a format by the same signature (the ZIP member “m”)"
    ),
  ]) func `of one priority must not claim the same`(_ first: Format, _ second: Format, _ claim: String) {
    let path = TestPlugin.manifest("").path
    #expect(
      throws: PluginProblem(
        "Two plug-ins \(claim): “a” (\(path)) and “b” (\(path)); give one of them a higher \"priority\" or turn it off."
      )
    ) {
      try PluginSelection([plugin("b", second), plugin("a", first)])
    }
    #expect(throws: Never.self) { try PluginSelection([plugin("b", second, priority: 1), plugin("a", first)]) }
  }

  @Test func `must not have one name`() {
    let first = plugin("a", TestPlugin.format("x", extensions: ["x"]))
    #expect(throws: PluginProblem("Two plug-ins are named “a”: \(first.path) and \(first.path).")) {
      try PluginSelection([first, plugin("a", TestPlugin.format("y", extensions: ["y"]))])
    }
  }
}
