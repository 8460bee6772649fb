internal import ConverterCore

/// Lines to write on after the labels of a form:
///
///     Name: ______________    Date of birth: __________
///
/// Lines below figures part these from a sum, and signs of currency have short ones of their own:
///
///     Opening balance      884,957     3,695,286
///                       ‾  ‾‾‾‾‾‾‾  ‾  ‾‾‾‾‾‾‾‾‾
///     Closing balance   $  912,004  $  4,017,350
enum BlankField {
  /// Whether a line of text has one of `level`, sorted by position, after a phrase and nothing written on it.
  static func follows(_ line: TextLine, level: [Ruling], tolerances: Tolerances) -> Bool {
    let reach = tolerances.lookalikes.fieldDrop * line.size
    let first = level.partitioningIndex { $0.position >= line.baseline - reach }
    let beside = level[first...].prefix { $0.position <= line.baseline + reach }
    let figures = line.phrases.count { phrase in
      phrase.isValue
        && beside.contains { 2 * phrase.extent.overlap(Interval($0.start, $0.end)) > phrase.extent.length }
    }
    guard figures < tolerances.lookalikes.leastFiguresOnLines else { return false }
    for rule in beside {
      let field = Interval(rule.start, rule.end)
      let isWritten = line.phrases.contains {
        $0.extent.overlap(field) > tolerances.lookalikes.fieldGap / 2 * line.size
      }
      if !isWritten,
        line.phrases.contains(where: { abs($0.extent.end - field.start) <= tolerances.lookalikes.fieldGap * line.size })
      {
        return true
      }
    }
    return false
  }
}
