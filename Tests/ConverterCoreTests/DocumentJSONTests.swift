import ConverterCore
import ConverterTesting
import Foundation
import Testing

@Suite struct `Reading the JSON form back` {
  @Test(arguments: [JSONWriter.Layout.lines, .compact])
  func `gives an equal document`(layout: JSONWriter.Layout) throws {
    for seed in 0..<300 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let document = Document.random(using: &generator)
      let bytes = try JSONWriter(layout: layout).written(document).bytes
      let back = try Document(jsonBytes: bytes)
      #expect(back == document, "seed \(seed)")
    }
  }

  @Test func `gives code as code`() throws {
    let document = Document(.paragraph(Paragraph(text: " a\n\tb", isCode: true, origin: Origin(.byte(3), .stated))))
    #expect(try Document(jsonBytes: JSONWriter().written(document).bytes) == document)
  }

  @Test func `passes over unknown members and takes null for absent`() throws {
    let document = try Document(
      json: """
        {"generator": {"x": [1, -2.5e3, true, false, null, "}"]}, "schema": "convert.document/1", "blocks": [
          {"text": "a", "colour": "red", "label": null, "origin": {"evidence": "stated", "byte": 3}, "type": "paragraph"}
        ]}
        """)
    #expect(document == Document(.paragraph(Paragraph(text: "a", origin: Origin(.byte(3), .stated)))))
  }

  @Test(arguments: [
    (#""\u4e2d\ud83d\ude00\n\/""#, "中😀\n/"), (#""\"\\""#, "\"\\"), (#""\u0009""#, "\t"),
  ])
  func `resolves escapes`(literal: String, text: String) throws {
    let document = try Document(
      json: #"{"schema": "convert.document/1", "metadata": {"title": \#(literal)}, "blocks": []}"#)
    #expect(document.metadata.title == text)
  }

  @Test(arguments: [
    (#"{}"#, "the member “schema” is missing", 0),
    (#"{"schema":"convert.document/2"}"#, "the schema “convert.document/2” is not convert.document/1", 10),
    (#"{"schema":"convert.document/1","#, "“\"” is expected", 31),
    (#"{"schema":"convert.document/1"} {"#, "there is more after the document", 32),
    (#"{"schema":"convert.document/1"}"#, "the member “blocks” is missing", 0),
    (#"{"schema":"convert.document/1","block":[]}"#, "the member “blocks” is missing", 0),
    (#"{"schema":"convert.document/1","blocks":[],"blocks":[]}"#, "the member “blocks” stands there twice", 43),
    (#"{"x":{"a":1,"b":{"a":2},"b":3}}"#, "the member “b” stands there twice", 24),
    (#"{"x":1,"\u0078":2}"#, "the member “x” stands there twice", 7),
    (#"{"blocks":[],}"#, "“\"” is expected", 13),
    (#"{"metadata":{"pages":+5}}"#, "a number of JSON is expected", 21),
    (#"{"metadata":{"pages":05}}"#, "a number of JSON is expected", 21),
    (#"{"metadata":{"title":"\ud800\u0041"}}"#, "half of a surrogate pair", 22),
    (#"{"metadata":{"title":"\ud800"}}"#, "half of a surrogate pair", 22),
    (
      #"{"blocks":[{"type":"heading","level":0,"text":"a","origin":{"byte":0,"evidence":"stated"}}]}"#,
      "levels of headings count from 1", 11
    ),
    (#"{"blocks":[{"origin":{"page":1,"evidence":"recognised","confidence":2}}]}"#, "a confidence is from 0 to 1", 68),
    (#"{"metadata":{"title":"\u0001"}}"#, "a text holds a control character", 21),
    (#"{"metadata":{"title":"\ud800x"}}"#, "half of a surrogate pair", 22),
    (#"{"metadata":{"title":"\x"}}"#, "an escape that JSON does not know", 22),
    (#"{"metadata":{"title":"a"#, "a string does not end", 23),
    (#"{"metadata":{"pages":1.5}}"#, "a whole number is expected", 21),
    (#"{"metadata":{"pages":-1}}"#, "a number is negative", 21),
    (#"{"metadata":{"pages":99999999999999999999}}"#, "a whole number is expected", 21),
    (#"{"blocks":[{"type":"song","origin":{}}]}"#, "“song” is no type of block", 19),
    (#"{"blocks":[{"type":"figure"}]}"#, "the member “origin” is missing", 11),
    (#"{"blocks":[{"origin":{"page":0}}]}"#, "pages and lines count from 1", 29),
    (#"{"blocks":[{"origin":{"lines":[2,1]}}]}"#, "lines are a first and a last number", 30),
    (#"{"blocks":[{"origin":{"page":1,"box":[1,2]}}]}"#, "a box has four edges", 37),
  ])
  func `names what is wrong and where`(json: String, detail: String, offset: Int) {
    let error = #expect(throws: ReadingError.self) { try Document(json: json) }
    #expect(error == ReadingError(.damaged(format: "json", detail: detail), at: .byte(offset)))
  }

  @Test func `tells the line of a mistake in a file of several`() {
    let json = "{\n  \"schema\": \"convert.document/1\",\n  \"blocks\": 5\n}"
    let source = Source(name: "a.json", bytes: Data(json.utf8), format: "json")
    let error = #expect(throws: ReadingError.self) { try JSONReader().read(source, within: .standard) }
    #expect(error?.description == "not a readable json file: line 3, byte 13: “[” is expected (byte 48)")
  }

  @Test func `ends when its time is over`() throws {
    let paragraph = Block.paragraph(Paragraph(text: "a", origin: Origin(.byte(1), .stated)))
    let json = try JSONWriter(layout: .compact).written(Document(blocks: Array(repeating: paragraph, count: 2000)))
      .bytes
    let late = ContinuousClock.now
    let error = #expect(throws: ReadingError.self) { try Document(jsonBytes: json, within: .standard, by: late) }
    #expect(error?.code == "stopped")
    #expect(try Document(jsonBytes: json, within: .standard, by: late + .seconds(600)).blocks.count == 2000)
  }

  @Test func `tells another encoding`() {
    let bytes: [UInt8] = "{}".utf8.flatMap { [$0, 0] }
    for bytes in [bytes, [0xFF, 0xFE] + bytes] {
      let error = #expect(throws: ReadingError.self) { try Document(jsonBytes: bytes) }
      #expect(error?.description == "not a readable json file: it is UTF-16 or UTF-32, and JSON is UTF-8 (byte 0)")
    }
  }

  @Test func `may have the same members in different objects`() throws {
    let members = (0..<100).map { "\"x\($0)\":{\"a\":1,\"blocks\":[{\"a\":1},{\"a\":2}]}" }
    let document = try Document(
      json: "{\(members.joined(separator: ",")),\"schema\":\"convert.document/1\",\"blocks\":[]}")
    #expect(document == Document(blocks: []))
  }

  @Test func `refuses cells that overlap`() {
    let cell = #"{"row":0,"column":0,"text":"","origin":{"byte":1,"evidence":"stated"}}"#
    let table =
      #"{"type":"table","rows":1,"columns":1,"cells":[\#(cell),\#(cell)],"origin":{"byte":1,"evidence":"stated"}}"#
    let error = #expect(throws: ReadingError.self) {
      try Document(json: #"{"schema":"convert.document/1","blocks":[\#(table)]}"#)
    }
    #expect(error?.description == "not a readable json file: two cells cover row 0, column 0 (byte 41)")
  }

  @Test(arguments: [("100000", "100000"), ("9223372036854775807", "2"), ("0", "9223372036854775807")])
  func `grants no more grid positions than the limit`(rows: String, columns: String) {
    let table =
      #"{"type":"table","rows":\#(rows),"columns":\#(columns),"cells":[],"origin":{"byte":1,"evidence":"stated"}}"#
    let error = #expect(throws: ReadingError.self) { try Document(json: #"{"blocks":[\#(table)]}"#) }
    #expect(error?.code == "limit")
  }

  @Test(arguments: [#"{"blocks":[{"blocks":["#, #"{"x":[[[{"a":"#])
  func `bounds nesting`(start: String) {
    let error = #expect(throws: ReadingError.self) {
      try Document(json: String(repeating: start, count: 100_000))
    }
    #expect(error?.code == "limit")
  }
}

extension Document {
  fileprivate init(json: String) throws(ReadingError) {
    try self.init(jsonBytes: Array(json.utf8))
  }
}
