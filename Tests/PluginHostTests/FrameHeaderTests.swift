import ConverterCore
import Testing

@testable import PluginHost

/// Messages as they are sent: a contract with plug-ins.
@Suite struct FrameHeaderTests {
  @Test func `members stand in the order of their names, and those without a value are left out`() {
    var header = FrameHeader(type: .output, job: 7, writer: 0, part: "t\"1/公")
    header.bytes = 5
    let line = #"{"bytes":5,"job":7,"part":"t\"1/公","type":"output","writer":0}"# + "\n"
    #expect(String(decoding: header.jsonLine, as: UTF8.self) == line)
  }

  @Test func `each member reads back`() throws {
    var header = FrameHeader(type: .memberOutcome, job: 1, writer: 2, part: "p")
    (header.asked, header.bytes, header.last) = (-3, 4, false)
    (header.code, header.encoding, header.format, header.message) = ("c", "e", "f", "m\u{1}\n")
    (header.name, header.password, header.protocol) = ("n", "w", "1")
    header.limits = PluginLimits(.standard)
    #expect(try FrameHeader(json: header.jsonLine) == header)
  }

  @Test func `white space, another order, null and members of later versions do no harm`() throws {
    let json = #" { "x" : [ { "y" : 1.5e3 } ] , "part" : null , "type" : "outp\u0075t" , "job" : 7 } "#
    #expect(try FrameHeader(json: json.utf8) == FrameHeader(type: .output, job: 7))
  }

  @Test(arguments: ["", "{}", "[]", #"{"type":"other"}"#, #"{"type":"done"} {}"#, #"{"type":"done","bytes":"5"}"#])
  func `what is no message is refused`(_ json: String) {
    #expect(throws: ReadingError.self) { try FrameHeader(json: json.utf8) }
  }
}
