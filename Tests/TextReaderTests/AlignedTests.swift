import ConverterCore
import Testing

@testable import TextReader

@Suite struct AlignedTests {
  @Test func `Columns below each other are a table`() throws {
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

  @Test func `A cell of the last row may go on below the table`() throws {
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

  @Test func `Wide characters take two columns`() throws {
    let table = try onlyTable(
      """
      码头        进港  出港
      北港          12     9
      南港老码头     4     0
      """)
    #expect(grid(table) == ["码头|进港|出港", "北港|12|9", "南港老码头|4|0"])
  }

  @Test func `A header over several columns spans them`() throws {
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

  @Test func `Centred columns without gutters go by their order`() throws {
    let table = try onlyTable(
      """
      项目         进港货物数量   出港货物数量

      北港码头          12               9

      南港                4           0
      """)
    #expect(grid(table) == ["项目|进港货物数量|出港货物数量", "北港码头|12|9", "南港|4|0"])
  }

  @Test func `Text that goes on in the next line joins its cell`() throws {
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

  @Test func `Columns that one space parts are a table`() throws {
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

  @Test func `Labels that end in numbers stay whole`() throws {
    let table = try onlyTable(
      """
      Quay        depth  ships
      Berth 1       7.5     12
      Berth 2      10.0      4
      Berth 11      6.0      5
      """)
    #expect(grid(table).dropFirst().first == "Berth 1|7.5|12")
  }

  @Test(arguments: [
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
  func `Text that only has aligned spaces stays text`(text: String) throws {
    #expect(try read(text).tables.isEmpty)
  }

  @Test(arguments: [
    """
    Quays of the bay
    Quay            2031              2032
                    in       out      in     out
    North           21       28       35     42
    South           42       56       70     84
    """,
    """
                        2031                     2032
    Quay             in         out           in         out
    North            21          28           35          42
    South            42          56           70          84
    """,
    """
                     2031                      2032
    Quay
                  in      out               in      out
    North         21       28               35       42
    South         42       56               70       84
    """,
  ])
  func `Headers stand over groups of columns`(text: String) throws {
    let table = try onlyTable(text)
    #expect(table.headerRowCount == 2)
    #expect(table.stubColumnCount == 1)
    let years = spans(table).filter { $0.hasPrefix("203") }
    #expect(years == ["2031 0,1 1x2", "2032 0,3 1x2"])
    #expect(grid(table).suffix(2) == ["North|21|28|35|42", "South|42|56|70|84"])
  }

  @Test func `Headers over groups of words are two rows`() throws {
    let table = try onlyTable(
      """
      Quay         2031            2032
                   open   lit      open   lit
      North        yes    no       yes    yes
      South        no     no       yes    no
      East         yes    yes      no     no
      """)
    #expect(table.headerRowCount == 2)
    #expect(table.rowCount == 5)
  }

  @Test func `Cells in the middle of a table go on below`() throws {
    let table = try onlyTable(
      """
      Item   Use              Pieces
      A1     A longer         1
             description of
             the first
      A2     Short            2
      A3     Another that     3
             goes on
      """)
    #expect(
      grid(table) == [
        "Item|Use|Pieces", "A1|A longer\ndescription of\nthe first|1", "A2|Short|2", "A3|Another that\ngoes on|3",
      ])
  }

  @Test func `Programs may count wide characters as one column`() throws {
    let table = try onlyTable(
      """
      姓名    性别   电话         备注
      甲某    男    0777-      主持全面工作并
                 5550101    负责财务
      乙某某   女    0777-
                 5550102
      """)
    let first = "甲某|男|0777-\n5550101|主持全面工作并\n负责财务"
    #expect(grid(table) == ["姓名|性别|电话|备注", first, "乙某某|女|0777-\n5550102"])
  }

  @Test func `The first name of columns once more begins another table`() throws {
    let document = try read(
      """
      Year    Ships    Boats
      2031      100       80
      2032      120       90

      Year    Staff
      2031       10
      2032       12
      """)
    #expect(document.tables.map(\.columnCount) == [3, 2])
  }

  @Test func `The rest of a cell may be indented below its beginning`() throws {
    let table = try onlyTable(
      """
      Section           Subject         Date      Approved
      -------------------------------------------------------
      17-01.......      Definitions...  1/31/98   10/6/94, 59
                                                   page 50896.
      17-02.......      Air at the       4/4/94   10/6/94, 59
                         quays.                    page 50896.
      17-03.......      Water.          1/31/98   5/23/97, 62
                                                   page 28357.
      -------------------------------------------------------
      """)
    #expect(
      grid(table) == [
        "Section|Subject|Date|Approved", "17-01|Definitions|1/31/98|10/6/94, 59\npage 50896.",
        "17-02|Air at the\nquays.|4/4/94|10/6/94, 59\npage 50896.", "17-03|Water.|1/31/98|5/23/97, 62\npage 28357.",
      ])
    #expect(table.headerRowCount == 1)
  }

  @Test func `An index with leaders in two columns of the page stays text`() throws {
    let document = try read(
      """
      anchors .... 24    moorings ... 12, 14
      boats ...... 5     nets ....... 9
      cranes ..... 17    oars ....... 30
      """)
    #expect(document.tables.isEmpty)
  }

  @Test func `Control characters before a leader take no columns`() throws {
    let control = String(repeating: "\u{1D}", count: 10)
    let table = try onlyTable("Name   one\nAlder\(control)......S  -\nBoone  7")
    #expect(grid(table) == ["Name|one", "Alder|S|-", "Boone|7"])
  }
}
