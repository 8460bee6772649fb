/// Lines that touch each other, directly or through others: the frame and inner lines of one grid.
package struct RuleComponent: Hashable, Sendable {
  /// In order of position, then start.
  package var level: [Ruling]

  /// In order of position, then start.
  package var upright: [Ruling]
}

extension DrawnRules {
  /// The groups of lines that touch, in order of their first level line; lines that touch no other come last, alone.
  ///
  /// Complexity: O(*n* log *n* + *k*) for *k* pairs of lines whose extents meet on one axis; *k* is bounded, since
  /// drawings with more are no tables, and the rest is left unconnected.
  package func components(tolerances: Tolerances = .standard) -> [RuleComponent] {
    var sets = DisjointSets(count: level.count + upright.count)
    var budget = tolerances.mostPositions * 4
    for (index, line) in upright.enumerated() {
      let reach = Interval(line.start, line.end)
      var other = level.partitioningIndex { $0.position >= line.start - tolerances.ruleTouch }
      while other < level.count, level[other].position <= line.end + tolerances.ruleTouch, budget > 0 {
        if Interval(level[other].start, level[other].end).contains(line.position, within: tolerances.ruleTouch),
          reach.contains(level[other].position, within: tolerances.ruleTouch)
        {
          sets.unite(other, level.count + index)
        }
        other += 1
        budget -= 1
      }
    }
    var numbers: [Int: Int] = [:]
    var components: [RuleComponent] = []
    for index in 0..<level.count + upright.count {
      let root = sets.find(index)
      let number = numbers[root] ?? components.count
      if number == components.count {
        numbers[root] = number
        components.append(RuleComponent(level: [], upright: []))
      }
      if index < level.count {
        components[number].level.append(level[index])
      } else {
        components[number].upright.append(upright[index - level.count])
      }
    }
    return components
  }
}
