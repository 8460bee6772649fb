internal import ConverterCore

/// The lines of a page as the eye sees them: pieces joined, doubles united, ornaments gone.
///
///     drawn   ── ── ──   ═══════   ▁▁▁▁▁▁▁▁ (a box per cell)
///     seen    ────────   ───────   ────────
package struct DrawnRules: Hashable, Sendable {
  /// Level lines in order of position, then start.
  package var level: [Ruling]

  /// Upright lines in order of position, then start.
  package var upright: [Ruling]

  /// The upper and lower edges of coloured areas in order of position, then start: rows that are shaded in turn, heads of
  /// tables. They part rows as lines do, but hold nothing together.
  package var shading: [Ruling] = []

  /// The upright edges that only the starts of level lines show, in order of position, then start.
  package private(set) var steps: [Ruling] = []

  /// Those that the starts of shaded rows show. Rows between them may be cells of one column or of several.
  package private(set) var shadedSteps: [Ruling] = []

  /// The left and right edges of coloured areas in order of position, then start: the cells of a shaded head or row. They tell where
  /// columns end that white parts, not that there are columns.
  package private(set) var sides: [Ruling] = []

  /// The bars of charts among coloured areas.
  package private(set) var bars: ChartBars

  /// Whether there were more lines than a table page has; none are kept then.
  package var isDrawing: Bool
}

extension DrawnRules {
  package init(_ page: Page, tolerances: Tolerances = .standard) {
    let fills = (page.fills ?? []).filter { !$0.color.isNearWhite && $0.box.isFinite }
    let isColoured = 2 * fills.count <= tolerances.mostRules
    bars = ChartBars(isColoured ? fills : [], tolerances: tolerances)
    let drawn = (page.rulings ?? []).filter { ruling in
      ruling.end - ruling.start >= 0 && ruling.position.isFinite && ruling.start.isFinite && ruling.end.isFinite
        && ruling.end >= 0 && !ruling.color.isNearWhite
    }
    let visible =
      drawn
      + (isColoured ? FilledCells(fills, drawn: drawn, glyphs: page.glyphs, tolerances: tolerances).rulings : [])
    let level = DrawnRules.united(visible.filter { $0.axis == .level }, tolerances: tolerances)
    let upright = DrawnRules.united(visible.filter { $0.axis == .upright }, tolerances: tolerances)
    isDrawing = max(level.count, upright.count) > tolerances.mostRules
    if isColoured {
      shading = DrawnRules.united(fills.flatMap { $0.edges(.level) }, tolerances: tolerances)
      sides = DrawnRules.united(fills.flatMap { $0.edges(.upright) }, tolerances: tolerances)
    }
    self.level = isDrawing ? [] : level
    self.upright = isDrawing ? [] : upright
    steps = steps(of: self.level, below: shading, tolerances: tolerances)
    shadedSteps = steps(of: shading, tolerances: tolerances)
  }

  /// Lines of one axis, those that continue or double each other united.
  private static func united(_ rulings: [Ruling], tolerances: Tolerances) -> [Ruling] {
    let sorted = rulings.sorted { ($0.position, $0.start, $0.end) < ($1.position, $1.start, $1.end) }
    let groups = Clusters.ranges(ofSorted: sorted.map(\.position), within: tolerances.ruleMerge)
    var united: [Ruling] = []
    for group in groups {
      var current: Ruling?
      var weight = 0.0
      for ruling in sorted[group].sorted(by: { ($0.start, $0.position) < ($1.start, $1.position) }) {
        let length = max(ruling.end - ruling.start, 0.01)
        guard var line = current, ruling.start <= line.end + tolerances.ruleTouch else {
          if let current { united.append(current) }
          current = ruling
          weight = length
          continue
        }
        line.position = (line.position * weight + ruling.position * length) / (weight + length)
        line.end = max(line.end, ruling.end)
        line.thickness = max(line.thickness, ruling.thickness)
        weight += length
        current = line
      }
      if let current { united.append(current) }
    }
    return united.filter { $0.end - $0.start >= tolerances.shortestRule }
      .sorted { ($0.position, $0.start, $0.end) < ($1.position, $1.start, $1.end) }
  }
}

extension Fill {
  /// Both edges of the area along one axis, as lines without thickness.
  fileprivate func edges(_ axis: Ruling.Axis) -> [Ruling] {
    let (positions, start, end) =
      axis == .level ? ([box.y0, box.y1], box.x0, box.x1) : ([box.x0, box.x1], box.y0, box.y1)
    return positions.map {
      Ruling(axis: axis, position: $0, start: start, end: end, thickness: 0, color: color)
    }
  }
}

extension Rectangle {
  fileprivate var isFinite: Bool { x0.isFinite && y0.isFinite && x1.isFinite && y1.isFinite }
}

extension Color {
  /// White to the eye. White boxes behind text and white frames are how office programs erase; they are no lines.
  var isNearWhite: Bool {
    red > 250 && green > 250 && blue > 250
  }
}
