/// Which styles are headings.
struct StyleTable: Sendable {
  private var outlineLevels: [Int: Int] = [:]
  private var bases: [Int: Int] = [:]

  /// Takes a style: its number, outline level and base as stated, and the bytes of its name.
  mutating func add(_ number: Int, outlineLevel: Int?, base: Int?, name: [UInt8]) {
    if let level = outlineLevel ?? StyleTable.headingLevel(named: name) { outlineLevels[number] = level }
    bases[number] = base
  }

  /// The outline level of a style or of the nearest style that it is based on.
  func outlineLevel(of style: Int) -> Int? {
    var number = style
    for _ in 0..<maximumInheritance {
      if let level = outlineLevels[number] { return level }
      guard let base = bases[number] else { return nil }
      number = base
    }
    return nil
  }

  /// The outline level of the built-in styles `heading 1` to `heading 9`, which not all writers state.
  private static func headingLevel(named name: [UInt8]) -> Int? {
    let lower = name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard lower.count == 9, lower.starts(with: Array("heading ".utf8)), let digit = lower.last,
      (0x31...0x39).contains(digit)
    else { return nil }
    return Int(digit) - 0x31
  }
}

/// Word nests styles eleven deep at most; more is a loop.
private let maximumInheritance = 64
