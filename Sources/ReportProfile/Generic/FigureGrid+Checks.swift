internal import ConverterCore

extension FigureGrid {
  /// One check per total and column that have figures.
  func checks(table: Int) -> [Check] {
    let roles = lines.map(\.role)
    let isOneWay = hasOneReading(roles)
    let columnRoles = columns.map { TableLine.role(of: $0.label) }
    let holdsRates = columns.map(\.isRate)
    return lines.indices.filter { roles[$0] == .total || roles[$0] == .subtotal }.flatMap { total -> [Check] in
      let readings = readings(of: total, roles)
      let isRateLine = lines[total].isRate
      let found = columns.indices.compactMap { column -> Found? in
        // The total's own column of the other direction is checked there.
        guard columnRoles[column] != .share,
          case .figure(let fact, let figure) = contents[total][column]
        else { return nil }
        let target = Target(
          line: total, column: column, fact: fact, figure: figure,
          isRate: isRateLine || holdsRates[column] || figure.isShare)
        return check(target, readings, isOneWay: isOneWay, table: table).map { Found(check: $0, isRate: target.isRate) }
      }
      // Beside columns that hold, a reader of the list should see what was not checked; else there is nothing to say.
      let isExplained = found.contains { !$0.isRate && $0.check.verdict == .holds }
      return found.filter { !$0.isRate || isExplained || $0.check.verdict == .holds }.map(\.check)
    }
  }

  private struct Found {
    var check: Check
    var isRate: Bool
  }

  /// A figure that others should add up to.
  private struct Target {
    let line: Int
    let column: Int
    let fact: Fact
    let figure: Addend.Figure
    /// Whether its names or its sign of per cent say that such figures do not add up.
    let isRate: Bool
  }

  private func check(_ target: Target, _ readings: [[Int]], isOneWay: Bool, table: Int) -> Check? {
    let (total, column, number) = (target.line, target.column, target.figure.number)
    let chosen = bestSum(readings, column, target.figure)
    guard let sum = chosen, sum.addendCount >= 2, !sum.figures.isEmpty else { return nil }
    let holds = sum.explains(target.figure) && sum.unreadable.isEmpty
    let doubt = holds ? nil : self.doubt(sum, target, isOneWay: isOneWay)
    let verdict: Check.Verdict = holds ? .holds : doubt == nil ? .fails : .unknown
    let unread = verdict == .unknown ? sum.unreadable + sum.placeholders : []
    return Check(
      rule: nil, severity: .required, id: isTransposed ? "generic.column" : "generic.row",
      text: "“\(lines[total].label)” is the sum of the \(isTransposed ? "columns" : "rows") that it totals",
      scope: "table \(table), \(columns[column].label.isEmpty ? "\(column + 1)" : columns[column].label)",
      verdict: verdict, left: number, relation: .equal, right: sum.number,
      leftOperands: [operand(target.fact, total, column)],
      rightOperands: (sum.figures + unread).sorted { $0.line < $1.line }.map { operand($0.fact, $0.line, column) },
      doubt: doubt ?? "")
  }

  /// The sum that explains a total, best one without a text among its figures, else that of the most natural reading; `nil` where
  /// there is nothing to add up.
  private func bestSum(_ readings: [[Int]], _ column: Int, _ target: Addend.Figure) -> FigureSum? {
    let sums = readings.map { items in FigureSum(items.map { ($0, contents[$0][column]) }, total: target) }
    let matching = sums.filter { $0.explains(target) }
    return matching.first { $0.unreadable.isEmpty && $0.addendCount >= 2 } ?? matching.first
      ?? sumWithYears(readings.first ?? [], column, target) ?? sums.first
  }

  /// The sum with the line of years, which may be figures after all; `nil` where it does not explain the total.
  private func sumWithYears(_ items: [Int], _ column: Int, _ target: Addend.Figure) -> FigureSum? {
    guard let yearLine else { return nil }
    let entries = [(yearLine.line, yearLine.contents[column])] + items.map { ($0, contents[$0][column]) }
    let sum = FigureSum(entries, total: target)
    return sum.explains(target) && sum.unreadable.isEmpty ? sum : nil
  }

  /// Why it cannot be told that a sum is wrong; `nil` where it can.
  private func doubt(_ sum: FigureSum, _ target: Target, isOneWay: Bool) -> String? {
    if let (_, fact) = sum.unreadable.first { return "\(quoted(fact)) cannot be read as a figure" }
    if !sum.hasOneUnit { return "the figures have different units" }
    if sum.hasOtherShares { return "there are shares in per cent among the figures" }
    if isWithinRounding(target.figure.number, sum.number, addends: sum.figures.count) {
      return "the difference is within the rounding of its addends"
    }
    if target.isRate { return "rates, averages and prices do not add up" }
    if !isOneWay { return "the table may be read in several ways" }
    if let (_, fact) = sum.placeholders.first { return "\(quoted(fact)) may stand for a figure" }
    if let line = sum.blanks.first {
      return "“\(lines[line].label.isEmpty ? "\(line + 1)" : lines[line].label)” has no figure"
    }
    // Errors of estimates stand in brackets under them, and so do parts.
    let isBeside = sum.bracketed != nil && sum.numberOutsideBrackets == target.figure.number
    if let fact = target.figure.isUncertain ? target.fact : sum.uncertain ?? (isBeside ? sum.bracketed : nil) {
      return "\(quoted(fact)) may be something else than this figure"
    }
    if isDifference(sum, target.figure) { return "it is the difference of the two, not their sum" }
    return nil
  }

  private func quoted(_ fact: Fact) -> String {
    "“\(TextJoining.oneLine(fact.raw))”\(fact.place.map { " (\($0))" } ?? "")"
  }

  /// Whether a total is the first of two figures less the second, as of income and expenses.
  private func isDifference(_ sum: FigureSum, _ target: Addend.Figure) -> Bool {
    let numbers = sum.figures.compactMap(\.fact.value.number)
    return numbers.count == 2 && numbers[0] - numbers[1] == target.number
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
    Check.Operand(code: "", label: "\(lines[line].label) / \(columns[column].label)", fact: fact)
  }
}
