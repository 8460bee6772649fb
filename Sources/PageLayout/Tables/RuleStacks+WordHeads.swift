internal import ConverterCore

/// Rows of words below a head between two lines, in tables that have no line after their last row:
///
///     ──────────────────────────────────────────
///     No.   Writer        Comment       Answer
///     ──────────────────────────────────────────
///     1     Harbor board  The tolls are  We have         each row begins below three headings at least, and what goes on
///                         too high.      halved them.    below begins there, too: no prose leaves that white
///     2     Lock keeper   None          —
extension RuleStack {
  /// The stack with the rows of words below it, where it is but a head of words; `nil` elsewhere.
  func withRowsBelowHead(in text: PageText, index: WordIndex, tolerances: Tolerances) -> RuleStack? {
    guard rules.count == 2, let bottom = rules.last?.position, box.y1 <= bottom, let size = lines.last?.size,
      let head = HeadStarts(lines, gutter: tolerances.leastIndent, text: text, tolerances: tolerances)
    else { return nil }
    let box = box
    func below(to end: Double) -> [TextLine] {
      let area = Rectangle(x0: box.x0 - size, y0: bottom, x1: box.x1 + size, y1: end)
      return text.textLines(of: index.words(in: area), tolerances: tolerances)
    }
    // Few heads have such rows: the line next to it tells.
    guard let first = below(to: bottom + tolerances.runGap * size).first, head.begins(first, text: text) else {
      return nil
    }
    var rows: [TextLine] = []
    var edge = bottom
    for line in below(to: .infinity) {
      guard line.band.start - edge <= tolerances.headingReach * line.size, !text.beginsCaption(line),
        head.partCells(of: line, text: text)
      else { break }
      rows.append(line)
      edge = line.band.end
    }
    guard head.areCells(rows, text: text, tolerances: tolerances) else { return nil }
    var whole = self
    whole.lines += rows
    return whole
  }
}

/// The x at which the headings of a head of words begin.
struct HeadStarts {
  /// Rising, three at least, in points.
  let starts: [Double]

  /// Points. The white before each of them is no narrower.
  private let gutter: Double

  /// Points. Cells begin no farther from them.
  private let drift: Double

  /// - Parameter gutter: the least white before each heading, in em.
  /// - Returns: `nil` where there are fewer than three headings or figures among them.
  init?(_ lines: [TextLine], gutter: Double, text: PageText, tolerances: Tolerances) {
    guard let size = lines.map(\.size).max(), !lines.contains(where: { $0.hasFigures(text) }) else { return nil }
    let words = lines.flatMap(\.words).map { Interval(text.words[$0].box.x0, text.words[$0].box.x1) }
    starts = words.joined(gap: tolerances.text.phraseGap * size).map(\.start)
    self.gutter = gutter * size
    drift = tolerances.flushStart * size
    guard starts.count > 2 else { return nil }
  }

  /// Whether no word of a line stands in the white before a heading, and none left of the first one.
  func partCells(of line: TextLine, text: PageText) -> Bool {
    line.words.map { text.words[$0].box }.allSatisfy { word in
      word.x0 >= starts[0] - drift
        && !starts.dropFirst().contains { word.x0 < $0 - drift && word.x1 > $0 - gutter }
    }
  }

  /// Whether lines are rows: several, or one with all cells of many columns. Most lines begin one, or else white stands above each that
  /// does; columns of prose begin side by side in all lines.
  func areCells(_ lines: [TextLine], text: PageText, tolerances: Tolerances) -> Bool {
    let rows = lines.indices.filter {
      begins(lines[$0], text: text) && !text.words[lines[$0].words[0]].traits.contains(.lowercaseStart)
    }
    guard rows.count > 1 || starts.count >= tolerances.shares.leastRowPhrases && rows == [0] else { return false }
    let leadings = Leadings(of: lines, tolerances: tolerances)
    return rows.count.isMost(of: lines.count)
      || rows.dropFirst().allSatisfy { !leadings.isOfCell(lines[$0].distance(below: lines[$0 - 1])) }
  }

  /// Whether cells begin in a line below the first heading and all others but one, three at least.
  func begins(_ line: TextLine, text: PageText) -> Bool {
    begins(line, cells: max(3, starts.count - 1), text: text)
  }

  /// Whether a word stands where a heading begins.
  func beginsCell(_ word: Word) -> Bool { starts.contains { abs($0 - word.box.x0) <= drift } }

  /// Whether a number of cells at least begin in a line below headings, the first one among these.
  func begins(_ line: TextLine, cells least: Int, text: PageText) -> Bool {
    let words = line.words.map { text.words[$0].box.x0 }
    let begun = starts.map { start in words.contains { abs($0 - start) <= drift } }
    return begun[0] && begun.count(where: \.self) >= least && partCells(of: line, text: text)
  }
}
