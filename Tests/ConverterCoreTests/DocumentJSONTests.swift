import ConverterCore
import ConverterTesting
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
    let document = try Document(json: #"{"schema": "convert.document/1", "metadata": {"title": \#(literal)}}"#)
    #expect(document.metadata.title == text)
  }

  @Test(arguments: [
    (#"{}"#, "the member “schema” is missing", 0),
    (#"{"schema":"convert.document/2"}"#, "the schema “convert.document/2” is not convert.document/1", 10),
    (#"{"schema":"convert.document/1","#, "“\"” is expected", 31),
    (#"{"schema":"convert.document/1"} {"#, "there is more after the document", 32),
    (#"{"metadata":{"title":"\u0001"}}"#, "a text holds a control character", 21),
    (#"{"metadata":{"title":"\ud800x"}}"#, "“\\” is expected", 28),
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
