internal import ConverterCore

/// The columns that headings span: those between upright lines, above a line below the heading, or over whose middle it stands.
extension HeaderStoreys {
  /// The blocks with each heading stretched over the columns that it spans.
  static func spanning(
    _ blocks: [Block], reach: [Interval], labelColumns: Int, level: [Ruling], upright: [Ruling], text: PageText,
    tolerances: Tolerances
  ) -> [Block] {
    // From the lowest heading to the highest, so that each finds those under it stretched already.
    var blocks = blocks
    tile(&blocks, reach: reach, labelColumns: labelColumns, level: level, text: text, tolerances: tolerances)
    for index in blocks.indices.sorted(by: { (blocks[$0].middle, $0) > (blocks[$1].middle, $1) })
    where !blocks[index].isShown {
      let block = blocks[index]
      // What stands alone above several columns of labels names them all.
      if labelColumns > 1, block.columns.lowerBound < labelColumns, block.columns.upperBound <= labelColumns,
        !blocks.indices.contains(where: { $0 != index && blocks[$0].columns.lowerBound < labelColumns })
      {
        blocks[index].columns = 0..<labelColumns
        continue
      }
      let beside = blocks.indices.filter { other in
        other != index && blocks[other].band.overlap(block.band) > 0
      }.map { blocks[$0].columns }
      if let walled = walled(block, reach: reach, upright: upright), !beside.contains(where: { $0.overlaps(walled) }) {
        blocks[index].columns = walled
        blocks[index].isShown = true
        continue
      }
      // Only what has headings under it, or runs over several columns, can span.
      let below = blocks.filter {
        $0.middle > block.middle + tolerances.besideDistance * block.size
      }
      let ruled = below.isEmpty ? nil : ruled(block, reach: reach, level: level, tolerances: tolerances)
      if let ruled, !beside.contains(where: { $0.overlaps(ruled) }) {
        blocks[index].columns = ruled
        blocks[index].isShown = true
        continue
      }
      guard !below.isEmpty || block.columns.count > 1 else { continue }
      blocks[index].columns = centred(
        block, reach: reach, within: ruled ?? reach.indices, labelColumns: labelColumns, beside: beside, below: below,
        tolerances: tolerances)
    }
    return blocks
  }

  /// The columns under a line below a heading, several but not all; one line may stand below headings side by side.
  private static func ruled(_ block: Block, reach: [Interval], level: [Ruling], tolerances: Tolerances) -> Range<Int>? {
    let rule = level.first {
      $0.position > block.middle && $0.position < block.band.end + tolerances.headRuleReach * block.size
        && $0.start <= block.extent.start + block.size && $0.end >= block.extent.end - block.size
    }
    guard let rule else { return nil }
    let under = reach.indices.filter { Interval(rule.start, rule.end).contains(reach[$0].middle) }
    // A long heading may reach past the narrow text of a column beside its own.
    guard let first = under.first, let last = under.last, last - first + 1 < reach.count, last > first,
      block.columns.overlaps(first..<last + 1)
    else { return nil }
    return first..<last + 1
  }

  /// Stretches headings that stand in one line and together span all columns right of the labels, or all above one line, or each a
  /// group of columns whose names are those of every group.
  private static func tile(
    _ blocks: inout [Block], reach: [Interval], labelColumns: Int, level: [Ruling], text: PageText,
    tolerances: Tolerances
  ) {
    for baseline in Set(blocks.map(\.baseline)).sorted(by: >) {
      let line = blocks.indices.filter {
        blocks[$0].baseline == baseline && blocks[$0].columns.lowerBound >= labelColumns
      }
      .sorted { blocks[$0].extent.start < blocks[$1].extent.start }
      guard let first = line.first else { continue }
      let below = blocks.filter { $0.middle > blocks[first].middle + tolerances.besideDistance * blocks[first].size }
      let headings = line.map { (columns: blocks[$0].columns, extent: blocks[$0].extent) }
      let under = Set(line.map { ruled(blocks[$0], reach: reach, level: level, tolerances: tolerances) })
      // Lines of their own show the columns of each.
      guard under.count == 1 else { continue }
      let areApart = !line.contains {
        blocks[$0].extent.isFirstLine(
          ofOneOf: below.map(\.extent), drift: tolerances.unitDrift * blocks[first].size)
      }
      let all = labelColumns..<reach.count
      let columns = under.first.flatMap(\.self)?.clamped(to: all) ?? all
      let names = names(of: reach.count, in: below, text: text)
      func repeats(leadsBy most: Int) -> HeaderRepeats? {
        HeaderRepeats(
          line.map { (blocks[$0].extent, text.string(ofLine: blocks[$0].words)) }, names: names, columns: columns,
          leadsBy: most, reach: reach, areApart: areApart)
      }
      func tiling(_ reach: [Interval], mostOffset: Double? = nil) -> HeaderTiling? {
        HeaderTiling(
          headings, reach: Array(reach[..<columns.upperBound]), labelColumns: columns.lowerBound,
          size: blocks[first].size,
          mostOffset: mostOffset, tolerances: tolerances)
      }
      func span(_ spans: [Range<Int>]?, isShown: Bool = false) -> Bool {
        guard let spans, below.allSatisfy({ lower in spans.allSatisfy { !$0.cuts(lower.columns) } }) else {
          return false
        }
        for (index, columns) in zip(line, spans) {
          blocks[index].columns = columns
          blocks[index].isShown = isShown
        }
        return true
      }
      if span(repeats(leadsBy: 0)?.columns, isShown: true) { continue }
      let heads = headed(reach, by: below)
      // Right over the middles of the headings below; else over figures, which may be set right in several ways.
      if covers(columns, below: below),
        span(
          (tiling(heads, mostOffset: tolerances.centringDrift * blocks[first].size) ?? tiling(reach) ?? tiling(heads))?
            .columns)
      {
        continue
      }
      guard under.first == .some(nil) else { continue }
      let behindOthers = HeaderTiling(
        behindOthers: headings, reach: heads, labelColumns: labelColumns, size: blocks[first].size,
        tolerances: tolerances)
      if covers(columns, below: below), span(behindOthers?.columns) { continue }
      _ = span(repeats(leadsBy: reach.count)?.columns, isShown: true)
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

  /// The widest range of columns, of those that it may take, over whose middle a heading is centred.
  private static func centred(
    _ block: Block, reach: [Interval], within limits: Range<Int>, labelColumns: Int, beside: [Range<Int>],
    below: [Block],
    tolerances: Tolerances
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
    while lowest > max(labelColumns, limits.lowerBound), !beside.contains(where: { $0.contains(lowest - 1) }) {
      lowest -= 1
    }
    while highest < limits.upperBound, !beside.contains(where: { $0.contains(highest) }) { highest += 1 }
    lowest = min(lowest, block.columns.lowerBound)
    let heads = headed(reach, by: below)
    let all = labelColumns..<reach.count
    if block.isComplete, all.count > 1, beside.allSatisfy({ !$0.overlaps(all) }), covers(all, below: below),
      abs(
        middleOfCells(from: heads[all.lowerBound], to: heads[all.upperBound - 1], count: all.count)
          - block.extent.middle) <= tolerances.centringDrift * block.size
    {
      return all
    }
    // Where several ranges have the same middle, headings on one level under them are the best sign, then the widest wins.
    var best = block.columns
    var bestRank = (level: 0, count: 1)
    for first in lowest...block.columns.lowerBound {
      for end in block.columns.upperBound...highest where end > first + 1 {
        let candidate = first..<end
        let drift =
          [reach, heads].map { reach in
            let middle = (reach[first].start + reach[end - 1].end) / 2
            let ofMiddles = (reach[first].middle + reach[end - 1].middle) / 2
            return min(abs(middle - block.extent.middle), abs(ofMiddles - block.extent.middle))
          }.min() ?? .infinity
        let isInMiddle =
          drift <= tolerances.centringDrift * block.size
          || block.isComplete
            && abs(middleOfCells(from: heads[first], to: heads[end - 1], count: candidate.count) - block.extent.middle)
              <= tolerances.centringDrift
              * block.size
          || middle(of: candidate, spannedBy: below).map { abs($0 - block.extent.middle) }
            ?? .infinity <= tolerances.centringDrift * block.size
        guard isInMiddle, covers(candidate, below: below) else { continue }
        let rank = (level: isLevel(candidate, below: below) ? 1 : 0, count: candidate.count)
        if rank > bestRank {
          best = candidate
          bestRank = rank
        }
      }
    }
    return best
  }

  /// The x of the middle of columns whose first and last headings span as many of them: these stand in the middle of their cells. `nil` for
  /// others.
  private static func middle(of columns: Range<Int>, spannedBy below: [Block]) -> Double? {
    let spanning = below.filter { $0.columns.count > 1 && $0.columns.count < columns.count }
    guard let first = spanning.last(where: { $0.columns.lowerBound == columns.lowerBound }),
      let last = spanning.last(where: { $0.columns.upperBound == columns.upperBound }),
      first.columns.count == last.columns.count
    else { return nil }
    return (first.extent.middle + last.extent.middle) / 2
  }

  /// The extents of columns, those of their own headings in place of that of all text where they have any: headings stand in the
  /// middle of their cells as those above them do, while figures may stand at the right.
  private static func headed(_ reach: [Interval], by below: [Block]) -> [Interval] {
    reach.indices.map { column in below.first { $0.columns == column..<column + 1 }?.extent ?? reach[column] }
  }

  /// Per column the name of its own below; `nil` for columns without one.
  private static func names(of columnCount: Int, in below: [Block], text: PageText) -> [String?] {
    var words = [[Int]](repeating: [], count: columnCount)
    for block in below where block.columns.count == 1 { words[block.columns.lowerBound] += block.words }
    return words.map { $0.isEmpty ? nil : text.string(ofLine: $0) }
  }

  /// Whether each column has a heading of its own below.
  private static func covers(_ columns: Range<Int>, below: [Block]) -> Bool {
    columns.allSatisfy { column in below.contains { $0.columns.contains(column) } }
  }

  /// Whether the headings right under some columns stand on one level.
  private static func isLevel(_ columns: Range<Int>, below: [Block]) -> Bool {
    var headings: [Block] = []
    for column in columns {
      guard let heading = below.first(where: { $0.columns.contains(column) }) else { return false }
      headings.append(heading)
    }
    func isLevel(_ height: (Block) -> Double) -> Bool {
      let heights = headings.map(height)
      guard let low = heights.min(), let high = heights.max() else { return false }
      return high - low < 3
    }
    // Headings of one line or several stand at one foot.
    return Set(headings.map(\.columns.lowerBound)).count > 1 && (isLevel(\.middle) || isLevel(\.band.end))
  }
}

extension Range<Int> {
  /// Whether one end of the range lies inside of another.
  fileprivate func cuts(_ other: Range<Int>) -> Bool {
    overlaps(other) && clamped(to: other) != other
  }
}
