internal import ConverterCore

/// Where the edges between columns stand that nobody drew, told from how texts stand in their cells.
///
///     ├───────────────────────────────────┤      level lines show the outer edges; a text in the middle of its cell stands
///     │←─ a ─→ Item ←─ a ─→│← b → New ← b →│     as far from one edge as from the other, so that each edge gives the next
///                          ↑
///
/// Texts set left or right stand off their edges as those of the outer columns do. Where nothing tells, edges stay in the
/// middle of the white between columns.
struct ColumnPlacement {
  /// The x in points of edges that lines or coloured areas show, by their number.
  let shown: [Int: Double]
  let tolerances: Tolerances

  /// The text of a cell.
  struct Entry {
    var columns: Range<Int>
    var extent: Interval
  }

  /// The edges with those moved that texts tell.
  ///
  /// - Parameters:
  ///   - edges: the x of all edges in points, rising, the outer ones first and last.
  ///   - entries: the texts of cells.
  /// - Returns: rising edges, as many as given.
  func edges(_ edges: [Double], entries: [Entry]) -> [Double] {
    let settings = Dictionary(grouping: entries, by: \.columns)
      .map { Setting(columns: $0.key, extents: $0.value.map(\.extent), drift: tolerances.closingDrift) }
      .sorted { ($0.columns.lowerBound, $0.columns.upperBound) < ($1.columns.lowerBound, $1.columns.upperBound) }
    let told = closed(settings, edgeCount: edges.count) ?? proven(settings, edgeCount: edges.count)
    var placed = edges
    for (edge, x) in told.sorted(by: { $0.key < $1.key }) where isFree(x, at: edge, of: entries) { placed[edge] = x }
    for (edge, x) in shown { placed[edge] = x }
    let isRising = zip(placed, placed.dropFirst()).allSatisfy { $1 - $0 > tolerances.closingDrift }
    return isRising ? placed : edges
  }

  /// The edges that texts tell whose middles agree, if they lead from the left edge to the right one; `nil` where they do not.
  private func closed(_ settings: [Setting], edgeCount: Int) -> [Int: Double]? {
    guard let left = shown[0], let right = shown[edgeCount - 1] else { return nil }
    let middles = settings.filter { $0.columns != 0..<edgeCount - 1 && $0.hasMiddle }
    var told = [0: left]
    lead(&told, along: middles)
    guard told.count == edgeCount, let end = told[edgeCount - 1], abs(end - right) <= tolerances.closingDrift else {
      return nil
    }
    return told
  }

  /// The edges that texts tell which are proven to be set in the middle, or as those at a shown edge are.
  private func proven(_ settings: [Setting], edgeCount: Int) -> [Int: Double] {
    var told = shown
    for setting in settings where setting.side == .left {
      // Texts further right are set in from their edges as the first column is from the edge that a line shows.
      guard let first = settings.first(where: { $0.columns.lowerBound == 0 && $0.side == .left }), let left = shown[0],
        told[setting.columns.lowerBound] == nil
      else { continue }
      told[setting.columns.lowerBound] = setting.start - (first.start - left)
    }
    for setting in settings where setting.side == .right {
      guard let last = settings.last(where: { $0.columns.upperBound == edgeCount - 1 && $0.side == .right }),
        let right = shown[edgeCount - 1], told[setting.columns.upperBound] == nil
      else { continue }
      told[setting.columns.upperBound] = setting.end + (right - last.end)
    }
    lead(&told, along: settings.filter { $0.side == .middle })
    return told
  }

  /// Adds the edges that lie across a text from a known one, until nothing more is told. Edges told in two ways stay as first told.
  private func lead(_ told: inout [Int: Double], along settings: [Setting]) {
    var before = -1
    while told.count > before {
      before = told.count
      for setting in settings {
        let (lower, upper) = (setting.columns.lowerBound, setting.columns.upperBound)
        switch (told[lower], told[upper]) {
        case (let x?, nil): told[upper] = 2 * setting.middle - x
        case (nil, let x?): told[lower] = 2 * setting.middle - x
        default: break
        }
      }
    }
  }

  /// Whether an edge there cuts no text of cells beside it.
  private func isFree(_ x: Double, at edge: Int, of entries: [Entry]) -> Bool {
    entries.allSatisfy { entry in
      entry.columns.upperBound <= edge
        ? entry.columns.upperBound < edge || entry.extent.end <= x + tolerances.closingDrift
        : entry.columns.lowerBound < edge || entry.columns.lowerBound > edge
          || entry.extent.start >= x - tolerances.closingDrift
    }
  }
}

extension ColumnPlacement {
  /// How the texts stand that cover one range of columns.
  struct Setting {
    enum Side {
      case left, middle, right
    }

    let columns: Range<Int>
    /// The middle left end, middle and right end of the texts, in points.
    let start: Double
    let middle: Double
    let end: Double
    /// Whether the middles of all texts lie together.
    let hasMiddle: Bool
    /// What texts of different widths have in common; `nil` where nothing or all of it.
    let side: Side?

    /// - Parameters:
    ///   - columns: the columns that the texts cover.
    ///   - extents: from where to where texts reach, at least one.
    ///   - drift: how far positions that are meant to agree lie apart, in points.
    init(columns: Range<Int>, extents: [Interval], drift: Double) {
      self.columns = columns
      let starts = extents.map(\.start).sorted()
      let middles = extents.map(\.middle).sorted()
      let ends = extents.map(\.end).sorted()
      start = starts[starts.count / 2]
      middle = middles[middles.count / 2]
      end = ends[ends.count / 2]
      let spread = { (sorted: [Double]) in sorted[sorted.count - 1] - sorted[0] }
      hasMiddle = spread(middles) <= drift
      switch (spread(starts) <= drift, hasMiddle, spread(ends) <= drift) {
      case (true, false, false): side = .left
      case (false, true, false): side = .middle
      case (false, false, true): side = .right
      default: side = nil
      }
    }
  }
}
