internal import ConverterCore

/// Rows beyond the outer lines of a stack: below the head of a table that has no last line, and around lines that only part
/// groups of rows, where the page end has cut the others off:
///
///     North     12     7.1       above the first line of this page
///     ────────────────────
///     South     31     6.5
///     ────────────────────
///     Total     43    13.6       below the last one
extension RuleStack {
  /// The stack with the rows above and below it that are of its table.
  func withRows(around text: PageText, index: WordIndex, tolerances: Tolerances) -> RuleStack {
    var whole = self
    guard let size = lines.last?.size, let top = rules.first?.position, let second = rules.dropFirst().first?.position,
      let bottom = rules.last?.position
    else { return self }
    let left = box.x0 - size
    let right = box.x1 + size
    func between(_ y0: Double, _ y1: Double) -> [TextLine] {
      text.textLines(of: index.words(in: Rectangle(x0: left, y0: y0, x1: right, y1: y1)), tolerances: tolerances)
    }
    func rows(_ lines: [TextLine], from start: Double) -> [TextLine] {
      self.rows(lines, from: start, like: self.lines, text: text, tolerances: tolerances)
    }
    guard self.lines.contains(where: { $0.hasFigures(text) }), !isHead(text, tolerances: tolerances) else {
      whole.lines += headed(between(bottom, .infinity), from: bottom, text: text, tolerances: tolerances)
      return whole
    }
    // Few stacks have rows beyond their lines: the line next to it tells.
    let near = tolerances.runGap * size
    if !rows(between(bottom, bottom + near), from: bottom).isEmpty {
      whole.lines += rows(between(bottom, .infinity), from: bottom)
    }
    // Headings have no figures, so that a stack that begins with some is below rows or below nothing.
    if self.lines.contains(where: { $0.band.middle < second && $0.hasFigures(text) }),
      !rows(between(top - near, top).reversed(), from: top).isEmpty
    {
      whole.lines = rows(between(-.infinity, top).reversed(), from: top).reversed() + whole.lines
    }
    return whole
  }

  /// Whether the lines are a head whose last line alone has figures: scales that go on from words above, with words beside them.
  ///
  ///     ──────────────────────────────────────
  ///               Violent crime
  ///                        Rate per
  ///     Area     Number     100,000
  ///     ──────────────────────────────────────
  private func isHead(_ text: PageText, tolerances: Tolerances) -> Bool {
    let whole = rules.count { $0.end - $0.start >= tolerances.shares.headRule * box.width }
    guard whole == 2, lines.count > 1, let last = lines.last,
      !lines.dropLast().contains(where: { $0.hasFigures(text) })
    else { return false }
    let figures = last.phrases.filter(\.isValue)
    return last.phrases.count >= 2 * figures.count + 1
      && figures.allSatisfy { figure in
        UnitRow.isScale(text.string(ofLine: last.words[figure.words]))
          && lines[lines.count - 2].phrases.contains { $0.extent.overlap(figure.extent) > 0 }
      }
  }

  /// The rows right below a head: lines up to wide white, prose or a caption, one of the first with figures.
  private func headed(
    _ lines: [TextLine], from start: Double, text: PageText, tolerances: Tolerances
  ) -> [TextLine] {
    var rows: [TextLine] = []
    var edge = start
    for line in lines {
      guard line.band.start - edge <= tolerances.runGap * line.size,
        mayBeRow(line, text: text, tolerances: tolerances),
        !line.isColumnsOfProse(tolerances: tolerances) || !rows.contains(where: { $0.hasFigures(text) })
      else { break }
      rows.append(line)
      edge = line.band.end
    }
    while let last = rows.last, last.phrases.count < 2,
      !last.endsLabel(of: rows.dropLast(), text: text, tolerances: tolerances)
    { rows.removeLast() }
    // The name of the first part, units.
    guard rows.prefix(tolerances.mostNames + 1).contains(where: { $0.phrases.count > 1 && $0.hasFigures(text) }) else {
      return []
    }
    return rows
  }

  /// The lines, going away from an outer line of the stack, whose figures stand in line with those of given rows, and the lines of
  /// labels between them.
  private func rows(
    _ lines: [TextLine], from start: Double, like known: [TextLine], text: PageText, tolerances: Tolerances
  ) -> [TextLine] {
    let figures = known.compactMap { line in line.phrases.dropFirst().first(where: \.isValue)?.extent.start }.min()
    // Lines between groups of rows go on with a group of rows; those below each row with a row, whose lines may be several.
    let bands = known.filter { $0.hasFigures(text) && $0.wordPieces.count > 2 }.map { row in
      rules.partitioningIndex { $0.position > row.band.middle }
    }
    let partGroups = zip(bands, bands.dropFirst()).contains { $0 == $1 }
    var rows: [TextLine] = []
    var labels: [TextLine] = []
    var edge = Interval(start, start)
    for line in lines {
      let gap = max(line.band.start - edge.end, edge.start - line.band.end)
      guard gap <= tolerances.headingReach * line.size, mayBeRow(line, text: text, tolerances: tolerances) else {
        break
      }
      let isKnown =
        !rows.isEmpty
        || line.band.middle > start && partGroups && line.beginsCells(below: known, tolerances: tolerances)
      if line.hasFigures(text), line.repeats(known, least: isKnown ? 1 : 2, tolerances: tolerances) {
        rows += labels + [line]
        labels = []
      } else if line.phrases.count == 1, line.box.x1 < figures ?? -.infinity {
        labels.append(line)
      } else {
        break
      }
      edge = line.band
    }
    if !rows.isEmpty, let last = labels.first, last.endsLabel(of: rows[...], text: text, tolerances: tolerances) {
      rows.append(last)
    }
    return rows
  }

  private func mayBeRow(_ line: TextLine, text: PageText, tolerances: Tolerances) -> Bool {
    !line.isProse(within: box.x1 - box.x0, text: text, tolerances: tolerances)
      && !text.beginsCaption(line)
  }
}

extension TextLine {
  /// Whether the line is of columns of prose: more than one phrase, many words, no figure among them.
  fileprivate func isColumnsOfProse(tolerances: Tolerances) -> Bool {
    phrases.count > 1 && words.count >= 2 * tolerances.leastProseWords && !phrases.contains(where: \.isValue)
  }

  /// The pieces that are no figures.
  fileprivate var wordPieces: [Phrase] { phrases.filter { !$0.isValue } }

  /// Whether all words of the line, several pieces of them beside its figures, begin where those of others do.
  fileprivate func beginsCells(below rows: [TextLine], tolerances: Tolerances) -> Bool {
    wordPieces.count > 2
      && wordPieces.allSatisfy { piece in
        rows.contains { row in
          row.phrases.contains { abs($0.extent.start - piece.extent.start) <= tolerances.flushStart * size }
        }
      }
  }

  /// Whether a phrase of the line is a figure that is no year.
  func hasFigures(_ text: PageText) -> Bool {
    phrases.contains { $0.isValue && !text.isYear(Array(words[$0.words])) }
  }
}
