import ConverterCore
import ConverterTesting
import Foundation
import Testing

@testable import TextReader

/// A long text is read window by window, and nobody can tell.
@Suite struct WindowTests {
  private func stream(_ text: String, name: String = "sample.txt", window: Int) throws -> [Document] {
    let pieces = TextPieces(Source(name: name, bytes: Data(text.utf8)), encoding: nil)
    var windows = TextWindows(pieces, length: window, within: .standard)
    var documents: [Document] = []
    while let next = try windows.next() { documents.append(next) }
    return documents
  }

  /// Sections with a heading, paragraphs, a list and tables of several shapes.
  private func sections(_ count: Int, seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    func words(_ range: ClosedRange<Int>) -> String {
      (0..<Int.random(in: range, using: &random)).map { _ in
        ["Hafen", "Kran", "Ladung", "Tiefe", "Boje"].randomElement(using: &random) ?? ""
      }
      .joined(separator: " ")
    }
    return (1...count).map { number in
      var text = "## Section \(number)\n\n" + words(20...60) + ".\n\n"
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        text += flattened(
          [["Quay", "In", "Out"]]
            + (1...Int.random(in: 2...9, using: &random)).map { ["Q\($0)", "\($0 * 3)", "\($0 * 7)"] })
      case 1: text += "| Quay | In |\n|---|---|\n| North | \(number) |\n| South | 4 |\n\n"
      case 2: text += "1. " + words(2...4) + "\n2. " + words(2...4) + "\n3. " + words(2...4) + "\n\n"
      case 3: text += "\u{0C}- \(number) -\n\n" + words(3...9) + ".\n\n"
      case 4: text += "\u{0C}```\nlet a = \(number)\n\n| no | table |\n```\n\n"
      default: text += words(80...200) + ".\n\n"
      }
      return text
    }.joined()
  }

  @Test(arguments: Array(1...6) as [UInt64])
  func `Windows give the document that the whole text gives`(seed: UInt64) throws {
    let text = sections(120, seed: seed)
    let whole = try stream(text, window: 1 << 30)
    try #require(whole.count == 1)
    let pieces = try stream(text, window: 8 << 10)
    #expect(pieces.count > 3, "seed \(seed)")
    #expect(pieces.flatMap(\.blocks) == whole[0].blocks, "seed \(seed)")
    #expect(pieces.flatMap(\.findings) == whole[0].findings, "seed \(seed)")
    #expect(pieces[0].metadata == whole[0].metadata, "seed \(seed)")
  }

  @Test func `Lines without a blank one among them are read in windows too`() throws {
    let text = (1...4000).map { "The harbour master wrote sentence \($0) of the log of that year.\n" }.joined()
    let pieces = try stream(text, window: 32 << 10)
    #expect(pieces.count > 3)
    #expect(pieces.flatMap(\.blocks) == (try stream(text, window: 1 << 30)).flatMap(\.blocks))
  }

  @Test func `A table longer than many windows stays one`() throws {
    let text =
      "The log.\n\n" + (1...3000).map { "\($0),quay \($0 % 7),\($0 * 13 % 977)\n" }.joined() + "\nThe end of it.\n"
    let blocks = try stream(text, window: 1 << 10).flatMap(\.blocks)
    #expect(blocks.flatMap(\.tables).map(\.rowCount) == [3000])
    #expect(blocks.count == 3)
  }

  @Test func `The limit of cells holds for all pieces of a document in memory`() throws {
    let table = flattened((1...40).map { ["Q\($0)", "\($0)", "\($0 * 2)"] }) + "\nText between them.\n\n"
    let source = Source(name: "sample.txt", bytes: Data(String(repeating: table, count: 200).utf8))
    func collected(_ limits: Limits) throws -> Document {
      var windows = TextWindows(TextPieces(source, encoding: nil), length: 16 << 10, within: Limits(cells: 5000))
      let first = try #require(try windows.next())
      return try DocumentStream(first) { () throws(ReadingError) in try windows.next() }.collected(within: limits)
    }
    #expect(throws: ReadingError.self) { try collected(Limits(cells: 5000)) }
    #expect(try collected(.standard).tables.count == 200)
  }
}
