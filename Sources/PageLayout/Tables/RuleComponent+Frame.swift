internal import ConverterCore

extension RuleComponent {
  /// The box of lines that meet, as high and wide as several lines of text, without any word in it: the area of a chart.
  func emptyFrame(text: PageText, index: WordIndex, tolerances: Tolerances) -> Rectangle? {
    guard let (first, last) = ends(of: level), let (left, right) = ends(of: upright) else { return nil }
    let box = Rectangle(
      x0: min(left, level.map(\.start).min() ?? left), y0: min(first, upright.map(\.start).min() ?? first),
      x1: max(right, level.map(\.end).max() ?? right), y1: max(last, upright.map(\.end).max() ?? last))
    return min(box.width, box.height) >= tolerances.lookalikes.leastFrame && index.words(in: box).isEmpty ? box : nil
  }

  /// The first and the last position of some lines; `nil` of none.
  private func ends(of lines: [Ruling]) -> (first: Double, last: Double)? {
    lines.first.flatMap { first in lines.last.map { (first.position, $0.position) } }
  }
}
