/// Headings side by side that share out all columns right of the labels.
///
///                 Not adjusted        Adjusted              Each stands in the middle of its cell. Figures set right leave
///              2009   2010   2011   2009   2010             white at the left of theirs, so that all headings stand off the
///     Item      7.1    6.5    6.2    7.3    6.4             middle of the figures by the same distance.
struct HeaderTiling {
  /// For each heading the columns that it spans.
  let columns: [Range<Int>]

  /// - Parameters:
  ///   - headings: the columns that the text of each heading takes, and its extent, from left to right.
  ///   - reach: per column, the extent of its text in points.
  ///   - size: the font size of the headings.
  ///   - mostOffset: how far in points all of them may be off the middles of their cells; `nil` for half a column.
  /// - Returns: `nil` where no way to share out the columns puts the headings over the middles of theirs, or where fewer than two
  ///   columns go to one of them.
  init?(
    _ headings: [(columns: Range<Int>, extent: Interval)], reach: [Interval], labelColumns: Int, size: Double,
    mostOffset: Double? = nil, tolerances: Tolerances
  ) {
    guard headings.count > 1, 2 * headings.count <= reach.count - labelColumns else { return nil }
    var best: (drift: Double, columns: [Range<Int>])?
    var second = Double.infinity
    var open: [[Range<Int>]] = [[]]
    for (number, heading) in headings.enumerated() {
      open = open.flatMap { shared -> [[Range<Int>]] in
        let start = shared.last?.upperBound ?? labelColumns
        let end = number + 1 < headings.count ? headings[number + 1].columns.lowerBound : reach.count
        let least = number + 1 < headings.count ? max(heading.columns.upperBound, start + 1) : reach.count
        guard start <= heading.columns.lowerBound, least <= end else { return [] }
        return (least...end).map { shared + [start..<$0] }
      }
      guard open.count <= tolerances.mostTilings else { return nil }
    }
    for columns in open {
      let drift = Self.drift(of: headings.map(\.extent), over: columns, reach: reach, mostOffset: mostOffset)
      if drift < best?.drift ?? .infinity {
        second = best?.drift ?? .infinity
        best = (drift, columns)
      } else {
        second = min(second, drift)
      }
    }
    guard let best, best.drift <= tolerances.tilingDrift * size, second > 2 * best.drift,
      best.columns.allSatisfy({ $0.count > 1 })
    else { return nil }
    columns = best.columns
  }

  /// How far headings are off the middles of their cells beyond what all are; infinite where all are off by too much.
  private static func drift(
    of headings: [Interval], over columns: [Range<Int>], reach: [Interval], mostOffset: Double?
  ) -> Double {
    let ends = columns.map { reach[$0.upperBound - 1].end }
    // The first cell begins nowhere; headings over as many columns have cells as wide.
    let firstStart = columns[0].count == columns[1].count ? 2 * ends[0] - ends[1] : reach[columns[0].lowerBound].start
    let middles = [
      columns.map { (reach[$0.lowerBound].start + reach[$0.upperBound - 1].end) / 2 },
      columns.map { (reach[$0.lowerBound].end + reach[$0.upperBound - 1].end) / 2 },
      zip([firstStart] + ends, ends).map { ($0 + $1) / 2 },
    ]
    let width =
      (reach[reach.count - 1].end - reach[columns[0].lowerBound].start) / Double(reach.count - columns[0].lowerBound)
    return middles.map { middles in
      let offsets = zip(headings, middles).map { $0.middle - $1 }
      let (least, most) = (offsets.min() ?? 0, offsets.max() ?? 0)
      return max(-least, most) > mostOffset ?? width / 2 ? .infinity : (most - least) / 2
    }.min() ?? .infinity
  }
}
