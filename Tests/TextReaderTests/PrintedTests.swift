import ConverterCore
import Testing

@testable import TextReader

@Suite struct PrintedTests {
  @Test func `Strokes and level lines of a printout make storeys`() throws {
    let table = try onlyTable(
      """
      Cranberries:  Area Harvested and Yield by County
      ---------------------------------------------------------
                   :   Area Harvested    :    Yield per Acre
         County    :---------------------:---------------------
                   : 2008 : 2009 : 2010  : 2008 : 2009 : 2010
      ---------------------------------------------------------
                   :        Acres              Barrels
                   :
      Alder        :  310    305    298     142.1  150.0  139.6
      Brant 1/     :1,200  1,215  1,180     171.0  168.3  175.9
                   :
      State Total  :1,510  1,520  1,478     165.1  164.6    (D)
      ---------------------------------------------------------
      1/ Revised.

      """)
    #expect(
      spans(table).prefix(13) == [
        "County 0,0 2x1", "Area Harvested 0,1 1x3", "Yield per Acre 0,4 1x3", "2008 1,1 1x1", "2009 1,2 1x1",
        "2010 1,3 1x1", "2008 1,4 1x1", "2009 1,5 1x1", "2010 1,6 1x1", "Acres 2,1 1x3", "Barrels 2,4 1x3",
        "Alder 3,0 1x1", "310 3,1 1x1",
      ])
    #expect(
      grid(table).suffix(2) == [
        "Brant 1/|1,200|1,215|1,180|171.0|168.3|175.9", "State Total|1,510|1,520|1,478|165.1|164.6|(D)",
      ])
    #expect(table.headerRowCount == 2)
    #expect(table.stubColumnCount == 1)
    #expect(table.cells.first?.origin.place == .lines(4...4))
  }

  @Test func `Strokes between all columns, equal signs and lines of a head that go on`() throws {
    let table = try onlyTable(
      """
      ============================================================
                       :   Number of milk   :     Milk per     :
                       :      cows 1/       :      cow 2/      : Rank
            State      :---------------------------------------:
                       :   2006  :   2007   :  2006  :  2007   :
      ============================================================
      Arden            :    310  :    305   : 19,100 : 19,350  :  2
      Boreal           :     12  :     11   : 14,200 : 14,500  :  3
      ============================================================
      """)
    #expect(
      spans(table).prefix(4) == [
        "State 0,0 2x1", "Number of milk cows 1/ 0,1 1x2", "Milk per cow 2/ 0,3 1x2", "Rank 0,5 2x1",
      ])
    #expect(grid(table).suffix(2) == ["Arden|310|305|19,100|19,350|2", "Boreal|12|11|14,200|14,500|3"])
  }

  @Test func `Labels of two lines are one, headings of rows stay apart`() throws {
    let table = try onlyTable(
      """
      ------------------------------------------------
      Commodity           :  June   :   May   :  June
                          :  2007   :   2008  :  2008
      ------------------------------------------------
      Crops               :
        Wheat, bu         :   5.03      8.87     7.62
        Hay, all, baled,  :
          ton             : 132.00    165.00   172.00
      Livestock           :
        Hogs, cwt         :  54.10     56.40    54.60
      ------------------------------------------------
      """)
    #expect(
      grid(table) == [
        "Commodity|June 2007|May 2008|June 2008", "Crops", "Wheat, bu|5.03|8.87|7.62",
        "Hay, all, baled, ton|132.00|165.00|172.00", "Livestock", "Hogs, cwt|54.10|56.40|54.60",
      ])
  }

  @Test func `Rows go on below a level line right behind them`() throws {
    let table = try onlyTable(
      """
      ----------------------------------------------
               |      Exports       |  Balance
        Month  |--------------------|
               |   Total  | Canada  |
      ----------------------------------------------
      January  |   1,203     410    |  -1,107
      February |   1,190     402    |  -1,098
      ----------------------------------------------
      Total    |   2,393     812    |  -2,205
      ----------------------------------------------
      """)
    #expect(
      grid(table) == [
        "Month|Exports|Balance", "Total|Canada", "January|1,203|410|-1,107", "February|1,190|402|-1,098",
        "Total|2,393|812|-2,205",
      ])
  }

  @Test func `Entries of a log between level lines are looked at a few times`() throws {
    let entry = String(repeating: "-", count: 72) + "\nr17 | anna | 2009-04-02 | 1 line\n\nMend the lock\n"
    let clock = ContinuousClock()
    let short = try clock.measure { _ = try read(String(repeating: entry, count: 200)) }
    let long = try clock.measure { _ = try read(String(repeating: entry, count: 1600)) }
    #expect(long < short * 40 + .seconds(1))
  }

  @Test func `A time of day below a stroke stays whole`() throws {
    let document = try read(
      """
      ----------------------------------------
      Item       :  Open  :  Shut  : Visits
      ----------------------------------------
      Alder      :  09:30    12:30      98
      Brant      :  10:00    11:45     110
      ----------------------------------------
      """)
    #expect(document.plainWords.isSuperset(of: ["09:30", "12:30", "10:00", "11:45"]))
  }

  @Test func `A form between level lines is no table of figures`() throws {
    let document = try read(
      """
      ------------------------------------------
      Name      : John Smith
      Address   : 12 Harbor Road
      ------------------------------------------
      The form has to be filled in by all who
      want to take part in the programme.
      ------------------------------------------
      """)
    #expect(document.tables.allSatisfy { $0.columnCount <= 2 })
  }

  @Test func `A line that stands in no column leaves the text as it is`() throws {
    let document = try read(
      """
      ----------------------------------------
      Item       :  2007  :  2008  :  2009
      ----------------------------------------
      Alder      :   310      305      298
      Brant      :   12       11       10
      This text runs over all of the columns, from left to right
      ----------------------------------------
      """)
    #expect(document.plainWords.contains("columns,"))
    #expect(document.plainWords.contains("305"))
  }
}

extension Document {
  /// The words of all blocks, cells among them.
  fileprivate var plainWords: Set<String> {
    var words: Set<String> = []
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): words.formUnion(paragraph.text.split { $0.isWhitespace }.map(String.init))
      case .heading(let heading): words.formUnion(heading.text.split { $0.isWhitespace }.map(String.init))
      case .table(let table):
        for cell in table.cells { words.formUnion(cell.text.split { $0.isWhitespace }.map(String.init)) }
      default: break
      }
    }
    return words
  }
}
