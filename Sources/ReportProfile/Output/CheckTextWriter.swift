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

  /// Lists the sources that gave no report, one a line; nothing where there is none.
  package func writeEpilogue(_ unchecked: [UncheckedSource], to output: inout OutputBuffer) {
    guard !unchecked.isEmpty else { return }
    output.append("not checked\n")
    for source in unchecked { output.append("  \(source.name): \(source.reason)\n") }
  }

  private func writeDetails(_ check: Check, _ verdict: String, to output: inout OutputBuffer) {
    let scope = check.scope.isEmpty ? "" : " [\(check.scope)]"
    output.append("  \(verdict): \(check.id)\(scope): \(check.comparison)\n    \(check.text)\n")
    if !check.doubt.isEmpty { output.append("    \(check.doubt)\n") }
    for (side, operands) in [("left", check.leftOperands), ("right", check.rightOperands)] {
      // Zeros among many add nothing; those that stand alone are the figures in question.
      let telling = operands.filter { $0.fact.value.number != .zero }
      if telling.isEmpty, operands.count > Self.mostZeros, let first = operands.first, let last = operands.last {
        let ends = "from \(first.label)\(place(first)) to \(last.label)\(place(last))"
        output.append("    \(side): \(operands.count) figures, all 0, \(ends)\n")
        continue
      }
      for operand in telling.isEmpty ? operands : telling {
        let raw = TextJoining.oneLine(operand.fact.raw)
        output.append("    \(side): \(operand.label) \(raw.isEmpty ? "is blank" : "= “\(raw)”")\(place(operand))\n")
      }
    }
  }

  /// Zeros on one side from which on only the first and the last are named.
  private static let mostZeros = 3

  private func place(_ operand: Check.Operand) -> String {
    operand.place.isEmpty ? "" : " (\(operand.place))"
  }
}
