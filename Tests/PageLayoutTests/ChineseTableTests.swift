import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// Tables of Chinese yearbooks and budgets, drawn with a line above and below the head and one at the foot.
@Suite struct ChineseTableTests {
  @Test(arguments: ["云　川", "云 川"]) func `names of two ideographs, spaced out, are one label`(name: String) {
    var page = SketchPage()
    page.write("地区", around: 120, 100)
    for (column, head) in ["收入", "支出"].enumerated() { page.write(head, around: 280 + 100 * Double(column), 100) }
    let rows = [name, "南" + name.dropFirst().dropLast() + "屏", "黑石滩", "北" + name.dropFirst().dropLast() + "岭"]
    for (row, label) in rows.enumerated() {
      let y = 116 + 14 * Double(row)
      page.write(label, around: 120, y)
      page.write("\(12 + row).40", endingAt: 300, y)
      page.write("\(31 + row).07", endingAt: 400, y)
    }
    for y in [88.0, 104, 162] { page.level(y, 98, 402) }
    let cells = page.tables.first?.cells ?? []
    #expect(page.tables.map(\.columnCount) == [3])
    #expect(
      cells.filter { $0.columns == 0..<1 }.map { $0.text.filter { !$0.isWhitespace } } == [
        "地区", "云川", "南屏", "黑石滩", "北岭",
      ])
  }

  @Test func `single ideographs that no blank parts are cells of their own`() {
    var page = SketchPage()
    page.write("姓名", 100, 100)
    page.write("性", 160, 100)
    page.write("族", 182, 100)
    page.write("分数", endingAt: 300, 100)
    for (row, line) in [("李明", "男", "汉", "80"), ("王红", "女", "回", "92"), ("赵刚", "男", "满", "75")].enumerated() {
      let y = 116 + 14 * Double(row)
      for (x, text) in [(100.0, line.0), (160, line.1), (182, line.2)] { page.write(text, x, y) }
      page.write(line.3, endingAt: 300, y)
    }
    for y in [88.0, 104, 148] { page.level(y, 98, 302) }
    #expect(page.tables.map(\.columnCount) == [4])
  }

  @Test func `opposites with a blank between are two headings`() {
    var page = SketchPage()
    page.write("地区", 100, 100)
    page.write("男　女", endingAt: 240, 100)
    for row in 0..<4 {
      let y = 116 + 14 * Double(row)
      page.write("云山", 100, y)
      page.write("\(row + 2)", endingAt: 220, y)
      page.write("\(row + 5)", endingAt: 240, y)
    }
    for y in [88.0, 104, 162] { page.level(y, 98, 242) }
    #expect(page.tables.first?.rowTexts.first?.suffix(2) == ["男", "女"])
  }

  @Test func `a total in the middle of a stub with short names is of their column`() {
    var page = SketchPage()
    page.write("地区", around: 140, 100)
    for (column, head) in ["收入", "支出"].enumerated() { page.write(head, around: 280 + 100 * Double(column), 100) }
    for (row, label) in ["云川", "南屏", "黑石滩", "北岭", "合　计"].enumerated() {
      let y = 116 + 14 * Double(row)
      if row < 4 { page.write(label, 100, y) } else { page.write(label, around: 160, y) }
      page.write("\(12 + row).40", endingAt: 300, y)
      page.write("\(31 + row).07", endingAt: 400, y)
    }
    for y in [88.0, 104, 176] { page.level(y, 98, 402) }
    let cells = page.tables.first?.cells ?? []
    #expect(page.tables.map(\.columnCount) == [3])
    #expect(cells.first { $0.rows == 5..<6 && $0.columns == 0..<1 }?.text.contains("合") == true)
  }

  @Test(arguments: ["备注", ""]) func `a single remark below a heading beyond all figures has a column of its own`(
    heading: String
  ) {
    var page = SketchPage()
    page.write("科目", around: 120, 107)
    page.write("预算数", around: 280, 107)
    page.write("执行情况", around: 430, 100)
    page.write("决算数", around: 380, 114)
    page.write("完成%", around: 480, 114)
    page.write(heading, around: 550, 107)
    for row in 0..<9 {
      let y = 132 + 14 * Double(row)
      page.write(["教育", "科学", "文化", "卫生", "农业", "交通", "水利", "住房", "其他"][row], 100, y)
      page.write("\(12 + row).40", endingAt: 300, y)
      page.write("\(31 + row).07", endingAt: 400, y)
      page.write("\(91 + row).50", endingAt: 500, y)
    }
    page.write("追加", 545, 160)
    page.level(120, 98, 572)
    let texts = page.tables.first?.cells.filter { $0.columns == 4..<5 && !$0.text.isEmpty }.map(\.text)
    #expect(page.tables.map(\.columnCount) == [heading.isEmpty ? 4 : 5])
    #expect(texts == (heading.isEmpty ? [] : [heading, "追加"]))
  }
}
