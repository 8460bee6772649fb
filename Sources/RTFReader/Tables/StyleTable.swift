/// Which styles are headings.
struct StyleTable: Sendable {
  private var outlineLevels: [Int: Int] = [:]
  private var bases: [Int: Int] = [:]
  private var titles: Set<Int> = []

  /// Takes a style: its number, outline level and base as stated, and the bytes of its name.
  mutating func add(_ number: Int, outlineLevel: Int?, base: Int?, name: [UInt8]) {
    if let level = outlineLevel ?? StyleTable.headingLevel(named: name) { outlineLevels[number] = level }
    bases[number] = base
    if name.count == 5, StyleTable.lowercased(name) == Array("title".utf8) { titles.insert(number) }
  }

  /// The outline level of a style or of the nearest style that it is based on.
  func outlineLevel(of style: Int) -> Int? {
    for number in chain(of: style) {
      if let level = outlineLevels[number] { return level }
    }
    return nil
  }

  /// Whether a style, or one that it is based on, is the built-in one of titles.
  func isTitle(_ style: Int) -> Bool {
    chain(of: style).contains { titles.contains($0) }
  }

  /// A style and those that it is based on, the nearest first.
  private func chain(of style: Int) -> some Sequence<Int> {
    sequence(first: style) { bases[$0] }.prefix(maximumInheritance)
  }

  /// ASCII letters in lower case.
  private static func lowercased(_ name: [UInt8]) -> [UInt8] {
    name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// The outline level of the built-in styles `heading 1` to `heading 9`, which not all writers state.
  private static func headingLevel(named name: [UInt8]) -> Int? {
    let lower = lowercased(name)
    guard lower.count == 9, lower.starts(with: Array("heading ".utf8)), let digit = lower.last,
      (0x31...0x39).contains(digit)
    else { return nil }
    return Int(digit) - 0x31
  }
}

/// Word nests styles eleven deep at most; more is a loop.
private let maximumInheritance = 64
