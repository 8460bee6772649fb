internal import ConverterCore

/// Gives the values of short rows to columns where only one way is left to do so.
///
/// A row of a flattened table with *k* values for *n* columns has lost *n* − *k* blank cells. The values keep their order, so
/// there are C(*n*, *k*) placements. Two things rule placements out:
///
/// - *Empty lines.* Where the clear rows of the document never have more than *g* empty lines between values, a wider gap holds
///   a blank cell; in a row with such a gap blank cells leave an empty line, so that a gap without one holds none.
/// - *Arithmetic.* A placement under which a rule of the form fails is not the one, as long as another is left under which rules
///   hold. Where nothing but blank cells keeps rules from failing, the printed figures may be wrong as well, and nothing is ruled out.
///
/// What all placements left agree on is accepted, all else is left absent and said so. Rows from which equal lines were dropped
/// (crawlers do this) cannot be solved at all: nothing tells where they stood.
struct RowSolving {
  private var mapping: Mapping
  private var rules: [Comparison] = []

  /// Placements beyond which a row is not tried.
  private static let mostPlacements = 5000

  /// Neighbouring values from which on the absence of any equal pair means that repetitions were dropped.
  private static let tellingPairs = 20

  init(_ mapping: Mapping) {
    self.mapping = mapping
    guard !mapping.shortRows.isEmpty else { return }
    rules = mapping.form.rules.filter { $0.severity == .required }.flatMap { rule in
      rule.instances.filter { !$0.test.left.needsEarlierYear && !$0.test.right.needsEarlierYear }.map(\.test)
    }
  }
}

extension RowSolving {
  /// The mapping with all that could be decided.
  consuming func solved() -> Mapping {
    let rows = mapping.shortRows
    mapping.shortRows = []
    mapping.withholdContradictions()
    if let first = rows.first, hasDroppedRepeats(rows) {
      mapping.findings.append(.repeatsDropped(at: first.place))
      for row in rows { giveUp(row) }
      return mapping
    }
    for row in rows {
      if mapping.isFilled(row.table, row.row) || mapping.isContradicted(row.table, row.row) {
        compare(row)
      } else {
        solve(row)
      }
    }
    mapping.withholdContradictions()
    return mapping
  }

  /// Compares a short row with the one of the same label that was found: its values must all be there, in their order.
  private mutating func compare(_ row: ShortRow) {
    let cells = mapping.form.tables[row.table].cells(ofRow: row.row)
    var rest = cells.map { mapping.facts[$0].raw }.filter { !$0.isEmpty }[...]
    for value in row.values where !value.isBlank {
      let raw = mapping.texts[value].raw
      guard let index = rest.firstIndex(of: raw) else {
        mapping.contradictions.formUnion(cells)
        mapping.findings.append(.repeatedRow(row.label, at: row.place))
        for value in row.values {
          mapping.addExtra(value, label: row.label, table: row.source?.table, row: row.source?.row)
        }
        return
      }
      rest = rest[rest.index(after: index)...]
    }
  }

  private mutating func solve(_ row: ShortRow) {
    let count = mapping.form.tables[row.table].columns.count
    let all = row.placements ?? Placements.all(of: row.values.count, among: count, atMost: Self.mostPlacements)
    let isSpaced = hasWideGap(row)
    let spaced = isSpaced ? all.filter { fitsGaps($0, row, columns: count) } : all
    let verdicts = all.map { verdict(on: $0, row) }
    let sound = zip(all, verdicts).filter { $1 != .fails }.map(\.0)
    if isSpaced, spaced.count == 1, let only = spaced.first {
      // A row whose arithmetic would be right with another placement is doubtful, whatever its lines say.
      if sound.isEmpty || sound.contains(only) { return accept([only], of: row, evidence: .position) }
      return giveUp(row)
    }
    let left = spaced.filter { sound.contains($0) }
    let isProven = zip(all, verdicts).contains { $1 == .holds && left.contains($0) }
    accept(isProven ? left : spaced, of: row, evidence: isProven ? .arithmetic : .position)
  }

  /// Fills the cells on which all placements agree.
  private mutating func accept(_ placements: [[Int]], of row: ShortRow, evidence: Fact.Evidence) {
    let columns = mapping.form.tables[row.table].columns.indices
    let contents = placements.map { placement in
      columns.map { column in placement.firstIndex(of: column) }
    }
    guard let first = contents.first else { return giveUp(row) }
    var isDecided = true
    for column in columns {
      guard contents.allSatisfy({ agree($0[column], first[column], row) }) else {
        isDecided = false
        continue
      }
      let cell = mapping.form.tables[row.table].cell(row: row.row, column: column)
      mapping.facts[cell] =
        first[column].map { mapping.fact(row.values[$0], table: row.table, column: column, evidence: evidence) }
        ?? Fact(value: CellValue(state: .blank), raw: "", place: row.place, evidence: evidence)
    }
    if !isDecided { giveUp(row) }
  }

  private func agree(_ one: Int?, _ other: Int?, _ row: ShortRow) -> Bool {
    switch (one, other) {
    case (nil, nil): true
    case (let one?, let other?):
      one == other || mapping.texts[row.values[one]].text == mapping.texts[row.values[other]].text
    default: false
    }
  }

  private mutating func giveUp(_ row: ShortRow) {
    let columns = mapping.form.tables[row.table].columns.indices
    mapping.findings.append(
      .undecided(
        row.label, values: row.values.count, columns: mapping.form.tables[row.table].columns.count, at: row.place))
    let decided = Set(
      columns.compactMap { column in
        mapping.facts[mapping.form.tables[row.table].cell(row: row.row, column: column)].place
      })
    for value in row.values where !decided.contains(mapping.texts[value].place) {
      mapping.addExtra(value, label: row.label, table: row.source?.table, row: row.source?.row)
    }
  }
}

extension RowSolving {
  /// Whether a gap before some value is wider than any in the clear rows; without one, empty lines say nothing, since not all
  /// programs leave one for a blank cell.
  private func hasWideGap(_ row: ShortRow) -> Bool {
    guard let gaps = row.gaps, let regular = mapping.regularGap else { return false }
    return gaps.dropLast().contains { $0 > regular }
  }

  /// Whether the empty lines allow the placement.
  private func fitsGaps(_ placement: [Int], _ row: ShortRow, columns: Int) -> Bool {
    guard let gaps = row.gaps, let regular = mapping.regularGap else { return true }
    let bounds = placement + [columns]
    var next = 0
    for (index, column) in bounds.enumerated() {
      let blanks = column - next
      next = column + 1
      let gap = gaps[index]
      guard blanks <= gap else { return false }
      // Behind the last value empty cells of other kinds may follow; they say nothing.
      let mostLines = (blanks + 1) * regular + blanks
      if index < placement.count && gap > mostLines { return false }
    }
    return true
  }

  /// What the rules of the form that the row takes part in say under the placement, as far as the other rows are known: that one
  /// fails, or else that one holds, or nothing.
  private func verdict(on placement: [Int], _ row: ShortRow) -> Check.Verdict {
    let table = mapping.form.tables[row.table]
    var facts = mapping.facts
    for column in table.columns.indices {
      facts[table.cell(row: row.row, column: column)] = Fact(value: CellValue(state: .blank), raw: "")
    }
    for (value, column) in zip(row.values, placement) {
      facts[table.cell(row: row.row, column: column)] = mapping.fact(
        value, table: row.table, column: column, evidence: .arithmetic)
    }
    let cells = table.cells(ofRow: row.row)
    let evaluation = RuleEvaluation(form: mapping.form, facts: facts)
    var held: Set<Int> = []
    var blankResults: Set<Int> = []
    for rule in rules {
      let operands = rule.left.cells + rule.right.cells
      guard operands.contains(where: cells.contains) else { continue }
      let judgement = evaluation.judge(rule, tolerance: .zero)
      switch judgement.verdict {
      case .fails: return .fails
      case .holds: held.formUnion(operands)
      case .unknown:
        guard let number = judgement.left ?? judgement.right, number != .zero else { continue }
        blankResults.formUnion(
          [rule.left, rule.right].compactMap(\.onlyCell).filter { facts[$0].value.state == .blank })
      }
    }
    // Addends without their sum would be told by other rules; else a value is rather lost than the sum blank.
    return held.isEmpty || !blankResults.isSubset(of: held) ? .unknown : .holds
  }

  /// Whether a document with many short rows has no two equal values in a row anywhere.
  private func hasDroppedRepeats(_ rows: [ShortRow]) -> Bool {
    let runs = rows.filter { $0.source == nil }.map { row in row.values.map { mapping.texts[$0].text } }
    let pairs = runs.reduce(0) { $0 + max(0, $1.count - 1) }
    let equal = runs.reduce(0) { $0 + zip($1, $1.dropFirst()).count { $0 == $1 } }
    return runs.count >= Self.tellingPairs / 2 && equal == 0 || pairs >= Self.tellingPairs && equal == 0
  }
}

extension Expression {
  /// The cell that stands alone on a side; `nil` where there are more, or a formula of them.
  fileprivate var onlyCell: Int? {
    if case .cells(let cells, isSum: false, year: 0) = self, cells.count == 1 { cells.first } else { nil }
  }
}

/// Ways to choose columns for values that keep their order.
enum Placements {
  /// Blank cells among which those that belong to no column are looked for.
  private static let mostBlanks = 8

  /// The ways in which cells of a row of which some are too many stand in columns: each time other blank ones are left out.
  ///
  /// - Returns: for each way the columns of the cells that are not blank; `nil` for a row without cells too many, none where
  ///   nothing that is blank could be left out.
  static func all(of cells: ArraySlice<RowToken>, among columns: Int) -> [[Int]]? {
    guard cells.count > columns else { return nil }
    let blanks = cells.indices.filter { cells[$0].isBlank }
    guard blanks.count <= mostBlanks else { return [] }
    let keptCount = blanks.count - (cells.count - columns)
    let kept = keptCount == 0 ? [[]] : all(of: keptCount, among: blanks.count, atMost: .max)
    var found: [[Int]] = []
    for choice in kept {
      let isKept = Set(choice.map { blanks[$0] })
      let slots = cells.indices.filter { !cells[$0].isBlank || isKept.contains($0) }
      let placement = slots.indices.filter { !cells[slots[$0]].isBlank }
      if !found.contains(placement) { found.append(placement) }
    }
    return found
  }

  /// All ascending choices of `count` columns, in lexicographic order; none where there are more than `most`.
  static func all(of count: Int, among columns: Int, atMost most: Int) -> [[Int]] {
    guard count > 0, count <= columns, binomial(columns, count, atMost: most) != nil else { return [] }
    var found: [[Int]] = []
    var choice = Array(0..<count)
    while true {
      found.append(choice)
      guard let index = choice.indices.last(where: { choice[$0] < columns - count + $0 }) else { return found }
      choice[index] += 1
      for later in choice.indices.dropFirst(index + 1) { choice[later] = choice[later - 1] + 1 }
    }
  }

  private static func binomial(_ all: Int, _ chosen: Int, atMost most: Int) -> Int? {
    var result = 1
    for index in 0..<min(chosen, all - chosen) {
      result = result * (all - index) / (index + 1)
      guard result <= most else { return nil }
    }
    return result
  }
}
