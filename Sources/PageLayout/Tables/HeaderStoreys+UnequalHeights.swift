internal import ConverterCore

/// Headings of several lines beside others of fewer, each in the middle of its cell: no line of one stands above the next line of another.
///
///                                   Change        “Exports” stands beside both lines of “Change on 2009”, at the middle of
///     Product    Unit    Exports                  their height: these are of one heading
///                                   on 2009
extension HeaderStoreys {
  /// The lines with each heading of several lines, beside whose middle another one stands, joined at the height of that.
  ///
  /// - Parameter labelColumns: how many columns at the left hold row labels; their headings may stand beside the middle of two storeys.
  static func withLinesBesideJoined(
    _ lines: ArraySlice<AlignedColumns.Line>, labelColumns: Int, text: PageText, tolerances: Tolerances
  ) -> ArraySlice<AlignedColumns.Line> {
    let headings = HeadingLines(lines, labelColumns: labelColumns, text: text, tolerances: tolerances).headings
    guard !headings.isEmpty else { return lines }
    var result = lines
    for heading in headings {
      let middle = (heading[0].baseline + heading[heading.count - 1].baseline) / 2
      guard let at = lines.indices.min(by: { abs(lines[$0].baseline - middle) < abs(lines[$1].baseline - middle) })
      else { continue }
      let own = heading.map(\.piece)
      let others = result[at].pieces.filter { !own.contains($0) }
      guard var joined = joined(own, beside: others) else { continue }
      joined.level = others.map(text.baseline).min { abs($0 - middle) < abs($1 - middle) } ?? middle
      for line in heading { result[line.number].pieces.removeAll { $0 == line.piece } }
      result[at].pieces.append(joined)
      result[at].pieces.sort { $0.extent.start < $1.extent.start }
    }
    return result.filter { !$0.pieces.isEmpty }[...]
  }

  /// The lines of one heading as one piece, in the columns that others beside it leave free; `nil` where they leave none.
  private static func joined(
    _ lines: [AlignedColumns.Piece], beside others: [AlignedColumns.Piece]
  ) -> AlignedColumns.Piece? {
    let extent = lines.dropFirst().reduce(lines[0].extent) { $0.union($1.extent) }
    let left = others.filter { $0.extent.end <= extent.start }.map(\.columns.upperBound).max() ?? 0
    let right = others.filter { $0.extent.start >= extent.end }.map(\.columns.lowerBound).min() ?? .max
    let start = max(lines.map(\.columns.lowerBound).min() ?? 0, left)
    let end = min(lines.map(\.columns.upperBound).max() ?? 0, right)
    guard start < end else { return nil }
    return AlignedColumns.Piece(
      columns: start..<end, words: lines.flatMap(\.words), extent: extent, isValue: lines.allSatisfy(\.isValue))
  }
}

/// The lines of headings beside which others stand.
private struct HeadingLines {
  /// One line of a heading.
  struct Line {
    /// The index of the line of text in the head.
    var number: Int
    var piece: AlignedColumns.Piece
    /// The y of the baseline in points.
    var baseline: Double
    /// The font size in points.
    var size: Double
  }

  /// The lines right of the labels.
  private let lines: [Line]
  /// For each line the one that may be the next of its heading.
  private var next: [Int: Int] = [:]
  private let tolerances: Tolerances

  init(_ lines: ArraySlice<AlignedColumns.Line>, labelColumns: Int, text: PageText, tolerances: Tolerances) {
    self.lines = lines.indices.flatMap { number in
      lines[number].pieces(after: labelColumns).map {
        Line(number: number, piece: $0, baseline: text.baseline(of: $0), size: lines[number].size)
      }
    }
    self.tolerances = tolerances
    for upper in self.lines.indices { next[upper] = lower(below: upper) }
  }

  /// Each heading beside the middle of two of whose lines another stands, its lines from top to bottom.
  var headings: [[Line]] {
    let firsts = lines.indices.filter { next[$0] != nil && !next.values.contains($0) }
    return firsts.flatMap { first in
      var heading = [first]
      while let lower = next[heading[heading.count - 1]] { heading.append(lower) }
      return parts(of: heading).map { $0.map { lines[$0] } }
    }
  }

  /// What of lines below each other is a heading: those equally far apart, beside two of which another stands.
  private func parts(of heading: [Int]) -> [[Int]] {
    func distance(_ upper: Int) -> Double {
      (lines[heading[upper + 1]].baseline - lines[heading[upper]].baseline) / lines[heading[upper]].size
    }
    var parts: [[Int]] = []
    var seed = 0
    while seed + 1 < heading.count {
      let others = beside(heading[seed], heading[seed + 1])
      guard !others.isEmpty, isHeading(heading[seed...seed + 1], parted: others) else {
        seed += 1
        continue
      }
      func continues(_ upper: Int) -> Bool {
        abs(distance(upper) - distance(seed)) <= tolerances.pitchChange
          && isHeading(heading[upper...upper + 1], parted: others)
      }
      var (first, last) = (seed, seed + 1)
      while first > 0, continues(first - 1) { first -= 1 }
      while last + 1 < heading.count, continues(last) { last += 1 }
      parts.append(Array(heading[first...last]))
      seed = last + 1
    }
    return parts
  }

  /// The line in line with another and as far below as lines of text stand, where nothing else is above the one or below the other.
  private func lower(below number: Int) -> Int? {
    let upper = lines[number]
    let distance = tolerances.besideDistance * upper.size
    let lower = lines.indices.first {
      (distance..<2 * distance).contains(lines[$0].baseline - upper.baseline)
        && lines[$0].piece.extent.overlap(upper.piece.extent) > 0
        && lines[$0].piece.extent.isInLine(with: upper.piece.extent, drift: tolerances.unitDrift * upper.size)
    }
    guard let lower else { return nil }
    let extent = upper.piece.extent.union(lines[lower].piece.extent)
    let isAlone = lines.indices.allSatisfy {
      $0 == number || $0 == lower || lines[$0].piece.extent.overlap(extent) <= 0
        || lines[$0].baseline <= upper.baseline - distance || lines[$0].baseline >= lines[lower].baseline + distance
    }
    return isAlone ? lower : nil
  }

  /// The headings beside the middle of two lines.
  private func beside(_ upper: Int, _ lower: Int) -> [Int] {
    level(at: (lines[upper].baseline + lines[lower].baseline) / 2)
  }

  /// Whether what stands right beside two lines is as much of two lines, or parted from them by other headings; the headings below one
  /// that spans them have nothing above them in its line.
  private func isHeading(_ pair: ArraySlice<Int>, parted others: [Int]) -> Bool {
    func isParted(_ line: Int, from neighbour: Int) -> Bool {
      others.contains { lines[$0].isBetween(lines[line], and: lines[neighbour]) }
    }
    guard let upper = pair.first, let lower = pair.last else { return false }
    return neighbours(of: upper).allSatisfy { next[$0] != nil || isParted(upper, from: $0) }
      && neighbours(of: lower).allSatisfy { next.values.contains($0) || isParted(lower, from: $0) }
  }

  /// The lines at a height, by their numbers.
  private func level(at baseline: Double) -> [Int] {
    lines.indices.filter { abs(lines[$0].baseline - baseline) <= tolerances.unitDrift * lines[$0].size }
  }

  /// The nearest lines on both sides at the same height.
  private func neighbours(of number: Int) -> [Int] {
    let middle = lines[number].piece.extent.middle
    let level = level(at: lines[number].baseline).filter { $0 != number }
    let left = level.filter { lines[$0].piece.extent.middle < middle }
      .max { lines[$0].piece.extent.middle < lines[$1].piece.extent.middle }
    let right = level.filter { lines[$0].piece.extent.middle > middle }
      .min { lines[$0].piece.extent.middle < lines[$1].piece.extent.middle }
    return [left, right].compactMap(\.self)
  }
}

extension HeadingLines.Line {
  /// Whether the line stands between two others, seen from the left to the right.
  fileprivate func isBetween(_ one: Self, and other: Self) -> Bool {
    let middles = [one.piece.extent.middle, other.piece.extent.middle].sorted()
    return middles[0] < piece.extent.middle && piece.extent.middle < middles[1]
  }
}

extension PageText {
  /// From the top to the foot of the line in which a heading stands, or of all lines of the heading, in points.
  func band(of heading: AlignedColumns.Piece, in line: AlignedColumns.Line) -> Interval {
    guard heading.level != nil, let box = box(of: heading.words) else { return line.band }
    return line.band.union(Interval(box.y0, box.y1))
  }
}
