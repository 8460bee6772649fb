package import ConverterCore

/// The parts of a page that are read one after the other, each from top to bottom.
///
/// A page is cut where prose runs in columns side by side, again and again until no part holds columns (the idea of the
/// recursive XY cut of Nagy and Seth, 1984). A white strip alone does not make columns: those of a table are as white. What
/// makes them is that both sides of the strip hold prose, lines that mostly fill their side. A drawn line across the strip ends the
/// columns: what stands above it is a running head, or another part of the page.
package enum Zones {
  /// The lines of each zone in reading order; a line that stands in two columns comes out as two.
  ///
  /// - Parameters:
  ///   - lines: lines from top to bottom.
  ///   - obstacles: boxes that no column strip passes, such as ruled tables and pictures.
  ///   - besideTables: whether the tables are known and the lines are those beside them. Then a letterhead and a block flush right
  ///     beside it are zones of their own, and so are columns of few lines, which the columns of a table may look like.
  ///   - level: drawn lines, rising, across which no column goes on.
  ///   - text: the text of the lines' words.
  ///   - tolerances: the constants of the analysis.
  package static func zones(
    of lines: [TextLine], obstacles: [Rectangle], besideTables: Bool = false, level: [Ruling] = [], text: PageText,
    tolerances: Tolerances = .standard
  ) -> [[TextLine]] {
    var zones: [[TextLine]] = []
    var pending = [lines]
    while let part = pending.popLast() {
      guard zones.count + pending.count < 64,
        let strip = strip(
          in: part, obstacles: obstacles, besideTables: besideTables, level: level, text: text, tolerances: tolerances)
      else {
        if !part.isEmpty { zones.append(part) }
        continue
      }
      let sides = sides(of: strip, lines: part, text: text, tolerances: tolerances)
      // The last pushed is taken first.
      pending.append(Array(part[strip.lines.upperBound...]))
      pending.append(sides.right)
      pending.append(sides.left)
      let head = head(above: strip, in: part, level: level, text: text, tolerances: tolerances)
      pending += [head.right, head.left].filter { !$0.isEmpty }
      pending.append(Array(part[..<head.start]))
    }
    return zones
  }
}

extension Zones {
  /// A white strip between two columns of prose.
  struct Strip {
    var extent: Interval
    var lines: Range<Int>
    var isBetweenProse = true
  }

  /// The strip along most lines that parts prose from prose, or a letterhead from what stands flush right beside it, if any.
  private static func strip(
    in lines: [TextLine], obstacles: [Rectangle], besideTables: Bool, level: [Ruling], text: PageText,
    tolerances: Tolerances
  ) -> Strip? {
    let least = besideTables ? tolerances.text.leastShortColumnLines : tolerances.text.leastColumnLines
    guard lines.count >= least else { return nil }
    let reach = lines.across
    var growing: [Strip] = []
    var best: Strip?
    func close(_ whole: Strip) {
      guard whole.lines.count > best?.lines.count ?? 0 else { return }
      whole.withoutRows(of: lines, tables: obstacles, text: text, tolerances: tolerances).forEach(closePart)
    }
    func closePart(_ strip: Strip) {
      guard strip.lines.count > best?.lines.count ?? 0 else { return }
      if isColumnStrip(strip, lines: lines, isShort: besideTables, text: text, tolerances: tolerances) {
        best = strip
      } else if besideTables, let side = sideStrip(strip, lines: lines, text: text, tolerances: tolerances),
        side.lines.count > best?.lines.count ?? 0
      {
        best = side
      }
    }
    for (number, line) in lines.enumerated() {
      let least = tolerances.text.columnGutter * line.size
      let gaps = gaps(beside: line, obstacles: obstacles, reach: reach).filter { $0.length >= least }
      var next: [Strip] = []
      for strip in growing {
        let widest = gaps.map { Interval(max($0.start, strip.extent.start), min($0.end, strip.extent.end)) }
          .max { $0.length < $1.length }
        if let widest, widest.length >= least,
          number == 0 || !level.cross(widest, between: lines[number - 1], and: line)
        {
          next.append(Strip(extent: widest, lines: strip.lines.lowerBound..<number + 1))
        } else {
          close(strip)
        }
      }
      func begin(_ gap: Interval, at start: Int) {
        guard next.count < 16, !next.contains(where: { $0.extent.overlap(gap) > 0.8 * gap.length }) else { return }
        next.append(Strip(extent: gap, lines: start..<number + 1))
      }
      if number > 0, let gap = gap(between: lines[number - 1], line), gap.length >= least,
        !level.cross(gap, between: lines[number - 1], and: line)
      {
        begin(gap, at: number - 1)
      }
      for gap in gaps where gap.start > reach.start && gap.end < reach.end { begin(gap, at: number) }
      growing = next
    }
    growing.forEach(close)
    guard let best, best.isBetweenProse else { return best }
    return extended(best, lines: lines, obstacles: obstacles, level: level, reach: reach, tolerances: tolerances)
  }

  /// The part of a strip that lies between a block at the left and one that is flush right, line by line; `nil` where there is
  /// none. Lists whose figures are flush right are read line by line.
  ///
  ///     Moor & Sons                             INVOICE
  ///     1 Market Street                     No. 2024-17
  ///     Hillford                        3 February 2024
  private static func sideStrip(
    _ strip: Strip, lines: [TextLine], text: PageText, tolerances: Tolerances
  ) -> Strip? {
    guard let first = lines[strip.lines].first, strip.lines.count >= tolerances.text.leastSideLines,
      strip.extent.length >= tolerances.text.sideGutter * first.size
    else { return nil }
    var count = 0
    var named = 0
    var previous: (left: TextLine, right: TextLine)?
    for line in lines[strip.lines] {
      let words = (
        left: line.words.filter { text.words[$0].box.midX < strip.extent.middle },
        right: line.words.filter { text.words[$0].box.midX >= strip.extent.middle }
      )
      guard !words.left.isEmpty, !words.right.isEmpty, line.phrases.count == 2 else { break }
      let left = text.textLine(words.left, tolerances: tolerances)
      let right = text.textLine(words.right, tolerances: tolerances)
      let drift = tolerances.text.lineEndRoom * line.size
      guard right.box.x0 - left.box.x1 >= tolerances.text.sideGutter * line.size else { break }
      if let previous {
        guard abs(left.box.x0 - previous.left.box.x0) < drift, abs(right.box.x1 - previous.right.box.x1) < drift,
          abs(right.box.x0 - previous.right.box.x0) > drift
        else { break }
      }
      count += 1
      if right.words.contains(where: { !text.words[$0].isValue }) { named += 1 }
      previous = (left, right)
    }
    guard count >= tolerances.text.leastSideLines, 2 * named > count else { return nil }
    let start = strip.lines.lowerBound
    return Strip(extent: strip.extent, lines: start..<start + count, isBetweenProse: false)
  }

  /// The white between two lines of neighbouring columns that stand at heights of their own, so that no line holds both.
  private static func gap(between upper: TextLine, _ lower: TextLine) -> Interval? {
    guard lower.baseline - upper.baseline < max(upper.size, lower.size) else { return nil }
    if upper.box.x1 < lower.box.x0 { return Interval(upper.box.x1, lower.box.x0) }
    return lower.box.x1 < upper.box.x0 ? Interval(lower.box.x1, upper.box.x0) : nil
  }

  /// The strip with the lines that stand above it in one of its columns alone, since columns need not begin at one height.
  private static func extended(
    _ strip: Strip, lines: [TextLine], obstacles: [Rectangle], level: [Ruling], reach: Interval, tolerances: Tolerances
  ) -> Strip {
    var first = strip.lines.lowerBound
    func isClear(_ number: Int) -> Bool {
      gaps(beside: lines[number], obstacles: obstacles, reach: reach)
        .contains { $0.start <= strip.extent.start && $0.end >= strip.extent.end }
    }
    func follows(_ number: Int, within leading: Double) -> Bool {
      lines[number].baseline - lines[number - 1].baseline <= leading * max(lines[number].size, lines[number - 1].size)
    }
    while first > 0, isClear(first - 1), follows(first, within: tolerances.text.columnLeading),
      !level.cross(strip.extent, between: lines[first - 1], and: lines[first])
    {
      first -= 1
    }
    // The last line of a paragraph across both columns, which ends before the strip, stays with its paragraph.
    while first > 0, first < strip.lines.lowerBound, lines[first].box.x1 < strip.extent.middle,
      follows(first, within: tolerances.rowDistance)
    {
      first += 1
    }
    return Strip(extent: strip.extent, lines: first..<strip.lines.upperBound)
  }

  /// The parts of a running head that a drawn line parts from the columns below it: what stands at its left and at its right belongs
  /// together as little as the columns do. Both are empty where there is no such head, and `start` is where the columns begin.
  ///
  ///     OFFICE OF HARBORS                              Locks 417
  ///     ────────────────────────────────────────────────────────
  ///     Ships that come in by night │ The tolls that each of the
  private static func head(
    above strip: Strip, in lines: [TextLine], level: [Ruling], text: PageText, tolerances: Tolerances
  ) -> (left: [TextLine], right: [TextLine], start: Int) {
    let end = strip.lines.lowerBound
    guard strip.isBetweenProse, end > 0, end <= tolerances.text.mostHeadLines,
      level.cross(strip.extent, between: lines[end - 1], and: lines[end])
    else { return ([], [], end) }
    let head = Strip(extent: strip.extent, lines: 0..<end)
    let isClear = lines[head.lines].allSatisfy { line in
      line.phrases.allSatisfy { $0.extent.overlap(strip.extent) <= 0 }
    }
    let sides = sides(of: head, lines: lines, text: text, tolerances: tolerances)
    guard isClear, !sides.left.isEmpty, !sides.right.isEmpty else { return ([], [], end) }
    return (sides.left, sides.right, 0)
  }

  /// The lines on both sides of a strip, each side's words put in lines anew: a high line on one side, such as a heading, may
  /// have taken two lines of the other for one.
  private static func sides(
    of strip: Strip, lines: [TextLine], text: PageText, tolerances: Tolerances
  ) -> (left: [TextLine], right: [TextLine]) {
    let words = lines[strip.lines].flatMap(\.words)
    let middle = strip.extent.middle
    return (
      text.textLines(of: words.filter { text.words[$0].box.midX < middle }, tolerances: tolerances),
      text.textLines(of: words.filter { text.words[$0].box.midX >= middle }, tolerances: tolerances)
    )
  }

  /// The white stretches of a line, those at its ends included.
  private static func gaps(beside line: TextLine, obstacles: [Rectangle], reach: Interval) -> [Interval] {
    let blocked =
      line.phrases.map(\.extent)
      + obstacles.filter { $0.y0 < line.band.end && $0.y1 > line.band.start }.map { Interval($0.x0, $0.x1) }
    var gaps: [Interval] = []
    var start = reach.start - 1000
    for extent in blocked.joined() {
      if extent.start > start { gaps.append(Interval(start, extent.start)) }
      start = max(start, extent.end)
    }
    gaps.append(Interval(start, reach.end + 1000))
    return gaps
  }

  /// Whether both sides of a strip hold prose, each in one column or in several.
  ///
  /// - Parameter isShort: whether few lines are enough where they show that they go on from each other.
  private static func isColumnStrip(
    _ strip: Strip, lines: [TextLine], isShort: Bool, text: PageText, tolerances: Tolerances
  ) -> Bool {
    let sides = sides(of: strip, lines: lines, text: text, tolerances: tolerances)
    let both = [sides.left, sides.right]
    if both.allSatisfy({ isProse($0, text: text, tolerances: tolerances) }) { return true }
    if isBesideTable(both, text: text, tolerances: tolerances) { return true }
    return both.flatMap { columns(of: $0, text: text, tolerances: tolerances) }.allSatisfy {
      isProse($0, text: text, tolerances: tolerances)
        || isShort && isShortProse($0, text: text, tolerances: tolerances)
    }
  }

  /// The columns into which white parts all lines of a side, from left to right, each with lines of its own: beside a table in the
  /// one column the other goes on alone, so that the lines of both together are no measure.
  private static func columns(of side: [TextLine], text: PageText, tolerances: Tolerances) -> [[TextLine]] {
    guard let size = side.map(\.size).max() else { return [[]] }
    let extents = side.flatMap { $0.phrases.map(\.extent) }.joined(gap: tolerances.text.columnGutter * size)
    guard extents.count > 1 else { return [side] }
    let words = side.flatMap(\.words)
    return extents.map { extent in
      text.textLines(of: words.filter { extent.contains(text.words[$0].box.midX) }, tolerances: tolerances)
    }
  }

  /// Whether a few lines are prose: all but the last ones before white or the end are nearly as wide as all together, of several
  /// words that are no figures, and one at least goes on in the next with a small letter. Titles that stand alone ask for nothing.
  private static func isShortProse(_ lines: [TextLine], text: PageText, tolerances: Tolerances) -> Bool {
    guard lines.count >= tolerances.text.leastShortColumnLines else { return false }
    let reach = lines.across
    var goesOn = false
    for (upper, lower) in zip(lines, lines.dropFirst()) {
      let distance = (lower.baseline - upper.baseline) / max(lower.size, upper.size)
      guard distance <= tolerances.rowDistance else { continue }
      guard isFull(upper, in: reach, text: text, tolerances: tolerances) else { return false }
      if lower.words.first.map({ text.words[$0].traits.contains(.lowercaseStart) }) == true { goesOn = true }
    }
    return goesOn
  }

  /// Whether lines are prose: enough of them, most nearly as wide as all together, of several words that are no figures.
  static func isProse(_ lines: [TextLine], text: PageText, tolerances: Tolerances) -> Bool {
    guard lines.count >= tolerances.text.leastColumnLines else { return false }
    let reach = lines.across
    let full = lines.count { isFull($0, in: reach, text: text, tolerances: tolerances) }
    return 2 * full > lines.count
  }

  /// Whether a line is nearly as wide as its column and has several words that are no figures.
  static func isFull(
    _ line: TextLine, in reach: Interval, text: PageText, tolerances: Tolerances
  ) -> Bool {
    let values = line.words.count { text.words[$0].isValue }
    return line.box.width >= tolerances.text.proseFill * reach.length && 3 * values <= line.words.count
      && text.characterCount(of: line.words) >= tolerances.text.leastProseCharacters
      && (line.phrases.count <= 2 && !line.endsWithFigure(text) || line.isStretched(text, tolerances: tolerances))
  }
}

extension [Ruling] {
  /// Whether one of the level lines, which rise, crosses a strip between two lines of text.
  fileprivate func cross(_ strip: Interval, between upper: TextLine, and lower: TextLine) -> Bool {
    self[partitioningIndex { $0.position > upper.band.middle }...].prefix { $0.position < lower.band.middle }
      .contains { $0.start < strip.start && $0.end > strip.end }
  }
}

extension TextLine {
  /// Whether white parts a figure from what stands left of it, as in tables; pages behind leaders stand in columns of contents.
  fileprivate func endsWithFigure(_ text: PageText) -> Bool {
    phrases.count > 1 && phrases[phrases.count - 1].isValue
      && !words.contains { text.words[$0].traits.contains(.leader) }
  }

  /// Whether all words of the line stand apart alike: justified text in a narrow column, whose blanks are as wide as gaps of a table.
  func isStretched(_ text: PageText, tolerances: Tolerances) -> Bool {
    let gaps = zip(words, words.dropFirst()).map { text.words[$1].box.x0 - text.words[$0].box.x1 }
    guard let least = gaps.min(), let most = gaps.max() else { return false }
    return most - least <= tolerances.text.stretchDrift * size
  }
}

extension PageText {
  /// How many glyphs words have; CJK characters count twice, as they say as much as two letters.
  func characterCount(of indices: [Int]) -> Int {
    indices.reduce(0) { sum, index in
      if words[index].traits.contains(.leader) { return sum }
      return sum + words[index].glyphs.count * (words[index].traits.contains(.wide) ? 2 : 1)
    }
  }
}
