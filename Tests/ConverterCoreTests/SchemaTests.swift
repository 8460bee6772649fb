import ConverterCore
import ConverterTesting
import Foundation
import Testing

@Suite struct `The JSON Schema of the project` {
  let schema: JSONSchema

  init() throws {
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    schema = try JSONSchema(Data(contentsOf: project.appending(path: "Schemas/document-1.schema.json")))
  }

  @Test func `accepts what is written`() throws {
    for seed in 0..<100 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let written = try JSONWriter(layout: .compact).written(Document.random(using: &generator)).bytes
      #expect(try schema.errors(in: Data(written)) == [], "seed \(seed)")
    }
  }

  @Test(arguments: [
    (#""findings":[]"#, #""findings":[{"severity":"grave","code":"a","message":""}]"#, "$.findings[0].severity: enum"),
    (#""findings":[]"#, #""findings":[],"extra":1"#, "$: additionalProperties"),
    (#""metadata":{}"#, #""metadata":{"pages":-1}"#, "$.metadata.pages: minimum"),
    (#""metadata":{}"#, #""metadata":{"title":null}"#, "$.metadata.title: type"),
    (#","findings":[]"#, "", "$: required"),
    (#""origin":{"byte":1"#, #""origin":{"byte":1,"page":1"#, "$.blocks[0]: oneOf"),
    (#""origin":{"byte":1"#, #""origin":{"byte":1,"box":[1,2,3,4]"#, "$.blocks[0]: oneOf"),
    (#""evidence":"stated""#, #""evidence":"recognised""#, "$.blocks[0]: oneOf"),
    (#""text":"a""#, #""text":"a\u0007""#, "$.blocks[0]: oneOf"),
  ])
  func `refuses what is not the form`(part: String, wrong: String, complaint: String) throws {
    let document = Document(.paragraph(Paragraph(text: "a", origin: Origin(.byte(1), .stated))))
    let valid = try JSONWriter(layout: .compact).written(document).text
    #expect(try schema.errors(in: Data(valid.utf8)) == [])
    let errors = try schema.errors(in: Data(valid.replacing(part, with: wrong).utf8))
    #expect(errors.contains { $0.hasPrefix(complaint) }, "\(errors)")
  }
}
