import ConverterCore
import ConverterTesting
import Testing

@Suite struct ColumnNumbersTests {
  @Test(arguments: [
    ["(1)", "(2)"], ["Item", "(1)", "(2)", "(3)"], ["栏次", "1", "2", "3=1+2"], ["甲", "乙", "1", "2", "3"],
    ["栏　次", "1", "2"], ["［1］", "［2］"], ["(1)", "(2)", "(3) = (1) - (2)"],
    ["", "1", "2", "3=1+2"].filter { !$0.isEmpty },
  ])
  func `numbers from one on name columns`(texts: [String]) {
    #expect(ColumnNumbers.areThese(texts))
  }

  @Test(arguments: [
    [], ["1", "2"], ["1", "2", "3"], ["Alder", "1", "2", "3"], ["Loss", "(1)", "(2)"], ["(1)"], ["0", "1", "2"],
    ["1", "2", "4"], ["2", "3", "4"], ["(1)", "(2)", "(3)", "Total"], ["Row 1", "1", "2", "3"],
    ["(1)", "(2)", "(3) offices"],
    ["(1", "(2", "(3"], ["2008", "2009", "2010"],
  ])
  func `other figures do not`(texts: [String]) {
    #expect(!ColumnNumbers.areThese(texts))
  }

  @Test func `rows of 1, 2 and 3 are data`() {
    #expect(Table("a | b | c\n1 | 2 | 3\n4 | 5 | 6").inferringHeaders().headerRowCount == 1)
    #expect(Table("x | 1 | 2 | 3\ny | 4 | 5 | 6").inferringHeaders().headerRowCount == 0)
  }

  @Test func `a row with the columns' numbers is of the header`() {
    let table = Table("项目 | 收入 | 支出 | 结余\n栏次 | 1 | 2 | 3=1-2\n合计 | 80 | 60 | 20\n其他 | 8 | 6 | 2").inferringHeaders()
    #expect(table.headerRowCount == 2)
    #expect(table.stubColumnCount == 1)
  }
}
