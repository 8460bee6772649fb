internal import ConverterCore

/// Why a candidate is no table: named criteria, each for a class of pages that looks like one.
package enum TableCriteria {
  /// The criterion of boxes that lines join; more of them may stand around.
  static let joinedBoxes = "joined-boxes"

  /// The first criterion that speaks against a candidate, `nil` where none does.
  ///
  /// - Parameter isMarkedOff: whether lines above and below hold the candidate together, or a caption names it; other aligned
  ///   text has to show more.
  /// - Parameter isCut: whether it may be the rest of a table or its beginning: no text stands above, or lines enclose a head.
  package static func objection(
    to candidate: TableCandidate, isMarkedOff: Bool = true, isCut: Bool = false, text: PageText,
    tolerances: Tolerances = .standard
  ) -> String? {
    guard candidate.filledCount > 1 else { return "empty" }
    let inquiry = Inquiry(candidate, text: text, tolerances: tolerances)
    return switch candidate.evidence {
    case .ruled, .stated: inquiry.objectionToGrid
    case .aligned, .recognised, .computed: inquiry.objectionToAlignedText(isMarkedOff: isMarkedOff, isCut: isCut)
    }
  }
}

/// A candidate with at least two filled cells before its criteria.
private struct Inquiry {
  private let candidate: TableCandidate
  private let shape: TableCriteria.Shape
  /// How many areas hold text or grids.
  private let filled: Int
  private let text: PageText
  private let tolerances: Tolerances
  private var shares: Tolerances.Shares { tolerances.shares }
  private var lookalikes: Tolerances.Lookalikes { tolerances.lookalikes }

  init(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) {
    self.candidate = candidate
    filled = candidate.filledCount
    shape = TableCriteria.Shape(candidate, text: text, tolerances: tolerances)
    self.text = text
    self.tolerances = tolerances
  }

  /// What speaks against a grid that is drawn or stated: boxes, diagrams, charts.
  var objectionToGrid: String? {
    if candidate.grid.rowCount < 2 && candidate.grid.columnCount < 2 { return "single-cell" }
    if candidate.grid.columnCount < 2 { return "single-column" }
    // Boxes of a diagram, joined by their lines.
    if filled < shares.leastFilledCells && candidate.grid.rowCount > 1 { return "diagram" }
    if filled <= shares.mostBoxes, !candidate.hasFilledNeighbours { return "diagram" }
    if candidate.isOfJoinedBoxes(tolerances: tolerances) { return TableCriteria.joinedBoxes }
    // Charts: a grid of lines with figures beside it, hardly any text in its cells.
    let isSparse = filled.isLess(than: shares.leastGridFill, of: candidate.grid.areas.count)
    if isSparse && filled < shares.leastSparseCells || shape.blankGaps > 1 { return "chart" }
    // Bars of a chart: figures and nothing that names them, few or each in a bar of its own.
    if shape.valueShare == 1, 2 * filled < candidate.grid.areas.count || shape.rowsSideBySide == 0 { return "chart" }
    if candidate.grid.rowCount == 1 && filled < shares.leastFilledCells { return "single-row" }
    if shape.struck.isMore(than: shares.mostStruck, of: candidate.words.count) { return "struck-through" }
    return nil
  }

  /// What speaks against text that is but aligned.
  ///
  /// - Parameters:
  ///   - isMarkedOff: whether lines or a caption hold the text together; so do headings in a font of their own.
  ///   - isCut: whether it may be the rest of a table or its beginning.
  func objectionToAlignedText(isMarkedOff: Bool, isCut: Bool) -> String? {
    let isHeaded = candidate.isHeadedInFont(text: text, tolerances: tolerances)
    let isMarkedOff = isMarkedOff || isHeaded
    if let objection = objectionToSize ?? objectionToDrawing { return objection }
    if shape.isList || TextualShape.isChoices(candidate, text: text) { return "list" }
    let isSchedule = candidate.isSchedule(text: text, tolerances: tolerances)
    if !isMarkedOff, !isSchedule, shape.valueShare < lookalikes.leastValueShare, candidate.grid.columnCount <= 3 {
      return "no-figures"
    }
    if let objection = objectionToKind { return objection }
    if !isMarkedOff, let objection = objectionToOpenText(isSchedule: isSchedule, isCut: isCut) { return objection }
    if isProse(isHeaded: isHeaded) { return "prose" }
    if filled.isLess(than: shares.leastFill, of: candidate.grid.areas.count) { return "sparse" }
    if 2 * shape.rowsSideBySide < candidate.grid.rowCount { return "few-rows-side-by-side" }
    return nil
  }

  private var objectionToSize: String? {
    if candidate.grid.rowCount < 2 || candidate.grid.columnCount < 2 { return "too-small" }
    // Names and dates between two lines: mastheads, signatures, running heads.
    if candidate.grid.rowCount == 2, candidate.grid.columnCount == 2, shape.valueShare == 0 || filled < 4 {
      return "too-small"
    }
    return nil
  }

  /// Whether it is code, or figures beside the lines of a chart.
  private var objectionToDrawing: String? {
    if candidate.level.count <= 2, TextualShape.isListing(candidate, text: text, tolerances: tolerances) {
      return "listing"
    }
    if shape.isAxis { return "axis" }
    if shape.valueShare == 1, filled.isLess(than: shares.leastNamelessFill, of: candidate.grid.areas.count) {
      return "chart"
    }
    return nil
  }

  /// Whether it is text of a kind that is set in columns.
  private var objectionToKind: String? {
    if shape.valueShare == 0, TextualShape.isSignatures(candidate, text: text, tolerances: tolerances) {
      return "signatures"
    }
    if TextualShape.isContents(candidate, text: text, tolerances: tolerances) { return "contents" }
    if TextualShape.isNumberedDisplay(candidate, text: text) { return "numbered-formulas" }
    if TextualShape.isAddresses(candidate, text: text, tolerances: tolerances) { return "addresses" }
    if TextualShape.isDefinitions(candidate, text: text, tolerances: tolerances) { return "definitions" }
    if TextualShape.hasLineNumbers(candidate, text: text, tolerances: tolerances) { return "numbered-lines" }
    return nil
  }

  /// What speaks against text that nothing holds together.
  private func objectionToOpenText(isSchedule: Bool, isCut: Bool) -> String? {
    if shape.isKeyed { return "keyed-list" }
    if shape.valueShare < lookalikes.leastValueShare, shape.runningShare > lookalikes.mostRunningShare {
      return "running-text"
    }
    if TextualShape.isIndex(candidate, text: text, tolerances: tolerances) { return "index" }
    if TextualShape.isFormulas(candidate, text: text, tolerances: tolerances) { return "formulas" }
    // The first or last rows of a table may be all that a page shows of it.
    let isRest =
      isCut && candidate.grid.columnCount >= shares.leastRestColumns && shape.valueShare >= lookalikes.restValueShare
    if candidate.grid.rowCount < shares.leastRows && !isRest { return "too-few-rows" }
    if candidate.grid.columnCount < 3, !isSchedule,
      shape.valueColumns == 0 || shape.valueShare < lookalikes.pairValueShare
    {
      return "no-figures"
    }
    return nil
  }

  /// Whether many cells hold prose, and neither lines between all rows nor headings show rows.
  private func isProse(isHeaded: Bool) -> Bool {
    shape.proseShare > lookalikes.mostProseShare && !candidate.isRuledInRows(tolerances: tolerances)
      && !((isHeaded || candidate.isHeadedBetweenRules(text: text, tolerances: tolerances))
        && shape.runningShare <= lookalikes.headedRunningShare)
  }
}

extension TableCandidate {
  /// Whether lines drawn over the whole width part all rows: cells of such a table may hold prose.
  fileprivate func isRuledInRows(tolerances: Tolerances) -> Bool {
    let full = level.parting(grid.columns, tolerances: tolerances).map(\.position)
    let inner = grid.rowEdges.dropFirst().dropLast()
    return inner.count >= tolerances.leastBands
      && inner.allSatisfy { edge in full.contains { abs($0 - edge) <= tolerances.ruleTouch } }
  }

  /// Whether the prose stands in rows below headings, with lines above the headings, below them and at the end: one short heading for
  /// each column, and rows whose cells begin side by side, the first one in each. Columns of an article begin so but once.
  ///
  ///     ───────────────────────────────────────────────
  ///     Finding              Recommendation
  ///     ───────────────────────────────────────────────
  ///     Records were kept    The office should keep one
  ///     in two systems.      register of all requests.
  ///
  ///     Fees were late.      Bill within thirty days.
  ///     ───────────────────────────────────────────────
  fileprivate func isHeadedBetweenRules(text: PageText, tolerances: Tolerances) -> Bool {
    let full = level.parting(grid.columns, tolerances: tolerances).map(\.position)
    guard
      [grid.rowEdges[0], grid.rowEdges[1], grid.rowEdges[grid.rowCount]].allSatisfy({ edge in
        full.contains { abs($0 - edge) <= tolerances.ruleTouch }
      })
    else { return false }
    return cellsOfHeadedRows(text: text, tolerances: tolerances) != nil
  }

  /// The same with headings set in fonts of their own, bold mostly, in place of lines.
  fileprivate func isHeadedInFont(text: PageText, tolerances: Tolerances) -> Bool {
    guard let rows = cellsOfHeadedRows(text: text, tolerances: tolerances) else { return false }
    return text.fonts(of: rows[0].joined()).isDisjoint(with: text.fonts(of: rows.dropFirst().joined().joined()))
  }

  /// The words of the cells with text, row by row, where the first row holds one short heading for each column, and the cells of each of
  /// the others begin side by side, the first one among them; else `nil`.
  private func cellsOfHeadedRows(text: PageText, tolerances: Tolerances) -> [[[Int]]]? {
    guard grid.rowCount > tolerances.leastBands else { return nil }
    var rows = [[[Int]]](repeating: [], count: grid.rowCount)
    var isLabelled = [Bool](repeating: false, count: grid.rowCount)
    for (area, words) in zip(grid.areas, contents) where !words.isEmpty {
      guard area.rows.count == 1, area.columns.count == 1 else { return nil }
      rows[area.rows.lowerBound].append(words)
      if area.columns.lowerBound == 0 { isLabelled[area.rows.lowerBound] = true }
    }
    guard rows[0].count == grid.columnCount,
      rows[0].allSatisfy({ $0.count <= tolerances.lookalikes.proseCellWords / 2 }),
      isLabelled.dropFirst().allSatisfy(\.self),
      rows.dropFirst().allSatisfy({ cells in
        let first = cells.compactMap { words in words.map { text.words[$0] }.min { $0.baseline < $1.baseline } }
        return cells.count > 1
          && first.allSatisfy { abs($0.baseline - first[0].baseline) < tolerances.besideDistance * first[0].size }
      })
    else { return nil }
    return rows
  }

  /// Whether two cells with text touch each other; boxes of a diagram, of which lines lead to others, do not.
  fileprivate var hasFilledNeighbours: Bool {
    let filled = zip(grid.areas, contents).filter { !$0.1.isEmpty }.map(\.0)
    return filled.indices.contains { first in
      filled[..<first].contains { other in
        let area = filled[first]
        return area.rows.overlaps(other.rows)
          && (area.columns.lowerBound == other.columns.upperBound
            || area.columns.upperBound == other.columns.lowerBound)
          || area.columns.overlaps(other.columns)
            && (area.rows.lowerBound == other.rows.upperBound || area.rows.upperBound == other.rows.lowerBound)
      }
    }
  }
}

extension TableCriteria {
  /// The number that a word states, without a percent sign; `nil` for other words.
  static func figure(_ word: Int, text: PageText) -> Double? {
    Double(text.string(of: text.words[word]).filter { $0 != "%" && $0 != "," })
  }

  /// Whether figures fall by steps that are whole multiples of the least step.
  static func isScale(_ figures: [Double]) -> Bool {
    let steps = zip(figures, figures.dropFirst()).map { $0 - $1 }
    guard let least = steps.min(), least > 0 else { return false }
    return steps.allSatisfy { abs(($0 / least).rounded() - $0 / least) < 1e-6 }
  }
}
