package import ConverterCore

/// Writes the verdicts for people: one line per rule, then every check that fails with its figures and their places.
package struct CheckTextWriter: Sendable {
  /// Whether checks that cannot be told are explained too.
  private let explainsDoubts: Bool

  package init(explainsDoubts: Bool) {
    self.explainsDoubts = explainsDoubts
  }

  package func write(_ report: CheckedReport, to output: inout OutputBuffer) {
    output.append("\(report.name)\n")
    if !report.subject.isEmpty { output.append("  \(report.subject)\n") }
    guard !report.checks.isEmpty else { return output.append("  nothing to check\n\n") }
    output.append("  holds  fails  cannot tell  rule\n")
    for rule in report.countsByRule {
      let counts = Check.Verdict.allCases.map { String(rule.counts[$0] ?? 0) }
      for (count, width) in zip(counts, [7, 7, 13]) {
        output.append(String(repeating: " ", count: max(0, width - count.count)) + count)
      }
      output.append("  \(rule.id) (\(rule.severity.rawValue))\n")
    }
    for check in report.checks where check.verdict == .fails { writeDetails(check, "fails", to: &output) }
    if explainsDoubts {
      for check in report.checks where check.verdict == .unknown { writeDetails(check, "cannot tell", to: &output) }
    }
    output.append("\n")
  }

  private func writeDetails(_ check: Check, _ verdict: String, to output: inout OutputBuffer) {
    let scope = check.scope.isEmpty ? "" : " [\(check.scope)]"
    output.append("  \(verdict): \(check.id)\(scope): \(check.comparison)\n    \(check.text)\n")
    if !check.doubt.isEmpty { output.append("    \(check.doubt)\n") }
    for (side, operands) in [("left", check.leftOperands), ("right", check.rightOperands)] {
      // Zeros among many add nothing; one that stands alone is the figure in question.
      for operand in operands where operands.count == 1 || operand.fact.value.number != .zero {
        let place = operand.fact.place.map { " (\($0))" } ?? ""
        output.append("    \(side): \(operand.label) = “\(TextJoining.oneLine(operand.fact.raw))”\(place)\n")
      }
    }
  }
}
