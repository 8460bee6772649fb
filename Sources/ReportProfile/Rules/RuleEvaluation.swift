/// Evaluates formulas on the facts of a report.
///
/// There are three verdicts, because blank is not zero. A blank addend counts as nothing, since forms are often left blank
/// where nothing happened; where a blank stands for a result, alone on its side, nothing can be said. The same goes for cells
/// that are absent from the source, texts that are no numbers, and sides on which nothing stands at all.
struct RuleEvaluation {
  let form: Form
  let facts: [Fact]
  var repeatedRows: [RepeatedRow] = []

  /// The facts of the year before; `nil` where there is none.
  var earlier: EarlierFacts?

  /// Cells that the report prints in another way.
  private var superseded: [Range<Int>]

  /// The repeated row for which a rule is evaluated.
  private var currentRow: RepeatedRow?

  init(form: Form, facts: [Fact]) {
    self.form = form
    self.facts = facts
    superseded = form.superseded(by: facts)
  }

  init(_ report: Report, form: Form) {
    self.init(form: form, facts: report.facts)
    repeatedRows = report.repeatedRows
  }

  /// For rules across years; cells at which none of them looks are taken for absent.
  init(_ figures: YearlyFigures, form: Form, earlier: EarlierFacts) {
    self.form = form
    facts = form.allCells.map { figures.facts[$0] ?? .absent }
    superseded = figures.superseded
    repeatedRows = figures.repeatedRows
    self.earlier = earlier
  }
}

/// The verdict on one comparison with what led to it.
struct Judgement {
  var verdict: Check.Verdict
  var left: ExactDecimal?
  var right: ExactDecimal?
  var doubt = ""
}

extension RuleEvaluation {
  /// One judgement for each row or column of a rule, of repeated rows one for each.
  func checks(of rule: Rule, number: Int) -> [Check] {
    rule.instances.flatMap { instance -> [Check] in
      guard case .row(let table, let row)? = instance.scope, form.tables[table].rows[row].presence == .repeating else {
        return check(instance, of: rule, number, scope: scope(instance.scope)).map { [$0] } ?? []
      }
      return repeatedRows.filter { $0.table == table && $0.row == row }.compactMap { repeated in
        var evaluation = self
        evaluation.currentRow = repeated
        return evaluation.check(instance, of: rule, number, scope: repeated.label)
      }
    }
  }

  /// `nil` where the rule does not apply: its condition is not met, or a row that need not be there is not.
  private func check(_ instance: Rule.Instance, of rule: Rule, _ number: Int, scope: String) -> Check? {
    if case .row(let table, let row)? = instance.scope {
      let cells = form.tables[table].cells(ofRow: row)
      let isAbsent = facts[cells].allSatisfy { $0.value.state == .absent }
      if isAbsent, form.tables[table].rows[row].presence == .optional || isSuperseded(cells.lowerBound) { return nil }
    }
    if let condition = instance.condition, judge(condition, tolerance: .zero).verdict != .holds { return nil }
    let judgement = judge(instance.test, tolerance: rule.tolerance)
    return Check(
      rule: number, severity: rule.severity, id: rule.id, text: rule.text, scope: scope, verdict: judgement.verdict,
      left: judgement.left, relation: instance.test.relation, right: judgement.right,
      leftOperands: operands(of: instance.test.left), rightOperands: operands(of: instance.test.right),
      doubt: judgement.doubt)
  }

  func judge(_ comparison: Comparison, tolerance: ExactDecimal) -> Judgement {
    let left = side(comparison.left)
    let right = side(comparison.right)
    var judgement = Judgement(verdict: .unknown, left: left.number, right: right.number)
    guard let first = left.number, let second = right.number else {
      judgement.doubt = left.doubt ?? right.doubt ?? ""
      return judgement
    }
    guard let difference = (first - second)?.magnitude else {
      judgement.doubt = "a number has too many digits"
      return judgement
    }
    let isEqual = difference <= tolerance
    let holds =
      switch comparison.relation {
      case .equal: isEqual
      case .unequal: !isEqual
      case .atMost: first <= second || isEqual
      case .atLeast: first >= second || isEqual
      case .less: first < second
      case .more: first > second
      }
    judgement.verdict = holds ? .holds : .fails
    return judgement
  }

  /// The value of a formula; `nil` where a cell it needs says nothing.
  func value(of expression: Expression) -> ExactDecimal? {
    side(expression).number
  }
}

extension RuleEvaluation {
  /// The value of one side, or why there is none.
  private struct Side {
    var number: ExactDecimal?
    var doubt: String?
    /// Whether any number stands here at all.
    var hasNumber = false
  }

  private func side(_ expression: Expression) -> Side {
    let isTarget = if case .cells(_, isSum: false, _) = expression { true } else { false }
    let side = evaluate(expression, isTarget: isTarget)
    guard side.number != nil, !side.hasNumber else { return side }
    return Side(number: nil, doubt: "nothing is filled in on one side")
  }

  private func evaluate(_ expression: Expression, isTarget: Bool) -> Side {
    switch expression {
    case .number(let number): return Side(number: number, hasNumber: true)
    case .cells(let cells, _, let year): return sum(cells, year: year, isTarget: isTarget)
    case .operation(let sign, let first, let second):
      let left = evaluate(first, isTarget: false)
      let right = evaluate(second, isTarget: false)
      guard let one = left.number, let other = right.number else {
        return Side(number: nil, doubt: left.doubt ?? right.doubt)
      }
      guard let result = sign.result(one, other) else {
        let dividesByZero = sign == .over && other == .zero
        return Side(number: nil, doubt: dividesByZero ? "the divisor is 0" : "a number has too many digits")
      }
      return Side(number: result, hasNumber: left.hasNumber || right.hasNumber)
    }
  }

  private func sum(_ cells: [Int], year: Int, isTarget: Bool) -> Side {
    var side = Side(number: .zero)
    for cell in cells where year != 0 || !isSuperseded(cell) {
      for fact in year == 0 ? facts(of: cell) : earlierFacts(of: cell) {
        switch fact.value.state {
        case .number, .word:
          guard let total = side.number, let number = fact.value.number, let next = total + number else {
            return Side(number: nil, doubt: "a number has too many digits")
          }
          side.number = next
          side.hasNumber = true
        case .blank, .placeholder:
          if isTarget { return Side(number: nil, doubt: "\(name(of: cell)) is blank") }
        case .absent:
          let place = form.position(of: cell)
          if form.tables[place.table].rows[place.row].presence == .required {
            return Side(number: nil, doubt: "\(name(of: cell)) was not found")
          }
        case .unreadable:
          return Side(number: nil, doubt: "\(name(of: cell)) is no number: “\(fact.raw)”")
        }
      }
    }
    return side
  }

  /// One check for each column of a group that the report prints both as one row and by the rows inside: they add up to it.
  func groupChecks() -> [Check] {
    var evaluation = self
    evaluation.superseded = []
    return form.tables.flatMap { table in
      table.groupRows.flatMap { group, inner in
        table.columns.indices.compactMap { column -> Check? in
          let whole = table.cell(row: group, column: column)
          let parts = inner.map { table.cell(row: $0, column: column) }
          guard facts[whole].value.number != nil, parts.contains(where: { facts[$0].value.number != nil }) else {
            return nil
          }
          let test = Comparison(
            left: .cells([whole], isSum: false, year: 0), relation: .equal, right: .cells(parts, isSum: true, year: 0))
          let judgement = evaluation.judge(test, tolerance: .zero)
          return Check(
            rule: nil, severity: .required, id: "groups.total",
            text: "a group printed as one row and by the rows inside is their sum", scope: name(of: whole),
            verdict: judgement.verdict, left: judgement.left, relation: test.relation,
            right: judgement.right, leftOperands: evaluation.operands(of: test.left),
            rightOperands: evaluation.operands(of: test.right), doubt: judgement.doubt)
        }
      }
    }
  }

  private func isSuperseded(_ cell: Int) -> Bool {
    superseded.contains { $0.contains(cell) }
  }

  /// The facts of a cell: one, or for a repeating row as many as there are rows.
  private func facts(of cell: Int) -> [Fact] {
    guard !repeatedRows.isEmpty else { return [facts[cell]] }
    let place = form.position(of: cell)
    guard form.tables[place.table].rows[place.row].presence == .repeating else { return [facts[cell]] }
    if let currentRow, currentRow.table == place.table, currentRow.row == place.row {
      return [currentRow.facts[place.column]]
    }
    return repeatedRows.filter { $0.table == place.table && $0.row == place.row }.map { $0.facts[place.column] }
  }

  private func earlierFacts(of cell: Int) -> [Fact] {
    let place = form.position(of: cell)
    let isCurrent = currentRow.map { $0.table == place.table && $0.row == place.row } ?? false
    return earlier?.facts(of: cell, label: isCurrent ? currentRow?.label : nil, form) ?? [.absent]
  }

  /// All figures of a formula that are there, in its order.
  func operands(of expression: Expression) -> [Check.Operand] {
    switch expression {
    case .number: []
    case .operation(_, let left, let right): operands(of: left) + operands(of: right)
    case .cells(let cells, _, let year):
      cells.flatMap { cell in
        (year == 0 ? facts(of: cell) : earlierFacts(of: cell)).filter { $0.value.state != .absent }.map {
          Check.Operand(
            code: form.code(of: cell), label: name(of: cell), fact: $0, earlierReport: year == 0 ? nil : earlier?.report
          )
        }
      }
    }
  }

  /// Labels of row and column, as people know the cell.
  func name(of cell: Int) -> String {
    let place = form.position(of: cell)
    let table = form.tables[place.table]
    let row = currentRow.map(\.label) ?? table.rows[place.row].label
    let column = table.columns[place.column].label
    return row.isEmpty ? column : "\(row) / \(column)"
  }

  private func scope(_ scope: Rule.Scope?) -> String {
    switch scope {
    case nil: ""
    case .row(let table, let row): form.tables[table].rows[row].label
    case .column(let table, let column): form.tables[table].columns[column].label
    }
  }
}
