import ConverterCore
import Testing

@testable import ReportProfile

/// Tables as they come from pages without lines: labels in pieces, columns too many, cells run together.
@Suite struct ImperfectTableTests {
  let profile: Profile

  init() throws {
    profile = try TestReports.profile()
  }

  private func found(_ document: Document) -> [String: Fact] { Report(document, profile).found(profile) }

  private static let row = "^ | ^ | 1.本机关不掌握相关政府信息 | 2 | 0 | 0 | 0 | 0 | 1 | 3"
  private static let code = "applications/outcome.unable_to_provide.not_held"

  /// The applications with the row of information not held printed in another way.
  private func applications(_ printed: String) throws -> Document {
    let whole = Form2021.applications.replacing("（四）无法提供 | 1.本机关", with: "^ | 1.本机关")
      .replacing("^ | ^ | 2.没有现成", with: "^ | | 2.没有现成")
    #expect(whole.contains(Self.row))
    return try Form2021.document(applications: whole.replacing(Self.row, with: printed))
  }

  @Test(arguments: [
    // Three lines, the values beside the one in the middle, the first, the last.
    "^ | ^ | 1.本机关 | | | | | | | \n^ | ^ | 不掌握相关 | 2 | 0 | 0 | 0 | 0 | 1 | 3\n^ | ^ | 政府信息 | | | | | | | ",
    "^ | ^ | 1.本机关 | 2 | 0 | 0 | 0 | 0 | 1 | 3\n^ | ^ | 不掌握相关政府信息 | | | | | | | ",
    "^ | ^ | 1.本机关不掌握 | | | | | | | \n^ | ^ | 相关政府信息 | 2 | 0 | 0 | 0 | 0 | 1 | 3",
    "^ | ^ | 1.本机关不掌握相关政府信息 | | | | | | | \n^ | ^ | | 2 | 0 | 0 | 0 | 0 | 1 | 3",
    // Mixed with the lines of the cells beside.
    "^ | （四）无 1.本机关不掌握相关法提供 政府信息 | < | 2 | 0 | 0 | 0 | 0 | 1 | 3",
    "^ | 年度办 1.本机关不掌握相理 关政府信息结果 | < | 2 | 0 | 0 | 0 | 0 | 1 | 3",
    "^ | （四）无 1.本机关不掌握相关 | < | 2 | 0 | 0 | 0 | 0 | 1 | 3\n^ | 法提供 政府信息 | < | | | | | | | ",
  ])
  func `A label in pieces is put together`(printed: String) throws {
    let found = found(try applications(printed))
    #expect(found.count == 200)
    #expect(found["\(Self.code)/natural_person"]?.value.number == ExactDecimal(2))
    #expect(found["\(Self.code)/total"]?.value.number == ExactDecimal(3))
    #expect(found["applications/outcome.partially_granted/total"]?.value.number == ExactDecimal(1))
  }

  @Test func `Text with other characters than those of the labels is no label`() throws {
    let printed = "^ | （四）某 1.水务局往来材料目录 | < | 2 | 0 | 0 | 0 | 0 | 1 | 3"
    #expect(found(try applications(printed))["\(Self.code)/total"] == nil)
  }

  @Test func `A row that is blank stays blank beside rows with labels`() throws {
    let found = found(try applications(Self.row.replacing("2 | 0 | 0 | 0 | 0 | 1 | 3", with: " | | | | | | ")))
    #expect(found["\(Self.code)/total"]?.value.state == .blank)
    #expect(found.count == 200)
  }

  @Test(arguments: ["息", "关政府信息"]) func `The end of a label cut by a page end takes the place that is left`(
    end: String
  ) throws {
    var rows = Form2021.applications.split(separator: "\n").map(String.init)
    let cut = try #require(rows.firstIndex { $0.contains("1.本机关不掌握") })
    rows[cut] = "三、本年度办理结果 | （四）无法提供 | \(end) | 2 | 0 | 0 | 0 | 0 | 1 | 3"
    let parts = [rows[..<cut], rows[cut...]].map { $0.joined(separator: "\n") }
    let tables = try ([Form2021.disclosure] + parts + [Form2021.review]).map(TestReports.table)
    let found = found(Document(blocks: TestReports.paragraphs(Form2021.title) + tables))
    #expect(found["\(Self.code)/total"]?.value.number == ExactDecimal(3))
    #expect(found.count == 200)
  }

  @Test func `Blank columns too many move no value`() throws {
    let disclosure = """
      第二十条第（一）项 | < | < | < | < | <
      信息内容 | 本年制发件数 本年废止件数 | < | 现行有效件数 | < | <
      规章 | 0 | | 4 | | 0
      行政规范性文件 | 3 | | 1 | | 9
      第二十条第（五）项 | < | < | < | < | <
      信息内容 | 本年处理决定数量 | < | | |
      行政许可 | | | | 41 |
      """
    let found = found(try Form2021.document(disclosure: disclosure))
    #expect(found["documents/normative_documents/in_force"]?.value.number == ExactDecimal(9))
    #expect(found["documents/regulations/repealed"]?.value.number == ExactDecimal(4))
    #expect(found["licensing/administrative_licence/decisions"]?.value.number == ExactDecimal(41))
  }

  @Test func `Full rows tell how a row with a blank cell is read`() throws {
    // The header is lost; a column too many is blank in every row.
    let rows = Form2021.rows.map { row, values in
      let texts = values.map(String.init)
      let printed = row.contains("四、结转") ? ["1", "", "0", "0", "0", "0", "1"] : texts
      return "\(row) | \(printed[0]) | | \(printed[1...].joined(separator: " | "))"
    }
    let found = found(try Form2021.document(applications: rows.joined(separator: "\n")))
    #expect(found.keys.count { $0.hasPrefix("applications/") } == 175)
    #expect(found["applications/carried_out/legal_person.commercial_enterprise"]?.value.state == .blank)
    #expect(found["applications/carried_out/total"]?.value.number == ExactDecimal(1))
  }

  /// The first three columns blank in one way, or a merged cell slid in before or behind: the sums tell which.
  @Test(arguments: [
    (" | 2 | 0 | 0 | 0 | 1 | | 3", ["2", "0", "0", "0", "1", nil, "3"]),
    ("2 | | 1 | 0 | 0 | 0 | 3 | ", ["2", nil, "1", "0", "0", "0", "3"]),
    (" | | 2 | 1 | 0 | 0 | 0 | 3", [nil, "2", "1", "0", "0", "0", "3"]),
  ])
  func `A blank cell too many in a flattened row moves no value`(cells: String, numbers: [String?]) throws {
    let rows = Form2021.applications.split(separator: "\n").map { row in
      row.hasPrefix("二、上年") ? "二、上年结转政府信息公开申请数量 | < | < | \(cells)" : "\(row) | ~"
    }
    let report = Report(try Form2021.document(applications: rows.joined(separator: "\n")), profile)
    let found = report.found(profile)
    let columns = profile.forms[1].tables.first { $0.id == "applications" }?.columns ?? []
    for (column, number) in zip(columns, numbers) {
      let fact = found["applications/carried_in/\(column.id)"]
      #expect(fact == nil || fact?.value.number?.description == number, "\(column.id)")
      #expect(fact?.evidence != .label)
    }
  }

  @Test func `Values run together are parted where that gives one for each column`() throws {
    let review = Form2021.review.replacing("2 | 1 | 0 | 0 | 3", with: "2 | 1 0 0 | 3")
    #expect(review != Form2021.review)
    let found = found(try Form2021.document(review: review))
    #expect(found["review/cases/reconsideration.corrected"]?.value.number == ExactDecimal(1))
    #expect(found["review/cases/reconsideration.pending"]?.value.number == ExactDecimal(0))
    #expect(found["review/cases/litigation.direct.pending"]?.value.number == ExactDecimal(1))
  }

  @Test(arguments: [("0 0 2", nil), ("1 234", "1234"), ("12\n34", "1234"), ("3 件", "3")])
  func `Digits with a space between are one number only in groups of three`(raw: String, number: String?) throws {
    let value = profile.forms[0].tables[0].columns[0].grammar.value(of: raw, folding: profile.folding)
    #expect(value.number == number.flatMap { ExactDecimal($0) })
  }

  @Test func `A table that goes from four columns to two at a page end is one table`() throws {
    let rows = Form2021.disclosure.split(separator: "\n").map(String.init)
    let cut = try #require(rows.firstIndex { $0.contains("行政许可") })
    let narrow = rows[cut...].map { $0.replacing(" | < | < | <", with: " | <").replacing(" | < | <", with: "") }
    let tables = try [
      rows[..<cut].joined(separator: "\n"), narrow.joined(separator: "\n"), Form2021.applications, Form2021.review,
    ]
    .map(TestReports.table)
    let found = found(Document(blocks: TestReports.paragraphs(Form2021.title) + tables))
    #expect(found.count == 200)
    #expect(found["fees/administrative_fees/amount"]?.value.number == ExactDecimal("22.04"))
  }
}
