import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// Columns and tables that stand close to each other, and what parts them.
@Suite struct CloseColumnsTests {
  @Test func `labels flush close behind figures are a column of their own`() {
    var page = SketchPage()
    let rows = [("教育", "810.77", "公共道路"), ("利息", "6.63", "环境监测"), ("其他", "90.10", "教育")]
    for (row, line) in rows.enumerated() {
      let y = 100 + 14 * Double(row)
      page.write(line.0, 100, y)
      page.write(line.1, endingAt: 240, y)
      page.write(line.2, 245, y)
      page.write("\(11 + row).25", endingAt: 400, y)
    }
    #expect(
      shape(page.tables.first)
        == shape(Table("教育 | 810.77 | 公共道路 | 11.25\n利息 | 6.63 | 环境监测 | 12.25\n其他 | 90.10 | 教育 | 13.25")))
  }

  @Test func `years beside words above the names of all columns join none of these`() {
    var page = SketchPage()
    let rows = [
      ["Fund", "doubled", "Governor", "Amount", "Share"], ["Forests", "3,017", "3,384", "1,041", "11.1%"],
      ["Lakes", "2,968", "2,220", "1,027", "9.3%"], ["Roads", "5,373", "4,164", "1,789", "4.8%"],
      ["Total", "11,358", "9,768", "3,857", "8.2%"],
    ]
    page.write("2006-07", endingAt: 240, 86)
    page.write("2007-09", endingAt: 340, 86)
    page.write("Change over the base", around: 452, 86)
    for (row, cells) in rows.enumerated() {
      let y = 100 + 14 * Double(row)
      page.write(cells[0], 60, y)
      for (text, end) in zip(cells.dropFirst(), [240.0, 340, 440, 490]) { page.write(text, endingAt: end, y) }
    }
    #expect(page.tables.first?.rowTexts.suffix(4) == rows.suffix(4))
  }

  @Test func `labels close behind figures are a column where most rows have no figure`() {
    var page = SketchPage()
    let rows = [
      ("一、拨款", "2,084.17", "一、公共服务", "8,225.36"), ("二、基金", "6,214.29", "二、外交", ""),
      ("三、专户资金", "", "三、公共安全", ""), ("四、事业所得", "", "四、教育", "1,403.89"),
      ("五、其他所得", "", "五、科学技术", "5,895.35"),
    ]
    page.write("收", around: 144, 90)
    page.write("入", around: 172, 90)
    page.write("支", around: 306, 90)
    page.write("出", around: 334, 90)
    for (x, name) in [(105.0, "来源"), (214, "预算数"), (262, "用途"), (380, "预算数")] { page.write(name, around: x, 106) }
    for (row, line) in rows.enumerated() {
      let y = 124 + 16 * Double(row)
      page.write(line.0, 80, y)
      if !line.1.isEmpty { page.write(line.1, endingAt: 234, y) }
      page.write(line.2, 240, y)
      if !line.3.isEmpty { page.write(line.3, endingAt: 400, y) }
    }
    for y in [78.0, 94, 110, 196] { page.level(y, 78, 402) }
    let cells = page.tables.first?.cells ?? []
    #expect(page.tables.first?.columnCount == 4)
    #expect(cells.filter { $0.columns == 2..<3 && $0.rows.lowerBound > 1 }.map(\.text) == rows.map(\.2))
    #expect(cells.filter { $0.columns.count > 1 }.map { $0.text.filter { $0 != " " } } == ["收入", "支出"])
  }

  @Test(arguments: [[2], [3], [2, 4]]) func `a heading above nothing has a column of its own`(blank: [Int]) {
    var page = SketchPage()
    let heads = ["Item", "Price", "Weight", "Origin", "Remarks"]
    page.write(heads[0], 100, 100)
    for (column, head) in heads.enumerated().dropFirst() { page.write(head, around: 160 + 70 * Double(column), 100) }
    for (row, label) in ["Lamp", "Desk", "Chair"].enumerated() {
      page.write(label, 100, 116 + 14 * Double(row))
      for column in 1..<5 where !blank.contains(column) {
        page.write("\(row + 1),\(column)5", around: 160 + 70 * Double(column), 116 + 14 * Double(row))
      }
    }
    for y in [88.0, 104, 152] { page.level(y, 98, 480) }
    let cells = page.tables.first?.cells ?? []
    #expect(cells.filter { $0.rows == 0..<1 }.map(\.text) == heads)
    #expect(cells.filter { $0.text.isEmpty }.count == 3 * blank.count)
  }

  @Test func `a word of a heading that stands far from the other has no column`() {
    var page = SketchPage()
    page.writeRows([["Item", "Price"]], from: 100)
    page.write("EUR", SketchPage.width(of: "Price", size: 10) + 230, 100)
    page.writeRows([["Lamp", "20"], ["Desk", "145"], ["Chair", "31"]], from: 116)
    for y in [88.0, 104, 152] { page.level(y, 98, 480) }
    #expect(page.tables.first?.columnCount == 2)
  }

  @Test func `numbers before labels make no column`() {
    var page = SketchPage()
    for (row, name) in ["Vale", "Moor", "Bay"].enumerated() {
      let y = 100 + 14 * Double(row)
      page.write("\(row + 1)", 100, y)
      page.write(name, 110, y)
      page.write("\(11 + row)", endingAt: 300, y)
      page.write("\(21 + row)", endingAt: 400, y)
    }
    #expect(page.tables.map(\.columnCount) == [3])
  }

  @Test func `tables beside each other whose rows stand at heights of their own are two`() {
    var page = SketchPage()
    for (number, x) in [60.0, 340].enumerated() {
      // The second table has a label of two lines, so that its rows stand elsewhere from there on.
      for (row, name) in ["Town", "Vale", "Moor", "Bay", "Tarn", "Ford"].enumerated() {
        let y = 100 + 16 * Double(row) + (number == 1 && row > 1 ? 12 : 0)
        page.write(name, x, y)
        for column in [0, 1] {
          let text = row == 0 ? "\(2009 + column)" : "\(10 * row + column)"
          page.write(text, endingAt: x + 120 + 60 * Double(column), y)
        }
      }
    }
    page.write("and Hill", 340, 128)
    #expect(page.tables.map(\.columnCount) == [3, 3])
    #expect(page.tables.map(\.rowCount) == [6, 6])
  }

  @Test(arguments: [0.0, 7]) func `the scale of a chart beside a table is no column of it`(drop: Double) {
    var page = SketchPage()
    page.writeRows((0..<6).map { ["Ward \($0)", "\(11 + 7 * $0)", "\(50 - 3 * $0).5"] }, from: 100)
    // Falling figures beside the rows are a column, off their heights they are a scale.
    for step in 0..<5 { page.write("\(40 - 10 * step)", 440, 100 + drop + 14 * Double(step)) }
    #expect(page.tables.map(\.columnCount) == [drop == 0 ? 4 : 3])
  }

  @Test func `receipts beside payments are one table`() {
    var page = SketchPage()
    for (row, name) in ["Rent", "Fees", "Fines", "Sales", "Total"].enumerated() {
      let y = 100 + 16 * Double(row)
      for x in [60.0, 340] {
        page.write(name, x, y)
        page.write("\(10 * row + 12)", endingAt: x + 150, y)
      }
    }
    #expect(page.tables.map(\.columnCount) == [4])
  }

  @Test func `the mark of a note as high as the line above stays with its figure`() {
    var page = SketchPage()
    page.writeRows([["Item", "2009", "2010"], ["Rent", "80", "90"]], from: 100)
    // The figures stand beside the middle of a label of two lines.
    page.write("Heat and light of", 100, 130)
    page.write("all buildings", 100, 142)
    page.write("12", endingAt: 300, 136)
    page.write("*", 300, 132.7, size: 5.8)
    page.write("14", endingAt: 400, 136)
    page.writeRows([["Water", "7", "9"]], from: 158)
    #expect(
      shape(page.tables.first)
        == shape(
          Table("Item | 2009 | 2010\nRent | 80 | 90\nHeat and light of all buildings | 12* | 14\nWater | 7 | 9")))
  }

  @Test func `white before a label of two lines does not end a table`() {
    var page = SketchPage()
    page.writeRows(
      [["Item", "2015", "2016"], ["Rent", "80", "90"], ["Heat", "12", "14"], ["Sum", "92", "104"]], from: 100)
    page.write("Paper, maps", 100, 176)
    page.write("and pens", 100, 188)
    for (x, text) in [(300.0, "14"), (400, "18")] { page.write(text, endingAt: x, 188) }
    page.writeRows([["Ink", "3", "5"]], from: 202)
    #expect(page.tables.map(\.rowCount) == [6])
  }

  @Test func `a label that is drawn bold does not go on from one that is not`() {
    var page = SketchPage()
    page.writeRows([["", "2015", "2016"], ["南屏镇", "80", "90"]], from: 100)
    page.write("专项支出", 100, 128, traits: .emboldened)
    page.writeRows([["云川市", "12", "14"]], from: 142)
    #expect(
      shape(page.tables.first) == shape(Table(" | 2015 | 2016\n南屏镇 | 80 | 90\n专项支出 |  | \n云川市 | 12 | 14")))
  }

  @Test func `tables of words beside each other are two, whatever stands left of them`() {
    var page = SketchPage()
    for x in [130.0, 330] {
      for (row, line) in [("Name", "Office"), ("Alder", "Clerk"), ("Boone", "Mayor"), ("Carver", "Judge")].enumerated()
      {
        page.write(line.0, x, 100 + 14 * Double(row) + (row > 0 ? 4 : 0))
        page.write(line.1, x + 80, 100 + 14 * Double(row) + (row > 0 ? 4 : 0))
      }
      for y in [88.0, 105, 152] { page.level(y, x - 2, x + 140) }
    }
    page.write("Source: minutes of the board.", 60, 168)
    #expect(page.tables.map(\.columnCount) == [2, 2])
  }
}
