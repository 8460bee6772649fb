/// Groups of nearby numbers on one axis.
///
/// Grouping comes first and uses a tolerance, sorting comes after and is exact: a tolerance inside of a comparison
/// is no order. A group never spans more than the tolerance, so that chains of near values do not run together.
package enum Clusters {
  /// The ranges of sorted values that lie within `tolerance` of the first value of their group.
  package static func ranges(ofSorted values: [Double], within tolerance: Double) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var first = 0
    for index in values.indices where values[index] - values[first] > tolerance {
      ranges.append(first..<index)
      first = index
    }
    if !values.isEmpty { ranges.append(first..<values.count) }
    return ranges
  }

  /// The middle of each group, in order. Values may come in any order.
  package static func middles(of values: [Double], within tolerance: Double) -> [Double] {
    let sorted = values.sorted()
    return ranges(ofSorted: sorted, within: tolerance).map { range in
      (sorted[range.lowerBound] + sorted[range.upperBound - 1]) / 2
    }
  }

  /// The index of the value nearest to `target` in a sorted array, or `nil` where it is empty.
  package static func nearest(to target: Double, inSorted values: [Double]) -> Int? {
    guard !values.isEmpty else { return nil }
    let upper = values.partitioningIndex { $0 >= target }
    if upper == 0 { return 0 }
    if upper == values.count { return values.count - 1 }
    return target - values[upper - 1] <= values[upper] - target ? upper - 1 : upper
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index at which `predicate` holds, where it holds for all elements from some index on; else `endIndex`.
  package func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
