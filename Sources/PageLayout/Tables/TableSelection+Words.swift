internal import ConverterCore

/// Grids of words in which upright lines part the columns and nothing parts the rows: a head, if a line is drawn below it, and one
/// row that holds all others.
///
///     ┌──────────────┬───────────────┬───────────┐
///     │ Work         │ Office        │ Due       │
///     ├──────────────┼───────────────┼───────────┤
///     │ Survey of    │ Harbor board  │ March     │      rows begin side by side in all columns,
///     │ the channel  │               │           │      in the first one always
///     │ Draft report │ Planning unit │ June      │
///     │ Hearings     │ Clerk         │ September │
///     └──────────────┴───────────────┴───────────┘
extension TableSelection {
  /// The candidate with the rows of words that its last row holds; `nil` where these show no rows.
  static func dividedWords(
    _ candidate: TableCandidate, text: PageText, rules: DrawnRules, tolerances: Tolerances
  ) -> TableCandidate? {
    let columnCount = candidate.grid.columnCount
    // Lists below two headings look the same as two columns of a table.
    guard candidate.inner.isEmpty, candidate.grid.rowCount <= 2, columnCount > 2,
      candidate.grid.areas.count == candidate.grid.rowCount * columnCount,
      let divided = AlignedGrid.candidate(
        text.textLines(of: candidate.ownWords, tolerances: tolerances), rules: rules.within(gridOf: candidate),
        text: text, tolerances: tolerances),
      divided.grid.columnCount == columnCount, divided.grid.rowCount > tolerances.leastBands,
      divided.areRowsOfWords(text: text, tolerances: tolerances),
      divided.endsLinesEarly(within: candidate.grid.columns, text: text, tolerances: tolerances),
      TableCriteria.objection(to: divided, text: text, tolerances: tolerances) == nil
    else { return nil }
    return divided
  }
}

extension TableCandidate {
  /// Whether each row has text in the first column and in all others but one, and no cell goes on from the one above: none begins
  /// with a small letter or a bullet; and a cell of several lines ends before others begin, or all are
  /// single words. A few rows between such may have nothing but their names.
  fileprivate func areRowsOfWords(text: PageText, tolerances: Tolerances) -> Bool {
    var filled = [Int](repeating: 0, count: grid.rowCount)
    var isLabelled = [Bool](repeating: false, count: grid.rowCount)
    // Lists side by side begin no line together after one that goes on; what is left of the longest goes to its last row.
    var wraps = false
    // Single words, in as many lines in each column, are no lists of names.
    var areSingle = true
    for (area, words) in zip(grid.areas, contents) {
      guard let first = words.first else { continue }
      let isPoint = LineLabel(text.string(ofLine: words))?.kind == .bullet
      guard area.rows.count == 1, area.columns.count == 1, !isPoint,
        !text.words[first].traits.contains(.lowercaseStart)
      else { return false }
      filled[area.rows.lowerBound] += 1
      areSingle = areSingle && (words.count == 1 || area.rows.lowerBound == 0)
      wraps =
        wraps || area.rows.upperBound < grid.rowCount && area.rows.lowerBound > 0 && text.textLines(of: words).count > 1
      if area.columns.lowerBound == 0 { isLabelled[area.rows.lowerBound] = true }
    }
    let bare = filled.indices.filter { filled[$0] < grid.columnCount - 1 }
    return (wraps || areSingle) && isLabelled.allSatisfy(\.self)
      && bare.allSatisfy { filled[$0] == 1 && $0 > 1 && $0 < grid.rowCount - 1 }
      && !bare.count.isMore(than: tolerances.shares.mostBareRows, of: grid.rowCount)
  }

  /// Whether the first word of some row would have fitted behind the last one of the row above. Where none would, all lines may be those of
  /// one cell: of titles, whose words all begin with a capital, nothing else shows that they go on.
  ///
  ///     │ Director │ Harbor         │
  ///     │ General  │ Board          │      “General” does not fit behind “Director”, but “Board” does behind “Harbor”: two rows
  ///
  /// - Parameter columns: where the upright lines stand, from left to right in points.
  fileprivate func endsLinesEarly(within columns: [Interval], text: PageText, tolerances: Tolerances) -> Bool {
    var cells = [[[Int]]](repeating: [[Int]](repeating: [], count: grid.rowCount), count: grid.columnCount)
    for (area, words) in zip(grid.areas, contents) { cells[area.columns.lowerBound][area.rows.lowerBound] = words }
    return zip(cells, columns).contains { cells, column in
      let body = cells.dropFirst().filter { !$0.isEmpty }
      let left = body.joined().map { text.words[$0].box.x0 }.min() ?? column.start
      // As much white at the right as at the left.
      let room = column.length - 2 * max(left - column.start, 0)
      return zip(body, body.dropFirst()).contains { upper, lower in
        guard let last = text.textLines(of: upper).last else { return false }
        return !text.fills(room - last.box.width, before: lower[0], size: last.size, tolerances: tolerances)
      }
    }
  }
}
