import ConverterCore
import Testing

@testable import convert

@Suite struct ManifestTests {
  @Test func `a line has the names that programs know, and reads back`() throws {
    let outcome = Outcome(name: "a.pdf", status: .stopped, Outcome.Failure(code: "limit", sentence: "too long"))
    let line = Manifest.Line(outcome, .milliseconds(12)).jsonLine
    let error = #""error":{"code":"limit","message":"too long"}"#
    let rest = #""findings":0,"milliseconds":12,"outputs":[],"source":"a.pdf","status":"stopped""#
    #expect(String(decoding: line, as: UTF8.self) == "{\(error),\(rest)}\n")
    #expect(try Manifest.Line(json: line).jsonLine == line)
  }
}
