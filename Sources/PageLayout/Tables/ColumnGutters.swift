internal import ConverterCore

/// White strips between the columns of aligned text.
///
///     Austria      92.9    7.1      0          coverage of the lines' phrases, summed over lines:
///     Belgium         0      0  100.0          ▄█▇▅▂▁   ▂▆█  ▁▆█  ▄██
///     EU Total     61.6    6.8   31.6                 └┬┘  └┘   └┘      the strips
///
/// (A projection profile, as in T. Kieninger, Table structure recognition based on robust block segmentation, 1998, with
/// phrases in place of letters, so that blanks inside of labels do not count.)
package enum ColumnGutters {
  /// The strips between columns from left to right; empty where there is but one column.
  ///
  /// - Parameters:
  ///   - drawn: upright lines of the region; each parts columns.
  ///   - left: the x from which on they do, where that is left of the text: columns may be blank.
  ///   - headCount: how many lines are known to be of the header, whose years may stand beside the figures below them.
  package static func gutters(
    between lines: [TextLine], drawn: [Ruling], from left: Double = .infinity, below headCount: Int = 0,
    text: PageText, tolerances: Tolerances = .standard
  ) -> [Interval] {
    let all = lines
    let parted = parted(Array(lines.dropFirst(headCount)), text: text, tolerances: tolerances)
    let lines = bodyLines(of: parted, text: text, tolerances: tolerances)
    guard lines.count >= 2 else { return [] }
    let size = lines.map(\.size).sorted()[lines.count / 2]
    let figures = lines.flatMap { line in line.phrases.map(\.extent) }
    let phrases = figures + labels(of: all, leftOf: figures)
    // What stands across a line drawn elsewhere fills cells of several columns.
    let whole = phrases.filter { phrase in
      !drawn.contains { $0.position > phrase.start && $0.position < phrase.end }
    }
    let pieces = whole.isEmpty ? phrases : whole
    let allowed = lines.count / tolerances.linesPerCrossing
    // What lies wholly inside of a strip that some line may cross is a sparse column of its own, and so is what stands below a heading
    // beyond all other columns.
    let strips =
      lowStretches(of: pieces.map { ($0, 1) }, allowed: allowed)
      + headedEnd(
        behind: pieces, allowed: allowed, heads: all.prefix { $0.baseline < lines[0].baseline }, tolerances: tolerances)
    let weighted = pieces.map { piece in
      (piece, allowed > 0 && strips.contains { $0.start <= piece.start && piece.end <= $0.end } ? allowed + 1 : 1)
    }
    let white = lowStretches(of: weighted, allowed: allowed).filter {
      $0.length >= tolerances.tableGutter * size
    }
    let reach = pieces.reduce(Interval(min(left, pieces[0].start), pieces[0].end)) { $0.union($1) }
    let positions = Clusters.middles(of: drawn.map(\.position), within: 3)
      .filter { $0 > reach.start && $0 < reach.end }
    // A line in a strip is where the columns part, one elsewhere adds a strip of no width.
    let untouched = white.filter { strip in !positions.contains { strip.contains($0, within: 1) } }
    let parting = (narrowed(untouched, by: all, tolerances: tolerances) + positions.map { Interval($0, $0) })
      .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    let head = all.last { $0.baseline < lines[0].baseline }
    return head.map { partedByHeadings(in: $0, parting, reach: reach, tolerances: tolerances) } ?? parting
  }

  /// From the end of all pieces but a few that some line may have behind it, if a heading stands wholly there: the column of a remark.
  ///
  ///     Item       Price     Change    Remarks
  ///     Lamp        1,20       7,05
  ///     Chair      12,80       6,10    new
  private static func headedEnd(
    behind pieces: [Interval], allowed: Int, heads: some Sequence<TextLine>, tolerances: Tolerances
  ) -> [Interval] {
    guard allowed > 0, pieces.count > allowed else { return [] }
    let end = pieces.map(\.end).sorted()[pieces.count - 1 - allowed]
    let isHeaded = heads.contains { line in
      line.phrases.contains { $0.extent.start >= end + tolerances.blankGutter * line.size }
    }
    return isHeaded ? [Interval(end, .infinity)] : []
  }

  /// The strips parted by headings that stand in them by themselves, where all other columns have theirs in the same line: nothing is
  /// said in the column below.
  ///
  ///     Item       Price    Weight    Remarks
  ///     Lamp        1,20      7,05
  private static func partedByHeadings(
    in head: TextLine, _ strips: [Interval], reach: Interval, tolerances: Tolerances
  ) -> [Interval] {
    let columns = zip([reach.start] + strips.map(\.end), strips.map(\.start) + [reach.end]).map {
      Interval($0, max($0, $1))
    }
    var named = [Int](repeating: 0, count: columns.count)
    var blank: [Interval] = []
    for phrase in head.phrases {
      let under = columns.indices.filter { columns[$0].overlap(phrase.extent) > 0 }
      guard under.count <= 1 else { return strips }
      if let column = under.first { named[column] += 1 } else { blank.append(phrase.extent) }
    }
    guard !blank.isEmpty, named[0] <= 1, named.dropFirst().allSatisfy({ $0 == 1 }) else { return strips }
    // Two words of one heading may stand far apart.
    let gutter = tolerances.blankGutter * head.size
    guard
      zip(head.phrases, head.phrases.dropFirst()).allSatisfy({
        $1.extent.start - $0.extent.end >= gutter || !(blank.contains($0.extent) || blank.contains($1.extent))
      })
    else { return strips }
    var result = strips
    var right = reach.end
    for heading in blank {
      if heading.start >= right + gutter {
        result.append(Interval(right, heading.start))
        right = heading.end
      } else if let strip = result.firstIndex(where: {
        $0.start + gutter <= heading.start && heading.end + gutter <= $0.end
      }) {
        result.replaceSubrange(
          strip...strip, with: [Interval(result[strip].start, heading.start), Interval(heading.end, result[strip].end)])
      }
    }
    return result
  }

  /// The extents of lines of one phrase left of all figures, where there are as many as lines of these: labels in whose middle, between
  /// two of their lines, the figures stand.
  private static func labels(of lines: [TextLine], leftOf figures: [Interval]) -> [Interval] {
    guard let left = figures.map(\.start).min() else { return [] }
    let labels = lines.filter { $0.phrases.count == 1 && $0.box.x1 < left }
    let rows = lines.count { ($0.phrases.first?.extent.start ?? 0) >= left }
    return labels.count > rows && rows > 1 ? labels.map { Interval($0.box.x0, $0.box.x1) } : []
  }

  /// The lines with their phrases parted between a figure and a label where labels begin flush below each other: columns of labels may
  /// stand close behind columns of figures. A label or number before the figure tells it from the number of a list.
  private static func parted(_ lines: [TextLine], text: PageText, tolerances: Tolerances) -> [TextLine] {
    var cuts: [(line: Int, position: Int, start: Double)] = []
    for (number, line) in lines.enumerated() {
      for position in line.words.indices.dropFirst(2) {
        let (figure, label) = (text.words[line.words[position - 1]], text.words[line.words[position]])
        guard figure.isValue, !label.isValue,
          label.box.x0 - figure.box.x1 > tolerances.text.figureGap * max(figure.size, label.size),
          line.phrases.contains(where: { $0.words.contains(position) && $0.words.contains(position - 1) })
        else { continue }
        cuts.append((number, position, label.box.x0))
      }
    }
    guard !cuts.isEmpty else { return lines }
    let cutLines = Set(cuts.map(\.line))
    let tabular = lines.indices.filter { lines[$0].phrases.count > 1 || cutLines.contains($0) }
    // Where no figure stands before it, a label begins its phrase by itself.
    let starts = (cuts.map(\.start) + tabular.flatMap { lines[$0].phrases.dropFirst().map(\.extent.start) }).sorted()
    var flush = [[Int]](repeating: [], count: lines.count)
    for cut in cuts {
      let reach = tolerances.flushStart * lines[cut.line].size
      let count =
        starts.partitioningIndex { $0 > cut.start + reach } - starts.partitioningIndex { $0 >= cut.start - reach }
      if count >= tolerances.leastFlushLabels, count.isMost(of: tabular.count) { flush[cut.line].append(cut.position) }
    }
    return zip(lines, flush).map { $1.isEmpty ? $0 : $0.parted(before: $1, text: text) }
  }

  /// The lines that show columns best: those with figures, where enough have, else all with two phrases or more.
  private static func bodyLines(of lines: [TextLine], text: PageText, tolerances: Tolerances) -> [TextLine] {
    let tabular = lines.indices.filter { lines[$0].phrases.count >= 2 && !lines[$0].numbersColumns(text) }
    let most = tabular.map { lines[$0].phrases.count }.max() ?? 0
    lazy var heads = AmountHeads(lines, text: text)
    let named = namesEnd(of: tabular.map { lines[$0] }, text: text)
    // Years above columns of years stand across these, as all headings of headings do.
    let valued = tabular[named...].filter { lines[$0].phrases.dropFirst().contains(where: \.isValue) }.drop { number in
      let line = lines[number]
      return heads.contain(number, tolerances: tolerances)
        || 2 * line.phrases.count <= most
          && line.phrases.allSatisfy { !$0.isValue || text.isYear(Array(line.words[$0.words])) }
    }
    if valued.count >= 2, 5 * valued.count >= 2 * tabular.count { return valued.map { lines[$0] } }
    // Headings of headings have few phrases and stand across the columns.
    return tabular.map { lines[$0] }.filter { 2 * $0.phrases.count > most }
  }

  /// How many lines there are up to the last one above all figures that names each column; the years above it are of its headings.
  ///
  ///              2006-07        2007-09        Change over the
  ///     Fund     doubled       Governor     Amount        Share
  private static func namesEnd(of lines: [TextLine], text: PageText) -> Int {
    let most = lines.map(\.phrases.count).max() ?? 0
    guard let figures = lines.firstIndex(where: { $0.hasFigures(text) }) else { return 0 }
    let names = lines[..<figures].lastIndex { $0.phrases.count == most && !$0.phrases.contains(where: \.isValue) }
    return names.map { $0 + 1 } ?? 0
  }

  /// The stretches between the first and the last piece that at most `allowed` pieces cover, by weight.
  private static func lowStretches(of pieces: [(extent: Interval, weight: Int)], allowed: Int) -> [Interval] {
    var events: [(x: Double, change: Int)] = []
    for piece in pieces {
      events.append((piece.extent.start, piece.weight))
      events.append((piece.extent.end, -piece.weight))
    }
    // At one place, beginnings come before ends: touching pieces leave no strip.
    events.sort { ($0.x, -$0.change) < ($1.x, -$1.change) }
    var stretches: [Interval] = []
    var depth = 0
    var seen = false
    var start: Double?
    for event in events {
      let before = depth
      depth += event.change
      if before > allowed, depth <= allowed {
        start = event.x
        seen = true
      } else if before <= allowed, depth > allowed {
        if seen, let start, event.x > start { stretches.append(Interval(start, event.x)) }
        start = nil
      }
    }
    return stretches
  }

  /// The strips without what text beside the body takes of their left sides: labels of which but the last line stands beside
  /// figures. Text that begins where other text does belongs to that column; headings in the middle of columns do not.
  private static func narrowed(
    _ strips: [Interval], by lines: [TextLine], tolerances: Tolerances
  ) -> [Interval] {
    let reach = lines.across
    // Headings of parts in the middle of the table, alike in length, begin at one place by chance.
    let extents = lines.filter { line in
      line.phrases.count > 1 || abs(line.box.midX - reach.middle) > tolerances.centringDrift * line.size
    }.flatMap { line in line.phrases.map(\.extent) }
    let starts = extents.map(\.start).sorted()
    let size = lines.map(\.size).sorted()[lines.count / 2]
    let flush = extents.filter { extent in
      let near = starts.partitioningIndex { $0 >= extent.start - tolerances.flushStart * size }
      return near + 2 < starts.count && starts[near + 2] <= extent.start + tolerances.flushStart * size
    }
    return strips.map { strip in
      let ends = flush.filter { $0.start < strip.start && $0.end > strip.start && $0.end < strip.end }.map(\.end)
      return Interval(ends.max() ?? strip.start, strip.end)
    }
  }
}

extension TextLine {
  /// The line with its phrases parted before some words, given by their positions, rising.
  fileprivate func parted(before positions: [Int], text: PageText) -> TextLine {
    var result = self
    var next = positions[...]
    result.phrases = phrases.flatMap { phrase -> [Phrase] in
      next = next.drop { $0 <= phrase.words.lowerBound }
      let own = next.prefix { $0 < phrase.words.upperBound }
      guard !own.isEmpty else { return [phrase] }
      let bounds = [phrase.words.lowerBound] + own + [phrase.words.upperBound]
      return zip(bounds, bounds.dropFirst()).compactMap { start, end in
        let part = Array(words[start..<end])
        return text.box(of: part).map {
          Phrase(
            words: start..<end, extent: Interval($0.x0, $0.x1), isValue: part.allSatisfy { text.words[$0].isValue })
        }
      }
    }
    return result
  }

  /// Whether the line numbers the columns of a table: `1 2 3 4`, `(1) (2) (3)`.
  fileprivate func numbersColumns(_ text: PageText) -> Bool {
    guard phrases.count > 2, phrases.allSatisfy({ $0.words.count == 1 && $0.isValue }) else { return false }
    let numbers = words.map { Int(text.string(of: text.words[$0]).filter { !"()[]".contains($0) }) }
    return numbers[0].map { $0 == 1 || $0 == 2 } == true
      && zip(numbers, numbers.dropFirst()).allSatisfy { $0.map { $0 + 1 } == $1 }
  }
}
