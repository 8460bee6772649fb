internal import ConverterCore

/// Tables without lines beside each other, whose rows stand at heights of their own.
///
///     Item      2009   2010           Item        2009   2010
///     Rent        80     90           Grants to      4      5
///     Heat        12     14           towns
///     Repairs      7      9           Vehicles      31     33
///
/// In one table the figures of a row stand at one height. Where those at the left and those at the right of a wide strip do not, two
/// tables stand there, or the scale of a chart. Where they do, and neither has a caption or a total of its own, nothing tells two tables
/// from receipts beside payments, which are one.
enum SideBySide {
  /// The tables that the lines of a run make, from left to right; the run itself where they make one.
  ///
  /// - Parameters:
  ///   - run: the lines from top to bottom.
  ///   - captions: the x at which captions beside each other begin right above the run, rising; empty where there are not two.
  ///   - text: the text of the page.
  ///   - tolerances: the constants of the analysis.
  static func tables(
    in run: [TextLine], captions: [Double] = [], text: PageText, tolerances: Tolerances
  ) -> [[TextLine]] {
    let strips = strips(of: run, tolerances: tolerances)
    for (number, strip) in strips.enumerated() {
      let end = number + 1 < strips.count ? strips[number + 1].middle : .infinity
      guard mayPart(run, behind: Interval(strip.middle, end), text: text, tolerances: tolerances) else { continue }
      let words = run.flatMap(\.words)
      func lines(_ reach: Interval) -> [TextLine] {
        text.textLines(of: words.filter { reach.contains(text.words[$0].box.midX) }, tolerances: tolerances)
      }
      let left = lines(Interval(-.infinity, strip.middle))
      let next = lines(Interval(strip.middle, end))
      let right = lines(Interval(strip.middle, .infinity))
      guard beginsWithLabels(left, tolerances: tolerances) else { continue }
      // Behind a scale there is but the chart.
      if isScale(next, beside: left, text: text, tolerances: tolerances) { return [left] }
      let isCaptioned = captions.dropFirst().contains {
        strip.contains($0, within: tolerances.tableStrip * run[0].size)
      }
      guard beginsWithLabels(right, tolerances: tolerances) else { continue }
      if haveOwnTotals(left, right, text: text, tolerances: tolerances) {
        let rest = withoutTitles(right, tolerances: tolerances)
        return [withoutTitles(left, tolerances: tolerances)] + tables(in: rest, text: text, tolerances: tolerances)
      }
      guard isCaptioned || areOffset(left, right, tolerances: tolerances) else { continue }
      let rest = captions.filter { $0 > strip.middle }
      return [left] + tables(in: right, captions: rest, text: text, tolerances: tolerances)
    }
    return [run]
  }

  /// Whether the phrases of a column are names, or falling figures as on a scale: other columns are of the table before them.
  private static func mayPart(
    _ run: [TextLine], behind strip: Interval, text: PageText, tolerances: Tolerances
  ) -> Bool {
    var (names, figures) = (0, 0)
    var last = Double.infinity
    var isFalling = true
    for line in run {
      guard let phrase = line.phrases.first(where: { strip.contains($0.extent.middle) }) else { continue }
      if !phrase.isValue { names += 1 } else { figures += 1 }
      guard isFalling else { continue }
      let figure = phrase.words.count == 1 ? TableCriteria.figure(line.words[phrase.words.lowerBound], text: text) : nil
      isFalling = figure.map { $0 < last } ?? false
      last = figure ?? last
    }
    return names.isMost(of: names + figures) || isFalling && figures >= tolerances.leastBands
  }

  /// The wide white strips between the phrases of all lines, from left to right.
  private static func strips(of run: [TextLine], tolerances: Tolerances) -> [Interval] {
    let size = run.map(\.size).max() ?? 0
    let extents = run.flatMap { line in line.phrases.map(\.extent) }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    var strips: [Interval] = []
    var end = Double.infinity
    for extent in extents {
      if extent.start - end >= tolerances.tableStrip * size { strips.append(Interval(end, extent.start)) }
      end = end.isFinite ? max(end, extent.end) : extent.end
    }
    return strips
  }

  /// Whether lines are rows with a label before their figures.
  private static func beginsWithLabels(_ lines: [TextLine], tolerances: Tolerances) -> Bool {
    let rows = lines.filter { $0.phrases.contains(where: \.isValue) }
    guard rows.count >= tolerances.leastBands else { return false }
    return 2 * rows.count { $0.phrases.first?.isValue == false } > rows.count
  }

  /// Whether lines are the scale of a chart beside a table: falling figures, most of them beside no row.
  private static func isScale(
    _ lines: [TextLine], beside rows: [TextLine], text: PageText, tolerances: Tolerances
  ) -> Bool {
    let figures = lines.filter { $0.words.count == 1 }.compactMap { TableCriteria.figure($0.words[0], text: text) }
    guard figures.count == lines.count, figures.count >= tolerances.leastBands, TableCriteria.isScale(figures) else {
      return false
    }
    let beside = lines.count { line in
      rows.contains { abs($0.baseline - line.baseline) <= tolerances.text.baselineDrift * line.size }
    }
    return 2 * beside < lines.count
  }

  /// Whether figures on both sides stand at heights that one row does not have, too near to be of two rows, in several places.
  private static func areOffset(_ left: [TextLine], _ right: [TextLine], tolerances: Tolerances) -> Bool {
    let heights = [left, right].map { $0.filter { $0.phrases.contains(where: \.isValue) }.map(\.baseline) }
    let size = left.first?.size ?? 0
    let offset = heights[0].count { height in
      let distance = heights[1].map { abs($0 - height) }.min() ?? 0
      return distance > tolerances.unitDrift * size && distance < tolerances.besideDistance * size
    }
    return offset >= tolerances.leastOffsetRows
  }
}
