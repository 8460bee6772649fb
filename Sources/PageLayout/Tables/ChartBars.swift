internal import ConverterCore

/// The level bars of charts: coloured boxes of one height below each other that begin at one edge and end at several.
///
///     Alder  ▇▇▇▇▇▇▇▇ 14.5
///     Boone  ▇▇▇▇▇▇▇▇▇▇▇▇ 20.3      A figure right behind the end tells the length of its bar. The figures of a table end in one
///     Cole   ▇▇▇▇▇ 11.2             column, whatever bars stand beside or behind them.
package struct ChartBars: Hashable, Sendable {
  /// The bars in order of their middles from top to bottom, then of their left ends.
  private let boxes: [Rectangle]

  /// The middles of the bars down, rising, in points.
  private var middles: [Double] { boxes.map(\.midY) }

  /// - Parameter fills: what is coloured to the eye.
  init(_ fills: [Fill], tolerances: Tolerances) {
    let all = fills.map(\.box)
    boxes =
      all.grouped(by: \.x0, within: tolerances.boxEdge).flatMap { $0.grouped(by: \.height, within: tolerances.boxEdge) }
      .filter {
        Clusters.middles(of: $0.map(\.x1), within: tolerances.ruleTouch).count >= tolerances.lookalikes.leastBars
      }.joined().sorted { ($0.midY, $0.x0) < ($1.midY, $1.x0) }
  }

  /// Whether most figures of a candidate stand right behind the ends of bars.
  func areNamed(by candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> Bool {
    guard boxes.count >= tolerances.lookalikes.leastBars else { return false }
    let middles = middles
    let figures = candidate.words.filter { text.words[$0].isValue }
    let names = figures.count { index in
      let word = text.words[index]
      let first = middles.partitioningIndex { $0 >= word.band.start }
      return boxes[first...].prefix { $0.midY <= word.band.end }.contains { bar in
        let gap = word.box.x0 - bar.x1
        return gap > -tolerances.boxEdge && gap < tolerances.lookalikes.barLabelGap * word.size
      }
    }
    return names >= tolerances.lookalikes.leastBars && names.isMost(of: figures.count)
  }
}

extension [Rectangle] {
  /// The boxes in groups of nearly the same measure, in order of it.
  fileprivate func grouped(by measure: (Rectangle) -> Double, within tolerance: Double) -> [[Rectangle]] {
    let sorted = sorted { (measure($0), $0.y0, $0.x1) < (measure($1), $1.y0, $1.x1) }
    return Clusters.ranges(ofSorted: sorted.map(measure), within: tolerance).map { Array(sorted[$0]) }
  }
}
