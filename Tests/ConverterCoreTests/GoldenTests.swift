import ConverterTesting
import Foundation
import Testing

@Suite struct `Golden files` {
  let file = FileManager.default.temporaryDirectory.appending(path: "golden-\(UUID().uuidString)/expected.txt")

  @Test(arguments: [
    (["CI": "true"], RecordMode.never), (["CI": "true", "RECORD": "all"], .never), (["RECORD": "all"], .all),
    (["RECORD": "everything"], .missing), ([:], .missing),
  ])
  func `are never written on CI, elsewhere as asked`(environment: [String: String], mode: RecordMode) {
    #expect(RecordMode(environment: environment) == mode)
  }

  @Test func `are written where missing, which fails once`() throws {
    defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    withKnownIssue { expectGolden("a\nb\n", at: file, mode: .missing) }
    #expect(try String(contentsOf: file, encoding: .utf8) == "a\nb\n")
    expectGolden("a\nb\n", at: file, mode: .missing)
  }

  @Test(arguments: [(RecordMode.missing, "a"), (.never, "a"), (.failed, "b"), (.all, "b")])
  func `that differ are replaced only where asked`(mode: RecordMode, kept: String) throws {
    defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    withKnownIssue { expectGolden("a", at: file, mode: .all) }
    withKnownIssue {
      expectGolden("b", at: file, mode: mode)
    } matching: { issue in
      "\(issue)".contains("- 1: a\n+ 1: b")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == kept)
  }
}
