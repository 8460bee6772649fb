import ConverterCore
import Testing

@testable import TextReader

@Suite struct TabIndentedTests {
  @Test func `Cells one a line become rows`() throws {
    let table = try onlyTable("\tYear\n\tTons\n\n\t2023\n\t17\n\n\t2024\n\t21\n\n\n")
    #expect(grid(table) == ["Year|Tons", "2023|17", "2024|21"])
    #expect(table.origin.place == .lines(1...8))
    #expect(table.cells.map(\.origin.evidence).allSatisfy { $0 == .stated })
  }

  @Test func `A cell's second line has no tab`() throws {
    let table = try onlyTable("\tQuay\n\tShips\nof the\nyear\n\n\tNorth\n\t12\n\n")
    #expect(table.cells[1].text == "Ships\nof the\nyear")
    #expect(table.cells[1].origin.place == .lines(2...4))
  }

  /// The header of an invented harbour office: two levels, the outer one over three columns, a label over both rows.
  @Test func `Lost spans are solved from continued merges and the widest row`() throws {
    let table = try onlyTable(
      flattened([
        ["码头", "货物", "合计"],
        ["", "进港", "出港", "中转", ""],
        ["北港", "5", "3", "1", "9"],
        ["南港", "2", "0", "0", "2"],
      ]))
    #expect(
      spans(table) == [
        "码头 0,0 2x1", "货物 0,1 1x3", "合计 0,4 2x1", "进港 1,1 1x1", "出港 1,2 1x1", "中转 1,3 1x1",
        "北港 2,0 1x1", "5 2,1 1x1", "3 2,2 1x1", "1 2,3 1x1", "9 2,4 1x1",
        "南港 3,0 1x1", "2 3,1 1x1", "0 3,2 1x1", "0 3,3 1x1", "2 3,4 1x1",
      ])
    #expect(table.headerRowCount == 2)
    #expect(table.stubColumnCount == 1)
    #expect(table.headerEvidence == .computed)
    #expect(table.cells[0].origin.evidence == .computed)
    #expect(table.cells[3].origin.evidence == .stated)
  }

  @Test func `Labels of several levels take the columns of the deepest`() throws {
    let table = try onlyTable(
      flattened([
        ["总量", "7", "8"],
        ["一类", "甲", "1", "2"],
        ["", "乙", "子项一", "3", "4"],
        ["", "", "子项二", "0", "0"],
        ["", "丙", "3", "2"],
      ]))
    #expect(
      spans(table).filter { !$0.hasSuffix("1x1") } == [
        "总量 0,0 1x3", "一类 1,0 4x1", "甲 1,1 1x2", "乙 2,1 2x1", "丙 4,1 1x2",
      ])
  }

  @Test func `Parents of repeated headers are cut where names repeat`() throws {
    let table = try onlyTable(
      flattened([
        ["上半年", "下半年"],
        ["收", "支", "余", "收", "支", "余"],
        ["1", "2", "3", "4", "5", "6"],
      ]))
    #expect(spans(table).prefix(2) == ["上半年 0,0 1x3", "下半年 0,3 1x3"])
  }

  @Test func `Stacked tables stay one with titles over the whole width`() throws {
    let table = try onlyTable(
      flattened([
        ["第一部分"], ["事项", "上年", "本年", "差额"], ["甲", "1", "2", "1"],
        ["第二部分"], ["事项", "金额"], ["乙", "30"],
      ]))
    #expect(
      spans(table).filter { !$0.hasSuffix("1x1") } == ["第一部分 0,0 1x4", "第二部分 3,0 1x4", "金额 4,1 1x3", "30 5,1 1x3"])
    #expect(table.headerRowCount == 0)
    #expect(table.stubColumnCount == 1)
  }

  @Test func `An empty cell among numbers is a cell not a merge`() throws {
    let table = try onlyTable(flattened([["项", "甲", "乙"], ["一", "3", "4"], ["二", "", "5"]]))
    #expect(spans(table).contains(" 2,1 1x1"))
  }

  @Test func `A row broken by an empty paragraph is joined again`() throws {
    let table = try onlyTable(
      flattened([["项", "甲", "乙", "丙"], ["一", "3", "4", "5"]]) + "\t二\n\t6\n\n\t7\n\t8\n\n\t三\n\t0\n\t0\n\t0\n\n")
    #expect(grid(table) == ["项|甲|乙|丙", "一|3|4|5", "二|6|7|8", "三|0|0|0"])
  }

  @Test func `A paragraph after an empty one inside a cell belongs to the cell`() throws {
    let table = try onlyTable("\tName\n\tCount\n\n\tMole\n\nrebuilt\n\t4\n\n")
    #expect(grid(table) == ["Name|Count", "Mole\nrebuilt|4"])
  }

  @Test func `The last cell of a row may have an empty paragraph too`() throws {
    let table = try onlyTable("\tName\n\tCount\n\n\tMole\n\t4\n\nof which 2 old\n\n\tQuay\n\t5\n\n")
    #expect(grid(table) == ["Name|Count", "Mole|4\nof which 2 old", "Quay|5"])
  }

  @Test func `A row that lacks cells leaves holes`() throws {
    let table = try onlyTable(
      flattened([["项", "甲", "乙", "丙"], ["一", "3", "4", "5"], ["二", "6", "7"], ["三", "0", "0", "0"]]))
    #expect(grid(table) == ["项|甲|乙|丙", "一|3|4|5", "二|6|7", "三|0|0|0"])
    #expect(spans(table).allSatisfy { $0.hasSuffix("1x1") })
    #expect(table.grid[2, 3] == nil)
  }

  @Test func `A blank row is a row of empty cells`() throws {
    let table = try onlyTable(
      flattened([["总类", "", "甲"], ["一", "子", "1"], ["", "", ""], ["二类", "3"], ["三", "丁", "0"]]))
    #expect(table.rowCount == 5)
    #expect(spans(table).contains("二类 3,0 1x2"))
    #expect(table.headerRowCount == 1)
  }

  @Test func `Three blank lines part two tables`() throws {
    let table = flattened([["a", "b"], ["1", "2"]])
    #expect(try read(table + "\n" + table).tables.count == 2)
    #expect(try read(table + table).tables.count == 1)
  }

  @Test func `The heading behind a table is no cell`() throws {
    let document = try read(flattened([["a", "b"], ["1", "2"]]) + "三、其他\n" + flattened([["c", "d"], ["3", "4"]]))
    #expect(document.tables.count == 2)
    #expect(document.blocks.count == 3)
  }

  @Test func `Marks of extractors are taken off and kept aside`() throws {
    let table = try onlyTable(flattened([["a", "b"], ["[bookmark: _GoBack]7", "8"]]))
    #expect(table.cells[2].text == "7")
    #expect(table.cells[2].original == "[bookmark: _GoBack]7")
  }

  @Test(arguments: [
    "\tThe storm came in the night.\n\tNobody had closed the gates.\n\n\tIn the morning the quay was gone.\n\tSo was the crane.\n",
    "int main(void) {\n\tint a = 1;\n\tint b = 2;\n\n\tprint(a);\n\treturn b;\n}\n",
    "\t港务局关于码头的通知\n\n各单位：\n请查收。\n",
  ])
  func `Text that is merely indented by tabs stays text`(text: String) throws {
    #expect(try read(text).tables.isEmpty)
  }
}
