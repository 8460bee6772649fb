import Testing

@testable import ConverterCore

@Suite struct JSONValueTests {
  @Test func `a value is written as it was read, members by name and without those that are null`() throws {
    let text = #"{"b":[1,-2,0.50,1e3,99999999999999999999],"é\"":{"":null},"a":[true,null,[],{},"\t\\/"]}"#
    var json = JSONOutput(startsLines: false)
    json.value(try JSONValue(json: text.utf8))
    #expect(
      String(decoding: json.buffer.bytes, as: UTF8.self)
        == #"{"a":[true,null,[],{},"\t\\/"],"b":[1,-2,0.50,1e3,99999999999999999999],"é\"":{}}"#)
  }
}
