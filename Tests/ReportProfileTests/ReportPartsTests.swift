import ConverterCore
import Testing

@testable import ReportProfile

@Suite struct ReportPartsTests {
  let profile: Profile

  init() throws {
    profile = try TestReports.profile()
  }

  private func joined(_ documents: [Document]) -> Document {
    Document(source: SourceDescription(name: "both.docx"), blocks: documents.flatMap(\.blocks))
  }

  private func numbers(_ report: Report) -> [String: ExactDecimal] {
    report.found(profile).compactMapValues(\.value.number)
  }

  /// The report on another year, with other figures in places.
  private func other(title: String) throws -> Document {
    try Form2021.document(
      title: title, disclosure: Form2021.disclosure.replacing("行政规范性文件 | 3 | 1 | 9", with: "行政规范性文件 | 4 | 0 | 13"))
  }

  @Test(arguments: [
    ("云溪县档案局2024年政府信息公开工作年度报告", "云溪县档案局", 2024), ("砚坪县审计局2023年政府信息公开工作年度报告", "砚坪县审计局", 2023),
    ("砚坪县审计局\n2022年政府信息公开工作年度报告", "砚坪县审计局", 2022), ("砚坪县\n审计局\n2022年政府信息公开工作年度报告", "砚坪县审计局", 2022),
    ("砚坪县审计局\n政府信息公开工作\n年度报告\n（2022年）", "砚坪县审计局", 2022), ("2022年\n砚坪县审计局\n政府信息公开工作年度\n报告", "砚坪县审计局", 2022),
    ("砚坪县审计局\n2022年政府信息\n公开工作年度报告", "砚坪县审计局", 2022), ("2022年政府信息\n公开工作\n年度报告\n砚坪县审计局", "砚坪县审计局", 2022),
    ("2022年政府信息公开工作年度报告\n（砚坪县审计局）", "砚坪县审计局", 2022), ("附件2\n砚坪县\n审计局\n二〇二二年\n政府信息公开\n年度报告", "砚坪县审计局", 2022),
  ])
  func `Two reports one after the other are two`(title: String, agency: String, year: Int) throws {
    let documents = try [Form2021.document(), other(title: title)]
    let parts = Report.parts(of: joined(documents), profile).map(\.report)
    #expect(parts.map(\.name) == ["both.docx#1", "both.docx#2"])
    #expect(parts.map(\.identity.agency) == ["云溪县档案局", agency])
    #expect(parts.map(\.identity.year) == [2023, year])
    for (part, document) in zip(parts, documents) { #expect(numbers(part) == numbers(Report(document, profile))) }
    #expect(parts[0].findings.map(\.code) == ["profile.reports.several"])
    #expect(parts[1].findings.isEmpty)
  }

  @Test func `Reports of equal figures are two as well, and a running head begins none`() throws {
    let first = try Form2021.document(text: "云溪县档案局2023年政府信息公开工作年度报告\n概述。")
    let second = try Form2021.document(title: "云溪县档案局2024年政府信息公开工作年度报告")
    let parts = Report.parts(of: joined([first, second]), profile).map(\.report)
    #expect(parts.map(\.identity.year) == [2023, 2024])
  }

  @Test func `Titles in a list of contents are no reports`() throws {
    let contents = TestReports.paragraphs("砚坪县审计局2023年政府信息公开工作年度报告 1\n云溪县档案局2023年政府信息公开工作年度报告 9")
    let reports = try [Form2021.document(), other(title: "砚坪县审计局2023年政府信息公开工作年度报告")]
    let parts = Report.parts(of: joined([Document(blocks: contents)] + reports), profile).map(\.report)
    #expect(parts.map(\.identity.agency) == ["云溪县档案局", "砚坪县审计局"])
    #expect(parts.map { numbers($0)["documents/normative_documents/in_force"]?.description } == ["9", "13"])
  }

  @Test func `Flattened reports one after the other are two`() {
    let first = Form2021.flattened()
    let second = Form2021.flattened(values: [0: ["6", "1", "0", "0", "0", "1", "8"]])
    var blocks = first.blocks
    for block in second.blocks {
      guard case .paragraph(var paragraph) = block else { continue }
      paragraph.text = paragraph.text.replacing("云溪县档案局2023年", with: "砚坪县审计局2022年")
      blocks.append(.paragraph(paragraph))
    }
    let parts = Report.parts(of: Document(blocks: blocks), profile).map(\.report)
    #expect(parts.map(\.identity.agency) == ["云溪县档案局", "砚坪县审计局"])
    #expect(parts.map { numbers($0)["applications/new_received/natural_person"]?.description } == ["5", "6"])
  }

  @Test(arguments: ["砚坪县审计局2022年政府信息公开工作年度报告", "砚坪县审计局2022年政府信息公开工作\n年度报告"])
  func `A flattened report before one with tables is a report of its own`(title: String) throws {
    let flattened = Form2021.flattened(values: [0: ["6", "1", "0", "0", "0", "1", "8"]])
    let parts = Report.parts(of: joined([flattened, try other(title: title)]), profile)
    #expect(parts.map(\.report.identity.agency) == ["云溪县档案局", "砚坪县审计局"])
    #expect(
      parts.map { numbers($0.report)["applications/new_received/natural_person"]?.description } == ["6", "5"])
  }

  @Test func `A title between the lines of a paragraph cuts it there`() throws {
    var document = joined(try [Form2021.document(), other(title: "正文")])
    let text = "六、其他需要报告的事项\n云溪县档案局2024年政府信息公开工作年度报告\n一、总体情况"
    let index = try #require(document.blocks.lastIndex { if case .paragraph = $0 { true } else { false } })
    document.blocks[index] = .paragraph(Paragraph(text: text, origin: Origin(.lines(70...72), .stated)))
    let parts = Report.parts(of: document, profile)
    #expect(parts.map(\.report.identity.year) == [2023, 2024])
    #expect(parts[1].document.blocks.first?.origin.place == .lines(71...72))
  }

  @Test(arguments: ["附表", "云溪县档案局2023年政府信息公开工作年度报告", "2023年政府信息公开工作年度报告"])
  func `Without another agency or year they are one, without the figures that differ`(title: String) throws {
    let parts = Report.parts(of: joined(try [Form2021.document(), other(title: title)]), profile)
    #expect(parts.count == 1)
    let found = numbers(parts[0].report)
    #expect(["issued", "repealed", "in_force"].allSatisfy { found["documents/normative_documents/\($0)"] == nil })
    #expect(found["licensing/administrative_licence/decisions"]?.description == "41")
    #expect(Set(parts[0].report.extras.map(\.raw)).isSuperset(of: ["3", "1", "9", "4", "13"]))
    #expect(parts[0].report.findings.map(\.code).contains("profile.row.repeated"))
    let told = try #require(parts[0].report.findings.first { $0.code == "profile.tables.repeated" })
    #expect(
      told.message.contains("6 tables of the form stand in it twice (at t/tr[3]/tc[2], and again at t/tr[3]/tc[1])"))
  }

  @Test func `A report that lacks a table makes no two`() throws {
    var second = try other(title: "砚坪县审计局2023年政府信息公开工作年度报告")
    second.blocks.removeLast()
    #expect(Report.parts(of: joined([try Form2021.document(), second]), profile).count == 1)
  }

  @Test func `Tables count from the start of the document`() throws {
    let extra = try TestReports.table("经办人 | 电话\n王某 | 7")
    var second = try other(title: "砚坪县审计局2023年政府信息公开工作年度报告")
    second.blocks.append(extra)
    let parts = Report.parts(of: joined([try Form2021.document(), second]), profile)
    #expect(parts.map { Set($0.report.extras.compactMap(\.table)) } == [[], [7]])
  }
}
