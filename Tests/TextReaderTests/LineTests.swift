import ConverterTesting
import Foundation
import Testing

@testable import TextReader

@Suite struct LineTests {
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `What a line shows does not depend on how many of its bytes are taken at once`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", "Z", "quay", " ", " ", "7", "中", "，", "。", "\u{3000}", "：", "：", ".", ",", ";", "é", "{", "@", "[",
    ]
    let line = (0..<Int.random(in: 1...40, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
      .joined()
    let text = TextLines(utf8: Data(("first\n" + line + "\nlast").utf8))
    #expect(text.count == 3, "seed \(seed)")
    let traits = text[1].traits
    let inked = line.drop { $0 == " " || $0 == "\u{3000}" }
    let gap = /[^ \u{3000}](?:  |\u{3000})[ \u{3000}]*[^ \u{3000}]|[^ \u{3000}] \u{3000}+[^ \u{3000}]/
    #expect(traits.contains(.digit) == line.contains("7"), "seed \(seed)")
    #expect(traits.contains(.wide) == line.utf8.contains { $0 >= 0x80 }, "seed \(seed)")
    #expect(traits.contains(.comma) == line.contains(","), "seed \(seed)")
    #expect(traits.contains(.semicolon) == line.contains(";"), "seed \(seed)")
    #expect(traits.contains(.colon) == line.contains("："), "seed \(seed)")
    #expect(traits.contains(.blank) == inked.isEmpty, "seed \(seed)")
    #expect(traits.contains(.gap) == inked.contains(gap), "seed \(seed): \(line)")
    #expect(text.text(0) == "first" && text.text(2) == "last", "seed \(seed)")
  }
}
