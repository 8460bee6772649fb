import ConverterCore
import Testing

@testable import TextReader

@Suite struct AlignedTests {
  @Test func columnsBelowEachOtherAreATable() throws {
    let table = try onlyTable(
      """
      Quay        depth  ships
      North         7.5     12
      South old    10.0      4
      East          6.0
      """)
    #expect(grid(table) == ["Quay|depth|ships", "North|7.5|12", "South old|10.0|4", "East|6.0"])
    #expect(table.grid[3, 2] == nil)
    #expect(table.headerRowCount == 1)
    #expect(table.cells[0].origin == Origin(.lines(1...1), .aligned))
  }

  @Test func aCellOfTheLastRowMayGoOnBelowTheTable() throws {
    let document = try read(
      """
      Quay         ships  remarks
      North pier      12  closed in winter and
                          for repairs
      Old harbour      1  used by the ferry
                          company only

          Figures of the port office.
      """)
    let table = try #require(document.tables.first)
    #expect(grid(table).last == "Old harbour|1|used by the ferry\ncompany only")
    #expect(document.blocks.count == 2)
  }

  @Test func wideCharactersTakeTwoColumns() throws {
    let table = try onlyTable(
      """
      码头        进港  出港
      北港          12     9
      南港老码头     4     0
      """)
    #expect(grid(table) == ["码头|进港|出港", "北港|12|9", "南港老码头|4|0"])
  }

  @Test func aHeaderOverSeveralColumnsSpansThem() throws {
    let table = try onlyTable(
      """
                   Ships and boats
      Quay         in      out
      North        12        9
      South         4        7
      East          1        2
      West          0        5
      """)
    #expect(spans(table).first == "Ships and boats 0,1 1x2")
  }

  @Test func centredColumnsWithoutGuttersGoByTheirOrder() throws {
    let table = try onlyTable(
      """
      项目         进港货物数量   出港货物数量

      北港码头          12               9

      南港                4           0
      """)
    #expect(grid(table) == ["项目|进港货物数量|出港货物数量", "北港码头|12|9", "南港|4|0"])
  }

  @Test func textThatGoesOnInTheNextLineJoinsItsCell() throws {
    let table = try onlyTable(
      """
      No    Works at the quay        Cost
      1     repair of the crane        12
      2     a new shed for nets         7
            and for ropes
      3     paint                       1
      """)
    #expect(table.rowCount == 4)
    #expect(table.cells.contains { $0.text == "a new shed for nets\nand for ropes" })
  }

  @Test func columnsThatOneSpacePartsAreATable() throws {
    let table = try onlyTable(
      """
      total 48
      drwxr-xr-x  2 anna harbour  4096 Mar  3 plans
      -rw-r--r--  1 anna harbour 12873 Mar 13 quay list.txt
      -rw-r--r--  1 bo   crew      210 Nov 28 rope
      lrwxrwxrwx 11 bo   crew       12 Jan 15 shed
      """)
    #expect(
      grid(table) == [
        "drwxr-xr-x|2|anna|harbour|4096|Mar|3|plans", "-rw-r--r--|1|anna|harbour|12873|Mar|13|quay list.txt",
        "-rw-r--r--|1|bo|crew|210|Nov|28|rope", "lrwxrwxrwx|11|bo|crew|12|Jan|15|shed",
      ])
    #expect(table.origin == Origin(.lines(2...5), .aligned))
  }

  @Test func labelsThatEndInNumbersStayWhole() throws {
    let table = try onlyTable(
      """
      Quay        depth  ships
      Berth 1       7.5     12
      Berth 2      10.0      4
      Berth 11      6.0      5
      """)
    #expect(grid(table).dropFirst().first == "Berth 1|7.5|12")
  }

  @Test(
    "Text that only has aligned spaces stays text",
    arguments: [
      // Prose with two spaces behind full stops.
      "The harbour was built.  It took ten years.\nNobody came.  The ships went by.\nThen it was sold.  That was that.\n",
      // A table of contents.
      "1  Ships ............. 3\n2  Quays ............. 9\n3  Cranes ............ 17\n",
      "一、概况      1\n二、码头      4\n三、船只      9\n四、附录      12\n",
      // A program with aligned comments.
      "int a;      // the first\nint bcd;    // the second\nlong ef;    // the third\n",
      // Verses with an indented half line.
      "The sea is calm,    the night is wide,\nthe boats are gone,    the quay is dry,\nno lamp is lit,    no bell is rung.\n",
    ])
  func alignedTextIsNoTable(text: String) throws {
    #expect(try read(text).tables.isEmpty)
  }
}
