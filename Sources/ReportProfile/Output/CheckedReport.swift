package import ConverterCore

/// A report with the verdicts on its figures, as the outputs of `check` show it.
package struct CheckedReport: Sendable {
  package var name: String
  package var identity: ReportIdentity

  /// The id of the form; `nil` where there is none.
  package var form: String?

  package var checks: [Check]

  /// The tables as printed.
  package var tables: [Table]

  package init(_ report: Report, _ profile: Profile?, checks: [Check], tables: [Table]) {
    name = report.name
    identity = report.identity
    form = report.formNumber.flatMap { profile?.forms[$0].id }
    self.checks = checks
    self.tables = tables
  }

  /// A report compared with the one on the year before; its tables are not kept.
  init(_ figures: YearlyFigures, form: String, checks: [Check]) {
    name = figures.name
    identity = figures.identity
    self.form = form
    self.checks = checks
    tables = []
  }

  /// A document checked without a profile.
  package init(_ document: Document) {
    name = document.source.name
    identity = ReportIdentity(title: document.metadata.title)
    let tables = document.captionedTables
    self.tables = tables
    checks = GenericArithmetic.checks(tables)
  }
}

/// A source that gave no report to check.
package struct UncheckedSource: Sendable {
  package let name: String

  /// A stable name of the reason, for programs.
  package let code: String

  /// The reason in a sentence.
  package let reason: String

  package init(name: String, code: String, reason: String) {
    self.name = name
    self.code = code
    self.reason = reason
  }
}

extension CheckedReport {
  package func count(_ verdict: Check.Verdict) -> Int {
    checks.count { $0.verdict == verdict }
  }

  /// Whether a rule fails that must hold.
  package var contradictsItself: Bool {
    checks.contains { $0.severity == .required && $0.verdict == .fails }
  }

  /// Who reports on what, for people.
  var subject: String {
    [identity.agency, identity.year.map(String.init), form].compactMap { $0 }.joined(separator: ", ")
  }

  /// The ids of the rules in order of their first check, with how many checks got each verdict.
  var countsByRule: [(id: String, text: String, severity: Rule.Severity, counts: [Check.Verdict: Int])] {
    var rules: [(id: String, text: String, severity: Rule.Severity, counts: [Check.Verdict: Int])] = []
    for check in checks {
      let index = rules.firstIndex { $0.id == check.id } ?? rules.endIndex
      if index == rules.endIndex { rules.append((check.id, check.text, check.severity, [:])) }
      rules[index].counts[check.verdict, default: 0] += 1
    }
    return rules
  }
}

extension Check {
  /// The comparison with its numbers as they are: `0 ≠ 2` where `==` fails, `8 against 7` where nobody can tell; `?` for a side of
  /// which nothing can be said.
  var comparison: String {
    let sign =
      switch verdict {
      case .holds: relation.rawValue
      case .fails: opposite
      case .unknown: "against"
      }
    return "\(left?.description ?? "?") \(sign) \(right?.description ?? "?")"
  }

  private var opposite: String {
    switch relation {
    case .equal: "≠"
    case .unequal: "="
    case .atMost: ">"
    case .atLeast: "<"
    case .less: "≥"
    case .more: "≤"
    }
  }
}
