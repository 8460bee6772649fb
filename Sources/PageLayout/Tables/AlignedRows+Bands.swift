internal import ConverterCore

/// Whether drawn lines part all rows, so that text tells nothing more.
extension AlignedRows {
  /// Whether each two lines with a figure in one column have a drawn line between them, and at least a few have.
  var partsAllFigures: Bool {
    guard rules.count > tolerances.leastBands else { return false }
    let valued = columns.lines.indices.filter { columns.lines[$0].hasValue }
    var bands = 1
    for (upper, lower) in zip(valued, valued.dropFirst()) {
      if isRuled(between: upper, and: lower) { bands += 1 } else if conflicts(upper, lower) { return false }
    }
    return bands >= tolerances.leastBands
  }

  /// Whether drawn lines part all rows of a table of words: between each two of them stands one cell beside the other, each of which
  /// runs on from line to line.
  ///
  ///     ───────────────────────────────────
  ///     Training of staff in   Issued, see
  ///     all regional offices   page 12
  ///     ───────────────────────────────────
  ///
  /// - Parameter stubCount: how many columns hold names whose cells other lines enclose; what they hold tells nothing of the rows.
  func partsAllTexts(after stubCount: Int) -> Bool {
    guard rules.count > tolerances.leastBands, stubCount > 0 || firstFigures == nil else { return false }
    let lines = columns.lines.indices.filter { line in
      columns.lines[line].pieces.contains { $0.columns.lowerBound >= stubCount }
    }
    var bands = 1
    var (wrapped, ended) = (0, 0)
    for (upper, lower) in zip(lines, lines.dropFirst()) {
      if isRuled(between: upper, and: lower) {
        bands += 1
        continue
      }
      if lower == headEnd { continue }
      let shared = shared(upper, lower).filter { $0.lower.columns.lowerBound >= stubCount }
      // Cells that begin at the top of their row end one by one.
      guard shared.count == columns.lines[lower].pieces.count(where: { $0.columns.lowerBound >= stubCount }),
        stubCount == 0 || !conflicts(upper, lower)
      else { return false }
      let isOn = shared.contains { wraps($0.upper, $0.lower, size: columns.lines[lower].size) }
      if isOn { wrapped += 1 } else { ended += 1 }
    }
    return bands > tolerances.leastBands && wrapped > 2 * ended
  }

  /// Whether a drawn line stands between each two lines with text right of the names of groups and rows.
  func partsAllRows(after stubCount: Int) -> Bool {
    let lines = columns.lines.indices.filter { line in
      columns.lines[line].pieces.contains { $0.columns.lowerBound >= stubCount }
    }
    return lines.count > tolerances.leastBands
      && zip(lines, lines.dropFirst()).allSatisfy { isRuled(between: $0, and: $1) }
  }
}
