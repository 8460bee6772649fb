import ConverterTesting
import Testing

@testable import ConverterCore

@Suite struct HeaderInferenceTests {
  @Test(arguments: [
    ("项目 | 件数 | 占比\n甲 | 3 | 10%\n乙 | / | —", 1, 1),
    ("类别 | 数量 | <\n^ | 新增 | 累计\n甲 | 1 | 2\n乙 | 3 | 4", 2, 1),
    ("年份 | 2023 | 2024\n甲 | 1 | 2", 1, 1),
    ("大类 | 小类 | 件数\n甲 | 一 | 1\n^ | 二 | 2", 1, 2),
    ("1 | 2\n3 | 4", 0, 0),
    ("姓名 | 职务\n某某 | 主任", 0, 0),
    // Tables stacked into one: the second has headers of its own.
    ("项目 | 件数\n甲 | 1\n另项 | 另数\n乙 | 2\n丙 | 3\n丁 | 4\n戊 | 5", 0, 1),
    ("表一 | <\n项目 | 件数\n甲 | 1\n乙 | 6\n表二 | <\n另项 | 另数\n丙 | 2\n丁 | 3", 0, 1),
    ("项目 | 新增 | 累计\n甲 | 1 | 2\n另项 | 另数 | <\n乙 | 2 | <\n丙 | 3 | <", 0, 1),
    ("姓名 | 职务 | 年龄\n甲 | 主任 | 41\n乙 | 科长 |\n丙 | 科员 |\n丁 | 科员 |\n戊 | 科员 |", 0, 0),
    ("说明 | <\n甲 | 1\n乙 | 2", 1, 1),
    // Marks of notes make no labels of figures, and no figures of labels and units.
    ("年份 | 2023² | 2024\n甲 | 1,200¹ | 2⁽¹⁾\n乙 | 3 | 4", 1, 1),
    ("项目¹ | km²\n甲 | 1\n乙 | 2", 1, 1),
    // Remarks and thin spaces leave figures values; the year of a report is a name.
    ("项目 | 2023年度 | 2024年度\n甲 | 413 (15.2%) | 1 200\n乙 | 3 | 4", 1, 1),
    ("项目 | 2023（决算） | 2024 (预算)\n甲 | 1 | 2", 1, 1),
    ("项目 | 31.12.2022 | 31.12.2023\n甲 | 3 | 4", 1, 1),
    // A blank row in the middle heads nothing.
    ("项目 | 件数\n甲 | 1\n |\n乙 | 2", 1, 1),
  ]) func `Values show headers`(drawing: String, headerRows: Int, stubColumns: Int) {
    let table = Table(drawing).inferringHeaders()
    #expect(table.headerRowCount == headerRows)
    #expect(table.stubColumnCount == stubColumns)
    #expect(table.headerEvidence == (headerRows + stubColumns > 0 ? .computed : nil))
  }

  @Test func `Stated headers stay`() {
    let table = Table(headerRows: 2, "a | b\nc | d\n1 | 2")
    #expect(table.inferringHeaders() == table)
  }
}
