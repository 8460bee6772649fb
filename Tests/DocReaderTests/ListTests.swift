import ConverterCore
import Testing

@testable import DocReader

@Suite struct ListTests {
  @Test func `labels are counted by level, paragraphs without text too`() throws {
    let runs = [("A\r", 0), ("B\r", 1), ("\r", 1), ("D\r", 0), ("E\r", 1)].map { text, level in
      Run(text: text, paragraph: [0x0B, 0x46, 1, 0, 0x0A, 0x26, UInt8(level)])
    }
    var builder = WordBuilder("")
    builder.runs = runs
    builder.structures[.lists] = lists
    builder.structures[.listOverrides] = overrides(start: nil)
    #expect(try texts(builder) == ["一、 A", "1.1) B", "1.2) ", "二、 D", "2.1) E"])
  }

  @Test func `a use of a list may begin with its own number`() throws {
    var builder = WordBuilder(
      Run(text: "A\r", paragraph: [0x0B, 0x46, 1, 0]), Run(text: "B\r", paragraph: [0x0B, 0x46, 2, 0]))
    builder.structures[.lists] = lists
    builder.structures[.listOverrides] = overrides(start: 7)
    #expect(try texts(builder) == ["一、 A", "七、 B"])
  }

  @Test func `a number that names no list means none`() throws {
    #expect(try texts(WordBuilder(Run(text: "A\r", paragraph: [0x0B, 0x46, 0x07, 0xF8]))) == ["A"])
  }

  /// One list: Chinese numbers, then legal numbers of two levels.
  private var lists: [UInt8] {
    let description = UInt32(99).bytes + [UInt8](repeating: 0, count: 24)
    let outer = level(format: 39, flags: 0, pattern: "\u{0}、")
    let inner = level(format: 0, flags: 4, pattern: "\u{0}.\u{1})")
    let rest = (0..<7).flatMap { _ in level(format: 255, flags: 0, pattern: "") }
    return UInt16(1).bytes + description + outer + inner + rest
  }

  private func level(format: UInt8, flags: UInt8, pattern: String) -> [UInt8] {
    let head = UInt32(1).bytes + [format, flags] + [UInt8](repeating: 0, count: 22)
    return head + UInt16(pattern.utf16.count).bytes + pattern.utf16.flatMap(\.bytes)
  }

  /// Two uses of the list; the second may begin with a number of its own.
  private func overrides(start: UInt32?) -> [UInt8] {
    let plain = UInt32(99).bytes + [UInt8](repeating: 0, count: 12)
    let changed = UInt32(99).bytes + [UInt8](repeating: 0, count: 8) + [start == nil ? 0 : 1, 0, 0, 0]
    let change = start.map { $0.bytes + UInt32(0x10).bytes } ?? []
    return UInt32(2).bytes + plain + changed + [0xFF, 0xFF, 0xFF, 0xFF] + [0xFF, 0xFF, 0xFF, 0xFF] + change
  }
}
