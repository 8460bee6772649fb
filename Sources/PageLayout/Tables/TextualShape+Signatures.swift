internal import ConverterCore

/// Lines to sign on, with names below them.
///
///     (a hand high)
///     ──────────────────────────
///     Jo Hale               Date
///     Mayor
///     (a hand high)
///     ──────────────────────────
///     Ann Cole              Date
extension TextualShape {
  /// Whether all lines of a candidate are to sign on: text right below each, a name and a date at most, white above it,
  /// and no line at the end, as tables have.
  static func isSignatures(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> Bool {
    let rules = Clusters.middles(of: candidate.level.map(\.position), within: tolerances.ruleMerge)
    guard rules.count > 1, candidate.grid.columnCount < 3 else { return false }
    let lines = text.textLines(of: candidate.words, tolerances: tolerances)
    return rules.allSatisfy { rule in
      guard let below = lines.first(where: { $0.band.middle > rule }),
        below.band.start - rule < tolerances.labelGap * below.size
      else { return false }
      guard let above = lines.last(where: { $0.band.middle < rule }) else { return true }
      return rule - above.band.end > tolerances.lookalikes.signingRoom * above.size
    }
  }
}
