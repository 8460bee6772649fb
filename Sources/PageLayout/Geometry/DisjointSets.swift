/// Sets of small numbers that can be united and compared (Tarjan's union-find with path halving).
package struct DisjointSets: Sendable {
  private var parent: [Int32]

  /// Each number below `count` in a set of its own.
  package init(count: Int) {
    parent = Array(0..<Int32(count))
  }

  /// The number that stands for the set of `element`; the lowest of the set.
  package mutating func find(_ element: Int) -> Int {
    var current = element
    while Int(parent[current]) != current {
      parent[current] = parent[Int(parent[current])]
      current = Int(parent[current])
    }
    return current
  }

  package mutating func unite(_ first: Int, _ second: Int) {
    let one = find(first)
    let other = find(second)
    parent[max(one, other)] = Int32(min(one, other))
  }
}
