import ConverterCore
import Testing

@testable import ReportProfile

@Suite struct GenericArithmeticTests {
  private func verdicts(_ table: String) throws -> [String] {
    GenericArithmetic.checks(Document(blocks: [try TestReports.table(table)])).map {
      "\($0.id) \($0.scope): \($0.comparison) \($0.verdict.rawValue)"
    }
  }

  @Test func `A total below holds or fails`() throws {
    #expect(
      try verdicts("项目 | 甲 | 乙\n一 | 1 | 2\n二 | 3 | 4\n合计 | 4 | 7") == [
        "generic.row table 1, 甲: 4 == 4 holds", "generic.row table 1, 乙: 7 ≠ 6 fails",
      ])
  }

  @Test func `A total on top and a total column hold`() throws {
    #expect(
      try verdicts("Item | Total | A | B\nTotal | 10 | 4 | 6\nx | 3 | 1 | 2\ny | 7 | 3 | 4").allSatisfy {
        $0.hasSuffix("holds")
      })
  }

  @Test func `Subtotals are added up by the total`() throws {
    let table = "Item | Amount\na | 1\nb | 2\nSubtotal | 3\nc | 4\nd | 5\nSubtotal | 9\nTotal | 12"
    #expect(try verdicts(table).count == 3)
    #expect(try verdicts(table).allSatisfy { $0.hasSuffix("holds") })
  }

  @Test func `Nested codes and shares leave a wrong sum open`() throws {
    let nested = "科目编码 | 科目 | 金额\n208 | 社保 | 5\n20801 | 管理 | 3\n20802 | 其他 | 2\n | 合计 | 5"
    #expect(try verdicts(nested) == ["generic.row table 1, 金额: 5 == 5 holds"])
    let share = "项目 | 金额\n甲 | 5\n其中：丙 | 3\n乙 | 2\n合计 | 9"
    #expect(try verdicts(share) == ["generic.row table 1, 金额: 9 against 7 cannot tell"])
  }

  @Test(arguments: ["2021 | 2022 | 2023", "2023 | 2022 | 2021"]) func `Years over the columns are no figures`(
    years: String
  ) throws {
    let table = "项目 | \(years)\n甲 | 50 | 1 | 2\n乙 | 100 | 3 | 4\n合计 | 150 | 4 | 7"
    #expect(try verdicts(table).map { $0.suffix(5) } == ["holds", "holds", "fails"])
    #expect(try verdicts(table.replacing(years, with: "2021 | 2500 | 7")).contains { $0.hasSuffix("fails") })
  }

  @Test func `A row that counts up by chance is figures, one that numbers the columns is none`() throws {
    #expect(
      try verdicts("站 | 一月 | 二月 | 三月\n北 | 1 | 2 | 3\n南 | 4 | 5 | 6\n合计 | 5 | 7 | 8").map { $0.suffix(5) } == [
        "holds", "holds", "fails",
      ])
    #expect(
      try verdicts("站 | 一月 | 二月 | 三月\n栏次 | 1 | 2 | 3\n北 | 1 | 2 | 4\n南 | 4 | 5 | 6\n合计 | 5 | 7 | 10").map {
        $0.suffix(5)
      }
        == ["holds", "holds", "holds"])
  }

  @Test func `A difference within rounding leaves it open`() throws {
    #expect(
      try verdicts("a | b\nx | 0.33\ny | 0.33\nz | 0.33\nTotal | 1.00") == [
        "generic.row table 1, b: 1 against 0.99 cannot tell"
      ])
  }

  /// Verdicts with the reasons of those that cannot be told.
  private func reasons(_ table: String) throws -> [String] {
    GenericArithmetic.checks(Document(blocks: [try TestReports.table(table)])).map {
      [$0.comparison, $0.verdict.rawValue, $0.doubt].filter { !$0.isEmpty }.joined(separator: ", ")
    }
  }

  /// A table of one column, whose first row names it.
  private func column(_ figures: [String]) -> String {
    "Item | Amount\n"
      + figures.enumerated().map { "\($0 + 1 == figures.count ? "Total" : "Item \($0)") | \($1)" }
      .joined(separator: "\n")
  }

  @Test(arguments: [
    ["70", "(1,250)", "–20", "−5", "-1", "-1206"], ["10", "—3", "7"], ["8", "（4）", "1", "5"], ["$ 10", "3", "$ 13"],
    ["$(30)", "–$5", "$40", "$5"], ["9 €", "5 €", "14 €"], ["US$ 4", "5", "US$ 9"], ["30万元", "5万元", "35万元"],
    ["3件", "4", "7件"],
    ["10", "4¹", "14"], ["10*", "† 4", "14 r"], ["R 2,300", "1,200 p", "(p) 100", "3,600"], ["4[1]", "5(注)", "9"],
    ["10", "—", "3", "13"], ["10", "无", "3", "13"], ["10", "", "3", "13"],
  ])
  func `Signs, currencies, marks and placeholders stand in no sum's way`(figures: [String]) throws {
    let told = try reasons(column(figures))
    #expect(told.count == 1 && told[0].hasSuffix(", holds"), "\(told)")
  }

  @Test(arguments: [
    ["10", "–3", "8"], ["$ 10", "3", "$ 18"], ["10", "4¹", "3", "18"], ["R 2,300", "1,200 p", "3,600"],
    ["200", "(50)", "3", "253"],
  ])
  func `A wrong sum of such figures fails`(figures: [String]) throws {
    let told = try reasons(column(figures))
    #expect(told.count == 1 && told[0].hasSuffix(", fails"), "\(told)")
  }

  @Test(arguments: [
    (["10", "3", "(D)", "18"], "“(D)” (t/tr[4]/tc[2]) cannot be read as a figure"),
    (["(D)", "10", "3", "18"], "“(D)” (t/tr[2]/tc[2]) cannot be read as a figure"),
    (["10", "3", "*", "13"], "“*” (t/tr[4]/tc[2]) cannot be read as a figure"),
    (["10", "some", "18"], "“some” (t/tr[3]/tc[2]) cannot be read as a figure"),
    (["10", "5-7", "18"], "“5-7” (t/tr[3]/tc[2]) cannot be read as a figure"),
    (["10", "12 34", "18"], "“12 34” (t/tr[3]/tc[2]) cannot be read as a figure"),
    (["10", "3", "—", "18"], "“—” (t/tr[4]/tc[2]) may stand for a figure"),
    (["10", "(3)", "13"], "“(3)” (t/tr[3]/tc[2]) may be something else than this figure"),
    (["20", "(0.5)", "30", "(0.25)", "50"], "“(0.5)” (t/tr[3]/tc[2]) may be something else than this figure"),
    (["$ 10", "5 €", "$ 15"], "the figures have different units"),
    (["1万元", "5", "6"], "the figures have different units"),
    (["10", "3", "25%", "18"], "there are shares in per cent among the figures"),
    (["10", "3", "7"], "it is the difference of the two, not their sum"),
  ])
  func `What may change a sum leaves it open`(figures: [String], reason: String) throws {
    let told = try reasons(column(figures))
    #expect(told.count == 1 && told[0].hasSuffix("cannot tell, " + reason), "\(told)")
  }

  @Test func `A figure that is kept back leaves open what adds it up across and down`() throws {
    let table = "Site | A | B | C | Total\nNorth | 1 | 2 | 3 | 6\nSouth | (D) | 5 | 4 | 12\nTotal | 4 | 7 | 7 | 18"
    #expect(
      try verdicts(table) == [
        "generic.row table 1, A: 4 against 1 cannot tell", "generic.row table 1, B: 7 == 7 holds",
        "generic.row table 1, C: 7 == 7 holds", "generic.row table 1, Total: 18 == 18 holds",
        "generic.column table 1, North: 6 == 6 holds", "generic.column table 1, South: 12 against 9 cannot tell",
        "generic.column table 1, Total: 18 == 18 holds",
      ])
    let allKeptBack = "Site | A | B | C | Total\nNorth | 1 | 2 | X | 6\nSouth | 3 | 5 | X | 12"
    #expect(try verdicts(allKeptBack).allSatisfy { $0.hasSuffix("cannot tell") })
  }

  @Test func `A figure for several rows counts once`() throws {
    #expect(try reasons("Item | N\na | 10\nb | ^\nc | 5\nTotal | 15") == ["15 == 15, holds"])
    #expect(try reasons("Item | N\na | 10\nb | ^\nc | 5\nTotal | 25")[0].contains("cannot tell"))
  }

  @Test(arguments: [
    "增减%", "增长率", "执行率（%）", "占比", "比重", "人均支出", "单价", "平均值", "Percent", "Rate per 100,000", "Average cost",
    "Median age", "Mean", "Ratio", "Price index", "Change",
  ])
  func `Rates, averages and prices are not added up`(name: String) throws {
    let table = "Kind | N | \(name)\na | 4 | 2.5\nb | 6 | 8.5\nTotal | 10 | 6.1"
    #expect(
      try reasons(table) == [
        "10 == 10, holds", "6.1 against 11, cannot tell, rates, averages and prices do not add up",
      ])
    // Alone, there is nothing to say of it.
    #expect(try reasons("Kind | \(name)\na | 2.5\nb | 8.5\nTotal | 6.1").isEmpty)
    // Nor does a total of columns add them up in a row.
    let row = "Kind | A | B | Total\nN | 4 | 6 | 10\n\(name) | 2.5 | 8.5 | 6.1"
    #expect(try reasons(row).map { $0.contains("fails") } == [false, false])
    // Shares that add up to all hold.
    #expect(try reasons("Kind | \(name)\na | 40\nb | 60\nTotal | 100") == ["100 == 100, holds"])
  }

  @Test(arguments: ["增长额", "Corporate", "Rated capacity", "Permits"])
  func `Names that only look like those of rates are added up`(
    name: String
  ) throws {
    #expect(try reasons("Kind | \(name)\na | 2\nb | 8\nTotal | 11") == ["11 ≠ 10, fails"])
  }

  @Test func `Cells in per cent are added up only where their total is the sum`() throws {
    #expect(try reasons("Kind | Part\na | 40%\nb | 60%\nTotal | 100%") == ["100 == 100, holds"])
    #expect(try reasons("Kind | Done\na | 40%\nb | 60%\nTotal | 52%").isEmpty)
    #expect(
      try reasons("Kind | N | Done\na | 1 | 40%\nb | 2 | 60%\nTotal | 3 | 52%").map {
        $0.hasPrefix("52 against 100, cannot tell")
      }
        == [false, true])
  }

  @Test func `A header over several columns, a section and a caption name rates as well`() throws {
    #expect(try reasons("Kind | Average wage | <\n^ | Men | Women\na | 2 | 3\nb | 4 | 5\nTotal | 3 | 4").isEmpty)
    #expect(
      try reasons("Kind | Men\nWorkers | \na | 2\nTotal | 2\nAverage wage | \nb | 20\nc | 40\nTotal | 33").allSatisfy {
        !$0.contains("fails")
      })
    let caption = Block.paragraph(
      Paragraph(text: "Table 4. Median income by county", origin: Origin(.lines(1...1), .stated)))
    let table = try TestReports.table("County | 2021\na | 20\nb | 40\nTotal | 31")
    #expect(GenericArithmetic.checks(Document(blocks: [caption, table])).map(\.verdict) == [.unknown])
    #expect(GenericArithmetic.checks(Document(blocks: [table])).map(\.verdict) == [.fails])
  }

  @Test(arguments: ["a | 5\nAverage | 4\nb | 3", "a | 5\nLess: c | 2\nb | 3", "Total wages | 3\nb | 5\nc | 2"])
  func `A line that may be no addend leaves a wrong sum open`(rows: String) throws {
    #expect(try reasons("Item | N\n\(rows)\nTotal | 6").allSatisfy { $0.contains("cannot tell") })
  }

  @Test(arguments: ["2008", "2008年", "FY 2008", "2008/09", "2008–09", "2008 p"])
  func `One year over the figures is no figure`(
    year: String
  ) throws {
    #expect(try reasons("Item | \(year)\nGain | 10\nLoss | 4\nTotal | 14") == ["14 == 14, holds"])
    #expect(try reasons("Item | \(year)\nGain | 10\nLoss | 4\nTotal | 15") == ["15 ≠ 14, fails"])
  }

  @Test func `Years apart are no figures, figures like years are`() throws {
    #expect(
      try verdicts("Item | 2000 | 2010\nGain | 1 | 2\nLoss | 3 | 4\nTotal | 4 | 6") == [
        "generic.row table 1, 2000: 4 == 4 holds", "generic.row table 1, 2010: 6 == 6 holds",
      ])
    #expect(try reasons("Item | Amount\nGain | 2008\nLoss | 4\nTotal | 2012") == ["2012 == 2012, holds"])
    #expect(try reasons("Gain | 2008\nLoss | 4\nFee | 1\nTotal | 2013") == ["2013 == 2013, holds"])
  }

  @Test func `Years that name rows are no figures`() throws {
    #expect(
      try reasons("Year | A | B | Total\n2001 | 1 | 2 | 3\n2002 | 3 | 4 | 7") == ["3 == 3, holds", "7 == 7, holds"])
    #expect(
      try reasons("Year | A | B | Total\n2001 | 1 | 2 | 4\n2002 | 3 | 4 | 7") == ["4 ≠ 3, fails", "7 == 7, holds"])
    // A first column of other numbers may name the rows, or not.
    #expect(
      try reasons("Age | A | B | Total\n30 | 1 | 2 | 3\n31 | 3 | 4 | 9").map { $0.contains("fails") } == [false, false])
    #expect(
      try reasons("Year | N | Remark\n2001 | 5 | flood\n2002 | 6 | \n2003 | 7 | \nTotal | 18 | ") == ["18 == 18, holds"]
    )
  }

  @Test(arguments: ["1人 | 2人", "10% | 20%", "50元 | 100元"]) func `Quantities over the columns are no figures`(
    classes: String
  ) throws {
    #expect(
      try reasons("Size | \(classes) | Total\nx | 1 | 2 | 3\ny | 3 | 4 | 7\nTotal | 4 | 6 | 10").allSatisfy {
        $0.hasSuffix("holds")
      })
    #expect(try reasons("a | 3件\nb | 4件\nTotal | 8件") == ["8 ≠ 7, fails"])
  }

  @Test func `Headers that come again, and numbers in brackets over the columns, are no figures`() throws {
    #expect(
      try reasons("Item | A | B\nx | 1 | 2\nItem | A | B\ny | 3 | 4\nTotal | 4 | 6") == [
        "4 == 4, holds", "6 == 6, holds",
      ])
    #expect(
      try reasons("Item | A | B\n | (1) | (2)\nx | 1 | 2\ny | 3 | 4\nTotal | 4 | 6") == [
        "4 == 4, holds", "6 == 6, holds",
      ])
  }
}
