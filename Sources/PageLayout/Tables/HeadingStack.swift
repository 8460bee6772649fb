/// The headings of a head on top of each other: at which storey each begins, and where the storeys lie.
struct HeadingStack {
  private let blocks: [HeaderStoreys.Block]
  private let labelColumns: Int
  private let tolerances: Tolerances
  /// For each heading the storey at which it stands at least, counted from the top.
  private let levels: [Int]
  /// The number of storeys.
  private let count: Int
  /// The storey before which names of columns end at the latest: above a line over the units.
  private let namesEnd: Int
  /// For each heading the lower ones that stand under some of its columns.
  private let below: [[Int]]
  /// For each storey the y of its top and of its foot, in points; infinite where no heading shows them.
  private var tops: [Double]
  private var bottoms: [Double]

  /// - Parameters:
  ///   - blocks: the headings from top to bottom, then from left to right; at least one.
  ///   - units: the line of units, which stand below all names, however many storeys these have.
  ///   - labelColumns: how many columns at the left hold row labels.
  ///   - level: the level lines of the region.
  init(
    _ blocks: [HeaderStoreys.Block], units: AlignedColumns.Line?, labelColumns: Int, level: [Ruling],
    tolerances: Tolerances
  ) {
    self.blocks = blocks
    self.labelColumns = labelColumns
    self.tolerances = tolerances
    // The storey of a heading is one below the lowest heading above it.
    var levels = [Int](repeating: 0, count: blocks.count)
    for lower in blocks.indices {
      for upper in 0..<lower
      where blocks[upper].columns.overlaps(blocks[lower].columns) && blocks[upper].middle < blocks[lower].middle {
        levels[lower] = max(levels[lower], levels[upper] + 1)
      }
    }
    let count = (levels.max() ?? 0) + 1
    for index in blocks.indices where blocks[index].baseline == units?.baseline { levels[index] = count - 1 }
    below = blocks.indices.map { index in
      blocks.indices.filter { blocks[$0].columns.overlaps(blocks[index].columns) && levels[$0] > levels[index] }
    }
    tops = [Double](repeating: .infinity, count: count)
    bottoms = [Double](repeating: -.infinity, count: count)
    // Headings that stand on others have storeys of their own; their bands say where the storeys lie.
    for index in blocks.indices where !below[index].isEmpty || levels[index] == count - 1 {
      tops[levels[index]] = min(tops[levels[index]], blocks[index].band.start)
      bottoms[levels[index]] = max(bottoms[levels[index]], blocks[index].band.end)
    }
    let isParted = units.map { units in
      Self.isParted(
        units, from: blocks.filter { $0.baseline != units.baseline }, level: level, tolerances: tolerances)
    }
    namesEnd = isParted == true ? count - 1 : count
    self.levels = levels
    self.count = count
  }

  /// Whether a line is drawn over all headings between these and the units below.
  private static func isParted(
    _ units: AlignedColumns.Line, from headings: [HeaderStoreys.Block], level: [Ruling], tolerances: Tolerances
  ) -> Bool {
    guard let first = headings.first else { return false }
    let extent = headings.dropFirst().reduce(first.extent) { $0.union($1.extent) }
    let bottom = headings.map(\.middle).max() ?? first.middle
    return level.contains {
      $0.position > bottom && $0.position < units.band.middle
        && $0.end - $0.start >= tolerances.fullRule * extent.length
    }
  }

  /// The y of the edges between storeys in points; one fewer than there are storeys.
  var edges: [Double] {
    (0..<count - 1).map { storey in
      let middle = (bottoms[storey] + tops[storey + 1]) / 2
      return middle.isFinite ? middle : blocks[0].band.end
    }
  }

  /// The storeys that a heading takes: those that its ink touches, or, where it stands in the middle of all that are free in its
  /// columns, or at their foot and may rise, all of them.
  func storeys(of index: Int) -> Range<Int> {
    let block = blocks[index]
    let free = levels[index]..<max(levels[index] + 1, below[index].map { levels[$0] }.min() ?? namesEnd)
    guard free.count > 1 else { return free }
    let top = tops[free.lowerBound]
    let bottom = bottoms[free.upperBound - 1]
    if top.isFinite, bottom.isFinite, abs((top + bottom) / 2 - block.middle) < tolerances.storeyDrift * block.size {
      return free
    }
    let touched = free.filter { storey in
      tops[storey].isFinite
        && Interval(tops[storey], bottoms[storey]).overlap(block.band) > tolerances.storeyOverlap * block.size
    }
    guard let first = touched.first, let last = touched.last, last + 1 < free.upperBound || !rises(index) else {
      return free
    }
    return first..<last + 1
  }

  /// Whether a heading at the foot of its free storeys takes all of them. In the lower storeys of a head without lines it is least sure
  /// what a heading stands under.
  private func rises(_ index: Int) -> Bool {
    let above = blocks.indices.filter {
      blocks[$0].columns.overlaps(blocks[index].columns) && levels[$0] < levels[index]
    }
    return above.allSatisfy { blocks[$0].isShown } && !isMirrored(index)
  }

  /// Whether a heading is over others.
  private func carries(_ index: Int) -> Bool { !below[index].isEmpty }

  /// Whether a heading without one above stands beside a heading over others, and a heading like it on the other side, each next to
  /// those: then the one above, which no line shows to end before, may be that of both as well.
  private func isMirrored(_ index: Int) -> Bool {
    func isOpen(_ column: Int, beside columns: Range<Int>) -> Bool {
      column >= labelColumns
        && blocks.indices.contains { blocks[$0].columns == column..<column + 1 && !carries($0) }
        && !blocks.indices.contains {
          blocks[$0].columns.contains(column) && carries($0) && !blocks[$0].columns.overlaps(columns)
        }
    }
    let column = blocks[index].columns.lowerBound
    return blocks.indices.contains { other in
      guard carries(other), !blocks[other].isShown, !blocks[other].columns.contains(column) else { return false }
      let columns = blocks[other].columns
      let distance = column < columns.lowerBound ? columns.lowerBound - column : column - columns.upperBound + 1
      return (1...distance).allSatisfy {
        isOpen(columns.lowerBound - $0, beside: columns) && isOpen(columns.upperBound - 1 + $0, beside: columns)
      }
    }
  }
}
