internal import Containers

/// A structure of *n* + 1 ascending positions followed by *n* data of equal size ([MS-DOC] 2.2.2 PLC).
///
///     p₀ p₁ … pₙ │ d₀ … dₙ₋₁       dᵢ belongs to pᵢ ..< pᵢ₊₁
struct PositionTable: Sendable {
  private let bytes: [UInt8]
  private let start: Int
  private let dataSize: Int

  /// The number of data; there is one position more.
  let count: Int

  /// - Parameters:
  ///   - range: the bytes of the structure, wholly inside of `bytes`.
  ///   - dataSize: the size of one datum in bytes; may be 0.
  init(_ bytes: [UInt8], _ range: Range<Int>, dataSize: Int) {
    self.bytes = bytes
    self.start = range.lowerBound
    self.dataSize = dataSize
    count = max(0, (range.count - 4) / (4 + dataSize))
  }

  /// The position at an index from 0 to ``count``; 0 where there is none.
  func position(_ index: Int) -> Int {
    bytes.unsigned32(at: start + index * 4) ?? 0
  }

  /// The positions that a datum belongs to; empty where they do not ascend.
  func range(_ index: Int) -> Range<Int> {
    let lower = position(index)
    return lower..<max(lower, position(index + 1))
  }

  /// The offset of a datum in the bytes.
  func dataOffset(_ index: Int) -> Int {
    start + (count + 1) * 4 + index * dataSize
  }
}
