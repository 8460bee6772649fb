internal import ConverterCore

/// Headings above the first line of a stack, in tables that have a line below each row and none above the first:
///
///     Region    2009   2010
///     ─────────────────────
///     North      7.1    6.5
///     ─────────────────────
extension RuleStack {
  /// The stack with the headings of its columns above it, if its first row holds figures already.
  package func withHeadings(above text: PageText, index: WordIndex, tolerances: Tolerances = .standard) -> RuleStack {
    let box = box
    guard let second = rules.dropFirst().first?.position else { return self }
    let first = lines.filter { $0.band.middle < second }
    let figures = first.flatMap { line in
      line.phrases.filter { $0.isValue && !text.isYear(Array(line.words[$0.words])) }.map(\.extent)
    }
    guard !figures.isEmpty, let size = first.first?.size else { return self }
    let above = Rectangle(
      x0: box.x0 - size, y0: box.y0 - Double(tolerances.mostHeadingLines) * 2 * size, x1: box.x1 + size, y1: box.y0)
    var heads: [TextLine] = []
    var edge = box.y0
    for line in text.textLines(of: index.words(in: above), tolerances: tolerances).reversed() {
      let begins = text.string(ofLine: line.words.prefix(3))
      guard edge - line.band.end <= tolerances.headingReach * line.size, heads.count < tolerances.mostHeadingLines,
        !line.isProse(within: box.x1 - box.x0, text: text, tolerances: tolerances), Caption(begins) == nil,
        !Caption.isOther(begins)
      else { break }
      heads.insert(line, at: 0)
      edge = line.band.start
    }
    // Titles and units above the headings stand alone at the left, in the middle of all or at the right.
    let left = figures.map(\.start).min() ?? box.x1
    while let head = heads.first, head.phrases.count < 2, head.box.x0 < left - size || head.box.x1 > box.x1 - size {
      heads.removeFirst()
    }
    let headed = figures.count { figure in
      heads.contains { line in
        line.phrases.contains { $0.extent.overlap(Interval(figure.start - size, figure.end + size)) > 0 }
      }
    }
    guard heads.contains(where: { $0.phrases.count > 1 }), 2 * headed > figures.count else { return self }
    var whole = self
    whole.lines = heads + lines
    return whole
  }
}

/// Heads whose cells upright lines part, above rows without:
///
///     ┬─────────────────────        a grid of its own
///     │     Private sector
///     ├──────────┬──────────        from here on lines of one width
///     │   2009   │   2010
///     ┴──────────┴──────────
///          7.1        6.5
///     ──────────────────────
extension RuleStack {
  /// The stack with all of the head that it begins inside of.
  ///
  /// - Parameter grids: the boxes of grids; the head is as wide as the stack.
  func withHead(in grids: [Rectangle], level: [Ruling], text: PageText, index: WordIndex, tolerances: Tolerances)
    -> RuleStack
  {
    let box = box
    let edge = tolerances.coverEdge
    guard
      let head = grids.first(where: {
        $0.y0 < box.y0 - edge && $0.y1 > box.y0 + edge && $0.y1 < box.y1 - edge && abs($0.x0 - box.x0) <= edge
          && abs($0.x1 - box.x1) <= edge
      }), let top = level.within(head).reaching(over: head.width, tolerances: tolerances).first
    else { return self }
    let above = Rectangle(x0: head.x0, y0: head.y0, x1: head.x1, y1: box.y0)
    var whole = self
    whole.lines = text.textLines(of: index.words(in: above), tolerances: tolerances) + lines
    whole.rules = [top] + rules
    return whole
  }
}
