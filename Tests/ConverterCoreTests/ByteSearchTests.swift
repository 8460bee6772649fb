import ConverterCore
import Testing

struct ByteSearchTests {
  /// Against the plain loop, with bytes around the wanted ones (whose marks a borrow could set) at all offsets of a word.
  @Test func `the first of two bytes is found wherever it stands`() {
    var random = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &random)
    var state = seed
    func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<20_000 {
      let bytes = (0..<next(below: 40)).map { _ in
        UInt8([0, 1, 0x1A, 0x1B, 0x1C, 0x7F, 0x80, 0x9B, 0xFF][next(below: 9)])
      }
      let bound = next(below: bytes.count + 1)
      let start = next(below: bound + 1)
      let expected = bytes[start..<bound].firstIndex { $0 == 0 || $0 == 0x1B } ?? bound
      let found = bytes.span.index(of: 0, or: 0x1B, from: start, below: bound)
      #expect(found == expected, "seed \(seed): \(bytes) from \(start) below \(bound)")
    }
  }
}
