import Bytes
import ConverterTesting
import Testing

struct SearchTests {
  /// Against the plain loop, with bytes around the wanted ones (whose marks a borrow could set) at all offsets of a word.
  @Test(arguments: [UInt64(1), 2, 3]) func `the first of two bytes is found wherever it stands`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let values: [UInt8] = [0, 1, 0x1A, 0x1B, 0x1C, 0x7F, 0x80, 0x9B, 0xFF]
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in values.randomElement(using: &random) ?? 0 }
      let bound = Int.random(in: 0...bytes.count, using: &random)
      let start = Int.random(in: 0...bound, using: &random)
      let expected = bytes[start..<bound].firstIndex { $0 == 0 || $0 == 0x1B } ?? bound
      let found = bytes.span.index(of: 0, or: 0x1B, from: start, below: bound)
      #expect(found == expected, "\(bytes) from \(start) below \(bound)")
    }
  }
}
