import ConverterCore
import Testing

@testable import ReportProfile

@Suite struct IdentificationTests {
  private func identity(_ text: String) throws -> ReportIdentity {
    let profile = try TestReports.profile()
    return profile.identification.identify(Document(blocks: TestReports.paragraphs(text)), folding: profile.folding)
  }

  @Test(arguments: [
    ("云溪县档案局2023年政府信息公开工作年度报告", "云溪县档案局", 2023), ("云溪县档案局2023年度政府信息公开年度报告", "云溪县档案局", 2023),
    ("云溪县档案局\n2023年政府信息公开工作年度报告", "云溪县档案局", 2023), ("云溪县档案局\n2023年政府信息公开工作\n年度报告", "云溪县档案局", 2023),
    ("附件\n云溪县档案局2023年政府信息公开工作年度报告", "云溪县档案局", 2023), ("2023年度云溪县档案局政府信息公开工作年度报告", "云溪县档案局", 2023),
    ("云溪县档案局政府信息公开工作2023年年度报告", "云溪县档案局", 2023), ("云溪县档案局二〇二三年政府信息公开工作年度报告", "云溪县档案局", 2023),
    ("２０２３年政府信息公开工作年度报告", nil, 2023), ("云溪县档案局政府信息公开工作年度报告（2023年）", "云溪县档案局", 2023),
    ("云溪县档案局\n政府信息公开工作年度报告\n（2023年度）", "云溪县档案局", 2023),
    ("云溪县档案局\n2023年\n政府信息公开工作\n年度报告", "云溪县档案局", 2023),
    ("云溪县档案局\n2023年\n政府信息公开\n工作\n年度报告", "云溪县档案局", 2023),
    ("2023年政府信息公开工作年度报告\n云溪县档案局", "云溪县档案局", 2023), ("2023年度政府信息公开工作年度报告（云溪县档案局）", "云溪县档案局", 2023),
    ("附件1\n2023年政府信息公开工作年度报告\n云溪县档案局", "云溪县档案局", 2023), ("2023年政府信息公开工作年度报告\n目录", nil, 2023),
    ("2023年政府信息公开工作年度报告（公示稿）", nil, 2023), ("2023年政府信息公开工作年度报告\n来源：云溪县档案局", nil, 2023),
    ("《云溪县档案局2023年政府信息公开工作年度报告》", "云溪县档案局", 2023), ("【公示】云溪县档案局2023年政府信息公开工作年度报告", "云溪县档案局", 2023),
    ("附件：云溪县档案局2023年政府信息公开工作年度报告", "云溪县档案局", 2023), ("附件2 云溪县档案局2023年政府信息公开工作年度报告", "云溪县档案局", 2023),
    ("关于云溪县档案局2023年政府信息公开工作年度报告的公告", "云溪县档案局", 2023), ("云溪县档案局关于公布2023年政府信息公开工作年度报告的通知", "云溪县档案局", 2023),
    ("云溪县档案局关于印发《2023年政府信息公开工作年度报告》的通知", "云溪县档案局", 2023), ("公布：2023年政府信息公开工作年度报告", nil, 2023),
    ("云溪县人民政府（办公室）2023年政府信息公开工作年度报告", "云溪县人民政府（办公室）", 2023),
    ("附件2023年政府信息公开工作年度报告", nil, 2023), ("雲溪縣檔案局2023年政府資訊公開工作年度報告", "雲溪縣檔案局", 2023),
  ])
  func `Title lines give agency and year`(text: String, agency: String?, year: Int) throws {
    let identity = try identity(text + "\n一、总体情况\n2024年初，本机关总结了工作。")
    #expect(identity.agencyPrinted == agency)
    #expect(identity.year == year)
  }

  @Test(arguments: [
    ("云溪省砚坪市\n档案局\n2023年政府信息公开工作年度报告", "云溪省砚坪市档案局"),
    ("云溪省\n砚坪市\n档案局\n2023年政府信息公开工作年度报告", "云溪省砚坪市档案局"),
    ("砚坪市\n档案局2023年政府信息公开工作年度报告", "砚坪市档案局"), ("砚坪市云溪区\n2023年政府信息公开工作年度报告", "砚坪市云溪区"),
    ("砚坪市\n砚坪市档案局\n2023年政府信息公开工作年度报告", "砚坪市档案局"),
    ("砚坪市\n住房和城乡建设局\n2023年政府信息公开工作年度报告", "砚坪市住房和城乡建设局"),
    ("砚坪市\n云溪县档案局\n2023年政府信息公开工作年度报告", "云溪县档案局"), ("青禾社区\n档案局\n2023年政府信息公开工作年度报告", "档案局"),
    ("政府信息公开专区\n档案局\n2023年政府信息公开工作年度报告", "档案局"),
    ("本机关坚持以公开为常态，服务全市\n档案局\n2023年政府信息公开工作年度报告", "档案局"), ("首页\n档案局\n2023年政府信息公开工作年度报告", "档案局"),
  ])
  func `A place on the lines over the agency belongs to its name, and nothing else does`(text: String, agency: String)
    throws
  {
    let identity = try identity(text + "\n一、总体情况")
    #expect(identity.agencyPrinted == agency)
    #expect(identity.year == 2023)
  }

  @Test func `The period stated in the text gives the year that the title lacks`() throws {
    let text = "云溪县档案局政府信息公开工作年度报告\n本报告于2024年1月编制。数据的统计期限自2023年1月1日起至2023年12月31日止。"
    #expect(try identity(text).year == 2023)
  }

  @Test func `A longer name in the text is the name of which the title has an abbreviation`() throws {
    let identity = try identity("云溪卫健局2021年政府信息公开工作年度报告\n2022年青岚市云溪卫生健康局按照条例编制本报告。")
    #expect(identity.agency == "青岚市云溪卫生健康局")
    #expect(identity.agencyPrinted == "云溪卫健局")
  }

  @Test(arguments: [
    ("云溪县市监局", "云溪县市场监督管理局", "云溪县市场监督管理局"),
    ("云溪县教育局", "云溪县教育系统积极配合县司法局", "云溪县教育局"),
    ("云溪县教育局", "云溪县县政府办公室组织开展教育系统检查并向县财政局", "云溪县教育局"),
  ]) func `A sentence that has the characters of a name is none`(title: String, text: String, agency: String) throws {
    #expect(try identity("\(title)2021年政府信息公开工作年度报告\n\(text)报送了材料。").agency == agency)
  }
}
