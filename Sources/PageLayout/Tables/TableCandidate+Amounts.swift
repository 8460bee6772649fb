internal import ConverterCore

/// Schedules of fees: amounts that words tell more of.
extension TableCandidate {
  /// Whether there are two columns, the second one of amounts with the sign of a currency or of percent throughout, be there words behind
  /// them, each beside a label; a heading may stand above them.
  ///
  ///     Plan review           65% of permit fee
  ///     Further review        $47.00 per hour
  ///     Second inspection     $47.00
  func isSchedule(text: PageText, tolerances: Tolerances) -> Bool {
    guard grid.columnCount == 2 else { return false }
    var isLabelled = [Bool](repeating: false, count: grid.rowCount)
    var (amounts, others): ([Int], [Int]) = ([], [])
    for (area, words) in zip(grid.areas, contents) where area.columns.count == 1 && !words.isEmpty {
      if area.columns.lowerBound == 0 {
        isLabelled[area.rows.lowerBound] = true
      } else if text.string(of: text.words[words[0]]).isAmount {
        amounts.append(area.rows.lowerBound)
      } else {
        others.append(area.rows.lowerBound)
      }
    }
    let first = amounts.min() ?? 0
    return amounts.count >= tolerances.leastBands && amounts.allSatisfy { isLabelled[$0] }
      && others.count <= 1 && others.allSatisfy { $0 < first }
  }
}

extension String {
  /// Whether a word is a figure with the sign of a currency or of percent: `$23.50`, `65%`.
  var isAmount: Bool { contains(where: \.isNumber) && (contains { $0.isCurrencySymbol } || hasSuffix("%")) }
}
