internal import ConverterCore

extension TextLine {
  /// Whether the line holds three cells or more that each begin where cells of two other lines do; prose with wide white between
  /// some words has it elsewhere in each line.
  ///
  /// - Complexity: linear in the phrases of the other lines for each phrase.
  func beginsCells(of rows: [TextLine], tolerances: Tolerances) -> Bool {
    phrases.count > 2
      && phrases.allSatisfy { phrase in
        rows.lazy.filter { row in
          row.phrases.count > 2
            && row.phrases.contains { abs($0.extent.start - phrase.extent.start) <= tolerances.flushStart * size }
        }.prefix(2).count == 2
      }
  }
}
