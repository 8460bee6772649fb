internal import ConverterCore

/// The one place where candidate tables compete.
///
/// In this order: tables that the file states, where no grid is drawn; grids of drawn lines; stacks of level lines, which take over
/// grids that are but a part of them (a header with upright lines above a body without); rows of words below a head in a font of its
/// own; runs of aligned text in what is left. A grid whose cells hold several rows or columns of figures, or rows of words between
/// upright lines, is divided further by alignment.
package enum TableSelection {
  /// All candidates of a page with the decisions on them.
  package static func judged(
    _ page: Page, structure: StatedStructure?, text: PageText, rules: DrawnRules, index: WordIndex,
    tolerances: Tolerances = .standard
  ) -> [JudgedCandidate] {
    let components = rules.components(tolerances: tolerances)
    let nested = RuledGrid.candidates(
      components, text: text, index: index, tolerances: tolerances
    ).nested { TableCriteria.objection(to: $0, text: text, tolerances: tolerances) == nil }
    let grids = nested.outer.map { judgedGrid($0, text: text, rules: rules, tolerances: tolerances) }
    let good = grids.filter(\.isChosen).map(\.candidate)
    var judged: [JudgedCandidate] = []
    for candidate in structure.map({ StatedGrid.candidates($0, text: text) }) ?? [] {
      let isDrawn = good.contains {
        candidate.box.intersection($0.box) != nil && $0.filledCount.isMost(of: candidate.filledCount)
      }
      let reason = isDrawn ? "drawn" : TableCriteria.objection(to: candidate, text: text, tolerances: tolerances)
      judged.append(JudgedCandidate(candidate: candidate, isChosen: reason == nil, reason: reason ?? "stated"))
    }
    judged += stacked(text, rules: rules, index: index, around: judged, grids: good, tolerances: tolerances)
    judged += nested.inner.map { JudgedCandidate(candidate: $0, isChosen: false, reason: "in-a-cell") }
    for grid in grids {
      let isPart = judged.contains {
        $0.isChosen && $0.candidate.box.covers(grid.candidate.box, within: tolerances.coverEdge)
      }
      judged.append(
        isPart ? JudgedCandidate(candidate: grid.candidate, isChosen: false, reason: "part-of-another") : grid)
    }
    takeLabelsAndHeads(to: &judged, text: text, index: index, tolerances: tolerances)
    let drawn = judged.filter(\.isChosen).map(\.candidate)
    var free = freeLines(text, around: drawn, tolerances: tolerances)
    judged += wordTables(in: free, rules: rules, around: drawn, text: text, tolerances: tolerances)
    let known = judged.filter(\.isChosen).map(\.candidate)
    if known.count > drawn.count { free = freeLines(text, around: known, tolerances: tolerances) }
    judged += aligned(
      free, rules: rules, around: known,
      drawings: grids.filter { $0.candidate.filledCount == 0 || $0.reason == TableCriteria.joinedBoxes }.map(
        \.candidate.box)
        + components.compactMap { $0.emptyFrame(index: index, tolerances: tolerances) }.sideBySide(tolerances),
      text: text, tolerances: tolerances)
    if text.words.contains(where: { $0.direction != .right }) {
      takeTurnedHeads(to: &judged, text: text, index: index, tolerances: tolerances)
    }
    return judged
  }

  /// Gives chosen candidates the turned headings of their columns.
  private static func takeTurnedHeads(
    to judged: inout [JudgedCandidate], text: PageText, index: WordIndex, tolerances: Tolerances
  ) {
    var isTaken = [Bool](repeating: false, count: text.words.count)
    for word in judged.lazy.filter(\.isChosen).flatMap(\.candidate.words) { isTaken[word] = true }
    for number in judged.indices where judged[number].isChosen {
      judged[number].candidate = judged[number].candidate.withTurnedHeads(
        text: text, index: index, isFree: { !isTaken[$0] }, tolerances: tolerances)
      for word in judged[number].candidate.words { isTaken[word] = true }
    }
  }

  /// Gives chosen grids of drawn lines the labels and headings outside of their frames.
  private static func takeLabelsAndHeads(
    to judged: inout [JudgedCandidate], text: PageText, index: WordIndex, tolerances: Tolerances
  ) {
    var isTaken = [Bool](repeating: false, count: text.words.count)
    for word in judged.lazy.filter(\.isChosen).flatMap(\.candidate.words) { isTaken[word] = true }
    for number in judged.indices where judged[number].isChosen && judged[number].candidate.evidence == .ruled {
      judged[number].candidate = judged[number].candidate.withLabelsAndHeadOutside(
        text: text, index: index, isFree: { !isTaken[$0] }, tolerances: tolerances)
      for word in judged[number].candidate.words { isTaken[word] = true }
    }
  }

  /// A grid of drawn lines, divided further where its cells ask for it.
  private static func judgedGrid(
    _ candidate: TableCandidate, text: PageText, rules: DrawnRules, tolerances: Tolerances
  ) -> JudgedCandidate {
    if let divided = divided(candidate, text: text, rules: rules, tolerances: tolerances)
      ?? dividedWords(candidate, text: text, rules: rules, tolerances: tolerances)
    {
      return JudgedCandidate(candidate: divided, isChosen: true, reason: "divided")
    }
    let reason = TableCriteria.objection(to: candidate, text: text, tolerances: tolerances)
    return JudgedCandidate(candidate: candidate, isChosen: reason == nil, reason: reason ?? "ruled")
  }

  /// The tables between level lines whose text no good grid explains, those with most text first.
  private static func stacked(
    _ text: PageText, rules: DrawnRules, index: WordIndex, around chosen: [JudgedCandidate], grids: [TableCandidate],
    tolerances: Tolerances
  ) -> [JudgedCandidate] {
    var taken = chosen.filter(\.isChosen).map(\.candidate.box)
    var judged: [JudgedCandidate] = []
    let stacks = rules.stacks(text: text, index: index, tolerances: tolerances).map { stack in
      let headed = stack.withRowsBelowHead(in: text, index: index, tolerances: tolerances)
      let stack =
        (headed
        ?? stack.withRows(around: text, index: index, tolerances: tolerances)
        .withRowsOfWords(around: text, index: index, tolerances: tolerances))
        .withHeadings(above: text, index: index, tolerances: tolerances)
        .withHead(in: grids.map(\.box), level: rules.level, text: text, index: index, tolerances: tolerances)
      return (stack: stack, words: Set(stack.lines.flatMap(\.words)))
    }.filter { $0.stack.lines.count > 1 }
    for (stack, words) in stacks.sorted(by: { $0.words.count > $1.words.count }) {
      let box = stack.box
      let explained = grids.filter { box.intersection($0.box) != nil }
        .reduce(0) { $0 + $1.words.count(where: words.contains) }
      guard explained.isLess(than: tolerances.shares.explained, of: words.count),
        !taken.contains(where: { $0.intersection(box) != nil }),
        let candidate = AlignedGrid.candidate(
          stack.lines, rules: rules.within(box), text: text, tolerances: tolerances)
      else { continue }
      let reason =
        rules.bars.areNamed(by: candidate, text: text, tolerances: tolerances)
        ? "drawing" : TableCriteria.objection(to: candidate, text: text, tolerances: tolerances)
      if reason == nil { taken.append(box) }
      judged.append(JudgedCandidate(candidate: candidate, isChosen: reason == nil, reason: reason ?? "stack"))
    }
    return judged
  }

  /// The lines of the words in none of the tables chosen already.
  private static func freeLines(
    _ text: PageText, around chosen: [TableCandidate], tolerances: Tolerances
  ) -> [TextLine] {
    var taken = [Bool](repeating: false, count: text.words.count)
    for candidate in chosen { for word in candidate.words { taken[word] = true } }
    return text.textLines(of: text.words.indices.filter { !taken[$0] }, tolerances: tolerances)
  }

  /// The tables that alignment alone shows, outside of those chosen already.
  ///
  /// - Parameters:
  ///   - free: the lines outside of these.
  ///   - drawings: grids of lines and frames without text: the area of a chart, the boxes to tick of a form. What stands in line with
  ///     them are scales and answers. Joined boxes too, beside which others may stand.
  private static func aligned(
    _ free: [TextLine], rules: DrawnRules, around chosen: [TableCandidate], drawings: [Rectangle], text: PageText,
    tolerances: Tolerances
  ) -> [JudgedCandidate] {
    let boxes = chosen.map(\.box)
    let zones = Zones.zones(of: free, obstacles: boxes, text: text, tolerances: tolerances)
    let barriers = boxes.map(\.midY).sorted()
    let top = text.words.map(\.band.start).min() ?? 0
    return zones.flatMap { zone in
      TabularRuns.runs(
        in: zone, barriers: barriers, level: rules.level, text: text, tolerances: tolerances
      ).flatMap { run in
        SideBySide.tables(
          in: run, captions: captions(above: run, in: zone, text: text, tolerances: tolerances), text: text,
          tolerances: tolerances)
      }.compactMap { run in
        let box = run.dropFirst().reduce(run[0].box) { $0.union($1.box) }
        let reach = RunReach.box(around: run, box: box, rules: rules, text: text, tolerances: tolerances)
        guard
          let candidate = AlignedGrid.candidate(
            run, rules: rules.within(reach), text: text, tolerances: tolerances)
        else { return nil }
        if drawings.contains(where: { box.intersection($0) != nil })
          || rules.bars.areNamed(by: candidate, text: text, tolerances: tolerances)
        {
          return JudgedCandidate(candidate: candidate, isChosen: false, reason: "drawing")
        }
        let reason = TableCriteria.objection(
          to: candidate, isMarkedOff: isCaptioned(run, in: zone, text: text, tolerances: tolerances),
          isCut: box.y0 <= top + tolerances.bandEdge || isHeaded(run, of: candidate, tolerances: tolerances),
          text: text,
          tolerances: tolerances)
        return JudgedCandidate(candidate: candidate, isChosen: reason == nil, reason: reason ?? "aligned")
      }
    }
  }

  /// The x at which captions beside each other begin in the line above a run, rising; empty where there are not two.
  private static func captions(
    above run: [TextLine], in zone: [TextLine], text: PageText, tolerances: Tolerances
  ) -> [Double] {
    guard let above = zone.last(where: { $0.band.middle < run[0].band.start }), above.phrases.count > 1,
      run[0].band.start - above.band.end < tolerances.captionDistance * above.size
    else { return [] }
    let starts = above.phrases.filter { text.beginsTableName(above.words[$0.words]) }
      .map(\.extent.start)
    return starts.count > 1 ? starts : []
  }

  /// Whether the line above a run is the caption of a table.
  private static func isCaptioned(
    _ run: [TextLine], in zone: [TextLine], text: PageText, tolerances: Tolerances
  ) -> Bool {
    guard let above = zone.last(where: { $0.band.middle < run[0].band.start }),
      run[0].band.start - above.band.end < tolerances.captionDistance * above.size
    else { return false }
    return text.beginsTableName(above.words)
  }

  /// Whether the first lines of a run stand between two lines drawn over its width: the head of a table that the page end has cut.
  private static func isHeaded(_ run: [TextLine], of candidate: TableCandidate, tolerances: Tolerances) -> Bool {
    let full = candidate.level.parting(candidate.grid.columns, tolerances: tolerances).map(\.position)
    return full.contains { $0 < run[0].band.middle }
      && full.contains { $0 > run[0].band.middle && $0 < run[run.count - 1].band.middle }
  }
}

extension Rectangle {
  /// Whether another rectangle lies inside, up to an edge in points.
  func covers(_ other: Rectangle, within edge: Double) -> Bool {
    x0 <= other.x0 + edge && y0 <= other.y0 + edge && x1 >= other.x1 - edge && y1 >= other.y1 - edge
  }
}
