/// A stretch of one axis, in points.
package struct Interval: Hashable, Sendable {
  package var start: Double
  package var end: Double

  package init(_ start: Double, _ end: Double) {
    self.start = start
    self.end = end
  }

  package var length: Double { end - start }
  package var middle: Double { (start + end) / 2 }

  /// How much of the axis is common to both; negative by the gap where they are apart.
  package func overlap(_ other: Interval) -> Double {
    min(end, other.end) - max(start, other.start)
  }

  /// Whether more than half of the shorter of both is common to both.
  func isMostlyCommon(with other: Interval) -> Bool {
    2 * overlap(other) > min(length, other.length)
  }

  package func union(_ other: Interval) -> Interval {
    Interval(min(start, other.start), max(end, other.end))
  }

  /// Whether two texts begin, end or have their middles in one line, as the lines of one cell do, up to a drift in points.
  func isInLine(with other: Interval, drift: Double) -> Bool {
    [start - other.start, middle - other.middle, end - other.end].contains { abs($0) <= drift }
  }

  package func contains(_ position: Double, within tolerance: Double = 0) -> Bool {
    position >= start - tolerance && position <= end + tolerance
  }
}

extension [Interval] {
  /// The intervals joined where they overlap or are at most `gap` apart, in order of their start.
  package func joined(gap: Double = 0) -> [Interval] {
    var joined: [Interval] = []
    for interval in sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = joined.last, interval.start <= last.end + gap {
        joined[joined.count - 1].end = Swift.max(last.end, interval.end)
      } else {
        joined.append(interval)
      }
    }
    return joined
  }
}
