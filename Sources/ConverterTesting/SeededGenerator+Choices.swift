internal import ConverterContracts

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
