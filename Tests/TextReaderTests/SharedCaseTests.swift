import ConverterCore
import Foundation
import Testing

@testable import TextReader

private let sharedEncodings = "../shared/cases/encodings/encoding_rs/"

/// Decoding against references that others made; the tests are skipped where the shared cases are absent.
@Suite struct SharedCaseTests {
  /// Files with every character of an encoding on a line of its own, and how many of them the system's converter takes differently
  /// (`Documentation/text.md`).
  private static let files: [(name: String, encoding: TextEncoding, differences: Int)] = [
    ("gb18030", .gb18030, 6), ("big5", .big5, 0), ("euc_kr", TextEncoding(named: "euc-kr") ?? .utf8, 0),
    ("shift_jis", TextEncoding(named: "shift_jis") ?? .utf8, 0),
  ]

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: sharedEncodings), "the shared cases are not here"),
    arguments: files)
  func `Every character of an encoding is decoded as the reference has it`(
    name: String, encoding: TextEncoding, differences: Int
  ) throws {
    let bytes = try Data(contentsOf: URL(filePath: sharedEncodings + name + "_in.txt"))
    let reference = try Data(contentsOf: URL(filePath: sharedEncodings + name + "_in_ref.txt"))
    let lines = TextDecoder(encoding: encoding).decode(bytes).utf8.split(separator: 0x0A)
    let wanted = reference.split(separator: 0x0A)
    try #require(lines.count == wanted.count)
    // What is no character is replaced here and there, but damage may be cut into other pieces.
    let characters = zip(lines, wanted).filter { $0.1.firstRange(of: Data("\u{FFFD}".utf8)) == nil }
    #expect(characters.count > 6000)
    #expect(characters.count { $0 != $1 } == differences)
  }
}
