internal import ConverterCore

/// Rows of words beyond the outer lines of a stack, in tables that have lines between their rows alone, below a head set bold or on
/// colour:
///
///     Agency          Requirement       the lines above the first one: head and first row
///     Transport       Issue rules
///     ──────────────────────────────
///     Energy          Report to the
///                     council
///     ──────────────────────────────
///     Interior        List all wells    those below the last one: the last row
///
/// Figures stand in line with others; words keep the white between the columns free, begin where others do, and stand as close to the
/// line as the rows between lines.
extension RuleStack {
  /// The stack with the rows of words above and below it that are of its table.
  func withRowsOfWords(around text: PageText, index: WordIndex, tolerances: Tolerances) -> RuleStack {
    // Lines of words may begin with a figure or a year.
    let figures = lines.count { $0.phrases.dropFirst().contains(where: \.isValue) }
    guard !figures.isMore(than: tolerances.shares.mostProseFigures, of: lines.count), let bands, bands.count > 1,
      let top = rules.first?.position, let bottom = rules.last?.position,
      let size = lines.last?.size, let columns = CellColumns(of: lines, text: text, tolerances: tolerances)
    else { return self }
    let most = tolerances.bandGrowth * (bands.map(\.count).max() ?? 0) + tolerances.mostHeadingLines
    func within(_ y0: Double, _ y1: Double) -> [TextLine] {
      let area = Rectangle(x0: box.x0 - size, y0: y0, x1: box.x1 + size, y1: y1)
      return text.textLines(of: index.words(in: area), tolerances: tolerances)
    }
    func rows(_ lines: [TextLine], from edge: Double, padding: [Double], gap: Double) -> [TextLine] {
      let near = (padding.max() ?? 0) + tolerances.leastIndent * size
      let rows = columns.rows(lines, from: edge, near: near, gap: gap, text: text, tolerances: tolerances)
      return rows.count <= most ? rows : []
    }
    let reach = 2 * Double(most + 1) * size
    var whole = self
    if box.y1 <= bottom {
      let padding = zip(rules, bands).map { $1[0].band.start - $0.position }
      whole.lines += rows(
        within(bottom, bottom + reach), from: bottom, padding: padding, gap: tolerances.labelGap * size)
    }
    if box.y0 >= top, !isHeaded(bands, text: text) {
      let padding = zip(rules.dropFirst(), bands).map { $0.position - $1[$1.count - 1].band.end }
      let above = rows(
        within(top - reach, top).reversed(), from: top, padding: padding, gap: tolerances.headingReach * size)
      // A title stands alone at the left.
      whole.lines = above.reversed().drop { columns.indices(of: $0, text: text) == [0] } + whole.lines
    }
    return whole
  }

  /// The lines between each two rules; `nil` where there are none between some.
  private var bands: [[TextLine]]? {
    let bands = zip(rules, rules.dropFirst()).map { upper, lower in
      lines.filter { $0.band.middle > upper.position && $0.band.middle < lower.position }
    }
    return bands.contains(where: \.isEmpty) ? nil : bands
  }

  /// Whether the lines above the second rule are a head by their fonts, which none of the others has.
  private func isHeaded(_ bands: [[TextLine]], text: PageText) -> Bool {
    func fonts(_ lines: some Sequence<TextLine>) -> Set<Int> { text.fonts(of: lines.flatMap(\.words)) }
    return fonts(bands[0]).isDisjoint(with: fonts(bands.dropFirst().joined()))
  }
}

/// The columns of cells that the white between the words of several lines shows.
private struct CellColumns {
  /// From left to right, two at least, in points.
  private let extents: [Interval]

  /// For each column the x at which its texts begin, in points.
  private let starts: [[Double]]

  /// Points. The white between columns is no narrower.
  private let gutter: Double

  /// - Returns: `nil` for lines with but one column.
  init?(of lines: [TextLine], text: PageText, tolerances: Tolerances) {
    guard let size = lines.map(\.size).max() else { return nil }
    let gutter = tolerances.text.phraseGap * size
    let columns = lines.flatMap { text.extents(of: $0) }.joined(gap: gutter)
    guard columns.count > 1 else { return nil }
    self.gutter = gutter
    extents = columns
    starts = columns.map { column in
      lines.compactMap { line in text.extents(of: line).first { column.contains($0.middle) }?.start }
    }
  }

  /// The numbers of the columns in which a line has text; `nil` where it has some in the white between or beside them.
  func indices(of line: TextLine, text: PageText) -> [Int]? {
    let words = text.extents(of: line)
    guard (extents + words).joined(gap: gutter).count == extents.count else { return nil }
    return extents.indices.filter { column in words.contains { extents[column].overlap($0) > 0 } }
  }

  /// The lines, going away from an edge, that keep to the columns; none where no line of them begins cells of two columns or more where
  /// others begin.
  ///
  /// - Parameters:
  ///   - near: the most that the first line stands off the edge, in points.
  ///   - gap: the most white between two lines, in points.
  func rows(
    _ lines: [TextLine], from edge: Double, near: Double, gap: Double, text: PageText, tolerances: Tolerances
  ) -> [TextLine] {
    var rows: [TextLine] = []
    var edge = Interval(edge, edge)
    var isInLine = false
    for line in lines {
      guard max(line.band.start - edge.end, edge.start - line.band.end) <= (rows.isEmpty ? near : gap),
        !text.beginsCaption(line), let columns = indices(of: line, text: text)
      else { break }
      let words = text.extents(of: line)
      let flush = columns.count { column in
        words.first { extents[column].overlap($0) > 0 }.map { word in
          starts[column].contains { abs($0 - word.start) <= tolerances.flushStart * line.size }
        } ?? false
      }
      if flush > 1, flush == columns.count { isInLine = true }
      rows.append(line)
      edge = line.band
    }
    return isInLine ? rows : []
  }
}

extension PageText {
  /// The extents of the words of a line across, in points.
  fileprivate func extents(of line: TextLine) -> [Interval] {
    line.words.map { Interval(words[$0].box.x0, words[$0].box.x1) }
  }
}
