import ConverterCore
import ConverterTesting
import Testing

@Suite struct ColumnNumbersTests {
  @Test(arguments: [
    ["(1)", "(2)"], ["1", "2", "3"], ["Item", "(1)", "(2)", "(3)"], ["栏次", "1", "2", "3=1+2"],
    ["甲", "乙", "1", "2", "3"],
    ["［1］", "［2］"], ["(1)", "(2)", "(3) = (1) - (2)"],
  ])
  func `numbers from one on name columns`(texts: [String]) {
    #expect(ColumnNumbers.areThese(texts))
  }

  @Test(arguments: [
    [], ["1", "2"], ["(1)"], ["0", "1", "2"], ["1", "2", "4"], ["2", "3", "4"], ["1", "2", "3", "Total"],
    ["Row 1", "1", "2", "3"], ["1", "2", "3", "4.0"], ["1", "2", "3 offices"], ["(1", "(2", "(3"],
    ["2008", "2009", "2010"],
  ])
  func `other figures do not`(texts: [String]) {
    #expect(!ColumnNumbers.areThese(texts))
  }

  @Test func `a row with the columns' numbers is of the header`() {
    let table = Table("项目 | 收入 | 支出 | 结余\n栏次 | 1 | 2 | 3=1-2\n合计 | 80 | 60 | 20\n其他 | 8 | 6 | 2").inferringHeaders()
    #expect(table.headerRowCount == 2)
    #expect(table.stubColumnCount == 1)
  }

  @Test func `a table of nothing else has no header`() {
    let table = Table("a | b | c\n1 | 2 | 3").inferringHeaders()
    #expect(table.headerRowCount == 0)
  }
}
