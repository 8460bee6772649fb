internal import ConverterCore

/// How far around aligned text lines, colours and steps belong to its table.
///
///     ▒▒▒▒▒▒▒▒▒▒ Deliveries ▒▒▒▒▒▒▒▒▒▒      text in the middle of wide cells stands far from the edges that
///       North       12         7            coloured rows show
enum RunReach {
  /// The box of the text with a margin, and with what is drawn over its whole width, if no other text stands there.
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
    // Lines may be drawn in pieces, one below each column.
    let drawn = [rules.level, rules.shading].flatMap { lines in
      let near = lines.filter {
        $0.position >= box.y0 - tolerances.runEnds && $0.position <= box.y1 + tolerances.runEnds
      }
      return Clusters.ranges(ofSorted: near.map(\.position), within: tolerances.ruleTouch).map { pieces in
        near[pieces].reduce(Interval(.infinity, -.infinity)) { $0.union(Interval($1.start, $1.end)) }
      }
    }
    let across = drawn.filter {
      $0.start <= box.x0 + tolerances.stackEdge && $0.end >= box.x1 - tolerances.stackEdge
    }
    guard let left = across.map(\.start).min(), let right = across.map(\.end).max() else { return reach }
    let own = Set(run.flatMap(\.words))
    let isShared = text.words.indices.contains { word in
      let place = text.words[word].box
      return place.y1 > box.y0 && place.y0 < box.y1 && place.x1 > left && place.x0 < right && !own.contains(word)
    }
    if !isShared {
      reach.x0 = min(reach.x0, left)
      reach.x1 = max(reach.x1, right)
    }
    return reach
  }
}
