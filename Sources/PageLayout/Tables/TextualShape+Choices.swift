internal import ConverterCore

/// Answers to choose from, side by side below questions:
///
///     1. Which form reports an incident?
///        A. Form 10     B. Form 12     C. Form 30
extension TextualShape {
  /// Whether all cells of the last column alone begin with one letter of a list, as the last answer to each of several questions does.
  static func isChoices(_ candidate: TableCandidate, text: PageText) -> Bool {
    let last = candidate.grid.columnCount - 1
    let labels = zip(candidate.grid.areas, candidate.contents).compactMap { area, words in
      area.columns == last..<last + 1 ? words.first.map { text.string(of: text.words[$0]) } : nil
    }
    guard let label = labels.first, labels.count > 1, last > 0 else { return false }
    return isListLabel(label) && label.contains(where: \.isLetter) && labels.allSatisfy { $0 == label }
  }
}
