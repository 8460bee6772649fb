import ConverterCore
import Testing

@testable import ReportProfile

/// Words of the form that stand where they do not mean its cells: in summaries, in sentences, under other columns.
@Suite struct ForeignTableTests {
  let profile: Profile
  let whole: [String: CellValue]

  init() throws {
    profile = try TestReports.profile()
    whole = Report(try Form2021.document(), profile).found(profile).mapValues(\.value)
  }

  /// The report with a table before those of the form.
  private func report(after table: String, disclosure: String = Form2021.disclosure) throws -> Report {
    var document = try Form2021.document(disclosure: disclosure)
    document.blocks.insert(try TestReports.table(table), at: 2)
    return Report(document, profile)
  }

  private func amount(_ report: Report) -> CellValue? {
    report.found(profile)["fees/administrative_fees/amount"]?.value
  }

  @Test(arguments: [
    "类别 | 公开数量（条）\n行政许可 | 999\n行政处罚 | 888",
    "类别 | 2022年 | 2023年 | 增减\n行政规范性文件 | 7 | 9 | 2",
    "类别 | 2022 | 2023 | 2024\n行政规范性文件 | 7 | 9 | 2",
    "收费项目 | 金额（元）\n行政事业性收费 | 5000",
    "行政许可 | 999\n行政处罚 | 888",
  ]) func `A summary before the tables of the form takes none of their cells`(table: String) throws {
    let report = try report(after: table)
    #expect(report.found(profile).mapValues(\.value) == whole)
    #expect(report.findings.map(\.code) == ["profile.table.foreign"])
    #expect(!report.extras.isEmpty)
  }

  @Test func `A summary fills no cell that the form's own table lacks`() throws {
    let disclosure = Form2021.disclosure.replacing("行政强制 | 0 | < | <", with: "")
    let report = try report(after: "类别 | 公开数量（条）\n行政强制 | 888", disclosure: disclosure)
    #expect(report.found(profile)["enforcement/administrative_coercion/decisions"] == nil)
    #expect(report.extras.map(\.raw).contains("888"))
  }

  @Test func `Words of a row in the text are none of its cells where tables are`() throws {
    let disclosure = Form2021.disclosure.replacing("行政强制 | 0 | < | <", with: "")
    let document = try Form2021.document(text: "行政强制\n12\n", disclosure: disclosure)
    #expect(Report(document, profile).found(profile)["enforcement/administrative_coercion/decisions"] == nil)
  }

  @Test func `Of a row that stands there twice, figures that differ are taken from neither`() throws {
    let rows = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n行政规范性文件 | 30 | 1 | 9"
    let report = try self.report(after: rows)
    #expect(report.findings.map(\.code) == ["profile.row.repeated", "profile.cells.absent"])
    var rest = whole
    rest["documents/normative_documents/issued"] = nil
    #expect(report.found(profile).mapValues(\.value) == rest)
    #expect(Set(report.extras.map(\.raw)).isSuperset(of: ["3", "30"]))
    let same = rows.replacing("30", with: "3")
    #expect(try self.report(after: same).findings.isEmpty)
  }

  // Where a known label stands elsewhere than in the form, unknown ones are not taken for those that the form has there.
  @Test(arguments: [
    ("现行有效件数 | 本年废止数 | 本年印发数", ["in_force": "3"]),
    ("上年现行有效件数 | 本年制发件数 | 现行有效件数", ["issued": "1", "in_force": "9"]),
    ("本年制发件数 | 今年取消数 | 现行有效件数", ["issued": "3", "repealed": "1", "in_force": "9"]),
  ]) func `Of a header with unknown labels the known ones decide`(header: String, expected: [String: String]) throws {
    let disclosure = Form2021.disclosure.replacing("本年制发件数 | 本年废止件数 | 现行有效件数", with: header)
    let found = Report(try Form2021.document(disclosure: disclosure), profile).found(profile)
    for column in ["issued", "repealed", "in_force"] {
      let number = found["documents/normative_documents/\(column)"]?.value.number
      #expect(number == expected[column].flatMap { ExactDecimal($0) }, "\(column)")
    }
  }

  @Test(arguments: [
    ("本年收费金额（单位：万元）", "万元", true, "220400"), ("本年收费金额（单位：元）", "元", true, "22.04"),
    ("本年收费金额（元）", "元", true, "22.04"), ("本年收费金额(单位:\\n元)", "元", true, "22.04"),
    ("本年收费金额", "万元", false, "220400"), ("本年收费金额（单", "万元", true, "220400"),
  ]) func `The unit is the one that the header prints`(label: String, unit: String, isPrinted: Bool, base: String)
    throws
  {
    let disclosure = Form2021.disclosure.replacing("本年收费金额（单位：万元）", with: label)
    let value = try #require(amount(Report(try Form2021.document(disclosure: disclosure), profile)))
    #expect(value.number == ExactDecimal("22.04"))
    #expect(value.unit == unit)
    #expect(value.isUnitPrinted == isPrinted)
    #expect(value.baseNumber == ExactDecimal(base))
  }

  @Test func `Two lines of digits in a cell that states them are no number`() throws {
    let disclosure = Form2021.disclosure.replacing("22.04", with: "2\\n5")
    let fact = try #require(
      Report(try Form2021.document(disclosure: disclosure), profile).found(profile)["fees/administrative_fees/amount"])
    #expect(fact.value.state == .unreadable)
    #expect(fact.raw == "2\n5")
  }

  @Test func `A report in traditional characters is one on the form`() throws {
    let disclosure = Form2021.disclosure.replacing("信息内容", with: "信息內容").replacing("数量", with: "數量")
      .replacing("现行有效件数", with: "現行有效件數").replacing("件数", with: "件數").replacing("处理决定", with: "處理決定")
      .replacing("行政许可", with: "行政許可").replacing("处罚", with: "處罰").replacing("强制", with: "強制")
      .replacing("收费金额（单位：万元）", with: "收費金額（單位：萬元）").replacing("事业性收费", with: "事業性收費")
      .replacing("规章", with: "規章").replacing("规范性", with: "規範性")
    let applications = Form2021.applications.replacing("总计", with: "總計").replacing("结转", with: "結轉")
      .replacing("申请", with: "申請").replacing("办理", with: "辦理").replacing("属于", with: "屬於")
      .replacing("国家", with: "國家").replacing("商业", with: "商業").replacing("构", with: "構")
    let title = "雲溪縣檔案局2023年政府信息公開工作年度報告"
    let report = Report(
      try Form2021.document(title: title, disclosure: disclosure, applications: applications), profile)
    #expect(report.found(profile).mapValues(\.value.number) == whole.mapValues(\.number))
    #expect(report.identity.agency == "雲溪縣檔案局")
    #expect(report.identity.year == 2023)
  }

  @Test func `A unit in the cell counts more than the one in the header`() throws {
    let disclosure = Form2021.disclosure.replacing("（单位：万元）", with: "（元）").replacing("22.04", with: "22.04万元")
    let value = try #require(amount(Report(try Form2021.document(disclosure: disclosure), profile)))
    #expect(value.baseNumber == ExactDecimal("220400"))
  }
}
