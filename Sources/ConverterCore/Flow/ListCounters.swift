/// Counts the paragraphs of lists in order of the text, and gives each its label.
package struct ListCounters: Sendable {
  /// Per list, the number of the last paragraph of each level; `nil` where none came since the level began anew.
  private var counts: [Int: [Int?]] = [:]

  /// The uses and levels whose own first number has been given out.
  private var begun: Set<[Int]> = []

  package init() {}

  /// The label of the next paragraph.
  ///
  /// - Parameters:
  ///   - use: the list.
  ///   - number: tells uses of a list apart.
  ///   - level: 0 for the outermost.
  /// - Returns: the label; `nil` where the level shows none.
  package mutating func label(of use: ListUse, number: Int, level: Int) -> String? {
    guard use.levels.indices.contains(level) else { return nil }
    var counts = self.counts[use.list] ?? Array(repeating: nil, count: 9)
    guard counts.indices.contains(level) else { return nil }
    let stated = use.starts.indices.contains(level) ? use.starts[level] : nil
    if let stated, begun.insert([number, level]).inserted {
      counts[level] = stated
    } else if let count = counts[level] {
      counts[level] = count &+ 1
    } else {
      counts[level] = use.levels[level].start
    }
    for inner in use.levels.indices.dropFirst(level + 1) where level < use.levels[inner].restartLimit {
      counts[inner] = nil
    }
    self.counts[use.list] = counts
    let label = ListCounters.text(of: use.levels, level: level, counts)
    return label.allSatisfy(\.isWhitespace) ? nil : label
  }

  private static func text(of levels: [ListLevel], level: Int, _ counts: [Int?]) -> String {
    levels[level].pattern.reduce(into: "") { label, part in
      switch part {
      case .text(let text): label += text
      case .number(let outer):
        guard levels.indices.contains(outer), counts.indices.contains(outer) else { return }
        let format = levels[level].isLegal && outer != level ? 0 : levels[outer].format
        label += ListNumber.text(counts[outer] ?? levels[outer].start, format: format)
      }
    }
  }
}
