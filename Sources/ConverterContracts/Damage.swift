package import FoundationEssentials

/// Damaged variants of a file, each with what was done to it; determined by the seed.
///
/// Truncations stand at both ends and evenly between them, flips change one to eight bytes anywhere, and splices copy a
/// piece of the file over another, which keeps the pieces plausible. The last two are not the file at all: nothing, and
/// random bytes.
package struct Damage {
  package let name: String
  package let bytes: Data

  package static func variants(of bytes: Data, count: Int, seed: UInt64) -> [Damage] {
    guard !bytes.isEmpty else { return [] }
    var generator = SeededGenerator(seed: seed)
    let third = max(1, count / 3)
    let cuts = (0..<third).map { number in
      truncated(bytes, number: number, of: third)
    }
    let changes = (0..<third).map { _ in changed(bytes, using: &generator) }
    let splices = (0..<third).map { _ in spliced(bytes, using: &generator) }
    let noise = Damage(
      name: "random bytes", bytes: Data((0..<4096).map { _ in UInt8.random(in: 0...255, using: &generator) }))
    return cuts + changes + splices + [Damage(name: "no bytes", bytes: Data()), noise]
  }

  /// The first lengths 1 to 8, the last 8, and evenly spread ones between.
  private static func truncated(_ bytes: Data, number: Int, of count: Int) -> Damage {
    let length =
      switch number {
      case ..<8: number + 1
      case ..<16: bytes.count - (number - 7)
      default: bytes.count / (count + 1) * (number - 15)
      }
    let kept = min(max(length, 0), bytes.count)
    return Damage(name: "the first \(kept) bytes", bytes: bytes.prefix(kept))
  }

  private static func changed(_ bytes: Data, using generator: inout SeededGenerator) -> Damage {
    var damaged = bytes
    let offsets = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
      Int.random(in: 0..<bytes.count, using: &generator)
    }
    for offset in offsets {
      damaged[damaged.startIndex + offset] = UInt8.random(in: 0...255, using: &generator)
    }
    return Damage(name: "other bytes at \(offsets)", bytes: damaged)
  }

  private static func spliced(_ bytes: Data, using generator: inout SeededGenerator) -> Damage {
    let length = Int.random(in: 1...max(1, bytes.count / 4), using: &generator)
    let from = Int.random(in: 0...bytes.count - length, using: &generator)
    let to = Int.random(in: 0...bytes.count - length, using: &generator)
    var damaged = bytes
    let start = bytes.startIndex
    damaged.replaceSubrange(start + to..<start + to + length, with: bytes[start + from..<start + from + length])
    return Damage(name: "\(length) bytes from \(from) copied to \(to)", bytes: damaged)
  }
}
