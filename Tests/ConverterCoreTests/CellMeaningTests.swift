import Testing

@testable import ConverterCore

@Suite struct CellMeaningTests {
  @Test(
    arguments: [
      "0", "007", "1,234.5", "１２", "-3", "+0.4", "-0300", "¥ 20", "$-5", ".5", "12%", "25 件", "380万元", "1 649 692",
      "1.234.567,8", "1.234.567",
      "1’000",
      "413 (15.2%)", "12（含上年结转）", "1,200¹", "9 *", "12%†", "$(1,250)", "($ 3.5)", "$(7)*", "/", "—", "——", "--", "*",
      "…", "无", "暂 无", "N/A", " ",
    ], [CellMeaning.Units.common, .any])
  func `Figures, with or without unit and remark, and what stands where there is none are values`(
    text: String, units: CellMeaning.Units
  ) {
    #expect(CellMeaning(text, units: units) == .value)
  }

  @Test(
    arguments: [
      "项目", "km²", "2023年", "2023年度", "3月", "1季度", "15日", "3.", "1,", "5-7", "1/2", "10:30", "31.12.2023", "2023.1.5",
      "10.0.0.1", "0012", "00300101", "(1)", "(1,250)", "$(5", "($)", "*5",
      "1）", "***", "无锡", "Nile", "5 of them all", "7z(1)", "3.0（试行）版",
    ], [CellMeaning.Units.common, .any])
  func `Names, dates, ranges, codes and numbers of items are labels`(text: String, units: CellMeaning.Units) {
    #expect(CellMeaning(text, units: units) == .label)
  }

  @Test(arguments: ["35万元/年", "10km", "3立方米", "100 million"])
  func `Any word may be a unit where cells are stated`(text: String) {
    #expect(CellMeaning(text, units: .any) == .value)
    #expect(CellMeaning(text, units: .common) == .label)
  }

  @Test func `No text is no cell of its own`() {
    #expect(CellMeaning("", units: .any) == .empty)
  }
}
