internal import ConverterCore

/// What is drawn in one region of a page, as far as it may tell the rows and columns of the text there.
package struct RegionRules: Hashable, Sendable {
  /// Level lines in order of position.
  package var level: [Ruling]

  /// Upright lines in order of position, then start.
  package var upright: [Ruling]

  /// The level edges of coloured areas in order of position, then start.
  package var shading: [Ruling]

  /// The upright edges that the starts of level lines show, in order of position, then start.
  package var steps: [Ruling]

  /// Those that the starts of coloured areas show.
  package var shadedSteps: [Ruling]

  /// The left and right edges of coloured areas in order of position, then start.
  package var sides: [Ruling]
}

extension DrawnRules {
  /// All that is drawn in a box.
  func within(_ box: Rectangle) -> RegionRules {
    RegionRules(
      level: level.within(box), upright: upright.within(box), shading: shading.within(box), steps: steps.within(box),
      shadedSteps: shadedSteps.within(box), sides: sides.within(box))
  }

  /// The lines of a grid, and what else is drawn in its box. Coloured rows that begin at several places fill its cells.
  func within(gridOf candidate: TableCandidate) -> RegionRules {
    var rules = within(candidate.box)
    rules.level = candidate.level
    rules.upright = candidate.upright
    rules.shadedSteps = []
    return rules
  }
}

extension [Ruling] {
  /// The lines that lie in a box, their ends up to an edge in points beyond it, and themselves half of that.
  func within(_ box: Rectangle, edge: Double = Tolerances.standard.stackEdge) -> [Ruling] {
    filter { rule in
      switch rule.axis {
      case .level:
        rule.position >= box.y0 - edge / 2 && rule.position <= box.y1 + edge / 2 && rule.start >= box.x0 - edge
          && rule.end <= box.x1 + edge
      case .upright:
        rule.position >= box.x0 - edge / 2 && rule.position <= box.x1 + edge / 2 && rule.start >= box.y0 - edge
          && rule.end <= box.y1 + edge
      }
    }
  }
}
