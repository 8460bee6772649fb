internal import ConverterCore

extension RuleComponent {
  /// The box of lines that meet, as high and wide as several lines of text, without any word in it: the area of a chart.
  func emptyFrame(index: WordIndex, tolerances: Tolerances) -> Rectangle? {
    guard let (first, last) = ends(of: level), let (left, right) = ends(of: upright) else { return nil }
    let box = Rectangle(
      x0: min(left, level.map(\.start).min() ?? left), y0: min(first, upright.map(\.start).min() ?? first),
      x1: max(right, level.map(\.end).max() ?? right), y1: max(last, upright.map(\.end).max() ?? last))
    return min(box.width, box.height) >= tolerances.lookalikes.leastFrame && !index.hasWord(in: box) ? box : nil
  }

  /// The first and the last position of some lines; `nil` of none.
  private func ends(of lines: [Ruling]) -> (first: Double, last: Double)? {
    lines.first.flatMap { first in lines.last.map { (first.position, $0.position) } }
  }
}

extension [Rectangle] {
  /// Those that have another one of their height beside them: the areas of charts. A frame alone may be one for a picture or to fill in.
  func sideBySide(_ tolerances: Tolerances) -> [Rectangle] {
    let sorted = sorted { ($0.y0, $0.y1, $0.x0) < ($1.y0, $1.y1, $1.x0) }
    return sorted.indices.filter { index in
      [index - 1, index + 1].contains { other in
        sorted.indices.contains(other) && abs(sorted[other].y0 - sorted[index].y0) <= tolerances.ruleTouch
          && abs(sorted[other].y1 - sorted[index].y1) <= tolerances.ruleTouch
      }
    }.map { sorted[$0] }
  }
}
