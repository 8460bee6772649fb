internal import ConverterCore

/// How far around aligned text lines, colours and steps belong to its table.
///
///     ▒▒▒▒▒▒▒▒▒▒ Deliveries ▒▒▒▒▒▒▒▒▒▒      text in the middle of wide cells stands far from the edges that
///       North       12         7            coloured rows show
enum RunReach {
  /// The box of the text with a margin, and with what is drawn over its whole width where no other text stands.
  ///
  /// - Parameters:
  ///   - run: the lines of text.
  ///   - box: the box of all of them, in points.
  static func box(
    around run: [TextLine], box: Rectangle, rules: DrawnRules, text: PageText, tolerances: Tolerances
  ) -> Rectangle {
    var reach = Rectangle(
      x0: box.x0 - tolerances.runSides, y0: box.y0 - tolerances.runEnds, x1: box.x1 + tolerances.runSides,
      y1: box.y1 + tolerances.runEnds)
    lazy var others = text.extents(beside: run, box: box)
    // Lines may be drawn in pieces, one below each column; those at other text are of a table beside.
    for lines in [rules.level, rules.shading] {
      let pieces = lines.filter {
        $0.position >= box.y0 - tolerances.runEnds && $0.position <= box.y1 + tolerances.runEnds
          && !others.meet(Interval($0.start, $0.end))
      }
      for pieces in Clusters.ranges(ofSorted: pieces.map(\.position), within: tolerances.ruleTouch).map({ pieces[$0] })
      {
        let line = pieces.reduce(Interval(.infinity, -.infinity)) { $0.union(Interval($1.start, $1.end)) }
        guard line.start <= box.x0 + tolerances.stackEdge, line.end >= box.x1 - tolerances.stackEdge,
          !others.meet(line)
        else { continue }
        reach.x0 = min(reach.x0, line.start)
        reach.x1 = max(reach.x1, line.end)
      }
    }
    return reach
  }
}

extension PageText {
  /// Where across, in points, words stand beside lines of text, that are none of theirs; from left to right, joined where they meet.
  fileprivate func extents(beside run: [TextLine], box: Rectangle) -> [Interval] {
    let own = Set(run.flatMap(\.words))
    return words.indices.filter { words[$0].box.y1 > box.y0 && words[$0].box.y0 < box.y1 && !own.contains($0) }
      .map { Interval(words[$0].box.x0, words[$0].box.x1) }.joined()
  }
}

extension [Interval] {
  /// Whether one of the intervals, which are in order and apart, has more than an end in common with another one.
  fileprivate func meet(_ other: Interval) -> Bool {
    let next = partitioningIndex { $0.end > other.start }
    return next < count && self[next].start < other.end
  }
}
