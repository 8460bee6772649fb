internal import ConverterCore

/// Lines that are typed: hyphens or equal signs in a row, colons or bars below each other, as reports made for line printers have
/// them.
///
///     ------------------------------
///                :     Wheat                drawn as    ──────────┬─────────────────
///       County   :-----------------                       County  │     Wheat
///                :  2008  :  2009                                 ├────────┬────────
///     ------------------------------                              │  2008  │  2009
///     Alder      :   310      305                       ──────────┼────────┴────────
extension Page {
  /// The page with typed lines as rulings instead of glyphs; unchanged where there are no level ones. Dashes between words are
  /// leaders, and colons after words are punctuation.
  ///
  /// - Complexity: one look at each glyph; where lines are typed, O(*n* log *n*).
  package func drawingTypedRules(tolerances: Tolerances = .standard) -> Page {
    let isGrid = rulings?.contains { $0.axis == .upright } == true
    let level = TypedRule.level(in: glyphs, isGrid: isGrid, tolerances: tolerances)
    guard !level.isEmpty else { return self }
    let upright = TypedRule.upright(in: glyphs, between: level, tolerances: tolerances)
    let taken = Set((level + upright).flatMap(\.glyphs))
    var page = self
    page.glyphs = glyphs.indices.filter { !taken.contains($0) }.map { glyphs[$0] }
    page.rulings = (rulings ?? []) + (level + upright).map(\.ruling)
    return page
  }
}

/// One typed line.
private struct TypedRule {
  var ruling: Ruling
  /// Indices of the glyphs that draw it, those of crossing lines among them.
  var glyphs: [Int]
  /// The y of the baseline of a level line, in points.
  var baseline: Double
  /// Whether a level line is one by its length alone.
  var isLong = true
  /// Whether the dashes of a level line are as wide as those of fonts whose letters are of one width.
  var isEven = true
}

extension TypedRule {
  // MARK: Level lines

  /// The level lines in order of position: runs of dashes, crossed by strokes or not, in lines without words, or else beginning with
  /// a stroke. A single one stands below headings apart from each other and above figures that are.
  ///
  /// - Parameter isGrid: whether upright lines are drawn, in whose cells a few dashes stand for missing figures.
  static func level(in glyphs: [Glyph], isGrid: Bool, tolerances: Tolerances) -> [TypedRule] {
    var runs: [TypedRule] = []
    var index = 0
    while index < glyphs.count {
      guard glyphs[index].isDash || glyphs[index].isCrossing, glyphs[index].direction == .right else {
        index += 1
        continue
      }
      let start = index
      var dashes = 0
      while index < glyphs.count, index == start || glyphs[index].follows(glyphs[index - 1]),
        glyphs[index].isDash || glyphs[index].isCrossing
      {
        if glyphs[index].isDash { dashes += 1 }
        index += 1
      }
      let isLong = dashes >= tolerances.text.leastTypedDashes
      // The dashes of fonts whose letters are of one width are as wide as these.
      let isEven =
        dashes > 1
        && glyphs[index - 1].box.x0 - glyphs[start].box.x0
          >= tolerances.text.typedPitch * glyphs[start].size * Double(index - start - 1)
      if isLong || isEven || dashes >= tolerances.text.leastFurtherDashes {
        let run = TypedRule(level: Array(start..<index), of: glyphs, isLong: isLong, isEven: isEven)
        if run.ruling.start < run.ruling.end { runs.append(run) }
      }
    }
    guard !runs.isEmpty else { return [] }
    let rules = apart(runs.sorted { $0.baseline < $1.baseline }, isGrid: isGrid, glyphs, tolerances)
    return rules.count > 1 || rules.first.map { $0.partsColumns(glyphs, tolerances) } == true ? rules : []
  }

  /// Whether what stands in the lines right above and below is parted by wide white.
  private func partsColumns(_ text: [Glyph], _ tolerances: Tolerances) -> Bool {
    let size = text[glyphs[0]].size
    let near = text.filter {
      !$0.isBlank && !$0.isDash && abs($0.baseline - baseline) <= tolerances.text.typedLeading * size
    }
    return [near.filter { $0.baseline < baseline }, near.filter { $0.baseline > baseline }].allSatisfy { line in
      let letters = line.sorted { ($0.box.x0, $0.box.x1) < ($1.box.x0, $1.box.x1) }
      return zip(letters, letters.dropFirst()).contains { $1.box.x0 - $0.box.x1 >= tolerances.tableStrip * size }
    }
  }

  /// The runs that no word stands beside: long ones and what stands in their lines, lines of several short ones, since each column may
  /// have a line of its own, and short ones alone above and below sums.
  ///
  ///     County       Paid     Open
  ///     --------------------------
  ///     Alder     623,231   45,762
  ///     Brant       2,812       --
  ///               -------  -------
  ///     Total     626,043   45,762
  ///               =======  =======
  private static func apart(
    _ runs: [TypedRule], isGrid: Bool, _ glyphs: [Glyph], _ tolerances: Tolerances
  ) -> [TypedRule] {
    let isBesideWords = areBesideWords(runs, glyphs)
    let lines = Clusters.ranges(ofSorted: runs.map(\.baseline), within: 1)
    func isFurther(_ run: Int) -> Bool { runs[run].glyphs.count >= tolerances.text.leastFurtherDashes }
    // Asked for where short runs stand apart alone, which few pages have.
    lazy var words = glyphs.filter { !$0.isBlank && !$0.isDash }.sorted { $0.baseline < $1.baseline }
    func isOfColumn(_ run: Int) -> Bool {
      !isBesideWords[run] && runs[run].isEven
        && (runs[run].glyphs.count >= tolerances.text.leastColumnDashes
          || !isGrid && runs[run].isAsWide(as: words, glyphs, tolerances))
    }
    let known = lines.flatMap { line in
      if line.count > 1, line.allSatisfy(isOfColumn) { return Array(line) }
      guard line.contains(where: { runs[$0].isLong }) else { return [] }
      // No leader begins with a stroke apart from words.
      return line.filter { run in
        let first = runs[run].glyphs[0]
        return isFurther(run) && (!isBesideWords[run] || glyphs[first].isCrossing && isFree(first, glyphs))
      }
    }
    let start = known.map { runs[$0].ruling.start }.min() ?? .infinity
    let end = known.map { runs[$0].ruling.end }.max() ?? -.infinity
    let alone = lines.filter { $0.count == 1 }.map(\.lowerBound).filter { run in
      !runs[run].isLong && isOfColumn(run) && start <= runs[run].ruling.start && runs[run].ruling.end <= end
    }
    return (known + alone).sorted().map { runs[$0] }
  }

  /// Whether text stands right above or below, and none of it reaches beyond the ends: a missing figure is shorter than the others of its
  /// column.
  ///
  /// - Parameter words: the glyphs of words from top to bottom.
  private func isAsWide(as words: [Glyph], _ text: [Glyph], _ tolerances: Tolerances) -> Bool {
    let size = text[glyphs[0]].size
    let leading = tolerances.text.typedLeading * size
    let step = tolerances.text.typedPitch * size
    let reach = Interval(ruling.start - step, ruling.end + step)
    let column = words[words.partitioningIndex { $0.baseline >= baseline - leading }...]
      .prefix { $0.baseline <= baseline + leading }.map(\.box.midX).filter { reach.contains($0) }
    return !column.isEmpty && column.allSatisfy { Interval(ruling.start, ruling.end).contains($0) }
  }

  private init(level run: [Int], of glyphs: [Glyph], isLong: Bool, isEven: Bool) {
    let (first, last) = (glyphs[run[0]], glyphs[run[run.count - 1]])
    ruling = Ruling(
      axis: .level, position: first.baseline - 0.3 * first.size,
      start: first.isDash ? first.box.x0 : first.box.midX, end: last.isDash ? last.box.x1 : last.box.midX)
    self.glyphs = run
    self.isLong = isLong
    self.isEven = isEven
    baseline = first.baseline
  }

  /// For each run whether a word stands in its line.
  private static func areBesideWords(_ runs: [TypedRule], _ glyphs: [Glyph]) -> [Bool] {
    var isBesideWords = runs.map { _ in false }
    for glyph in glyphs where !glyph.isDash && !glyph.isCrossing && !glyph.isBlank {
      let near = 0.5 * glyph.size
      var next = runs.partitioningIndex { $0.baseline >= glyph.baseline - near }
      while next < runs.count, runs[next].baseline <= glyph.baseline + near {
        isBesideWords[next] = true
        next += 1
      }
    }
    return isBesideWords
  }

  /// Whether no word stands right before a stroke, as before punctuation.
  private static func isFree(_ index: Int, _ glyphs: [Glyph]) -> Bool {
    guard index > 0, glyphs[index].follows(glyphs[index - 1], within: 0.2) else { return true }
    let before = glyphs[index - 1]
    return before.isDash || before.isCrossing || before.isBlank
  }

  // MARK: Upright lines

  /// The upright lines in order of position: strokes below each other between level lines, from line to line of text.
  static func upright(in glyphs: [Glyph], between level: [TypedRule], tolerances: Tolerances) -> [TypedRule] {
    let crossings = Set(level.flatMap(\.glyphs))
    let strokes = glyphs.indices.filter { index in
      guard glyphs[index].isStroke || crossings.contains(index) && !glyphs[index].isDash,
        glyphs[index].direction == .right
      else { return false }
      let x = glyphs[index].box.midX
      func crosses(_ rule: TypedRule) -> Bool { rule.ruling.start <= x && x <= rule.ruling.end }
      return level.contains { crosses($0) && $0.baseline <= glyphs[index].baseline }
        && level.contains { crosses($0) && $0.baseline >= glyphs[index].baseline } && !isInFigure(index, glyphs)
    }.sorted { (glyphs[$0].box.midX, $0) < (glyphs[$1].box.midX, $1) }
    guard let size = strokes.first.map({ glyphs[$0].size }) else { return [] }
    return Clusters.ranges(ofSorted: strokes.map { glyphs[$0].box.midX }, within: tolerances.text.typedDrift * size)
      .flatMap { group in
        chains(of: strokes[group].sorted { (glyphs[$0].baseline, $0) < (glyphs[$1].baseline, $1) }, glyphs, tolerances)
          .compactMap { TypedRule(upright: $0, of: glyphs, between: level, tolerances: tolerances) }
      }
  }

  /// Whether a colon stands between two digits, as in a time of day.
  private static func isInFigure(_ index: Int, _ glyphs: [Glyph]) -> Bool {
    guard index > 0, index + 1 < glyphs.count else { return false }
    let (before, after) = (glyphs[index - 1], glyphs[index + 1])
    return before.isDigit && after.isDigit && glyphs[index].follows(before) && after.follows(glyphs[index])
  }

  /// Strokes below each other cut where a line of text has none.
  private static func chains(of strokes: [Int], _ glyphs: [Glyph], _ tolerances: Tolerances) -> [[Int]] {
    var chains: [[Int]] = []
    for stroke in strokes {
      if let last = chains.last?.last,
        glyphs[stroke].baseline - glyphs[last].baseline <= tolerances.text.typedLeading * glyphs[stroke].size
      {
        chains[chains.count - 1].append(stroke)
      } else {
        chains.append([stroke])
      }
    }
    return chains
  }

  /// The line of a chain, up to the level lines right above and below it; `nil` where neither the chain nor both of these show one.
  private init?(upright chain: [Int], of glyphs: [Glyph], between level: [TypedRule], tolerances: Tolerances) {
    let (first, last) = (glyphs[chain[0]], glyphs[chain[chain.count - 1]])
    let x = first.box.midX
    let reach = tolerances.text.typedLeading * first.size
    let crossing = level.filter { $0.ruling.start <= x + 0.1 && x - 0.1 <= $0.ruling.end }
    let above = crossing.last { $0.baseline <= first.baseline + 0.1 && first.baseline - $0.baseline <= reach }
    let below = crossing.first { $0.baseline >= last.baseline - 0.1 && $0.baseline - last.baseline <= reach }
    // A long label may touch its stroke; colons that all follow words are punctuation.
    let free = chain.count { Self.isFree($0, glyphs) }
    guard 2 * free > chain.count, chain.count > 1 || above != nil && below != nil else { return nil }
    ruling = Ruling(
      axis: .upright, position: x, start: above?.ruling.position ?? first.baseline - 0.7 * first.size,
      end: below?.ruling.position ?? last.baseline)
    guard ruling.start < ruling.end else { return nil }
    self.glyphs = chain
    baseline = last.baseline
  }
}

extension Glyph {
  /// Whether the glyph may be of a typed level line.
  fileprivate var isDash: Bool {
    // One comparison for nearly every glyph.
    switch text.utf8.first {
    case 0x2D, 0x3D: text.utf8.count == 1
    case 0xE2: text == "─" || text == "━" || text == "═"
    default: false
    }
  }

  /// Whether the glyph may be of a typed upright line.
  fileprivate var isStroke: Bool {
    switch text.utf8.first {
    case 0x3A, 0x7C: text.utf8.count == 1
    case 0xE2: text == "│" || text == "┃" || text == "║"
    default: false
    }
  }

  /// Whether the glyph may stand where lines cross.
  fileprivate var isCrossing: Bool {
    switch text.utf8.first {
    case 0x2B: text.utf8.count == 1
    case 0xE2: isStroke || text == "┼"
    default: isStroke
    }
  }

  fileprivate var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  fileprivate var isDigit: Bool { text.first?.isNumber ?? false }

  /// Whether the glyph stands right behind another one in the same line, up to a gap in em.
  fileprivate func follows(_ other: Glyph, within gap: Double = 0.5) -> Bool {
    abs(baseline - other.baseline) <= 0.1 * size && abs(box.x0 - other.box.x1) <= gap * size
  }
}
