import ConverterCore
import ConverterTesting
import Testing

@Suite struct `Tables in plain text` {
  @Test func `a plain table is a pipe table whose columns line up in double width`() throws {
    let table = Table(
      headerRows: 1,
      """
      Office | Cases
      North  | 7
      河东   | 12
      """)
    #expect(
      try written(table) == """
        | Office | Cases |
        |--------|------:|
        | North  |     7 |
        | 河东   |    12 |

        """)
  }

  @Test func `a plain table without header begins with its rule`() throws {
    #expect(try written(Table("a | b")) == "|---|---|\n| a | b |\n")
  }

  @Test func `spans, lines and holes are drawn as they are`() throws {
    let table = Table(
      headerRows: 2, stubColumns: 1, caption: "Table 1", unit: "件",
      """
      Item       | Number | <   | Note
      ^          | new    | old | ^
      新收\\n（件） | 1      | 2   | x
      ^          | 1,000  | .   | y
      """)
    #expect(
      try written(table) == """
        Table 1 (件)
        +--------+-------------+------+
        | Item   | Number      | Note |
        |        +-------+-----+      |
        |        | new   | old |      |
        +========+=======+=====+======+
        | 新收   |     1 |   2 | x    |
        | （件） +-------+-----+------+
        |        | 1,000 |     | y    |
        +--------+-------+     +------+

        """)
  }

  @Test func `a table wider than asked breaks its lines where the script allows`() throws {
    let table = Table(
      """
      k | 本机关说明，第一条；another word
      """)
    #expect(
      try written(table, width: 26) == """
        +---+--------------------+
        | k | 本机关说明，第一   |
        |   | 条；another word   |
        +---+--------------------+

        """)
  }

  private func written(_ table: Table, width: Int = 120) throws -> String {
    try TextWriter(tableWidth: width).written(Document(.table(table))).text
  }
}
