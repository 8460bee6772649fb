/// Decides which of all candidates stand.
enum ShapeSelection {
  /// The candidates that stand, in order of lines, none overlapping another: the stronger shape wins, of equal ones the
  /// longer, of equally long ones the earlier.
  ///
  /// - Complexity: O(*n* log *n*) for *n* candidates, and one mark a line.
  static func choose(_ candidates: [ShapeCandidate], lineCount: Int) -> [ShapeCandidate] {
    let ranked = candidates.sorted {
      ($1.strength, $1.lines.count, $0.lines.lowerBound) < ($0.strength, $0.lines.count, $1.lines.lowerBound)
    }
    var taken = [Bool](repeating: false, count: lineCount)
    var chosen: [ShapeCandidate] = []
    for candidate in ranked where !candidate.lines.contains(where: { taken[$0] }) {
      for line in candidate.lines { taken[line] = true }
      chosen.append(candidate)
    }
    return chosen.sorted { $0.lines.lowerBound < $1.lines.lowerBound }
  }
}
