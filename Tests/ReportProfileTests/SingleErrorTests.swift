import ConverterTesting
import Testing

@testable import ReportProfile

/// One wrong digit anywhere in a sound report.
@Suite struct SingleErrorTests {
  /// Facts of an invented report whose figures agree, on one form.
  private struct SoundReport {
    let form: Form
    private(set) var report: Report

    init(_ profile: Profile, formNumber: Int, random: inout SeededGenerator) {
      form = profile.forms[formNumber]
      report = Report(name: "invented", identity: ReportIdentity(), formNumber: formNumber)
      report.facts = Array(repeating: .absent, count: form.allCells.upperBound)
      for table in form.tables where table.id != "applications" && table.id != "review" {
        for cell in table.cells { set(cell, Int.random(in: 0...900, using: &random)) }
      }
      fillApplications(&random)
      fillReview(&random)
    }

    private mutating func set(_ cell: Int, _ number: Int) {
      report.facts[cell] = Fact(
        value: CellValue(state: .number, number: ExactDecimal(number)), raw: "\(number)", evidence: .label)
    }

    /// Received and carried in are what was dealt with and carried out; the last column totals the others.
    private mutating func fillApplications(_ random: inout SeededGenerator) {
      guard let table = form.tables.first(where: { $0.id == "applications" }) else { return }
      let row = { (id: String) in table.rows.firstIndex { $0.id == id } ?? 0 }
      let leaves = table.rows.indices.filter {
        table.rows[$0].id.hasPrefix("outcome.") && table.rows[$0].id != "outcome.total"
          && table.rows[$0].presence == .required
      }
      var totals: [Int: Int] = [:]
      for column in table.columns.indices.dropLast() {
        var figures = Dictionary(uniqueKeysWithValues: leaves.map { ($0, Int.random(in: 0...40, using: &random)) })
        let outcomes = figures.values.reduce(0, +)
        let carriedOut = Int.random(in: 0...20, using: &random)
        figures[row("outcome.total")] = outcomes
        figures[row("carried_out")] = carriedOut
        figures[row("carried_in")] = Int.random(in: 0...carriedOut, using: &random)
        figures[row("new_received")] = outcomes + carriedOut - (figures[row("carried_in")] ?? 0)
        for (row, figure) in figures {
          set(table.cell(row: row, column: column), figure)
          totals[row, default: 0] += figure
        }
      }
      for (row, total) in totals { set(table.cell(row: row, column: table.columns.count - 1), total) }
    }

    /// Each group of five columns ends with its total.
    private mutating func fillReview(_ random: inout SeededGenerator) {
      guard let table = form.tables.first(where: { $0.id == "review" }) else { return }
      for group in stride(from: 0, to: table.columns.count, by: 5) {
        let figures = (0..<4).map { _ in Int.random(in: 0...9, using: &random) }
        for (offset, figure) in (figures + [figures.reduce(0, +)]).enumerated() {
          set(table.cell(row: 0, column: group + offset), figure)
        }
      }
    }

    /// The cells that rules which must hold look at.
    var constrained: [Int] {
      let tests = form.rules.filter { $0.severity == .required }.flatMap(\.instances).map(\.test)
      return Set(tests.flatMap { $0.left.cells + $0.right.cells }).filter { report.facts[$0].value.number != nil }
        .sorted()
    }

    /// The rules that must hold and do not, with one cell changed.
    func failures(_ cell: Int? = nil, digits: String = "") -> [Check] {
      var report = report
      if let cell { report.facts[cell].value.number = ExactDecimal(digits) }
      let evaluation = RuleEvaluation(report, form: form)
      return form.rules.enumerated().filter { $1.severity == .required && !$1.needsEarlierYear }
        .flatMap { evaluation.checks(of: $1, number: $0) }.filter { $0.verdict == .fails }
    }
  }

  @Test(arguments: [0, 1], [UInt64(1), 2, 3, 4, 5]) func `A wrong digit in a constrained cell fails a rule`(
    formNumber: Int, seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let sound = SoundReport(try TestReports.profile(), formNumber: formNumber, random: &random)
    #expect(sound.failures().isEmpty, "seed \(seed)")
    let constrained = sound.constrained
    #expect(constrained.count > 170, "seed \(seed)")
    var caught = 0
    for cell in constrained {
      var digits = Array(sound.report.facts[cell].raw)
      let position = Int.random(in: 0...(digits.count - 1), using: &random)
      let others = "0123456789".filter { $0 != digits[position] }
      digits[position] = Array(others)[Int.random(in: 0...8, using: &random)]
      if !sound.failures(cell, digits: String(digits)).isEmpty { caught += 1 }
    }
    #expect(caught * 100 >= constrained.count * 99, "seed \(seed): \(caught) of \(constrained.count)")
  }
}
