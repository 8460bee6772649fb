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
    let ways = open.map { Way(of: headings.map(\.extent), over: $0, reach: reach, mostOffset: mostOffset) }
    guard let best = Self.best(of: ways, mostDrift: tolerances.tilingDrift * size),
      best.columns.allSatisfy({ $0.count > 1 })
    else { return nil }
    columns = best.columns
  }

  /// Headings that share out the columns right of a few that stand by themselves, as sums do.
  ///
  ///               Undergraduate       Graduate
  ///     Total   Full  Part  Other   Master  Doctor
  ///
  /// Each stands right in the middle of its columns, and one above the white between two of them: a heading above one column may
  /// be the first line of the name there.
  init?(
    behindOthers headings: [(columns: Range<Int>, extent: Interval)], reach: [Interval], labelColumns: Int,
    size: Double,
    tolerances: Tolerances
  ) {
    guard let first = headings.first?.columns.lowerBound, first > labelColumns else { return nil }
    let tiling = (labelColumns + 1...first).lazy.compactMap {
      HeaderTiling(
        headings, reach: reach, labelColumns: $0, size: size, mostOffset: tolerances.centringDrift * size,
        tolerances: tolerances)
    }.first { $0.columns.contains { $0.count.isMultiple(of: 2) } }
    guard let tiling else { return nil }
    self = tiling
  }

  /// The way that puts the headings over the middles of their cells, and no other does.
  ///
  /// Two headings over columns of one width stand as far apart as the middles of their cells, however the columns are shared out:
  /// then it is the way that puts them nearest to these.
  private static func best(of ways: [Way], mostDrift: Double) -> Way? {
    let fitting = ways.filter { $0.drift <= mostDrift }
    let nearest = fitting.sorted { $0.offset < $1.offset }
    if let first = nearest.first,
      nearest.dropFirst().allSatisfy({ $0.offset > max(2 * first.offset, first.offset + mostDrift) })
    {
      return first
    }
    guard let best = fitting.min(by: { $0.drift < $1.drift }) else { return nil }
    let rivals = ways.filter { $0.drift <= 2 * best.drift }
    return rivals.count == 1 ? best : nil
  }

  /// One way to share out the columns.
  private struct Way {
    /// For each heading the columns that it spans.
    let columns: [Range<Int>]

    /// How far in points headings are off the middles of their cells beyond what all are; infinite where all are off by too much.
    let drift: Double

    /// How far in points the headings are off the middles of their cells, be these those of the text or what lies between the
    /// right ends of figures.
    let offset: Double

    init(of headings: [Interval], over columns: [Range<Int>], reach: [Interval], mostOffset: Double?) {
      self.columns = columns
      let first = columns[0].lowerBound
      let ends = columns.map { reach[$0.upperBound - 1].end }
      let width = (reach[reach.count - 1].end - reach[first].start) / Double(reach.count - first)
      let pitch = (reach[reach.count - 1].end - reach[first].end) / Double(reach.count - first - 1)
      // The first cell begins nowhere; headings over as many columns have cells as wide.
      let firstStart =
        columns[0].count == columns[1].count ? 2 * ends[0] - ends[1] : ends[0] - Double(columns[0].count) * pitch
      func offsets(from middles: [Double]) -> [Double] { zip(headings, middles).map { $0.middle - $1 } }
      let ofText = offsets(from: columns.map { (reach[$0.lowerBound].start + reach[$0.upperBound - 1].end) / 2 })
      let ofEnds = offsets(from: columns.map { (reach[$0.lowerBound].end + reach[$0.upperBound - 1].end) / 2 })
      let ofCells = offsets(from: zip([firstStart] + ends, ends).map { ($0 + $1) / 2 })
      func mean(_ offsets: [Double]) -> Double { abs(offsets.reduce(0, +)) / Double(offsets.count) }
      offset = min(mean(ofText), mean(ofCells))
      drift =
        [ofText, ofEnds, ofCells].map { offsets in
          let (least, most) = (offsets.min() ?? 0, offsets.max() ?? 0)
          return max(-least, most) > mostOffset ?? width / 2 ? .infinity : (most - least) / 2
        }.min() ?? .infinity
    }
  }
}
