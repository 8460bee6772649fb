/// What rules across years need of a report: little enough to be kept for ten thousand reports, and to be told by another
/// process.
package struct YearlyFigures: Codable, Sendable {
  /// The name of the source.
  package let name: String

  let identity: ReportIdentity
  let formNumber: Int

  /// The cells of the rows that some rule across years looks at, by their numbers.
  let facts: [Int: Fact]

  let repeatedRows: [RepeatedRow]

  /// Cells that the report prints in another way, see ``Form/superseded(by:)``.
  let superseded: [Range<Int>]
}

/// The rules of a profile that compare a report with the one on the year before.
package struct YearComparison: Sendable {
  private let profile: Profile

  /// For each form the cells of the rows that some rule across years looks at, by their numbers in ascending order.
  private let cells: [[Int]]

  package init(_ profile: Profile) {
    self.profile = profile
    // A rule of one form may look at a report of the year before that is on another form.
    let codes = Set(profile.forms.flatMap { form in form.cellsComparedAcrossYears.map(form.code) })
    cells = profile.forms.map { form in
      form.tables.flatMap { table in
        table.rows.indices.map(table.cells(ofRow:)).filter { $0.contains { codes.contains(form.code(of: $0)) } }
      }.flatMap { Array($0) }
    }
  }
}

extension YearComparison {
  /// What is to be kept of a report; `nil` where it cannot be compared, not saying who reports on which year.
  package func figures(of report: Report) -> YearlyFigures? {
    guard let number = report.formNumber, report.identity.agency != nil, report.identity.year != nil,
      !cells[number].isEmpty
    else { return nil }
    return YearlyFigures(
      name: report.name, identity: report.identity, formNumber: number,
      facts: Dictionary(uniqueKeysWithValues: cells[number].map { ($0, report.facts[$0]) }),
      repeatedRows: report.repeatedRows, superseded: profile.forms[number].superseded(by: report.facts))
  }

  /// The verdicts on each report for which there is one of the same agency on the year before, in the given order. Of two
  /// reports of one agency on one year the first counts.
  package func checks(of reports: [YearlyFigures]) -> [CheckedReport] {
    let index = Dictionary(reports.map { (Key($0.identity), $0) }, uniquingKeysWith: { first, _ in first })
    return reports.compactMap { report in
      guard let year = report.identity.year,
        let earlier = index[Key(agency: report.identity.agency, year: year - 1)]
      else { return nil }
      let checks = checks(of: report, earlier: earlier)
      return checks.isEmpty ? nil : CheckedReport(report, form: profile.forms[report.formNumber].id, checks: checks)
    }
  }

  private struct Key: Hashable {
    var agency: String?
    var year: Int?

    init(agency: String?, year: Int?) {
      self.agency = agency
      self.year = year
    }

    init(_ identity: ReportIdentity) {
      self.init(agency: identity.agency, year: identity.year)
    }
  }

  private func checks(of report: YearlyFigures, earlier: YearlyFigures) -> [Check] {
    let form = profile.forms[report.formNumber]
    let evaluation = RuleEvaluation(
      report, form: form,
      earlier: EarlierFacts(earlier, form: profile.forms[earlier.formNumber], folding: profile.folding))
    return form.rules.enumerated().filter { $1.needsEarlierYear }
      .flatMap { evaluation.checks(of: $1, number: $0) }
  }
}

/// The facts of the report on the year before, found by code since that report may be on another form.
struct EarlierFacts {
  /// The name of that report.
  let report: String

  private var facts: [String: [Fact]] = [:]
  private let folding: LabelFolding

  init(_ figures: YearlyFigures, form: Form, folding: LabelFolding) {
    self.folding = folding
    report = figures.name
    for (cell, fact) in figures.facts { facts[form.code(of: cell)] = [fact] }
    for row in figures.repeatedRows {
      let cells = form.tables[row.table].cells(ofRow: row.row)
      for (cell, fact) in zip(cells, row.facts) {
        facts[form.code(of: cell), default: []].append(fact)
        facts[code(of: cell, label: row.label, form), default: []].append(fact)
      }
    }
  }

  /// What stood in a cell a year ago.
  ///
  /// - Parameters:
  ///   - cell: the cell by its number in the form of the later report.
  ///   - label: the label of one repeated row; without one all rows repeated there count.
  func facts(of cell: Int, label: String?, _ form: Form) -> [Fact] {
    facts[label.map { code(of: cell, label: $0, form) } ?? form.code(of: cell)] ?? [.absent]
  }

  private func code(of cell: Int, label: String, _ form: Form) -> String {
    "\(form.code(of: cell)):\(folding.key(label))"
  }
}

extension Form {
  /// The cells that rules across years look at, of this year and of the one before.
  fileprivate var cellsComparedAcrossYears: [Int] {
    rules.filter(\.needsEarlierYear).flatMap(\.instances).flatMap { instance in
      [instance.condition, instance.test].compactMap(\.self)
        .flatMap { $0.left.cellsOfAllYears + $0.right.cellsOfAllYears }
    }
  }
}

extension Rule {
  /// Whether the rule looks at another year.
  var needsEarlierYear: Bool {
    instances.contains { $0.test.left.needsEarlierYear || $0.test.right.needsEarlierYear }
  }
}

extension Expression {
  /// The numbers of all cells, of this year and of the one before, in the order of the formula.
  fileprivate var cellsOfAllYears: [Int] {
    switch self {
    case .number: []
    case .cells(let cells, _, _): cells
    case .operation(_, let left, let right): left.cellsOfAllYears + right.cellsOfAllYears
    }
  }
}
