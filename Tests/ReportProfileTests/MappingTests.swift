import ConverterCore
import Testing

@testable import ReportProfile

/// How reports vary in the wild: labels, layout, values; one invented document for each.
@Suite struct MappingTests {
  let profile: Profile

  init() throws {
    profile = try TestReports.profile()
  }

  private func found(_ document: Document) -> [String: Fact] { Report(document, profile).found(profile) }

  @Test func `A complete report has all 200 cells by their labels`() throws {
    let report = Report(try Form2021.document(), profile)
    let found = report.found(profile)
    #expect(found.count == 200)
    #expect(found.values.allSatisfy { $0.evidence == .label })
    #expect(found["documents/normative_documents/in_force"]?.value.number == ExactDecimal(9))
    #expect(
      found["applications/outcome.unable_to_provide.not_held/legal_person.other"]?.value.number == ExactDecimal(1))
    #expect(found["review/cases/litigation.direct.pending"]?.value.number == ExactDecimal(1))
    #expect(report.extras.isEmpty && report.findings.isEmpty)
  }

  @Test(arguments: [
    ("行政规范性文件", "规范性文件"), ("行政规范性文件", "規範性檔案"), ("现行有效件数", "现行有效件"), ("本年制发件数", "本年制作数量"),
    ("本年制发件数", "制发数量"), ("本年制发件数", "本年(2023)制发件数"), ("规章", "规章(县级无此项)"), ("本年制发件数", "本年制\\n发件数"),
    ("第二十条第（一）项", "第二十条第(一)项"), ("本年收费金额（单位：万元）", "本年收费金额\\n(单位:万元)"),
    ("本年收费金额（单位：万元）", "本年收费金额"),
  ])
  func `Labels may be renamed, cut off, broken, annotated or written differently`(label: String, printed: String) throws
  {
    let changed = Form2021.disclosure.replacing(label, with: printed)
    let found = found(try Form2021.document(disclosure: changed))
    #expect(found.count == 200)
    #expect(found["documents/normative_documents/issued"]?.value.number == ExactDecimal(3))
    #expect(found["fees/administrative_fees/amount"]?.value.number == ExactDecimal("22.04"))
  }

  @Test(arguments: [
    ("勾稽", "钩稽"), ("：第一项加第二项之和，等于", ":第一项加第二项之和,等于"), ("自然人", "自\\n然\\n人"), ("商业企业", "商业\\n企业"),
    ("三、本年度办理结果", "三\\n本\\n年\\n度\\n办\\n理\\n结\\n果"),
    ("1.属于国家秘密", "属于国家秘密"), ("危及“三安全一稳定”", "危及\"三安全一稳定\""), ("（七）总计", "（七）总  计"), ("（四）无法提供", "（四）无"),
  ])
  func `Labels of the table of applications vary as well`(label: String, printed: String) throws {
    let changed = Form2021.applications.replacing(label, with: printed)
    #expect(found(try Form2021.document(applications: changed)).count == 200)
  }

  @Test(arguments: [("41", "2万"), ("41", "2元"), ("22.04", "3件"), ("22.04", "3批次")])
  func `A unit of another kind than the form's leaves it open what is meant`(figure: String, printed: String) throws {
    let report = Report(
      try Form2021.document(disclosure: Form2021.disclosure.replacing(figure, with: printed)), profile)
    let fact = report.facts.first { $0.raw == printed }
    #expect(fact?.value == CellValue(state: .unreadable))
  }

  @Test func `A row that is shifted against the header and lacks a value is not read by the header's grid`() throws {
    let rows = Form2021.applications.replacing(
      "^ | （四）无法提供 | 1.本机关不掌握相关政府信息 | 2 | 0 | 0 | 0 | 0 | 1 | 3",
      with: "^ | ^ | （四）无法提供 | 1.本机关不掌握相关政府信息 | 2 | 0 | 0 | 0 | 0 | 1")
    let report = Report(try Form2021.document(applications: rows), profile)
    let found = report.found(profile).filter { $0.key.hasPrefix("applications/outcome.unable_to_provide.not_held/") }
    #expect(found.isEmpty)
    #expect(report.findings.map(\.code).contains("profile.row.undecided"))
  }

  @Test(arguments: [
    ("信息内容", "資訊內容"), ("行政规范性文件", "行政規範性檔案"), ("属于四类过程性信息", "屬於四類過程性資訊"),
    ("本机关不掌握相关政府信息", "本機關不掌握相關政府資訊"), ("没有现成信息需要另行制作", "沒有現成资讯需要另行製作"),
  ])
  func `Words used in Taiwan stand for those of the form`(word: String, printed: String) throws {
    let document = try Form2021.document(
      disclosure: Form2021.disclosure.replacing(word, with: printed),
      applications: Form2021.applications.replacing(word, with: printed))
    #expect(found(document).count == 200)
    #expect(Report(document, profile).findings.isEmpty)
  }

  @Test func `Other matters printed as one row count as that row`() throws {
    let rows = Form2021.applications.split(separator: "\n").map(String.init)
    let other = try #require(rows.firstIndex { $0.contains("（六）其他处理") })
    let joined = rows[..<other] + ["^ | （六）其他处理 | < | 0 | 0 | 0 | 0 | 0 | 0 | 0"] + rows[(other + 3)...]
    let document = try Form2021.document(applications: joined.joined(separator: "\n"))
    let report = Report(document, profile)
    #expect(report.found(profile).keys.count { $0.hasPrefix("applications/outcome.other/") } == 7)
    #expect(report.findings.isEmpty)
    #expect(report.checks(profile, document).allSatisfy { $0.verdict == .holds })
  }

  @Test func `A local row is kept apart and moves nothing`() throws {
    let local = Form2021.disclosure + "\n2023年本机关政府信息公开发布总数量：6 | < | < | <\n其他主动公开材料 | 4 | < | <"
    let report = Report(try Form2021.document(disclosure: local), profile)
    #expect(report.found(profile).count == 200)
    #expect(report.extras.map(\.raw) == ["2023年本机关政府信息公开发布总数量：6", "其他主动公开材料", "4"])
    #expect(report.extras.last?.label == "其他主动公开材料")
  }

  @Test func `Columns that shift between header and values are mapped by their order`() throws {
    let shifted = Form2021.disclosure.replacing(
      "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n规章 | 0 | 0 | 0\n行政规范性文件 | 3 | 1 | 9",
      with: "信息内容 | 本年制发件数 | 本年废止件数 | < | 现行有效件数\n规章 | 0 | < | 0 | 0\n行政规范性文件 | 3 | < | 1 | 9")
    let found = found(try Form2021.document(disclosure: shifted))
    #expect(found["documents/normative_documents/repealed"]?.value.number == ExactDecimal(1))
    #expect(found["documents/normative_documents/in_force"]?.value.number == ExactDecimal(9))
  }

  @Test func `A table cut by a page end goes on where it stopped`() throws {
    var rows = Form2021.applications.split(separator: "\n").map(String.init)
    let cut = try #require(rows.firstIndex { $0.contains("2.没有现成信息") })
    rows[cut] = rows[cut].replacing("^ | ^", with: "三、本年度办理结果 | 法提供")
    let parts = [rows[..<cut], rows[cut...]].map { $0.joined(separator: "\n") }
    let tables = try ([Form2021.disclosure] + parts + [Form2021.review]).map(TestReports.table)
    let document = Document(blocks: TestReports.paragraphs(Form2021.title) + tables)
    #expect(found(document).count == 200)
  }

  @Test func `A changed label is recognised by its place between its neighbours`() throws {
    let changed = Form2021.applications.replacing("4.保护第三方合法权益", with: "4.保护第三人权益")
    let found = found(try Form2021.document(applications: changed))
    #expect(found.count == 200)
    let code = "applications/outcome.not_disclosed.third_party_rights/total"
    #expect(found[code]?.evidence == .position)
  }

  @Test func `A ragged row keeps its values under their columns`() throws {
    let ragged = Form2021.applications.replacing(
      "四、结转下年度继续办理 | < | < | 1 | 0 | 0 | 0 | 0 | 0 | 1", with: "四、结转下年度继续办理 | < | < | 1 | ~ | ~ | ~ | ~ | ~ | 1")
    let found = found(try Form2021.document(applications: ragged))
    #expect(found["applications/carried_out/total"]?.value.number == ExactDecimal(1))
    #expect(found["applications/carried_out/legal_person.other"] == nil)
  }

  @Test(arguments: [
    ("", CellValue.State.blank, nil), ("\u{3000}", .blank, nil), ("/", .placeholder, nil), ("——", .placeholder, nil),
    ("-", .placeholder, nil), ("—", .placeholder, nil), ("  4  ", .number, "4"), ("5（含上年1件）", .number, "5"),
    ("无", .placeholder, nil), ("１２", .number, "12"), ("\u{A0}7 ", .number, "7"), ("3件", .number, "3"),
    ("\u{3000}8\u{3000}", .number, "8"),
    ("1,234", .number, "1234"), ("13000000(预算", .number, "13000000"), ("[bookmark: _GoBack]0", .number, "0"),
    ("约三件", .unreadable, nil), ("12¹", .unreadable, nil), ("12²", .unreadable, nil), ("12(1)", .number, "12"),
  ])
  func `What stands in a cell is told apart`(raw: String, state: CellValue.State, number: String?) throws {
    let changed = Form2021.disclosure.replacing("行政许可 | 41", with: "行政许可 | \(raw)")
    let fact = found(try Form2021.document(disclosure: changed))["licensing/administrative_licence/decisions"]
    #expect(fact?.value.state == state)
    #expect(fact?.value.number == number.flatMap { ExactDecimal($0) })
  }

  @Test(arguments: [
    ("22.04", "万元", "220400"), ("764.1万", "万元", "7641000"), ("251000元", "元", "251000"), ("2亿元", "亿元", "200000000"),
  ])
  func `Amounts have a unit and a base value`(raw: String, unit: String, base: String) throws {
    let changed = Form2021.disclosure.replacing("22.04", with: raw)
    let value = found(try Form2021.document(disclosure: changed))["fees/administrative_fees/amount"]?.value
    #expect(value?.unit == unit)
    #expect(value?.baseNumber?.description == base)
    #expect(value?.baseUnit == "CNY")
    #expect(value?.isUnitPrinted == true)
  }

  @Test func `An amount without a unit anywhere has none`() throws {
    let bare = Form2019.disclosure.replacing("1082.33万", with: "1082.33")
    let report = Report(try Form2019.document(disclosure: bare), profile)
    let value = report.found(profile)["procurement/centralised_procurement/amount"]?.value
    #expect(value?.number == ExactDecimal("1082.33"))
    #expect(value?.unit == nil && value?.baseNumber == nil && value?.isUnitPrinted == false)
  }

  @Test func `Signs are read where changes are counted`() throws {
    let found = found(try Form2019.document())
    let codes = [
      "licensing/other_external_services/items_change", "enforcement/administrative_penalty/items_change",
      "enforcement/administrative_coercion/items_change",
    ]
    #expect(codes.map { found[$0]?.raw } == ["+1", "－55", "+0"])
    #expect(codes.map { found[$0]?.value.number } == [ExactDecimal(1), ExactDecimal(-55), ExactDecimal(0)])
  }

  @Test func `Headings with other numbers than those of the form mislead nobody`() throws {
    let headings = ["三、主动公开政府信息情况", "四、收到和处理政府信息公开申请情况", "五、政府信息公开行政复议、行政诉讼情况"]
    let tables = try [Form2021.disclosure, Form2021.applications, Form2021.review].map(TestReports.table)
    let blocks = zip(headings, tables).flatMap { TestReports.paragraphs($0) + [$1] }
    let report = Report(Document(blocks: TestReports.paragraphs(Form2021.title) + blocks), profile)
    #expect(report.found(profile).count == 200)
    #expect(report.extras.isEmpty && report.findings.isEmpty)
  }

  @Test func `A number that a row and a section share makes no row of the section`() throws {
    // Some programs put the heading of section four into the last row of the table before it.
    let document = try Form2021.document(
      applications: Form2021.applications + "\n四、政府信息公开行政复议、行政诉讼情况 | < | < | < | < | < | < | < | < | <")
    let report = Report(document, profile)
    #expect(report.found(profile).count == 200)
    #expect(report.found(profile)["applications/carried_out/total"]?.value.number == ExactDecimal(1))
    #expect(report.extras.isEmpty)
  }

  @Test func `The form is chosen by content, not by year`() throws {
    let old = try Form2019.document(title: "云溪县档案局2023年政府信息公开工作年度报告")
    let report = Report(old, profile)
    #expect(report.formNumber.map { profile.forms[$0].id } == "cn.ogi.2019")
    #expect(report.found(profile)["enforcement/administrative_penalty/items_change"]?.value.number == ExactDecimal(-55))
    #expect(report.found(profile)["licensing/administrative_licence/items_change"]?.value.state == .word)
    #expect(report.found(profile)["procurement/centralised_procurement/projects"]?.value.unit == "批次")
    #expect(
      report.found(profile)["procurement/centralised_procurement/amount"]?.value.baseNumber == ExactDecimal(10_823_300))
  }

  @Test func `A document of another kind is no report`() throws {
    let table = try TestReports.table("姓名 | 年龄\n甲 | 3")
    let report = Report(Document(blocks: TestReports.paragraphs("名单") + [table]), profile)
    #expect(report.formNumber == nil)
    #expect(report.findings.map(\.code) == ["profile.form.unknown"])
  }
}

/// Section two of an invented report on the form of 2019.
enum Form2019 {
  static let disclosure = """
    第二十条第（一）项 | < | < | <
    信息内容 | 本年新\\n制作数量 | 本年新\\n公开数量 | 对外公开总数量
    规章 | 0 | 0 | 0
    规范性文件(指有正式文号的文件) | 2 | 2 | 14
    第二十条第（五）项 | < | < | <
    信息内容 | 上一年项目数量 | 本年增/ | 处理决定数量
    行政许可 | 16 | 未增未减 | 16
    其他对外管理服务事项 | 0 | +1 | 0
    第二十条第（六）项 | < | < | <
    信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
    行政处罚 | 103 | －55 | 48
    行政强制 | 0 | +0 | 0
    第二十条第（八）项 | < | < | <
    信息内容 | 上一年项目数量 | 本年增/减 | <
    行政事业性收费 | 0 | 0 | <
    第二十条第（九）项 | < | < | <
    信息内容 | 采购项目数量 | 采购总金额 | <
    政府集中采购 | 31批次 | 1082.33万 | <
    """

  static func document(
    title: String = "云溪县档案局2019年政府信息公开工作年度报告", disclosure: String = disclosure
  ) throws -> Document {
    Document(blocks: TestReports.paragraphs(title) + [try TestReports.table(disclosure)])
  }
}
