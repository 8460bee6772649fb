package import ConverterCore

/// The parts of a page that are read one after the other, each from top to bottom.
///
/// A page is cut where prose runs in columns side by side, again and again until no part holds columns (the idea of the
/// recursive XY cut of Nagy and Seth, 1984). A white strip alone does not make columns: those of a table are as white. What
/// makes them is that both sides of the strip hold prose, lines that mostly fill their side.
package enum Zones {
  /// The lines of each zone in reading order; a line that stands in two columns comes out as two.
  ///
  /// - Parameter obstacles: boxes that no column strip passes, such as ruled tables and pictures.
  package static func zones(
    of lines: [TextLine], obstacles: [Rectangle], text: PageText, tolerances: Tolerances = .standard
  ) -> [[TextLine]] {
    var zones: [[TextLine]] = []
    var pending = [lines]
    while let part = pending.popLast() {
      guard zones.count + pending.count < 64,
        let strip = strip(in: part, obstacles: obstacles, text: text, tolerances: tolerances)
      else {
        if !part.isEmpty { zones.append(part) }
        continue
      }
      let middle = strip.extent.middle
      let sides = part[strip.lines].map { $0.cut(at: middle, text: text, tolerances: tolerances) }
      // The last pushed is taken first.
      pending.append(Array(part[strip.lines.upperBound...]))
      pending.append(sides.compactMap(\.right))
      pending.append(sides.compactMap(\.left))
      pending.append(Array(part[..<strip.lines.lowerBound]))
    }
    return zones
  }
}

extension Zones {
  /// A white strip between two columns of prose.
  private struct Strip {
    var extent: Interval
    var lines: Range<Int>
  }

  /// The strip along most lines that parts prose from prose, if any.
  private static func strip(
    in lines: [TextLine], obstacles: [Rectangle], text: PageText, tolerances: Tolerances
  ) -> Strip? {
    guard lines.count >= tolerances.text.leastColumnLines else { return nil }
    let reach = lines.reduce(Interval(.infinity, -.infinity)) { $0.union(Interval($1.box.x0, $1.box.x1)) }
    var growing: [Strip] = []
    var best: Strip?
    func close(_ strip: Strip) {
      guard strip.lines.count > best?.lines.count ?? 0,
        isColumnStrip(strip, lines: lines, text: text, tolerances: tolerances)
      else { return }
      best = strip
    }
    for (number, line) in lines.enumerated() {
      let least = tolerances.text.columnGutter * line.size
      let gaps = gaps(beside: line, obstacles: obstacles, reach: reach).filter { $0.length >= least }
      var next: [Strip] = []
      for strip in growing {
        let widest = gaps.map { Interval(max($0.start, strip.extent.start), min($0.end, strip.extent.end)) }
          .max { $0.length < $1.length }
        if let widest, widest.length >= least {
          next.append(Strip(extent: widest, lines: strip.lines.lowerBound..<number + 1))
        } else {
          close(strip)
        }
      }
      for gap in gaps where gap.start > reach.start && gap.end < reach.end && next.count < 16 {
        if !next.contains(where: { $0.extent.overlap(gap) > 0.8 * gap.length }) {
          next.append(Strip(extent: gap, lines: number..<number + 1))
        }
      }
      growing = next
    }
    growing.forEach(close)
    return best
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

  /// Whether both sides of a strip hold prose.
  private static func isColumnStrip(
    _ strip: Strip, lines: [TextLine], text: PageText, tolerances: Tolerances
  ) -> Bool {
    let sides = lines[strip.lines].map { $0.cut(at: strip.extent.middle, text: text, tolerances: tolerances) }
    return isProse(sides.compactMap(\.left), text: text, tolerances: tolerances)
      && isProse(sides.compactMap(\.right), text: text, tolerances: tolerances)
  }

  /// Whether lines are prose: enough of them, most nearly as wide as all together, of several words that are no figures.
  private static func isProse(_ lines: [TextLine], text: PageText, tolerances: Tolerances) -> Bool {
    guard lines.count >= tolerances.text.leastColumnLines, let first = lines.first else { return false }
    let reach = lines.reduce(Interval(first.box.x0, first.box.x1)) { $0.union(Interval($1.box.x0, $1.box.x1)) }
    let full = lines.count { line in
      let values = line.words.count { text.words[$0].isValue }
      return line.box.width >= tolerances.text.proseFill * reach.length && 3 * values <= line.words.count
        && text.characterCount(of: line.words) >= tolerances.text.leastProseCharacters
        && (line.phrases.count <= 2 && !line.endsWithFigure(text) || line.isStretched(text, tolerances: tolerances))
    }
    return 2 * full > lines.count
  }
}

extension TextLine {
  /// Whether white parts a figure from what stands left of it, as in tables; pages behind leaders stand in columns of contents.
  fileprivate func endsWithFigure(_ text: PageText) -> Bool {
    phrases.count > 1 && phrases[phrases.count - 1].isValue
      && !words.contains { text.words[$0].traits.contains(.leader) }
  }

  /// Whether all words of the line stand apart alike: justified text in a narrow column, whose blanks are as wide as gaps of a table.
  fileprivate func isStretched(_ text: PageText, tolerances: Tolerances) -> Bool {
    let gaps = zip(words, words.dropFirst()).map { text.words[$1].box.x0 - text.words[$0].box.x1 }
    guard let least = gaps.min(), let most = gaps.max() else { return false }
    return most - least <= tolerances.text.stretchDrift * size
  }

  /// The parts of a line on both sides of an x.
  func cut(at x: Double, text: PageText, tolerances: Tolerances) -> (left: TextLine?, right: TextLine?) {
    let left = words.filter { text.words[$0].box.midX < x }
    let right = words.filter { text.words[$0].box.midX >= x }
    if right.isEmpty { return (self, nil) }
    if left.isEmpty { return (nil, self) }
    return (text.textLine(left, tolerances: tolerances), text.textLine(right, tolerances: tolerances))
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
