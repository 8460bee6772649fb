import Bytes
import ConverterTesting
import Testing

/// Against the same question about each byte alone.
struct ByteWordTests {
  /// The indices of marked bytes; a word in which other bits are set, too, gives none.
  private func marked(_ marks: UInt64) -> [Int]? {
    marks & ~ByteWord.all == 0 ? (0..<8).filter { marks >> (8 * $0 + 7) & 1 == 1 } : nil
  }

  @Test(arguments: [UInt64(1), 2, 3]) func `marks are of the bytes that are meant`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let edges: [UInt8] = [
      0, 1, 0x1F, 0x20, 0x21, 0x41, 0x5B, 0x60, 0x61, 0x7A, 0x7B, 0x7F, 0x80, 0x81, 0xC2, 0xE2, 0xE3, 0xFF,
    ]
    for _ in 0..<5_000 {
      let bytes = (0..<9).map { _ in edges.randomElement(using: &random) ?? 0 }
      let start = Int.random(in: 0...1, using: &random)
      let word = ByteWord(bytes.span, at: start)
      let part = Array(bytes[start..<start + 8])
      let byte = edges.randomElement(using: &random) ?? 0
      func indices(_ isMeant: (UInt8) -> Bool) -> [Int] { part.indices.filter { isMeant(part[$0]) } }

      #expect(marked(word.equal(byte)) == indices { $0 == byte }, "\(part) \(byte)")
      #expect(marked(word.wide) == indices { $0 >= 0x80 }, "\(part)")
      let least = byte & 0x7F
      #expect(marked(word.below(least)) == indices { $0 < least }, "\(part) \(least)")
      #expect(marked(word.low(atLeast: least)) == indices { $0 & 0x7F >= least }, "\(part) \(least)")
      #expect(
        marked(word.low(atLeast: least, setting: 0x20)) == indices { ($0 | 0x20) & 0x7F >= least }, "\(part) \(least)")
      // Only the first is certain.
      for ignored: UInt8 in [0, 1] {
        let marks = word.first(byte, ignoring: ignored)
        let first = marks == 0 ? nil : ByteWord.count(before: marks)
        #expect(first == part.firstIndex { $0 | ignored == byte | ignored }, "\(part) \(byte)")
      }
    }
  }

  @Test(arguments: ["", "a", "é", "公", "𠀀", "Zug公é𠀀z"]) func `scalars are those of the text`(text: String) {
    let bytes = Array(text.utf8)
    var scalars: [Unicode.Scalar] = []
    var index = 0
    while index < bytes.count { scalars.append(bytes.span.scalar(at: &index)) }
    #expect(scalars == Array(text.unicodeScalars))
  }

  @Test func `bytes that are no text give no scalar and an end`() {
    for bytes: [UInt8] in [[0xE5], [0xFF, 0x80], [0xED, 0xA0, 0x80], [0x80, 0x80]] {
      var index = 0
      while index < bytes.count { _ = bytes.span.scalar(at: &index) }
      #expect(index == bytes.count)
    }
  }
}
