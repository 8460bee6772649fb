import ConverterCore
import Testing

@testable import TextReader

@Suite struct DrawnTests {
  @Test func `A grid of plus signs keeps its spans`() throws {
    let table = try onlyTable(
      """
      +-------+-------------+
      | Quay  | Ships       |
      |       +------+------+
      |       | in   | out  |
      +=======+======+======+
      | North | 12   | 9    |
      | old   |      |      |
      +-------+------+------+
      | none         | 0    |
      +--------------+------+

      """)
    #expect(
      spans(table) == [
        "Quay 0,0 2x1", "Ships 0,1 1x2", "in 1,1 1x1", "out 1,2 1x1", "North\nold 2,0 1x1", "12 2,1 1x1", "9 2,2 1x1",
        "none 3,0 1x2", "0 3,2 1x1",
      ])
    #expect(table.headerRowCount == 2)
    #expect(table.headerEvidence == .stated)
    #expect(table.cells.map(\.origin.evidence).allSatisfy { $0 == .ruled })
    #expect(table.cells[4].origin.place == .lines(6...7))
  }

  @Test func `Content beside a rule of a neighbour belongs to its cell`() throws {
    let table = try onlyTable(
      """
      +------+-----+
      | Tall | top |
      | and  +-----+
      | wide | low |
      +------+-----+
      """)
    #expect(spans(table) == ["Tall\nand\nwide 0,0 2x1", "top 0,1 1x1", "low 1,1 1x1"])
  }

  @Test func `Database clients print one row a line`() throws {
    let table = try onlyTable(
      """
      +-------+-------+
      | quay  | ships |
      +-------+-------+
      | North |    12 |
      | South |     4 |
      +-------+-------+
      2 rows in set (0.00 sec)
      """)
    #expect(grid(table) == ["quay|ships", "North|12", "South|4"])
    #expect(table.headerRowCount == 1)
  }

  @Test func `Box drawing with wide characters lines up`() throws {
    let table = try onlyTable(
      """
      ┌──────┬───────────┐
      │ 码头 │ 船只      │
      │      ├─────┬─────┤
      │      │ 进  │ 出  │
      ├──────┼─────┼─────┤
      │ 北港 │  12 │   9 │
      └──────┴─────┴─────┘
      """)
    #expect(
      spans(table) == [
        "码头 0,0 2x1", "船只 0,1 1x2", "进 1,1 1x1", "出 1,2 1x1", "北港 2,0 1x1", "12 2,1 1x1", "9 2,2 1x1",
      ])
  }

  @Test func `Drawings that count characters instead of columns are read too`() throws {
    let table = try onlyTable(
      """
      +----+----+
      | 码头 | 12 |
      +----+----+
      | 南  |  4 |
      +----+----+
      """)
    #expect(grid(table) == ["码头|12", "南|4"])
  }

  @Test func `Additions and rules in text are no table`() throws {
    #expect(try read("a + b --- c\n-----\nd + e\n\n+ one\n+ two\n").tables.isEmpty)
  }

  @Test func `What stands beside a drawing is a column of its own`() throws {
    let table = try onlyTable(
      """
            +------+-------+
      pier  | item | count |
            +------+-------+
            | nuts | 12    |  <- checked twice
      shed  | pins | 7     |
            +------+-------+
      """)
    #expect(grid(table) == ["pier|item|count|", "|nuts|12|<- checked twice", "shed|pins|7|"])
  }

  @Test func `A drawing inside a drawing loses nothing`() throws {
    let document = try read(
      """
      +-----+---------------+
      | a   | +---+---+     |
      |     | | x | y |     |
      |     | +---+---+     |
      +-----+---------------+
      | b   | c             |
      +-----+---------------+
      """)
    let text = texts(document).joined()
    for word in ["a", "x", "y", "b", "c"] { #expect(text.contains(word), "\(word) is lost") }
  }

  @Test func `Lines of a drawing may be as wide as ideographs`() throws {
    let table = try onlyTable(
      """
      ┌────────┬───┬──────┐
      │项目            │行次  │决算数      │
      ├────────┼───┼──────┤
      │一、码头维护    │1     │1234.56     │
      ├────────┼───┼──────┤
      │合计            │7     │1284.56     │
      └────────┴───┴──────┘
      """)
    #expect(grid(table) == ["项目|行次|决算数", "一、码头维护|1|1234.56", "合计|7|1284.56"])
  }

  @Test func `Double lines around all part no rows`() throws {
    let table = try onlyTable(
      """
      ╔══════════╦═══════╗
      ║ Quay     ║ Ships ║
      ╠══════════╬═══════╣
      ║ North    ║    12 ║
      ║ South    ║ 1,300 ║
      ╚══════════╩═══════╝
      """)
    #expect(grid(table) == ["Quay|Ships", "North|12", "South|1,300"])
    #expect(table.headerRowCount == 1)
  }
}
