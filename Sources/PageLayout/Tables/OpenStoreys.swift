internal import ConverterCore

/// Storeys of a head that no level line parts: upright lines that begin in the middle of the first row.
///
///     ┌───────────────┬───────────────┐
///     │    Income     │    Outlays    │
///     │ Item   │ 2019 │ Item   │ 2019 │      to the eye a line runs between the two upright ones that pass by,
///     ├────────┼──────┼────────┼──────┤      where the one between them begins
///     │ Fees   │  7.1 │ Wages  │  6.5 │
enum OpenStoreys {
  /// The level lines that such upright lines show, where text stands above and below each of them and none across.
  ///
  /// - Complexity: linear in the lines, but for their order, and in the words of the first row for each line found.
  static func rules(
    level: [Ruling], upright: [Ruling], text: PageText, index: WordIndex, tolerances: Tolerances
  ) -> [Ruling] {
    let positions = Clusters.middles(of: level.map(\.position).sorted(), within: tolerances.ruleTouch)
    guard positions.count > 2, let left = level.map(\.start).min(), let right = level.map(\.end).max() else {
      return []
    }
    let (top, bottom) = (positions[0] + tolerances.ruleTouch, positions[1] - tolerances.ruleTouch)
    // Boxes to write in have ticks at their foot; a line between columns goes on below.
    let inRow = upright.filter { $0.start < bottom && $0.end > positions[1] + tolerances.ruleTouch }
      .sorted { ($0.position, $0.start) < ($1.position, $1.start) }
    var rules: [Ruling] = []
    var wall = left
    var begun: [Double] = []
    func close(at next: Double) {
      defer { (wall, begun) = (next, []) }
      guard let start = begun.max(), begun.allSatisfy({ start - $0 <= tolerances.ruleTouch }) else { return }
      let cells = Rectangle(x0: wall, y0: positions[0], x1: next, y1: positions[1])
      let bands = index.words(in: cells).map { text.words[$0].band }
      guard bands.contains(where: { $0.middle < start }), bands.contains(where: { $0.middle > start }),
        !bands.contains(where: { $0.contains(start) })
      else { return }
      rules.append(Ruling(axis: .level, position: start, start: wall, end: next))
    }
    for line in inRow {
      if line.start > top { begun.append(line.start) } else { close(at: line.position) }
    }
    close(at: right)
    return rules
  }
}
