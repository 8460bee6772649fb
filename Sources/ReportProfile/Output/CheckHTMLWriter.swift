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
      caption { text-align: left; font-weight: bold }
      :target { outline: 3px solid #06c }
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
    let marks = CellMarks(shown)
    let anchors = CellAnchors(report, marks)
    writeDetails(shown, anchors, to: &output)
    for (number, table) in report.tables.enumerated() { write(table, number, marks, anchors, to: &output) }
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

  private func writeDetails(_ checks: [Check], _ anchors: CellAnchors, to output: inout OutputBuffer) {
    guard !checks.isEmpty else { return }
    output.append("<ol>\n")
    for (number, check) in checks.enumerated() {
      let scope = check.scope.isEmpty ? "" : " – \(check.scope)"
      let doubt = check.doubt.isEmpty ? "" : " (\(check.doubt))"
      let name = check.verdict == .fails ? "fails" : "doubt"
      let text = MarkupText.escaped(check.text + scope)
      let link = anchors.ofChecks[number].map { "<a href=\"#\($0)\">\(text)</a>" } ?? text
      output.append(
        "<li><span class=\"\(name)\">\(check.verdict.rawValue)</span> \(link): "
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

  /// - Parameter number: of the table in the report, counted from 0.
  private func write(
    _ table: Table, _ number: Int, _ marks: CellMarks, _ anchors: CellAnchors, to output: inout OutputBuffer
  ) {
    let caption = table.caption.map { ": \(MarkupText.escaped($0))" } ?? ""
    output.append("<table>\n<caption>Table \(number + 1)\(caption)</caption>\n")
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
      let anchor = found.isEmpty ? "" : " id=\"\(anchors.name(of: cell, inTable: number))\""
      output.append(
        "<\(cell.kind == .data ? "td" : "th")\(spans)\(kind)\(anchor)>\(MarkupText.escaped(cell.displayText))")
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

/// The names by which the list of checks leads to cells, unlike those of other reports on the page.
private struct CellAnchors {
  private let report: String

  /// For each check that a cell is marked with, counted from 0, the name of this cell: of the figure on the left, where it can.
  private(set) var ofChecks: [Int: String] = [:]

  init(_ report: CheckedReport, _ marks: CellMarks) {
    // FNV-1a: names of sources may hold what cannot stand in an anchor.
    let hash = report.name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    self.report = "r" + String(hash, radix: 16)
    var leftChecks = Set<Int>()
    for (number, table) in report.tables.enumerated() {
      for cell in table.cells {
        for mark in marks.of(cell)
        where !leftChecks.contains(mark.check) && (mark.isLeft || ofChecks[mark.check] == nil) {
          ofChecks[mark.check] = name(of: cell, inTable: number)
          if mark.isLeft { leftChecks.insert(mark.check) }
        }
      }
    }
  }

  /// The name of a cell that is marked.
  func name(of cell: Cell, inTable table: Int) -> String {
    "\(report)-\(table + 1)-\(cell.rows.lowerBound + 1)-\(cell.columns.lowerBound + 1)"
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
    /// Whether it is what the others are compared with, such as a total.
    var isLeft: Bool
  }

  private var marks: [Place: [Mark]] = [:]
  /// Where figures of failing checks stand.
  private(set) var places = Set<Place>()

  init(_ shown: [Check]) {
    for (number, check) in shown.enumerated() {
      let fails = check.verdict == .fails
      for (isLeft, operands) in [(true, check.leftOperands), (false, check.rightOperands)] {
        for operand in operands {
          // Of a check that cannot be told, the figure in question is marked, and what is no figure.
          guard let place = operand.fact.place, fails || isLeft || operand.fact.value.number == nil else { continue }
          if fails { places.insert(place) }
          marks[place, default: []].append(Mark(check: number, fails: fails, raw: operand.fact.raw, isLeft: isLeft))
        }
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
