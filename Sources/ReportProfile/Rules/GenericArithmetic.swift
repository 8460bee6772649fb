package import ConverterCore

/// Checks tables of any kind that name a row or column 合计, 总计, 小计, Total or Subtotal: no profile is needed.
///
/// What a total adds up depends on how a table is made: all rows above it, those since the total before, the subtotals, or,
/// where it stands on top, all rows below. A total that one of these readings explains holds. It fails only where one reading
/// is the natural one: in a table without subtotals, without rows "of which" (其中) and with a number in every row. In all other
/// cases nobody can tell from the table alone.
package enum GenericArithmetic {
  /// One check per total that has a number, table by table: totals of rows first, then of columns.
  package static func checks(_ document: Document) -> [Check] {
    document.tables.enumerated().flatMap { index, table -> [Check] in
      guard table.rowCount <= mostLines, table.columnCount <= mostLines else { return [] }
      let figures = FigureGrid(table)
      return figures.checks(table: index + 1) + figures.transposed.checks(table: index + 1)
    }
  }

  /// Rows or columns beyond which a table is not looked at.
  private static let mostLines = 5000
}

/// The numbers of a table by position, with the labels of its lines.
private struct FigureGrid {
  /// Row by row.
  var facts: [[Fact?]]
  /// The label of each row, on one line.
  var labels: [String]
  /// The code at the head of each row, empty where there is none; `208` is the group of `20805`.
  var codes: [String]
  /// The label of each column, on one line.
  var columnLabels: [String]
  let isTransposed: Bool

  /// How a line adds up others.
  enum Kind {
    case item, subtotal, total
    /// A share of the line above.
    case share
  }

  init(_ table: Table) {
    let grammar = ValueGrammar(kind: .decimal, isSigned: true)
    let folding = LabelFolding()
    var facts = Array(repeating: [Fact?](repeating: nil, count: table.columnCount), count: table.rowCount)
    var labels = Array(repeating: "", count: table.rowCount)
    var codes = labels
    for cell in table.cells where cell.rows.count == 1 {
      let value = grammar.value(of: cell.text, folding: folding)
      let row = cell.rows.lowerBound
      guard value.number != nil else {
        guard value.state == .unreadable else { continue }
        if labels[row].isEmpty {
          // Numbers before the label are its code, in one cell or level by level.
          codes[row] = facts[row].compactMap { $0.map { folding.key($0.raw).description } }.joined()
          facts[row] = facts[row].map { _ in nil }
        }
        // The label nearest to the values names the line.
        if facts[row].allSatisfy({ $0 == nil }) { labels[row] = TextJoining.oneLine(cell.text) }
        continue
      }
      facts[row][cell.columns.lowerBound] = Fact(
        value: value, raw: cell.text, place: cell.origin.place, evidence: .position)
    }
    // Rows that number the columns, 1 2 3 …, hold no figures; with a label of its own such a row may well be figures.
    for row in facts.indices where labels[row].isEmpty || Self.namesCodes(labels[row]) {
      if Self.numbersColumns(facts[row]) { facts[row] = facts[row].map { _ in nil } }
    }
    // Nor does the row of years over the columns.
    if let first = facts.firstIndex(where: { $0.contains { $0 != nil } }),
      Self.namesYears(facts[first], table, row: first)
    {
      facts[first] = facts[first].map { _ in nil }
    }
    let firstFigures = facts.firstIndex { $0.contains { $0 != nil } } ?? table.rowCount
    var columnLabels = Array(repeating: "", count: table.columnCount)
    for cell in table.cells where cell.rows.lowerBound < firstFigures && !folding.key(cell.text).isEmpty {
      for column in cell.columns { columnLabels[column] = TextJoining.oneLine(cell.text) }
    }
    // Codes and serial numbers are no figures either.
    for column in columnLabels.indices where Self.namesCodes(columnLabels[column]) {
      for row in facts.indices { facts[row][column] = nil }
    }
    self.init(facts: facts, labels: labels, codes: codes, columnLabels: columnLabels, isTransposed: false)
  }

  private static func numbersColumns(_ row: [Fact?]) -> Bool {
    let numbers = row.compactMap { $0?.value.number }
    return numbers.count >= 3 && numbers.enumerated().allSatisfy { $1 == ExactDecimal($0 + 1) }
  }

  /// Whether the numbers of a row are years that follow each other, or one year that is said to be a header.
  private static func namesYears(_ row: [Fact?], _ table: Table, row number: Int) -> Bool {
    let years = row.compactMap { $0?.value.number }.map { Int($0.description) ?? 0 }
    guard years.allSatisfy((1900...2100).contains) else { return false }
    if years.count == 1 { return table.cells.contains { $0.rows.contains(number) && $0.kind == .columnHeader } }
    let steps = Set(zip(years, years.dropFirst()).map { $1 - $0 })
    return steps == [1] || steps == [-1]
  }

  private static func namesCodes(_ label: String) -> Bool {
    let key = LabelFolding().key(label).description
    return ["编码", "代码", "编号", "序号", "行次", "栏次", "code", "no.", "类", "款", "项"].contains {
      key == $0 || key.hasSuffix($0) && $0.count > 1
    }
  }

  private init(
    facts: [[Fact?]], labels: [String], codes: [String], columnLabels: [String], isTransposed: Bool
  ) {
    self.facts = facts
    self.labels = labels
    self.codes = codes
    self.columnLabels = columnLabels
    self.isTransposed = isTransposed
  }

  /// The same grid with rows for columns.
  var transposed: FigureGrid {
    FigureGrid(
      facts: columnLabels.indices.map { column in labels.indices.map { facts[$0][column] } }, labels: columnLabels,
      codes: columnLabels.map { _ in "" }, columnLabels: labels, isTransposed: true)
  }

  func checks(table: Int) -> [Check] {
    let kinds = labels.map(Self.kind)
    let totals = kinds.indices.filter { kinds[$0] == .total || kinds[$0] == .subtotal }
    return totals.flatMap { total in
      columnLabels.indices.compactMap { check(total: total, column: $0, kinds: kinds, table: table) }
    }
  }

  private func check(total: Int, column: Int, kinds: [Kind], table: Int) -> Check? {
    guard let target = facts[total][column], let number = target.value.number else { return nil }
    // The total's own column of the other direction is checked there.
    guard Self.kind(columnLabels[column]) != .share else { return nil }
    let readings = readings(of: total, kinds: kinds)
    let sums = readings.map { lines in sum(lines, column) }
    let matching = zip(readings, sums).first { $1 == number }
    let isNatural = !kinds.contains(.share) && !isNested && kinds.count { $0 == .total || $0 == .subtotal } == 1
    let lines = matching?.0 ?? readings.first ?? []
    let present = lines.filter { facts[$0][column] != nil }
    guard present.count >= 2 else { return nil }
    let isComplete = present.count == lines.count
    let isRounded = isWithinRounding(number, sum(lines, column), addends: present.count)
    let verdict: Check.Verdict = matching != nil ? .holds : isNatural && isComplete && !isRounded ? .fails : .unknown
    let doubt =
      isRounded ? "the difference is within the rounding of its addends" : "the table may be read in several ways"
    return Check(
      rule: nil, severity: .required, id: isTransposed ? "generic.column" : "generic.row",
      text: "“\(labels[total])” is the sum of the \(isTransposed ? "columns" : "rows") that it totals",
      scope: "table \(table), \(columnLabels[column].isEmpty ? "\(column + 1)" : columnLabels[column])",
      verdict: verdict,
      left: number, relation: .equal, right: sum(lines, column), leftOperands: [operand(target, total, column)],
      rightOperands: present.compactMap { line in facts[line][column].map { operand($0, line, column) } },
      doubt: verdict == .unknown ? doubt : "")
  }

  /// Whether a difference is no more than half a unit of the last place for each addend. Counts are not rounded: only
  /// decimals and amounts of six digits and more are.
  private func isWithinRounding(_ total: ExactDecimal, _ sum: ExactDecimal?, addends: Int) -> Bool {
    guard let sum, let difference = (total - sum)?.magnitude else { return false }
    let scale = max(total.scale, sum.scale)
    guard scale > 0 || total.magnitude >= ExactDecimal(100_000) else { return false }
    let unit = ExactDecimal("0." + String(repeating: "0", count: max(0, scale - 1)) + "1")
    guard let half = (scale == 0 ? ExactDecimal(1) : unit)?.divided(by: ExactDecimal(2), decimals: scale + 1),
      let most = half * ExactDecimal(addends)
    else { return false }
    return difference <= most
  }

  private func operand(_ fact: Fact, _ line: Int, _ column: Int) -> Check.Operand {
    Check.Operand(code: "", label: "\(labels[line]) / \(columnLabels[column])", fact: fact)
  }

  /// The lines that a total may add up, the most natural reading first.
  private func readings(of total: Int, kinds: [Kind]) -> [[Int]] {
    let above = kinds.indices.prefix(total).filter { hasNumbers($0) }
    let below = kinds.indices.dropFirst(total + 1).filter { hasNumbers($0) }
    let items = above.filter { kinds[$0] == .item }
    let sinceTotal = above.reversed().prefix { kinds[$0] == .item || kinds[$0] == .share }.filter { kinds[$0] == .item }
    let subtotals = above.filter { kinds[$0] == .subtotal }
    let itemsBelow = below.prefix { kinds[$0] != .total }.filter { kinds[$0] == .item }
    let subtotalsBelow = below.filter { kinds[$0] == .subtotal }
    let all = [
      kinds[total] == .subtotal ? Array(sinceTotal.reversed()) : items, items, Array(sinceTotal.reversed()), subtotals,
      Array(itemsBelow), subtotalsBelow, outermost(items), innermost(items), outermost(itemsBelow),
      innermost(itemsBelow),
    ]
    return all.filter { $0.count >= 2 }
  }

  /// Whether rows are parts of other rows, by their codes or by two kinds of numbering.
  private var isNested: Bool {
    if zip(codes, codes.dropFirst()).contains(where: { !$0.isEmpty && $1.count > $0.count && $1.hasPrefix($0) }) {
      return true
    }
    let ordinals = Set(
      labels.compactMap { label -> String? in
        let key = LabelFolding().key(label)
        let bare = key.withoutOrdinal
        guard bare != key else { return nil }
        let first = key.scalars.first.map { ("0"..."9").contains($0) ? "1" : $0 == "(" ? "(" : "一" }
        return first
      })
    return ordinals.count > 1
  }

  /// The rows whose codes extend no other row's code.
  private func outermost(_ lines: some Collection<Int>) -> [Int] {
    lines.filter { line in
      !lines.contains { codes[$0].count < codes[line].count && !codes[$0].isEmpty && codes[line].hasPrefix(codes[$0]) }
    }
  }

  /// The rows whose codes no other row's code extends.
  private func innermost(_ lines: some Collection<Int>) -> [Int] {
    lines.filter { line in
      !lines.contains {
        codes[$0].count > codes[line].count && !codes[line].isEmpty && codes[$0].hasPrefix(codes[line])
      }
    }
  }

  private func hasNumbers(_ line: Int) -> Bool { facts[line].contains { $0 != nil } }

  private func sum(_ lines: [Int], _ column: Int) -> ExactDecimal? {
    lines.reduce(ExactDecimal.zero) { sum, line in
      guard let number = facts[line][column]?.value.number else { return sum }
      return sum.flatMap { $0 + number }
    }
  }

  private static func kind(_ label: String) -> Kind {
    let key = LabelFolding().key(label).withoutOrdinal.withoutNotes.description
    switch key {
    case "合计", "总计", "合計", "總計", "共计", "total", "grandtotal", "sum": return .total
    case "小计", "小計", "subtotal", "sub-total": return .subtotal
    default: return key.hasPrefix("其中") || key.hasPrefix("ofwhich") || key.hasPrefix("#") ? .share : .item
    }
  }
}
