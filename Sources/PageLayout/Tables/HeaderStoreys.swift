internal import ConverterCore

extension Range<Int> {
  /// Whether one end of the range lies inside of another.
  fileprivate func cuts(_ other: Range<Int>) -> Bool {
    overlaps(other) && clamped(to: other) != other
  }
}

/// The storeys of a header: headings that span columns, above the headings of the single columns.
///
///                  1996          1991                storey 0   ┌────┬─────────┬─────────┐
///              share  stores  share  stores          storey 1   │    ├────┬────┼────┬────┤
///                                                               └────┴────┴────┴────┴────┘
///
/// A heading spans the columns over whose middle it is centred, as far as lines drawn below it, other headings beside it
/// and the headings under it allow.
package struct HeaderStoreys {
  /// A heading: which storeys and columns it takes, and its words.
  package struct Heading: Hashable, Sendable {
    package var storeys: Range<Int>
    package var columns: Range<Int>
    package var words: [Int]
  }

  package private(set) var headings: [Heading] = []

  /// The y of the edges between storeys in points; one fewer than there are storeys.
  package private(set) var edges: [Double] = []

  package var count: Int { headings.isEmpty ? 0 : edges.count + 1 }

  /// Reads the header from the lines above the body.
  ///
  /// - Parameters:
  ///   - lines: the header's lines, sorted into columns.
  ///   - reach: per column, the extent of its text in points.
  ///   - labelColumns: how many columns at the left hold row labels; no heading of others spans them.
  ///   - rowPitch: the least distance in em of two rows below the header; 0 where nothing shows it.
  ///   - rules: level and upright lines of the region.
  package init(
    _ lines: ArraySlice<AlignedColumns.Line>, reach: [Interval], labelColumns: Int = 1, rowPitch: Double = 0,
    rules: [Ruling],
    text: PageText, tolerances: Tolerances = .standard
  ) {
    let level = rules.filter { $0.axis == .level }
    let units = UnitRow.found(
      in: lines, reach: reach, labelColumns: labelColumns, rowPitch: rowPitch, text: text, tolerances: tolerances)
    let stacked = Self.stacked(
      units.map { lines.dropLast() + [$0.line] } ?? lines, rules: level,
      tilings: Self.tilings(lines, reach: reach, labelColumns: labelColumns, text: text, tolerances: tolerances)
        .union(units.map { [$0.headings] } ?? []),
      tolerances: tolerances)
    var blocks = Self.spanning(
      stacked, reach: reach, labelColumns: labelColumns, level: level, upright: rules.filter { $0.axis == .upright },
      tolerances: tolerances)
    guard !blocks.isEmpty else { return }
    blocks.sort { ($0.band.start, $0.columns.lowerBound) < ($1.band.start, $1.columns.lowerBound) }
    // The storey of a heading is one below the lowest heading above it.
    var levels = [Int](repeating: 0, count: blocks.count)
    for lower in blocks.indices {
      for upper in 0..<lower
      where blocks[upper].columns.overlaps(blocks[lower].columns) && blocks[upper].middle < blocks[lower].middle {
        levels[lower] = max(levels[lower], levels[upper] + 1)
      }
    }
    let count = (levels.max() ?? 0) + 1
    // Headings that stand on others have storeys of their own; their bands say where the storeys lie.
    var tops = [Double](repeating: .infinity, count: count)
    var bottoms = [Double](repeating: -.infinity, count: count)
    let carries = blocks.indices.map { index in
      blocks.indices.contains { blocks[$0].columns.overlaps(blocks[index].columns) && levels[$0] > levels[index] }
    }
    for index in blocks.indices where carries[index] || levels[index] == count - 1 {
      tops[levels[index]] = min(tops[levels[index]], blocks[index].band.start)
      bottoms[levels[index]] = max(bottoms[levels[index]], blocks[index].band.end)
    }
    edges = (0..<max(0, count - 1)).map { storey in
      let middle = (bottoms[storey] + tops[storey + 1]) / 2
      return middle.isFinite ? middle : blocks[0].band.end
    }
    headings = blocks.indices.map { index in
      let block = blocks[index]
      let lowest = carries[index] ? levels[index] + 1 : count
      let free = levels[index]..<max(lowest, levels[index] + 1)
      return Heading(
        storeys: Self.storeys(of: block, within: free, tops: tops, bottoms: bottoms), columns: block.columns,
        words: block.words)
    }
  }
}

extension HeaderStoreys {
  /// Lines of one heading, stacked.
  private struct Block {
    var columns: Range<Int>
    var words: [Int]
    var extent: Interval
    var band: Interval
    var baseline: Double
    var size: Double

    var middle: Double { band.middle }

    /// Whether the next line of the same heading, set flush left, is shorter: a long heading over several columns.
    func wraps(into next: Block, tolerances: Tolerances) -> Bool {
      columns.count > 1 && columns.lowerBound == next.columns.lowerBound
        && next.columns.upperBound <= columns.upperBound
        && abs(next.extent.start - extent.start) < size && next.extent.end <= extent.end + tolerances.labelDrift * size
        && next.band.start - band.end < tolerances.labelGap * size
    }
  }

  /// Pieces of consecutive lines in the same column joined, as far as no drawn line lies between.
  ///
  /// - Parameter tilings: the baselines of lines whose headings have others of their own below: those of columns, or units.
  private static func stacked(
    _ lines: ArraySlice<AlignedColumns.Line>, rules: [Ruling], tilings: Set<Double>, tolerances: Tolerances
  ) -> [Block] {
    var blocks: [Block] = []
    for line in lines {
      for piece in line.pieces {
        let block = Block(
          columns: piece.columns, words: piece.words, extent: piece.extent, band: line.band, baseline: line.baseline,
          size: line.size)
        let above = blocks.lastIndex { $0.columns.overlaps(piece.columns) }
        if let above,
          blocks[above].columns == piece.columns || blocks[above].wraps(into: block, tolerances: tolerances),
          line.baseline - blocks[above].baseline <= tolerances.rowDistance * line.size,
          !isRuled(blocks[above], block, rules: rules),
          !tilings.contains(blocks[above].baseline)
        {
          blocks[above].columns =
            min(
              blocks[above].columns.lowerBound, piece.columns.lowerBound)..<max(
              blocks[above].columns.upperBound, piece.columns.upperBound)
          blocks[above].words += piece.words
          blocks[above].extent = blocks[above].extent.union(piece.extent)
          blocks[above].band = blocks[above].band.union(line.band)
          blocks[above].baseline = line.baseline
        } else {
          blocks.append(block)
        }
      }
    }
    return blocks
  }

  /// The baselines of lines of which each heading right of the labels is centred over two columns or more, no two over the
  /// same one and none left out, where the line below has a heading for each column: a storey of its own, although some of
  /// its headings stand right above one of these.
  private static func tilings(
    _ lines: ArraySlice<AlignedColumns.Line>, reach: [Interval], labelColumns: Int, text: PageText,
    tolerances: Tolerances
  ) -> Set<Double> {
    var tilings: Set<Double> = []
    let headed = lines.compactMap { line -> (line: AlignedColumns.Line, pieces: [AlignedColumns.Piece])? in
      let pieces = line.pieces.filter { $0.columns.lowerBound >= labelColumns }
      return pieces.isEmpty ? nil : (line, pieces)
    }
    for (upper, lower) in zip(headed, headed.dropFirst()) {
      guard upper.pieces.count > 1, lower.pieces.count == reach.count - labelColumns,
        lower.pieces.allSatisfy({ $0.columns.count == 1 }),
        !upper.pieces.contains(where: { piece in lower.pieces.contains { $0.continues(piece, in: text) } })
      else { continue }
      let tiling = HeaderTiling(
        upper.pieces.map { ($0.columns, $0.extent) }, reach: reach, labelColumns: labelColumns, size: upper.line.size,
        tolerances: tolerances)
      if tiling?.columns.allSatisfy({ $0.count > 1 }) == true { tilings.insert(upper.line.baseline) }
    }
    return tilings
  }

  private static func isRuled(_ upper: Block, _ lower: Block, rules: [Ruling]) -> Bool {
    rules.contains {
      $0.position > upper.middle && $0.position < lower.middle
        && Interval($0.start, $0.end).overlap(upper.extent.union(lower.extent)) > 0.5 * upper.extent.length
    }
  }

  /// The blocks with each heading stretched over the columns that it spans.
  private static func spanning(
    _ blocks: [Block], reach: [Interval], labelColumns: Int, level: [Ruling], upright: [Ruling], tolerances: Tolerances
  ) -> [Block] {
    // From the lowest heading to the highest, so that each finds those under it stretched already.
    var blocks = blocks
    tile(&blocks, reach: reach, labelColumns: labelColumns, tolerances: tolerances)
    for index in blocks.indices.sorted(by: { (blocks[$0].middle, $0) > (blocks[$1].middle, $1) }) {
      let block = blocks[index]
      // What stands alone above several columns of labels names them all.
      if labelColumns > 1, block.columns.lowerBound < labelColumns, block.columns.upperBound <= labelColumns,
        !blocks.indices.contains(where: { $0 != index && blocks[$0].columns.lowerBound < labelColumns })
      {
        blocks[index].columns = 0..<labelColumns
        continue
      }
      if let walled = walled(block, reach: reach, upright: upright) {
        blocks[index].columns = walled
        continue
      }
      // Only what has headings under it, or runs over several columns, can span.
      let below = blocks.filter {
        $0.middle > block.middle + tolerances.besideDistance * block.size
      }
      let beside = blocks.indices.filter { other in
        other != index && blocks[other].band.overlap(block.band) > 0
      }.map { blocks[$0].columns }
      if let rule = level.first(where: {
        $0.position > block.middle && $0.position < block.band.end + tolerances.headRuleReach * block.size
          && $0.start <= block.extent.start + block.size && $0.end >= block.extent.end - block.size
          && !below.isEmpty
      }) {
        let under = reach.indices.filter { Interval(rule.start, rule.end).contains(reach[$0].middle) }
        if let first = under.first, let last = under.last, last - first + 1 < reach.count, last > first,
          first <= block.columns.lowerBound, block.columns.upperBound <= last + 1,
          !beside.contains(where: { $0.overlaps(first..<last + 1) })
        {
          blocks[index].columns = first..<last + 1
          continue
        }
      }
      guard !below.isEmpty || block.columns.count > 1 else { continue }
      blocks[index].columns = centred(
        block, reach: reach, labelColumns: labelColumns, beside: beside, below: below, tolerances: tolerances)
    }
    return blocks
  }

  /// Stretches headings that stand in one line and together span all columns right of the labels.
  private static func tile(_ blocks: inout [Block], reach: [Interval], labelColumns: Int, tolerances: Tolerances) {
    for baseline in Set(blocks.map(\.baseline)).sorted(by: >) {
      let line = blocks.indices.filter { blocks[$0].baseline == baseline && blocks[$0].columns.lowerBound >= labelColumns }
        .sorted { blocks[$0].extent.start < blocks[$1].extent.start }
      guard let first = line.first else { continue }
      let below = blocks.filter { $0.middle > blocks[first].middle + tolerances.besideDistance * blocks[first].size }
      guard covers(labelColumns..<reach.count, below: below),
        let tiling = HeaderTiling(
          line.map { (blocks[$0].columns, blocks[$0].extent) }, reach: reach, labelColumns: labelColumns,
          size: blocks[first].size, tolerances: tolerances),
        below.allSatisfy({ lower in tiling.columns.allSatisfy { !$0.cuts(lower.columns) } })
      else { continue }
      for (index, columns) in zip(line, tiling.columns) { blocks[index].columns = columns }
    }
  }

  /// The columns between the upright lines on both sides of a heading, where there are lines on both.
  private static func walled(_ block: Block, reach: [Interval], upright: [Ruling]) -> Range<Int>? {
    let walls = upright.filter { $0.start < block.middle && block.middle < $0.end }.map(\.position)
    guard let left = walls.last(where: { $0 <= block.extent.start + 1 }),
      let right = walls.first(where: { $0 >= block.extent.end - 1 })
    else { return nil }
    let inside = reach.indices.filter { reach[$0].middle > left && reach[$0].middle < right }
    guard let first = inside.first, let last = inside.last, inside.count < reach.count,
      first <= block.columns.lowerBound,
      block.columns.upperBound <= last + 1
    else { return nil }
    return first..<last + 1
  }

  /// The widest range of columns over whose middle a heading is centred.
  private static func centred(
    _ block: Block, reach: [Interval], labelColumns: Int, beside: [Range<Int>], below: [Block], tolerances: Tolerances
  ) -> Range<Int> {
    // A heading alone in its line and in the middle of the table stands over all of it.
    if let first = reach.first, let last = reach.last, beside.isEmpty, reach.count > 2,
      block.extent.start > first.start + block.size,
      min(
        abs((first.start + last.end) / 2 - block.extent.middle),
        abs((first.middle + last.middle) / 2 - block.extent.middle))
        <= tolerances.centringDrift * block.size
    {
      return 0..<reach.count
    }
    var lowest = block.columns.lowerBound
    var highest = block.columns.upperBound
    // The row labels' column belongs to no heading but its own.
    while lowest > labelColumns, !beside.contains(where: { $0.contains(lowest - 1) }) { lowest -= 1 }
    while highest < reach.count, !beside.contains(where: { $0.contains(highest) }) { highest += 1 }
    lowest = min(lowest, block.columns.lowerBound)
    // Where several ranges have the same middle, headings on one level under them are the best sign, then the widest wins.
    var best = block.columns
    var bestRank = (level: 0, count: 1)
    for first in lowest...block.columns.lowerBound {
      for end in block.columns.upperBound...highest where end > first + 1 {
        let candidate = first..<end
        let middle = (reach[first].start + reach[end - 1].end) / 2
        let ofMiddles = (reach[first].middle + reach[end - 1].middle) / 2
        let drift = min(abs(middle - block.extent.middle), abs(ofMiddles - block.extent.middle))
        guard drift <= tolerances.centringDrift * block.size, covers(candidate, below: below) else { continue }
        let rank = (level: isLevel(candidate, below: below) ? 1 : 0, count: candidate.count)
        if rank > bestRank {
          best = candidate
          bestRank = rank
        }
      }
    }
    return best
  }

  /// Whether each column has a heading of its own below.
  private static func covers(_ columns: Range<Int>, below: [Block]) -> Bool {
    columns.allSatisfy { column in below.contains { $0.columns.contains(column) } }
  }

  /// Whether the headings right under some columns stand on one level.
  private static func isLevel(_ columns: Range<Int>, below: [Block]) -> Bool {
    var middles: [Double] = []
    var starts: Set<Int> = []
    for column in columns {
      guard let heading = below.first(where: { $0.columns.contains(column) }) else { return false }
      middles.append(heading.middle)
      starts.insert(heading.columns.lowerBound)
    }
    guard let low = middles.min(), let high = middles.max() else { return false }
    return starts.count > 1 && high - low < 3
  }

  /// The storeys that a heading takes: those that its ink touches, or, where it stands in the middle of all that are free
  /// in its columns, all of them.
  private static func storeys(
    of block: Block, within free: Range<Int>, tops: [Double], bottoms: [Double]
  ) -> Range<Int> {
    guard free.count > 1 else { return free }
    let top = tops[free.lowerBound]
    let bottom = bottoms[free.upperBound - 1]
    if top.isFinite, bottom.isFinite, abs((top + bottom) / 2 - block.middle) < 0.4 * block.size { return free }
    let touched = free.filter { storey in
      tops[storey].isFinite && Interval(tops[storey], bottoms[storey]).overlap(block.band) > 0.25 * block.size
    }
    guard let first = touched.first, let last = touched.last else { return free }
    return first..<last + 1
  }
}
