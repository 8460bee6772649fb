import Foundation
import Testing

@testable import ConverterCore

/// The text of a file that is mapped comes in pieces, the same as decoded at once.
@Suite struct TextPiecesTests {
  /// A source that is a map of a file, which is gone when this returns.
  private func mapped(_ bytes: Data) throws -> Source {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try bytes.write(to: file)
    return Source(name: "a.txt", bytes: try Data(contentsOf: file, options: .alwaysMapped), isMapped: true)
  }

  private static let page = String(repeating: "码头的货物很多，年度报告说明了收入和支出。\nSecond line, 27 ships\n", count: 4000) + "\u{0C}"

  private static func bytes(_ text: String, bigEndian: Bool) -> Data {
    Data(
      text.utf16.flatMap { unit in
        bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      })
  }

  private static var samples: [(encoding: String, bytes: Data)] {
    let quay: [UInt8] = [0xC2, 0xEB, 0xCD, 0xB7, 0x0A]
    let damaged = Data(page.utf8) + [0xE7, 0xA0, 0x0A] + Data(page.utf8) + [0xFF]
    return [
      ("utf-8", Data(page.utf8)), ("utf-8", Data("\u{FEFF}\(page)".utf8)), ("utf-8", damaged),
      ("utf-16le", bytes(page, bigEndian: false)), ("utf-16be", bytes("\u{FEFF}\(page)", bigEndian: true)),
      ("gb18030", Data([0xC4, 0xFF, 0x0A]) + Data((0..<90_000).flatMap { _ in quay })),
    ]
  }

  @Test(arguments: samples)
  func `Pieces are the text that is decoded at once`(encoding: String, bytes: Data) throws {
    let whole = TextDecoder().decode(bytes)
    var pieces = TextPieces(try mapped(bytes), encoding: nil)
    #expect(pieces.encoding.name == encoding)
    #expect(pieces.replacementCount == whole.replacementCount)
    let formFeeds = whole.utf8.count { $0 == 0x0C }
    #expect(pieces.pageCount == 1 + formFeeds - (whole.utf8.last == 0x0C ? 1 : 0))
    var joined = Data()
    var count = 0
    while !pieces.isAtEnd {
      // Each piece begins with the last line of the one before.
      let rest = Data(joined.suffix(count > 0 ? 5 : 0))
      joined.append(pieces.next(50_000, behind: rest).dropFirst(rest.count))
      count += 1
    }
    #expect(count > 3)
    #expect(joined == whole.utf8)
  }

  @Test(arguments: 0..<4)
  func `A character on the border of two looks is no damage`(shift: Int) {
    let text = String(repeating: "a", count: shift) + String(repeating: "码🚢", count: 100_000)
    #expect(TextSurvey(Array(text.utf8).span).isPlainUTF8)
    let damaged = Array(text.utf8) + [0xC3, 0x28]
    #expect(TextSurvey(damaged.span).damage != nil)
  }

  @Test func `A survey sees zeros, escapes and form feeds`() {
    #expect(TextSurvey(Array("\u{0C}text of a page\u{0C}\u{0C}and another".utf8).span).controls.formFeedCount == 3)
    #expect(!TextSurvey(Array("a tab\tand\nlines\r\n of more than sixteen bytes".utf8).span).controls.hasZerosOrEscapes)
    #expect(TextSurvey(Array("a tab\tand\nlines\0\n of more than sixteen bytes".utf8).span).controls.hasZerosOrEscapes)
    #expect(TextSurvey(Array("\u{1B}$B".utf8).span).controls.hasZerosOrEscapes)
  }
}
