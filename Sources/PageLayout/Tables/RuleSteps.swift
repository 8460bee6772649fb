/// Upright edges that only the starts of level lines show: lines between the rows of a group begin where the label of the group
/// ends.
///
///     ──────────────────────────        a step, from the line above the group to the line below it, parts the
///     group   first row       1         label of the group from those of its rows
///          ┆ ──────────────────
///          ┆  second row      2
///     ──────────────────────────
extension DrawnRules {
  /// The steps of some level lines, in order of position, then start.
  ///
  /// - Parameter edges: level edges of colour: the lower one of a coloured head bounds the first group where no line does.
  func steps(of rules: [Ruling], below edges: [Ruling] = [], tolerances: Tolerances) -> [Ruling] {
    let byStart = rules.indices.sorted { (rules[$0].start, $0) < (rules[$1].start, $1) }
    var steps: [Ruling] = []
    for group in Clusters.ranges(ofSorted: byStart.map { rules[$0].start }, within: tolerances.ruleTouch)
    where group.count >= 2 {
      let members = byStart[group].sorted()
      var bottom = -Double.infinity
      for member in members where rules[member].position > bottom {
        // Below the last group of a page there may be no line to the left: the page end has cut it.
        let last = bottom.isFinite ? members.last : nil
        guard let run = run(through: member, to: last, of: rules, below: edges, tolerances: tolerances) else {
          continue
        }
        bottom = run.end
        steps.append(
          Ruling(axis: .upright, position: rules[member].start, start: run.start, end: run.end, thickness: 0))
      }
    }
    return steps.sorted { ($0.position, $0.start) < ($1.position, $1.start) }
  }

  /// Whether lines follow each other as those between the rows of a table do.
  private func isDense(_ rules: [Ruling], tolerances: Tolerances) -> Bool {
    zip(rules, rules.dropFirst()).allSatisfy { $1.position - $0.position <= tolerances.stepReach }
  }

  /// From the next line above to the next line below that run on to the left of a line's start; both end where the line does
  /// and stand near. `nil` where there are none, or an upright line is drawn there.
  ///
  /// - Parameter last: the line that ends the run where none below runs on.
  private func run(
    through member: Int, to last: Int?, of rules: [Ruling], below edges: [Ruling], tolerances: Tolerances
  ) -> Interval? {
    let rule = rules[member]
    func covers(_ other: Ruling) -> Bool {
      other.start < rule.start - 2 * tolerances.ruleTouch && other.end > rule.start
    }
    let near = edges.partitioningIndex { $0.position >= rule.position - tolerances.stepReach }
    // Where no line does, the edge of a head.
    guard
      let above = rules[..<member].last(where: covers)
        ?? edges[near...].prefix(while: { $0.position < rule.position }).last(where: covers),
      let below = rules[(member + 1)...].firstIndex(where: covers) ?? last
    else { return nil }
    let first = min(rules.partitioningIndex { $0.position > above.position }, member)
    let rows = rules[first...(below == last ? below : member)].filter { abs($0.end - rule.end) <= tolerances.stackEdge }
    guard abs(above.end - rule.end) <= tolerances.stackEdge, abs(rules[below].end - rule.end) <= tolerances.stackEdge,
      isDense([above] + rows, tolerances: tolerances)
    else { return nil }
    let run = Interval(above.position, rules[below].position)
    let isDrawn = upright.contains {
      abs($0.position - rule.start) <= tolerances.ruleTouch && Interval($0.start, $0.end).overlap(run) > 0
    }
    return isDrawn ? nil : run
  }
}
