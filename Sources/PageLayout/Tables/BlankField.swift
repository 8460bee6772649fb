internal import ConverterCore

/// Lines to write on after the labels of a form:
///
///     Name: ______________    Date of birth: __________
enum BlankField {
  /// Whether a line of text has one of `level`, sorted by position, after a phrase and nothing written on it.
  static func follows(_ line: TextLine, level: [Ruling], tolerances: Tolerances) -> Bool {
    let reach = tolerances.lookalikes.fieldDrop * line.size
    var next = level.partitioningIndex { $0.position >= line.baseline - reach }
    while next < level.count, level[next].position <= line.baseline + reach {
      let field = Interval(level[next].start, level[next].end)
      let isWritten = line.phrases.contains {
        $0.extent.overlap(field) > tolerances.lookalikes.fieldGap / 2 * line.size
      }
      if !isWritten,
        line.phrases.contains(where: { abs($0.extent.end - field.start) <= tolerances.lookalikes.fieldGap * line.size })
      {
        return true
      }
      next += 1
    }
    return false
  }
}
