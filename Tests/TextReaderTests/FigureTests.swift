import ConverterCore
import Testing

@testable import TextReader

@Suite struct FigureTests {
  private let rows = ["Quay|in|out", "North|1,012|915", "Old South|34|3,236", "East|105|6,107"]

  @Test func `Commas of numbers part no fields where columns stand below each other`() throws {
    let table = try onlyTable(
      """
      Quay            in      out
      North        1,012    1,915
      Old South    2,034    3,236
      East         5,105    6,107
      """)
    #expect(grid(table) == ["Quay|in|out", "North|1,012|1,915", "Old South|2,034|3,236", "East|5,105|6,107"])
    #expect(table.headerRowCount == 1)
    #expect(table.cells[0].origin == Origin(.lines(1...1), .aligned))
  }

  @Test func `Decimal commas part no fields`() throws {
    let table = try onlyTable(
      """
      Hafen     Quote
      Nord        8,8
      Alt-Süd    18,2
      Ost        11,9
      """)
    #expect(grid(table) == ["Hafen|Quote", "Nord|8,8", "Alt-Süd|18,2", "Ost|11,9"])
  }

  @Test(arguments: [
    "North...........", "North . . . . . .", "North_________  ", "North ---------- ", "North::::::::::: ",
    "North...         ",
  ])
  func `Leaders lead to figures and are no text`(label: String) throws {
    let table = try onlyTable(
      """
      Quay                 in       out
      \(label.padding(to: 18)) 1,012       915
      Old South.........     34     3,236
      East..............    105     6,107
      """)
    #expect(grid(table) == rows)
  }

  @Test(arguments: [
    "Ships ............. 3\nQuays ............. 9\nCranes ............ 17\n",
    "Preface ..........  iv\nShips ............   3\nQuays ............   9\n",
    "Ships ............  1-1\nQuays ............  1-9\nCranes ...........  2-1\n",
    "1  Ships .............  3\n2  Quays .............  9\n3  Cranes ............  17\n",
  ])
  func `Leaders to numbers of pages are those of a table of contents`(text: String) throws {
    #expect(try read(text).tables.isEmpty)
  }

  @Test(arguments: ["\\a", "\\1\\", "{1}", "<a>", ";", "=", "(1)", "*"])
  func `Marks of notes are no program`(mark: String) throws {
    let table = try onlyTable(
      """
      Quay               in       out
      North\(mark.padding(to: 8)) 1,012       915
      Old\(mark.padding(to: 10))    34     3,236
      East              105     6,107
      """)
    #expect(grid(table).dropFirst().first == "North\(mark)|1,012|915")
    #expect(table.headerRowCount == 1)
  }

  @Test func `Signs of money belong to the figures behind them`() throws {
    let table = try onlyTable(
      """
                        2031        2032
      Tolls          $   412    $  9,115
      Repairs            (38)     (1,240)
      Left           $   374    $  7,875
      """)
    #expect(grid(table) == ["2031|2032", "Tolls|$ 412|$ 9,115", "Repairs|(38)|(1,240)", "Left|$ 374|$ 7,875"])
    #expect(table.headerRowCount == 1)
    #expect(table.stubColumnCount == 1)
  }

  @Test func `A long label and a large figure may leave one blank`() throws {
    let table = try onlyTable(
      """
      Quay                 in         out
      North             1,012         915
      Quay at the old mill 34       3,236
      East                105       6,107
      All           9,051,151 112,010,258
      """)
    #expect(
      grid(table) == [
        "Quay|in|out", "North|1,012|915", "Quay at the old mill|34|3,236", "East|105|6,107",
        "All|9,051,151|112,010,258",
      ])
  }

  @Test(arguments: [
    "NOTE:  Boats do not count.", "1/ With islands.   2/ Without.", "Source:  Harbor office,  2032.",
    "  a/  With islands.",
    "* South includes    islands.",
  ])
  func `A note right below a table is none of its rows`(note: String) throws {
    let document = try read(
      """
      Quay               in       out
      North           1,012       915
      Old South          34     3,236
      East              105     6,107
      \(note)
      """)
    #expect(document.tables.map(grid) == [rows])
    #expect(document.blocks.count == 2)
  }

  @Test(arguments: ["Table 1.  Ships by quay", "          Table 1.  Ships by quay"])
  func `A title right above a table is none of its rows`(title: String) throws {
    let table = try onlyTable(
      """
      \(title)
      Quay               in       out
      North           1,012       915
      Old South          34     3,236
      East              105     6,107
      """)
    #expect(grid(table) == rows)
    #expect(table.caption?.hasPrefix("Table 1.") == true)
  }

  @Test func `The head of a page is none of the table`() throws {
    let table = try onlyTable(
      """
      HARBOR OFFICE      PAGE    7
      Quay               in       out
      North           1,012       915
      Old South          34     3,236
      East              105     6,107
      """)
    #expect(grid(table) == rows)
  }

  @Test func `Years head columns, with or without a name over the labels`() throws {
    for head in ["Quay             2031      2032", "                 2031      2032"] {
      let table = try onlyTable(
        """
        \(head)
        -------------------------------
        North           1,012       915
        Old South          34     3,236
        East              105     6,107
        """)
      #expect(table.headerRowCount == 1)
      #expect(table.stubColumnCount == 1)
      #expect(table.rowCount == 4)
    }
  }

  @Test func `Rows without figures leave the head what it is`() throws {
    let table = try onlyTable(
      """
      Quay               in       out
      Inner harbor:
      North           1,012       915
      Mill             n.a.      n.a.
      Outer harbor:
      East              105     6,107
      South             (D)        34
      """)
    #expect(table.headerRowCount == 1)
    #expect(
      grid(table) == [
        "Quay|in|out", "Inner harbor:", "North|1,012|915", "Mill|n.a.|n.a.", "Outer harbor:", "East|105|6,107",
        "South|(D)|34",
      ])
  }

  @Test(arguments: ["                  ---------------", "                  _______________", ""])
  func `A name over several columns is a storey of the head`(rule: String) throws {
    let rule = rule.isEmpty ? "" : rule + "\n"
    let table = try onlyTable(
      """
                          Year ended
      \(rule)Quay               in         out
      North           1,012         915
      Old South          34       3,236
      East              105       6,107
      """)
    #expect(table.headerRowCount == 2)
    #expect(spans(table).contains("Year ended 0,1 1x2"))
  }

  @Test func `A stroke beside a name parts the names above it`() throws {
    let table = try onlyTable(
      """
      ---------------------------------
                          Year ended
        Quay       ----------------------
                       in         out
      ---------------------------------
      North           1,012         915
      Old South          34       3,236
      East              105       6,107
      ---------------------------------
      """)
    #expect(spans(table).prefix(3) == ["Quay 0,0 2x1", "Year ended 0,1 1x2", "in 1,1 1x1"])
  }

  @Test func `Units below the rule of a head are a row`() throws {
    let table = try onlyTable(
      """
      ---------------------------------
      Quay               in         out
      ---------------------------------
                         Thousands
      North           1,012         915
      Old South          34       3,236
      ---------------------------------
      """)
    #expect(table.headerRowCount == 1)
    #expect(spans(table).contains("Thousands 1,1 1x2"))
  }

  @Test func `Headings between empty lines leave the table one`() throws {
    let table = try onlyTable(
      """
      Quay               in       out

      Inner harbor

      North           1,012       915
      Mill               34     3,236

      Outer harbor

      East              105     6,107
      """)
    #expect(
      grid(table) == [
        "Quay|in|out", "Inner harbor", "North|1,012|915", "Mill|34|3,236", "Outer harbor", "East|105|6,107",
      ])
    #expect(table.headerRowCount == 1)
  }

  @Test func `A label goes on in the line with its figures`() throws {
    let table = try onlyTable(
      """
      Quay               in       out
      North           1,012       915
      South and the
       islands           34     3,236
      East              105     6,107
      """)
    #expect(grid(table)[2] == "South and the\nislands|34|3,236")
  }

  @Test func `Rows below a rule are rows`() throws {
    let table = try onlyTable(
      """
      Quay               in       out
      North           1,012       915
      South              34     3,236
                     ------    ------
      All             1,046     4,151
                     ======    ======
      """)
    #expect(grid(table).last == "All|1,046|4,151")
    #expect(table.origin.place == .lines(1...6))
  }

  @Test func `Marks of filings are rules and no text`() throws {
    let document = try read(
      """
      Tolls of the year.

      <TABLE>
      <CAPTION>
      Quay               in       out
      <S>               <C>       <C>
      North           1,012       915
      Old South          34     3,236
      East              105     6,107
      </TABLE>

      More follows.
      """)
    #expect(document.tables.map(grid) == [rows])
    #expect(texts(document).first == "Tolls of the year.")
    #expect(document.blocks.count == 3)
  }

  @Test func `Labels spread to a width are one text`() throws {
    let table = try onlyTable(
      """
      码    头        进港     出港
      北港           1,012      915
      合    计       1,046    4,151
      """)
    #expect(table.columnCount == 3)
    #expect(table.headerRowCount == 1)
  }

  @Test func `Names above a rule are the header of rows of words`() throws {
    let table = try onlyTable(
      """
      Name          Office       Town
      -------------------------------
      Alder         Records      Bex
      Brant         Letters      Rolle
      Cole          Archive      Nyon
      """)
    #expect(table.headerRowCount == 1)
  }

  @Test func `Tabs go to tab stops where they are no delimiters`() throws {
    let table = try onlyTable(
      "Quay\t\tin\tout\nNorth\t\t1,012\t1,915\nOld South pier\t34\t3,236\nEast\t\t105\t6,107\nMill and dam\t9\t12\n")
    #expect(
      grid(table) == [
        "Quay|in|out", "North|1,012|1,915", "Old South pier|34|3,236", "East|105|6,107", "Mill and dam|9|12",
      ])
  }

  @Test func `Three dots between words are no leader`() throws {
    let document = try read("T1:  (or a ... z)  the  first\nT2:  (not a)  or z\nT3:  (or b ... y)  the  last\n")
    #expect(document.tables.allSatisfy { $0.cells.contains { $0.text.contains("...") } })
  }

  @Test(arguments: [
    "#define QUAYS  12\n#define SHIPS  40\n#define BOATS  51\n",
    "int quays;     12\nint ships;     40\nint boats;     51\n",
    "The harbor was built in 1820.  It took until\n1831.  Nobody came before 1840.  Then came\nships,  more than 200 a year.\n",
  ])
  func `Programs and prose with figures are no tables`(text: String) throws {
    #expect(try read(text).tables.isEmpty)
  }
}

extension String {
  /// The text with spaces up to a length.
  fileprivate func padding(to length: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, length - count))
  }
}
