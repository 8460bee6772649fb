package import ConverterCore

/// Writes the verdicts as one page that needs nothing else: for each report the rules in words and the tables as printed, with
/// the cells of failing checks marked.
package struct CheckHTMLWriter: Sendable {
  package init() {}

  package func writePrologue(to output: inout OutputBuffer) {
    output.append(
      """
      <!DOCTYPE html>
      <html><head><meta charset="utf-8"><title>Checked reports</title><style>
      body { font: 14px/1.5 sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em }
      table { border-collapse: collapse; margin: 1em 0 }
      td, th { border: 1px solid #999; padding: .2em .5em; font-weight: normal; text-align: left; white-space: pre-line }
      .fails { background: #fbd5d5; outline: 2px solid #b00 }
      .doubt { background: #fdf3cf }
      .rules th { font-weight: bold }
      .number { text-align: right }
      .mark { font-size: .7em; color: #b00; white-space: nowrap }
      li::marker { content: "#" counter(list-item) " " }
      </style></head><body>

      """)
  }

  /// - Parameter unchecked: the sources that gave no report, in their order.
  package func writeEpilogue(_ unchecked: [UncheckedSource], to output: inout OutputBuffer) {
    if !unchecked.isEmpty {
      output.append("<h2>Not checked</h2>\n<table class=\"rules\"><tr><th>source<th>reason</tr>\n")
      for source in unchecked {
        output.append(
          "<tr><td>\(MarkupText.escaped(source.name))<td class=\"doubt\">\(MarkupText.escaped(source.reason))</tr>\n")
      }
      output.append("</table>\n")
    }
    output.append("</body></html>\n")
  }

  package func write(_ report: CheckedReport, to output: inout OutputBuffer) {
    output.append("<h2>\(MarkupText.escaped(report.name))</h2>\n<p>\(MarkupText.escaped(report.subject))</p>\n")
    guard !report.checks.isEmpty else { return output.append("<p>Nothing to check.</p>\n") }
    writeRules(report, to: &output)
    let shown = report.checks.filter { $0.verdict != .holds }
    writeDetails(shown, to: &output)
    let marks = CellMarks(shown)
    for table in report.tables { write(table, marks, to: &output) }
    if !marks.places.isSubset(of: Set(report.tables.flatMap(\.cells).map(\.origin.place))) {
      writeRunningText(shown, to: &output)
    }
  }

  private func writeRules(_ report: CheckedReport, to output: inout OutputBuffer) {
    output.append("<table class=\"rules\"><tr><th>rule<th>severity<th>in words<th>holds<th>fails<th>cannot tell</tr>\n")
    for rule in report.countsByRule {
      output.append(
        "<tr><td>\(MarkupText.escaped(rule.id))<td>\(rule.severity.rawValue)<td>\(MarkupText.escaped(rule.text))")
      for verdict in Check.Verdict.allCases {
        let count = rule.counts[verdict] ?? 0
        let mark = count == 0 ? "" : verdict == .fails ? " fails" : verdict == .unknown ? " doubt" : ""
        output.append("<td class=\"number\(mark)\">\(count)")
      }
      output.append("</tr>\n")
    }
    output.append("</table>\n")
  }

  private func writeDetails(_ checks: [Check], to output: inout OutputBuffer) {
    guard !checks.isEmpty else { return }
    output.append("<ol>\n")
    for check in checks {
      let scope = check.scope.isEmpty ? "" : " – \(check.scope)"
      let doubt = check.doubt.isEmpty ? "" : " (\(check.doubt))"
      let name = check.verdict == .fails ? "fails" : "doubt"
      output.append(
        "<li><span class=\"\(name)\">\(check.verdict.rawValue)</span> \(MarkupText.escaped(check.text + scope)): "
          + "<b>\(MarkupText.escaped(check.comparison))</b>\(MarkupText.escaped(doubt))</li>\n")
    }
    output.append("</ol>\n")
  }

  /// The figures of checks on running text, which has no table to show them in.
  private func writeRunningText(_ checks: [Check], to output: inout OutputBuffer) {
    output.append("<table><tr><th>check<th>side<th>figure<th>as printed<th>place</tr>\n")
    for (number, check) in checks.enumerated() where check.verdict == .fails {
      for (side, operands) in [("left", check.leftOperands), ("right", check.rightOperands)] {
        for operand in operands {
          let label = MarkupText.escaped(operand.label)
          let raw = MarkupText.escaped(operand.fact.raw)
          let place = MarkupText.escaped(operand.place)
          output.append(
            "<tr><td>\(number + 1)<td>\(side)<td>\(label)<td class=\"fails\">\(raw)<td>\(place)</tr>\n")
        }
      }
    }
    output.append("</table>\n")
  }

  private func write(_ table: Table, _ marks: CellMarks, to output: inout OutputBuffer) {
    output.append("<table>\n")
    if let caption = table.caption { output.append("<caption>\(MarkupText.escaped(caption))</caption>\n") }
    var row = -1
    for cell in table.cells {
      if cell.rows.lowerBound != row {
        output.append(row < 0 ? "<tr>" : "</tr>\n<tr>")
        row = cell.rows.lowerBound
      }
      let spans = "\(span("rowspan", cell.rows.count))\(span("colspan", cell.columns.count))"
      let found = marks.of(cell)
      let numbers = found.map(\.check)
      let kind = found.isEmpty ? "" : found.contains(where: \.fails) ? " class=\"fails\"" : " class=\"doubt\""
      output.append("<\(cell.kind == .data ? "td" : "th")\(spans)\(kind)>\(MarkupText.escaped(cell.displayText))")
      if !numbers.isEmpty {
        // With a sign before it, so that the number of a check cannot be read as part of a figure.
        output.append(" <sup class=\"mark\">\(numbers.map { "#\($0 + 1)" }.joined(separator: " "))</sup>")
      }
    }
    output.append("</tr>\n</table>\n")
  }

  private func span(_ name: String, _ count: Int) -> String {
    count > 1 ? " \(name)=\"\(count)\"" : ""
  }
}

/// Which checks speak of which cells.
private struct CellMarks {
  /// A figure of one check.
  struct Mark {
    /// The number of the check, counted from 0.
    var check: Int
    var fails: Bool
    /// The figure as printed.
    var raw: String
  }

  private var marks: [Place: [Mark]] = [:]
  /// Where figures of failing checks stand.
  private(set) var places = Set<Place>()

  init(_ shown: [Check]) {
    for (number, check) in shown.enumerated() {
      let fails = check.verdict == .fails
      for operand in check.leftOperands + check.rightOperands {
        guard let place = operand.fact.place, fails || operand.fact.value.number == nil else { continue }
        if fails { places.insert(place) }
        marks[place, default: []].append(Mark(check: number, fails: fails, raw: operand.fact.raw))
      }
    }
  }

  /// The marks of a cell. All cells of one line of a text have one place, so what is printed tells them apart.
  func of(_ cell: Cell) -> [Mark] {
    guard let found = marks[cell.origin.place] else { return [] }
    let printed = cell.original ?? cell.text
    return found.filter { $0.raw.isEmpty ? printed.allSatisfy(\.isWhitespace) : printed.contains($0.raw) }
  }
}
