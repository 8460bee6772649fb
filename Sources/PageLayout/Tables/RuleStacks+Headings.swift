internal import ConverterCore

/// Headings above the first line of a stack, in tables that have a line below each row and none above the first:
///
///     Region    2009   2010
///     ─────────────────────
///     North      7.1    6.5
///     ─────────────────────
extension RuleStack {
  /// The stack with the headings of its columns above it, if its first row holds figures already, or words set otherwise than a line
  /// above that has one text for each column.
  package func withHeadings(above text: PageText, index: WordIndex, tolerances: Tolerances = .standard) -> RuleStack {
    let box = box
    guard let second = rules.dropFirst().first?.position else { return self }
    let first = lines.filter { $0.band.middle < second }
    let figures = first.flatMap { line in
      line.phrases.filter { $0.isValue && !text.isYear(Array(line.words[$0.words])) }.map(\.extent)
    }
    guard let row = first.max(by: { $0.phrases.count < $1.phrases.count }), let size = first.first?.size else {
      return self
    }
    var heads = linesAbove(size: size, text: text, index: index, tolerances: tolerances)
    // Titles and units above the headings stand alone at the left, in the middle of all or at the right.
    let left = figures.map(\.start).min() ?? row.phrases.dropFirst().first?.extent.start ?? box.x1
    while let head = heads.first, head.phrases.count < 2,
      head.box.x0 < left - size || head.box.x1 > box.x1 - size
        || head.isUnit(above: heads.dropFirst().first, text: text)
    {
      heads.removeFirst()
    }
    heads = Array(heads.withoutLinesAboveHead(within: Interval(box.x0, box.x1), text: text, tolerances: tolerances))
    let headed = figures.count { figure in
      heads.contains { line in
        line.phrases.contains { $0.extent.overlap(Interval(figure.start - size, figure.end + size)) > 0 }
      }
    }
    let names = heads.last { $0.phrases.count > 1 }
    let cells = first.flatMap { $0.phrases.map(\.extent) }.joined(gap: 0)
    let isHeaded =
      if figures.isEmpty {
        // Prose has no line of several phrases, each above a cell.
        names.map {
          $0.names(columnsOf: row.phrases.map(\.extent)) && !$0.sharesFont(with: row, text: text)
            || $0.phrases.count >= tolerances.shares.leastRowPhrases && $0.names(columnsOf: cells)
        } ?? false
      } else {
        names.map { 2 * headed > figures.count || $0.names(columnsOf: row.phrases.map(\.extent)) } ?? false
      }
    guard isHeaded else { return self }
    var whole = self
    whole.lines = heads + lines
    return whole
  }

  /// The lines right above the stack, up to prose, a caption or wide white; the last line of a paragraph is prose too.
  private func linesAbove(size: Double, text: PageText, index: WordIndex, tolerances: Tolerances) -> [TextLine] {
    let box = box
    let above = Rectangle(
      x0: box.x0 - size, y0: box.y0 - Double(tolerances.mostHeadingLines) * 2 * size, x1: box.x1 + size, y1: box.y0)
    var heads: [TextLine] = []
    var edge = box.y0
    for line in text.textLines(of: index.words(in: above), tolerances: tolerances).reversed() {
      let isProse = line.isProse(within: box.x1 - box.x0, text: text, tolerances: tolerances)
      if isProse, let last = heads.first,
        last.endsParagraph(of: line, within: box.x1 - box.x0, text: text, tolerances: tolerances)
      {
        heads.removeFirst()
      }
      guard edge - line.band.end <= tolerances.headingReach * line.size, heads.count < tolerances.mostHeadingLines,
        !isProse, !text.beginsCaption(line), !line.endsInUnit(text)
      else { break }
      heads.insert(line, at: 0)
      edge = line.band.start
    }
    return heads
  }
}

extension TextLine {
  /// Whether each phrase of the line stands above one of a row, and none above two: between those beside its own. Of two, both begin,
  /// end or have their middles in line, since one stands left of the other wherever they are.
  fileprivate func names(columnsOf row: [Interval]) -> Bool {
    guard phrases.count == row.count, phrases.count > 1 else { return false }
    return phrases.indices.allSatisfy { index in
      let (own, cell) = (phrases[index].extent, row[index])
      let isBetween =
        (index == 0 || own.start > row[index - 1].end)
        && (index + 1 == phrases.count || own.end < row[index + 1].start)
      let offsets = [own.start - cell.start, own.middle - cell.middle, own.end - cell.end]
      let isInLine = offsets.contains { abs($0) < size / 2 }
      return isBetween && (phrases.count > 2 || isInLine) && !phrases[index].isValue
    }
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
