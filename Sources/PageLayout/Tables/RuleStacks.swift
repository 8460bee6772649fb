package import ConverterCore

/// Level lines of one width above each other with table rows between: the only lines that many tables have.
///
///     ━━━━━━━━━━━━━━━━━━━━━━━━━
///     Country     Count   Share
///     ─────────────────────────
///     Austria       109     0.9
///     Germany       123     2.4
///     ━━━━━━━━━━━━━━━━━━━━━━━━━
package struct RuleStack: Hashable, Sendable {
  /// The lines of the stack from top to bottom.
  package var rules: [Ruling]

  /// The text between the first and the last line.
  package var lines: [TextLine]

  /// From the first to the last line, in points, with headings above the first and rows below the last.
  package var box: Rectangle {
    Rectangle(
      x0: rules.map(\.start).min() ?? 0, y0: min(rules.first?.position ?? 0, lines.first?.band.start ?? .infinity),
      x1: rules.map(\.end).max() ?? 0,
      y1: max(rules.last?.position ?? 0, lines.last?.band.end ?? -.infinity))
  }
}

extension DrawnRules {
  /// The stacks of a page in order of their top; those with but one line of text may be the heads of tables that the page end cuts.
  package func stacks(text: PageText, index: WordIndex, tolerances: Tolerances = .standard) -> [RuleStack] {
    // Lines of one width: both ends near each other.
    var groups: [[Ruling]] = []
    for rule in level.sorted(by: { ($0.start, $0.end, $0.position) < ($1.start, $1.end, $1.position) }) {
      if let group = groups.indices.last(where: {
        abs(groups[$0][0].start - rule.start) <= tolerances.stackEdge
          && abs(groups[$0][0].end - rule.end) <= tolerances.stackEdge
      }), groups.count - group <= tolerances.shares.stackLookback {
        groups[group].append(rule)
      } else {
        groups.append([rule])
      }
    }
    let wide = joined(groups, tolerances: tolerances).filter { $0.count >= 2 }
    let found = Self.withoutDeeplyNested(wide, tolerances: tolerances)
      .flatMap { stacks(of: $0.sorted { $0.position < $1.position }, text: text, index: index, tolerances: tolerances) }
    return Self.besideEachOther(found, tolerances: tolerances)
      .filter { !Self.areGroups($0, text: text, index: index, tolerances: tolerances) }.joined()
      .sorted { ($0.box.y0, $0.box.x0, $0.box.y1, $0.box.x1) < ($1.box.y0, $1.box.x0, $1.box.y1, $1.box.x1) }
  }

  /// Stacks whose lines stand at the same heights, together.
  private static func besideEachOther(_ stacks: [RuleStack], tolerances: Tolerances) -> [[RuleStack]] {
    var groups: [[RuleStack]] = []
    for stack in stacks.sorted(by: { $0.rules[0].position < $1.rules[0].position }) {
      // Those of one height follow each other in order of their first lines.
      let near = groups.suffix(tolerances.shares.stackLookback).lastIndex { group in
        group[0].rules.count == stack.rules.count
          && zip(group[0].rules, stack.rules).allSatisfy { abs($0.position - $1.position) <= tolerances.ruleTouch }
      }
      if let near { groups[near].append(stack) } else { groups.append([stack]) }
    }
    return groups
  }

  /// Whether stacks side by side hold the headings of groups of one table, whose rows have their labels left of all of them.
  ///
  ///                   Intake          Completion
  ///                 ──────────       ──────────
  ///                  % of age         % of age
  ///                 ──────────       ──────────
  ///                 Poor  Rich       Poor  Rich
  ///     Armenia      127   101        186    96
  private static func areGroups(
    _ stacks: [RuleStack], text: PageText, index: WordIndex, tolerances: Tolerances
  ) -> Bool {
    guard stacks.count > 1, let left = stacks.map(\.box.x0).min(), let right = stacks.map(\.box.x1).max(),
      let last = stacks[0].rules.last, let size = stacks[0].lines.last?.size,
      stacks.allSatisfy({ $0.lines.allSatisfy { line in !line.phrases.contains(where: \.isValue) } })
    else { return false }
    let rows = Rectangle(x0: 0, y0: last.position, x1: right, y1: last.position + tolerances.rowsBelowGroups * size)
    return text.textLines(of: index.words(in: rows), tolerances: tolerances).contains { row in
      row.box.x0 < left - size
        && stacks.allSatisfy { stack in
          row.phrases.contains { $0.isValue && stack.box.x0 <= $0.extent.middle && $0.extent.middle <= stack.box.x1 }
        }
    }
  }

  /// Groups of lines joined to a wider group between whose lines they lie and with which they share an end: labels of
  /// several rows have no line between them.
  private func joined(_ groups: [[Ruling]], tolerances: Tolerances) -> [[Ruling]] {
    var result: [[Ruling]] = []
    for group in groups.sorted(by: { $0[0].end - $0[0].start > $1[0].end - $1[0].start }) {
      let positions = group.map(\.position)
      let wider = result.firstIndex { other in
        let reach = other.map(\.position)
        let sharesEnd =
          abs(other[0].end - group[0].end) <= tolerances.stackEdge
          || abs(other[0].start - group[0].start) <= tolerances.stackEdge
        return sharesEnd && other[0].start <= group[0].start + tolerances.stackEdge
          && other[0].end >= group[0].end - tolerances.stackEdge
          && 2 * (group[0].end - group[0].start) > other[0].end - other[0].start
          && (reach.min() ?? 0) < (positions.min() ?? 0) && isFramed(positions, by: reach, tolerances: tolerances)
      }
      if let wider { result[wider] += group } else { result.append(group) }
    }
    return result
  }

  /// Whether lines lie between others, or go on below them row by row: the page end has cut the last of these off.
  private func isFramed(_ positions: [Double], by reach: [Double], tolerances: Tolerances) -> Bool {
    guard let end = reach.max(), let first = positions.min(), first < end else { return false }
    let below = [end] + positions.filter { $0 > end }.sorted()
    return zip(below, below.dropFirst()).allSatisfy { $1 - $0 <= tolerances.stepReach }
  }

  /// Lines of one width cut into stacks where no table rows stand between two of them.
  private func stacks(
    of rules: [Ruling], text: PageText, index: WordIndex, tolerances: Tolerances
  ) -> [RuleStack] {
    var stacks: [RuleStack] = []
    var current = RuleStack(rules: [rules[0]], lines: [])
    // Labels of several rows stand beside the shorter lines between these rows.
    let reach = rules.reduce(Interval(rules[0].start, rules[0].end)) { $0.union(Interval($1.start, $1.end)) }
    let bands = zip(rules, rules.dropFirst()).map { upper, lower in
      // A label beside a shorter line, whose middle it shares, is above that line alone.
      let box = Rectangle(
        x0: reach.start - tolerances.bandEdge, y0: upper.position.nextUp, x1: reach.end + tolerances.bandEdge,
        y1: lower.position)
      let words = index.words(in: box)
      return Band(box: box, words: words, lines: text.textLines(of: words, tolerances: tolerances), lower: lower)
    }
    for (number, band) in bands.enumerated() {
      let next = number + 1 < bands.count ? bands[number + 1].lines[...] : []
      let beginsTable =
        band.lines.count == 1
        && NextTable.begins(
          below: band.lines[0], after: current.lines, with: next, text: text, tolerances: tolerances)
      if !beginsTable, !isCut(band, text: text, index: index, tolerances: tolerances),
        current.goesOn(in: band, text: text, tolerances: tolerances)
      {
        current.rules.append(band.lower)
        current.lines += band.lines
      } else {
        stacks.append(current)
        current = RuleStack(rules: [band.lower], lines: [])
      }
    }
    stacks.append(current)
    return stacks.filter {
      $0.rules.count >= 2 && !$0.lines.isEmpty && !isBelowSums($0, text: text, index: index, tolerances: tolerances)
    }
  }

  /// Whether the lines of a stack stand below the figures of a table only, as they do above and below sums: its figures have labels
  /// left of the lines.
  ///
  ///     Rent             80
  ///     Heat             12
  ///                    ────
  ///     Total            92
  ///                    ════
  private func isBelowSums(_ stack: RuleStack, text: PageText, index: WordIndex, tolerances: Tolerances) -> Bool {
    let rows = stack.lines.filter { $0.phrases.first?.isValue == true }
    guard 2 * rows.count > stack.lines.count, let top = stack.lines.first, let bottom = stack.lines.last else {
      return false
    }
    let left = Rectangle(x0: 0, y0: top.band.start, x1: stack.box.x0, y1: bottom.band.end)
    let labels = text.textLines(of: index.words(in: left), tolerances: tolerances)
    let labelled = rows.count { row in
      labels.contains {
        $0.phrases.count <= 2 && abs($0.baseline - row.baseline) <= tolerances.text.baselineDrift * row.size
      }
    }
    return 2 * labelled > rows.count
  }
}

extension DrawnRules {
  /// Whether text runs on beyond the ends of lines, so that they hold no table; the prose of a column beside does not.
  private func isCut(_ band: Band, text: PageText, index: WordIndex, tolerances: Tolerances) -> Bool {
    let (words, band) = (band.words, band.box)
    let near = Rectangle(
      x0: band.x0 - tolerances.stackSurround, y0: band.y0, x1: band.x1 + tolerances.stackSurround, y1: band.y1)
    let most = tolerances.shares.mostBeyond
    guard index.words(in: near).count - words.count > Int(most * Double(words.count)) else { return false }
    let sides = [
      Rectangle(x0: -.infinity, y0: band.y0, x1: band.x0, y1: band.y1),
      Rectangle(x0: band.x1, y0: band.y0, x1: .infinity, y1: band.y1),
    ]
    let beyond = sides.reduce(0) { count, side in
      let outside = index.words(in: side)
      let lines = text.textLines(of: outside, tolerances: tolerances)
      let prose = lines.count { line in
        text.characterCount(of: line.words) >= tolerances.text.leastProseCharacters
          && !line.words.count { text.words[$0].isValue }
            .isMore(than: tolerances.shares.mostProseFigures, of: line.words.count)
      }
      guard !prose.isMost(of: lines.count) else { return count }
      return count + outside.count { index.middles[$0].x > near.x0 && index.middles[$0].x < near.x1 }
    }
    return beyond > Int(most * Double(words.count))
  }
}

/// What stands between two level lines of one width.
private struct Band {
  /// Between the lines, in points.
  var box: Rectangle
  /// Indices into ``PageText/words``.
  var words: [Int]
  var lines: [TextLine]
  /// The line below.
  var lower: Ruling
}

extension RuleStack {
  /// Whether what stands below the last line of the stack is of its table.
  fileprivate func goesOn(in band: Band, text: PageText, tolerances: Tolerances) -> Bool {
    !isHeading(band.lines, tolerances: tolerances)
      && (Self.isTabular(band.lines, height: band.box.height, text: text, tolerances: tolerances)
        || isRow(band.lines, text: text) || sharesColumns(with: band.lines, text: text, tolerances: tolerances))
  }

  /// Whether text below the stack is a heading of what follows: one phrase, larger than the text of the stack.
  private func isHeading(_ below: [TextLine], tolerances: Tolerances) -> Bool {
    guard below.count == 1, below[0].phrases.count == 1, !lines.isEmpty else { return false }
    return below[0].size > tolerances.headingGrowth * lines.map(\.size).sorted()[lines.count / 2]
  }

  /// Whether text below the stack is a row with a label of many lines: what is not beside figures stays in the column of labels,
  /// which the rows above show.
  private func isRow(_ below: [TextLine], text: PageText) -> Bool {
    let figures = lines.filter { $0.phrases.count >= 2 && $0.phrases[1].isValue }.map { $0.phrases[1].extent.start }
    guard let end = figures.min(), let left = lines.map(\.box.x0).min() else { return false }
    let rows = below.filter { $0.phrases.count >= 2 && $0.phrases.dropFirst().allSatisfy(\.isValue) }
    return rows.count <= 1
      && below.allSatisfy { line in
        rows.contains(line)
          || line.phrases.count == 1 && line.box.x1 < end && line.box.x0 >= left - line.size
            && !text.beginsTableName(line.words)
      }
  }

  /// Whether several lines below the stack leave two white strips or more that its own lines leave: cells of prose close beside each
  /// other.
  private func sharesColumns(with below: [TextLine], text: PageText, tolerances: Tolerances) -> Bool {
    guard below.count > 1, rules.count > 1, let size = below.first?.size else { return false }
    func columns(_ lines: [TextLine]) -> Int {
      lines.flatMap(\.words).map { Interval(text.words[$0].box.x0, text.words[$0].box.x1) }
        .joined(gap: tolerances.text.phraseGap * size).count
    }
    let isCaption = below.contains { text.beginsTableName($0.words) }
    return !isCaption && columns(below) > 2 && columns(lines + below) > 2
  }

  /// Whether the text between two lines may be rows of a table: pieces side by side, or one short heading; no prose, no
  /// caption of the next table.
  private static func isTabular(
    _ lines: [TextLine], height: Double, text: PageText, tolerances: Tolerances
  ) -> Bool {
    guard let first = lines.first else { return height < tolerances.blankBand }
    let reach = lines.across
    let tabular = lines.count { $0.phrases.count >= 2 }
    let isCaption = lines.count > 1 && lines.contains { text.beginsCaption($0) }
    // Of long cells, a few lines stand so close side by side that they look like prose; those of headings are told by the white
    // between some of their words, not between all.
    let prose = lines.count { line in
      line.isProse(within: reach.length, text: text, tolerances: tolerances)
        && (line.phrases.count < tolerances.shares.leastRowPhrases || line.isStretched(text, tolerances: tolerances))
    }
    let isHeading = lines.count == 1 && Caption(text.string(ofLine: first.words)) == nil
    guard !isCaption, prose * tolerances.text.linesPerProse <= tabular || isHeading else { return false }
    if tabular == 0 {
      return lines.count <= tolerances.shares.mostBandHeadings && height < tolerances.headingBand * first.size
        && Caption(text.string(ofLine: first.words)) == nil
    }
    // A row of many cells may hold labels of more lines.
    return !tabular.isLess(than: tolerances.shares.leastTabular, of: lines.count)
      || lines.contains { $0.phrases.count >= tolerances.shares.leastRowPhrases }
      || lines.count <= tolerances.mostHeadingLines && isOfOneCell(lines)
  }

  /// Whether the lines of one phrase are all above or below one phrase of the widest line: the heading of a narrow column beside headings
  /// of one line.
  private static func isOfOneCell(_ lines: [TextLine]) -> Bool {
    guard let widest = lines.indices.max(by: { lines[$0].phrases.count < lines[$1].phrases.count }) else {
      return false
    }
    let others = lines.indices.filter { $0 != widest }.map { lines[$0].phrases }
    guard others.allSatisfy({ $0.count == 1 }) else { return false }
    return lines[widest].phrases.indices.contains { cell in
      others.allSatisfy { other in
        lines[widest].phrases.indices.allSatisfy { index in
          (lines[widest].phrases[index].extent.overlap(other[0].extent) > 0) == (index == cell)
        }
      }
    }
  }
}
