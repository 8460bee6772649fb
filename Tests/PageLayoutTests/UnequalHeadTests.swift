import ConverterCore
import PageLayout
import Testing

/// Headings of one line beside others of two, each in the middle of its cell or at its foot, without upright lines.
@Suite struct UnequalHeadTests {
  /// A label and figures in columns 70 points wide from 200 on, headings in whose middle stand around 235, 305 ….
  private func page(_ columnCount: Int, from y: Double, width: Double = 0.5) -> SketchPage {
    var page = SketchPage()
    for (row, label) in ["Alder", "Boone", "Carver", "Dell", "Elm"].enumerated() {
      let baseline = y + 14 * Double(row)
      page.write(label, 100, baseline)
      for column in 0..<columnCount {
        page.write("\(row + 1)\(column),\(10 + row * column)9.4", endingAt: 266 + 70 * Double(column), baseline)
      }
    }
    page.level(y - 11, 98, 200 + 70 * Double(columnCount))
    page.level(y + 61, 98, 200 + 70 * Double(columnCount))
    return page
  }

  private func head(_ page: SketchPage, rows: Int) -> [String] {
    (page.tables.first?.cells ?? []).filter { $0.rows.lowerBound < rows && !$0.text.isEmpty }
      .map { "\($0.text) \($0.rows) \($0.columns)" }
  }

  @Test func `a heading of one line beside two lines of the next is none of these`() {
    var page = page(3, from: 116)
    page.write("指标名称", around: 130, 96)
    page.write("本月", around: 235, 96)
    page.write("本月止累计", around: 305, 96)
    page.write("累计比上年同期", around: 375, 90)
    page.write("±%", around: 375, 102)
    page.level(78, 98, 410)
    #expect(page.tables.map(\.columnCount) == [4])
    #expect(
      head(page, rows: 1) == [
        "指标名称 0..<1 0..<1", "本月 0..<1 1..<2", "本月止累计 0..<1 2..<3", "累计比上年同期±% 0..<1 3..<4",
      ])
  }

  @Test func `a sign below a heading over two columns is its second line beside headings of one line`() {
    var page = page(4, from: 130)
    page.write("商品名称", around: 130, 102)
    page.write("四月", around: 270, 96)
    page.write("累计比去年同期±", around: 410, 89)
    page.write("%", around: 410, 103)
    for (column, name) in ["数量", "金额", "数量", "金额"].enumerated() {
      page.write(name, around: 235 + 70 * Double(column), 116)
    }
    page.level(78, 98, 480)
    #expect(head(page, rows: 2).prefix(3) == ["商品名称 0..<2 0..<1", "四月 0..<1 1..<3", "累计比去年同期±% 0..<1 3..<5"])
  }

  @Test func `headings of one line and of two below those over them stay in their columns`() {
    var page = page(4, from: 130)
    page.write("County", 100, 102)
    page.write("Registered", around: 270, 90)
    page.write("Voting", around: 410, 90)
    page.write("Total", around: 235, 109)
    page.write("Percent", around: 305, 103)
    page.write("of persons 18+", around: 305, 115)
    page.write("Polls", around: 375, 109)
    page.write("Absent", around: 445, 109)
    page.level(78, 98, 480)
    #expect(
      head(page, rows: 2).filter { !$0.hasPrefix("County") } == [
        "Registered 0..<1 1..<3", "Voting 0..<1 3..<5", "Total 1..<2 1..<2", "Percent of persons 18+ 1..<2 2..<3",
        "Polls 1..<2 3..<4", "Absent 1..<2 4..<5",
      ])
  }

  @Test func `the first line of a heading that reaches over the next column stands in its own`() {
    var page = page(3, from: 116)
    page.write("Item", 100, 102)
    page.write("2006", around: 235, 102)
    page.write("Rank", around: 305, 102)
    page.write("Changes in percent", around: 375, 90)
    page.write("from 2005", around: 375, 102)
    page.level(78, 98, 410)
    #expect(head(page, rows: 1).last == "Changes in percent from 2005 0..<1 3..<4")
  }

  @Test func `a heading over three columns is no first line of the one in the middle`() {
    var page = page(4, from: 120)
    page.write("County", 100, 98)
    page.write("Housing", around: 305, 92)
    for (column, name) in ["Owned", "Rented", "Vacant", "Rank"].enumerated() {
      page.write(name, around: 235 + 70 * Double(column), column == 3 ? 98 : 104)
    }
    page.level(95, 205, 405)
    page.level(78, 98, 480)
    #expect(
      head(page, rows: 2).sorted() == [
        "County 0..<2 0..<1", "Housing 0..<1 1..<4", "Owned 1..<2 1..<2", "Rank 0..<2 4..<5", "Rented 1..<2 2..<3",
        "Vacant 1..<2 3..<4",
      ])
  }

  @Test func `a heading over others of two lines stands above these, whatever is beside both`() {
    var page = page(4, from: 126)
    page.write("Item", around: 130, 110)
    page.write("Total", around: 235, 100)
    page.write("returns", around: 235, 110)
    page.write("Size of assets", around: 375, 94)
    for (column, name) in ["Small", "Middle", "Large"].enumerated() {
      page.write(name, around: 305 + 70 * Double(column), 105)
      page.write("farms", around: 305 + 70 * Double(column), 115)
    }
    page.level(97, 272, 480)
    page.level(82, 98, 480)
    #expect(
      head(page, rows: 2).filter { $0.contains("farms") || $0.contains("Size") } == [
        "Size of assets 0..<1 2..<5", "Small farms 1..<2 2..<3", "Middle farms 1..<2 3..<4", "Large farms 1..<2 4..<5",
      ])
  }
}
