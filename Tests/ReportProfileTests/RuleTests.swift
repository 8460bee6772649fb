import ConverterCore
import Foundation
import Testing

@testable import ReportProfile

@Suite struct RuleTests {
  let profile: Profile

  init() throws {
    profile = try TestReports.profile()
  }

  private func checks(_ document: Document) -> [Check] {
    Report(document, profile).checks(profile, document)
  }

  @Test func `A sound report passes its 42 hard checks`() throws {
    let checks = checks(try Form2021.document()).filter { $0.severity == .required }
    #expect(checks.count == 42)
    #expect(checks.allSatisfy { $0.verdict == .holds })
  }

  @Test func `A wrong total fails with both numbers and their places, and stays as printed`() throws {
    let changed = Form2021.review.replacing("2 | 1 | 0 | 0 | 3", with: "2 | 1 | 0 | 0 | 4")
    let document = try Form2021.document(review: changed)
    let failing = checks(document).filter { $0.verdict == .fails }
    #expect(failing.map(\.id) == ["review.reconsideration.total"])
    #expect(failing[0].comparison == "4 ≠ 3")
    #expect(failing[0].rightOperands.map(\.fact.raw) == ["2", "1", "0", "0"])
    #expect(failing[0].leftOperands[0].fact.place == .element(ElementPath("t", row: 4, cell: 5)))
    #expect(Report(document, profile).found(profile)["review/cases/reconsideration.total"]?.raw == "4")
  }

  @Test(arguments: [(0, Check.Verdict.holds), (2, .fails)])
  func `A group printed as one row and by its rows is their sum`(printed: Int, verdict: Check.Verdict) throws {
    let first = "^ | （六）其他处理 | 1.申请人无正当理由逾期不补正"
    let row = "^ | （六）其他处理 | < | \(printed) | 0 | 0 | 0 | 0 | 0 | 0"
    let both = Form2021.applications.replacing(first, with: "\(row)\n\(first)")
    let document = try Form2021.document(applications: both)
    let group = checks(document).filter { $0.id == "groups.total" }
    #expect(group.map(\.verdict) == [verdict] + Array(repeating: .holds, count: 6))
    #expect(group.first?.scope == "（六）其他处理 / 自然人")
    #expect(group.first?.rightOperands.count == 3)
    // The total counts the rows inside once.
    #expect(checks(document).filter { $0.verdict == .fails }.map(\.id) == (verdict == .fails ? ["groups.total"] : []))
  }

  @Test(arguments: [
    ("2 | 1 |  |  | 3", Check.Verdict.holds), ("2 | 1 | / | 无 | 3", .holds), ("2 | 1 | 0 | 0 | ", .unknown),
    (" |  |  |  | 3", .unknown), ("2 | 1 | 约 | 0 | 3", .unknown), ("2 |  | 0 | 0 | 3", .fails),
  ])
  func `A blank addend counts as nothing, a blank result leaves the rule open`(
    figures: String, verdict: Check.Verdict
  ) throws {
    let changed = Form2021.review.replacing("2 | 1 | 0 | 0 | 3", with: figures)
    let check = try #require(
      checks(try Form2021.document(review: changed)).first { $0.id == "review.reconsideration.total" })
    #expect(check.verdict == verdict)
    #expect((check.doubt.isEmpty) == (verdict != .unknown))
  }

  @Test(arguments: ["-3", "2.5"])
  func `A count is whole and not below 0`(figure: String) throws {
    let changed = Form2021.disclosure.replacing("行政许可 | 41", with: "行政许可 | \(figure)")
    #expect(
      checks(try Form2021.document(disclosure: changed)).filter { $0.verdict == .fails }.map(\.id) == ["values.domain"])
  }

  /// Every cell that a hard rule names gets another digit, one at a time.
  @Test func `Single wrong digits in constrained cells are caught`() throws {
    let report = Report(try Form2021.document(), profile)
    let form = profile.forms[try #require(report.formNumber)]
    let rules = form.rules.filter { $0.severity == .required }
    let constrained = Set(rules.flatMap(\.instances).flatMap { $0.test.left.cells + $0.test.right.cells })
      .filter { report.facts[$0].value.number != nil }
    var caught = 0
    for cell in constrained.sorted() {
      var wrong = report
      wrong.facts[cell].value.number = (wrong.facts[cell].value.number ?? .zero) + ExactDecimal(3)
      let evaluation = RuleEvaluation(wrong, form: form)
      let checks = rules.enumerated().flatMap { evaluation.checks(of: $1, number: $0) }
      if checks.contains(where: { $0.verdict == .fails }) { caught += 1 }
    }
    #expect(constrained.count > 180)
    #expect(caught == constrained.count)
  }

  @Test func `Figures of the year before are compared`() throws {
    let before = Report(try Form2021.document(title: "云溪县档案局2022年政府信息公开工作年度报告"), profile)
    let report = Report(try Form2021.document(), profile)
    let comparison = YearComparison(profile)
    let compared = comparison.checks(of: [before, report].compactMap(comparison.figures))
    #expect(compared.map(\.identity.year) == [2023])
    let checks = try #require(compared.first).checks
    #expect(checks.count { $0.id == "applications.carry_over" && $0.verdict == .holds } == 7)
    // 9 in force a year ago, 3 issued, 1 repealed: 11 and not 9.
    let stock = checks.filter { $0.id == "documents.stock_flow" && $0.verdict == .fails }
    #expect(stock.map(\.comparison) == ["9 ≠ 11"])
    #expect(stock.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    ("2023年收到政府信息公开申请8件，均已答复。", [Check.Verdict.holds]), ("全年收到政府信息公开申请9件。", [.fails]),
    ("全年制发规范性文件3件。", [.holds]), ("没有数字。", []),
  ])
  func `Counts in the text are compared with the tables as notes`(text: String, verdicts: [Check.Verdict]) throws {
    let notes = checks(try Form2021.document(text: text)).filter { $0.id.hasPrefix("narrative.") }
    #expect(notes.map(\.verdict) == verdicts)
    #expect(notes.allSatisfy { $0.severity == .note })
  }

  @Test(arguments: [
    ("4", "2", Check.Verdict.holds, ""), ("5", "2", .fails, ""), ("4", "0", .unknown, "the divisor is 0"),
  ])
  func `A quotient whose divisor is 0 leaves the rule open`(
    part: String, divisor: String, verdict: Check.Verdict, doubt: String
  ) throws {
    let profile = try Profile(
      json: Array(
        """
        {"schema": "convert.profile/1", "id": "p", "title": "P", "identification": {"titles": ["{agency}的书"]}, "forms": [{"id": "f",
          "tables": [{"id": "t", "caption": "藏书", "stub": ["种类"], "value": {"type": "integer"},
            "columns": [{"id": "a", "label": "册数"}, {"id": "b", "label": "馆数"}], "rows": [{"id": "x", "label": "图书"}]}],
          "rules": [{"id": "r", "severity": "required", "text": "每馆两册", "test": "t[x,a] / t[x,b] == 2"}]}]}
        """.utf8))
    let table = try TestReports.table("种类 | 册数 | 馆数\n图书 | \(part) | \(divisor)")
    let document = Document(blocks: TestReports.paragraphs("云溪县档案局的书\n藏书") + [table])
    let check = try #require(Report(document, profile).checks(profile, document).first { $0.id == "r" })
    #expect(check.verdict == verdict)
    #expect(check.doubt == doubt)
  }

  @Test func `Indicators and harmonised series are computed exactly`() throws {
    let report = Report(try Form2021.document(), profile)
    let form = profile.forms[try #require(report.formNumber)]
    let evaluation = RuleEvaluation(report, form: form)
    let values = form.indicators.map { evaluation.value(of: $0.expression)?.description }
    #expect(values == ["0.888889", "0.5", "0", "0.333333"])
    let series = Dictionary(
      uniqueKeysWithValues: form.harmonised.map { ($0.code, evaluation.value(of: $0.expression)?.description) })
    #expect(series["documents.normative_documents.new"] == "3")
    #expect(series["applications.outcome.other"] == "0")
  }
}

@Suite struct SecondFamilyTests {
  @Test func `Components of an agency repeat, and their sums are checked`() throws {
    let profile = try TestReports.profile("us.foia.annual_report")
    let table = try TestReports.table(
      """
      Agency / Component | Number of Requests Pending as of Start of Fiscal Year | Number of Requests Received in Fiscal Year | Number of Requests Processed in Fiscal Year | Number of Requests Pending as of End of Fiscal Year
      Office of Rivers | 5 | 1,204 | 1,200 | 9
      Bureau of Lakes | 0 | 16 | 15 | 2
      AGENCY OVERALL | 5 | 1,220 | 1,215 | 11
      """)
    let title = "Department of Waters\nFreedom of Information Act Annual Report\nfor Fiscal Year 2023"
    let document = Document(blocks: TestReports.paragraphs(title) + [table])
    let report = Report(document, profile)
    #expect(report.identity.agencyPrinted == "Department of Waters")
    #expect(report.identity.year == 2023)
    #expect(report.repeatedRows.map(\.label) == ["Office of Rivers", "Bureau of Lakes"])
    let failing = report.checks(profile, document).filter { $0.verdict == .fails }
    #expect(
      failing.map { "\($0.id) \($0.scope) \($0.comparison)" } == [
        "requests.flow Bureau of Lakes 2 ≠ 1", "requests.flow AGENCY OVERALL 11 ≠ 10",
      ])
    var output = OutputBuffer()
    RecordWriter(profile, layout: .csv).write(report, to: &output)
    let lines = String(decoding: output.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.contains { $0.contains("requests/component:Office of Rivers/received,1204,number,\"1,204\"") })
  }

  @Test func `Each component is compared with itself a year ago`() throws {
    let profile = try TestReports.profile("us.foia.annual_report")
    let comparison = YearComparison(profile)
    let years = [("2022", "Bureau of Lakes | 1 | 9 | 7 | 3"), ("2023", "Bureau  of lakes | 4 | 9 | 7 | 6")]
    let figures = try years.map { year, row in
      let table = try TestReports.table(
        """
        Component | Number Pending as of Start of Fiscal Year | Number Received in Fiscal Year | Number Processed in Fiscal Year | Number Pending as of End of Fiscal Year
        Office of Rivers | 5 | 4 | 4 | 5
        \(row)
        """)
      let title = "Department of Waters\nFreedom of Information Act Annual Report\nfor Fiscal Year \(year)"
      let report = Report(Document(blocks: TestReports.paragraphs(title) + [table]), profile)
      return try #require(comparison.figures(of: report))
    }
    // Workers tell figures as JSON.
    let told = try JSONDecoder().decode([YearlyFigures].self, from: JSONEncoder().encode(figures))
    for figures in [figures, told] {
      let checks = comparison.checks(of: figures).flatMap(\.checks).filter { $0.verdict != .unknown }
      #expect(
        checks.map { "\($0.scope) \($0.comparison) \($0.verdict)" } == [
          "Office of Rivers 5 == 5 holds", "Bureau  of lakes 4 ≠ 3 fails",
        ])
    }
  }
}
