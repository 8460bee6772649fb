import ConverterCore
import Testing

@testable import TextReader

@Suite struct BarTests {
  @Test func `Markdown tables state their header`() throws {
    let table = try onlyTable("| Quay | Ships |\n|------|------:|\n| North | twelve |\n| South | a \\| b |\n")
    #expect(grid(table) == ["Quay|Ships", "North|twelve", "South|a | b"])
    #expect(table.headerRowCount == 1)
    #expect(table.headerEvidence == .stated)
  }

  @Test func `A rule before the first row means that there is no header`() throws {
    let table = try onlyTable("|---|--:|\n| a | 1 |\n| b | 2 |\n")
    #expect(grid(table) == ["a|1", "b|2"])
    #expect(table.headerRowCount == 0)
  }

  @Test func `Bars between cells are enough`() throws {
    let table = try onlyTable("码头 | 进港 | 出港\n北港 | 5 | 3\n南港 | | 2\n")
    #expect(grid(table) == ["码头|进港|出港", "北港|5|3", "南港||2"])
    #expect(table.headerRowCount == 1)
  }

  @Test func `A bare bar for each swallowed column gives the span back`() throws {
    let table = try onlyTable(
      "| 港 | 进港 | | 出港 | |\n| 名 | 客 | 货 | 客 | 货 |\n| 北 | 1 | 2 | 3 | 4 |\n| 南 | 5 | | 7 | 8 |\n")
    #expect(spans(table).prefix(3) == ["港 0,0 1x1", "进港 0,1 1x2", "出港 0,3 1x2"])
    #expect(spans(table).contains(" 3,2 1x1"))
  }

  @Test func `Rows without their spanned columns are solved`() throws {
    let table = try onlyTable("总数 | 7 | 8 | 9\n一 | 甲 | 1 | 2 | 3\n一 | 乙 | 4 | 5 | 6\n")
    #expect(spans(table).first == "总数 0,0 1x2")
  }

  @Test func `Cells one a line with bars at their ends are rows where bars alone end them`() throws {
    let table = try onlyTable("码头 |\n船只 |\n|||\n北港 |\n5 |\n|||\n南港 |\n2 |\n|||\n")
    #expect(grid(table) == ["码头|船只", "北港|5", "南港|2"])
  }

  @Test func `A rule of a database client without outer bars stands under the header`() throws {
    let document = try read(" quay  | ships \n-------+-------\n North |     5\n South |     7\n(2 rows)\n")
    let table = try #require(document.tables.first)
    #expect(grid(table) == ["quay|ships", "North|5", "South|7"])
    #expect(table.headerRowCount == 1 && table.headerEvidence == .stated)
  }

  @Test(arguments: [
    "Home | News | Contact\n\nWelcome to the harbour.\n",
    "Either you pay | or you leave.\nThis is | all we know.\nNothing else | was said.\n",
  ])
  func `One line with bars, or sentences with bars, are no table`(text: String) throws {
    #expect(try read(text).tables.isEmpty)
  }

  @Test func `A blank line ends a table with a marked header`() throws {
    let document = try read("| a | b |\n|---|---|\n| 1 | 2 |\n\n| c | d |\n|---|---|\n| 3 | 4 |\n")
    #expect(document.tables.map(grid) == [["a|b", "1|2"], ["c|d", "3|4"]])
    #expect(document.tables.map(\.headerRowCount) == [1, 1])
  }

  @Test func `A stroke over the whole width parts the header from the rows`() throws {
    let table = try onlyTable(
      """
      ----------------------------------
      |               | 2031  |  2032  |
      | Quay          | May   |  May   |
      ----------------------------------
      | North         |    12 |  1,300 |
      | South         |     9 |     87 |
      ----------------------------------
      """)
    #expect(grid(table) == ["|2031|2032", "Quay|May|May", "North|12|1,300", "South|9|87"])
    #expect(table.headerRowCount == 2)
  }

  @Test func `Underlines between bars are rules`() throws {
    let table = try onlyTable(
      """
      __________________________________
                     |        |
         Quay        |   in   |   out
      _______________|________|_________
                     |        |
      North          |     12 |  1,300
      South          |      9 |     87
      _______________|________|_________
      """)
    #expect(grid(table) == ["Quay|in|out", "North|12|1,300", "South|9|87"])
    #expect(table.headerRowCount == 1)
  }

  @Test func `A short record below a rule with corners ends in a hole`() throws {
    let table = try onlyTable(
      """
       no | quay      | ships
      ----+-----------+-------
       1  | North     |    12
       2  | South     |
      """)
    #expect(spans(table).last == "South 2,1 1x1")
  }
}
