/// Random numbers that a seed determines (SplitMix64: Steele, Lea, Flood, 2014), so that a failing test can be run again.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SeededGenerator {
  /// True once in so many times.
  mutating func chance(oneIn count: Int) -> Bool {
    Int.random(in: 0..<count, using: &self) == 0
  }

  /// One of the values.
  ///
  /// - Precondition: there is one.
  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &self)]
  }

  /// A value once in so many times.
  mutating func maybe<Value>(oneIn count: Int, _ value: (inout SeededGenerator) -> Value) -> Value? {
    chance(oneIn: count) ? value(&self) : nil
  }
}
