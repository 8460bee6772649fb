internal import ConverterCore

/// How many cells of a candidate hold what, counted in one pass.
struct CellTally {
  /// Cells with text.
  private(set) var filled = 0
  /// Those with figures alone.
  private(set) var values = 0
  /// Those with more letters or words than a cell of a table mostly has.
  private(set) var prose = 0
  /// Those that begin with a small letter.
  private(set) var running = 0
  /// Per row the number of cells with text.
  private(set) var filledPerRow: [Int]
  /// Per column the number of its own cells with text, and of those with figures alone.
  private(set) var perColumn: [(filled: Int, values: Int)]

  /// Cells of the first column that hold but the number or letter of a list.
  private var labels = 0
  /// Cells of the first column that hold but the number of a section.
  private var sections = 0
  /// Cells that begin with a bullet and go on with text.
  private var points = 0
  /// Per column the number of cells with nothing but a bullet.
  private var bullets: [Int]
  /// Per row the columns with nothing but a bullet.
  private var bulleted: [Set<Int>]
  /// Per row the columns that begin with words.
  private var worded: [Set<Int>]
  /// Whether two cells of the first row or more hold names.
  private let hasHead: Bool

  init(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) {
    filledPerRow = [Int](repeating: 0, count: candidate.grid.rowCount)
    perColumn = [(filled: Int, values: Int)](repeating: (0, 0), count: candidate.grid.columnCount)
    bullets = [Int](repeating: 0, count: candidate.grid.columnCount)
    bulleted = [Set<Int>](repeating: [], count: candidate.grid.rowCount)
    worded = bulleted
    hasHead =
      zip(candidate.grid.areas, candidate.contents).count { area, words in
        area.rows.lowerBound == 0 && !words.isEmpty && words.allSatisfy { !text.words[$0].isValue }
      } >= 2
    for (area, words) in zip(candidate.grid.areas, candidate.contents) where !words.isEmpty {
      let isValue = words.allSatisfy { text.words[$0].isValue }
      countText(words, isValue: isValue, text: text, tolerances: tolerances)
      countBullets(words, in: area, text: text)
      if words.count > 2, !isValue { worded[area.rows.lowerBound].insert(area.columns.lowerBound) }
      filledPerRow[area.rows.lowerBound] += 1
      if area.columns.count == 1 {
        perColumn[area.columns.lowerBound].filled += 1
        if isValue { perColumn[area.columns.lowerBound].values += 1 }
        if area.columns.lowerBound == 0 { countLabel(words, text: text, tolerances: tolerances) }
      }
    }
  }

  private mutating func countText(_ words: [Int], isValue: Bool, text: PageText, tolerances: Tolerances) {
    filled += 1
    if isValue { values += 1 }
    if text.words[words[0]].traits.contains(.lowercaseStart) { running += 1 }
    if text.characterCount(of: words) > tolerances.lookalikes.proseCellLetters
      || words.count > tolerances.lookalikes.proseCellWords
    {
      prose += 1
    }
  }

  private mutating func countBullets(_ words: [Int], in area: Grid.Area, text: PageText) {
    guard text.words[words[0]].glyphs.count == 1 else { return }
    let label = text.string(of: text.words[words[0]])
    let isBullet = LineLabel(label + " x")?.kind == .bullet
    if isBullet, words.count > 1 { points += 1 }
    if isBullet, words.count == 1 { bullets[area.columns.lowerBound] += 1 }
    // Fonts of symbols often call their bullet a full stop.
    if isBullet || label == ".", words.count == 1 { bulleted[area.rows.lowerBound].insert(area.columns.lowerBound) }
  }

  private mutating func countLabel(_ words: [Int], text: PageText, tolerances: Tolerances) {
    guard words.count == 1, text.words[words[0]].glyphs.count <= tolerances.shares.longestListLabel else { return }
    let label = text.string(of: text.words[words[0]])
    if TextualShape.isListLabel(label) { labels += 1 }
    if TextualShape.isSectionNumber(label) { sections += 1 }
  }
}

extension CellTally {
  /// Whether it is numbers or years, each with text beside it, and no heading.
  var isKeyed: Bool {
    perColumn.count == 2 && !hasHead && perColumn[0].values.isMost(of: perColumn[0].filled)
      && !perColumn[1].values.isMost(of: perColumn[1].filled)
  }

  /// Runs of blank rows between rows with text, where at least half of all rows are blank.
  var blankGaps: Int {
    let filledRows = filledRows
    guard 2 * filledRows.count <= filledPerRow.count else { return 0 }
    return zip(filledRows, filledRows.dropFirst()).count { $1 - $0 > 1 }
  }

  /// The rows with text, rising.
  private var filledRows: [Int] { filledPerRow.indices.filter { filledPerRow[$0] > 0 } }

  /// Whether the first column holds only bullets or numbers of a list, or most cells begin with a bullet.
  func isList(_ tolerances: Tolerances) -> Bool {
    let rowCount = filledRows.count
    let hasFigures = perColumn.indices.dropFirst().contains { perColumn[$0].values > bullets[$0] }
    // Numbers of articles, tariffs, rows: further columns beside the names, figures among them, which entries of lists lack.
    let dense = perColumn.indices.dropFirst().filter {
      !perColumn[$0].filled.isLess(than: tolerances.shares.denseColumn, of: rowCount)
    }
    // Bullets of a list in two columns look like signs for missing figures.
    let isNumbered =
      dense.count >= 2
      && dense.contains { perColumn[$0].values.isMost(of: perColumn[$0].filled) && bullets[$0] < perColumn[$0].filled }
    let entries = zip(bulleted, worded).count { bullets, words in bullets.contains { words.contains($0 + 1) } }
    return points.isMost(of: filled) || entries.isMost(of: rowCount)
      || !isNumbered && perColumn[0].filled > 0
        && (hasFigures ? labels : labels + sections).isMost(of: perColumn[0].filled)
  }
}
