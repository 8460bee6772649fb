internal import ConverterCore

/// Tables that drawn lines show.
package enum RuledGrid {
  /// The candidates of a page, outer before inner, in order of their top.
  package static func candidates(
    _ components: [RuleComponent], text: PageText, index: WordIndex, tolerances: Tolerances = .standard
  ) -> [TableCandidate] {
    components.compactMap { component -> TableCandidate? in
      guard !component.level.isEmpty, !component.upright.isEmpty,
        component.level.count + component.upright.count >= 3,
        let grid = Grid(
          level: component.level
            + OpenStoreys.rules(
              level: component.level, upright: component.upright, text: text, index: index, tolerances: tolerances),
          upright: component.upright, tolerances: tolerances),
        grid.areas.count > 1
      else { return nil }
      let filled = TableCandidate(
        grid, text: text, index: index, evidence: .ruled, level: component.level, upright: component.upright)
      let trimmed = filled.withoutIdleTracks(
        textSize: text.typicalSize(of: filled.words) ?? 10, tolerances: tolerances)
      return trimmed.grid.areas.count > 1 ? trimmed : nil
    }
  }
}

extension PageText {
  /// The median font size of some words, `nil` for none.
  package func typicalSize(of indices: [Int]) -> Double? {
    let sizes = indices.map { words[$0].size }.sorted()
    return sizes.isEmpty ? nil : sizes[sizes.count / 2]
  }
}
