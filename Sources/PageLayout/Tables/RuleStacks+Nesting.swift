internal import ConverterCore

/// Frames in frames in frames: a drawing, of which each would be read as a table with all text inside.
extension DrawnRules {
  /// The groups of level lines that do not lie within many others, in the same order.
  ///
  /// - Complexity: each group is compared with ``Tolerances/Shares/stackLookback`` others at most: from top to bottom, those around it
  ///   come right before it.
  static func withoutDeeplyNested(_ groups: [[Ruling]], tolerances: Tolerances) -> [[Ruling]] {
    let boxes = groups.map { group in
      group.reduce(Rectangle(x0: .infinity, y0: .infinity, x1: -.infinity, y1: -.infinity)) { box, rule in
        box.union(Rectangle(x0: rule.start, y0: rule.position, x1: rule.end, y1: rule.position))
      }
    }
    let fromTop = boxes.indices.sorted { (boxes[$0].y0, $0) < (boxes[$1].y0, $1) }
    var isNested = [Bool](repeating: false, count: groups.count)
    for (rank, group) in fromTop.enumerated() {
      let above = fromTop[..<rank].suffix(tolerances.shares.stackLookback)
      isNested[group] = above.count { boxes[$0].covers(boxes[group], within: 0) } > tolerances.shares.mostNesting
    }
    return zip(groups, isNested).filter { !$1 }.map(\.0)
  }
}
