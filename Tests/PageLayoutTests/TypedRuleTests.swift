import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// Lines that are typed with hyphens, equal signs, colons and bars.
@Suite struct TypedRuleTests {
  /// Lines of a typewriter: each character, blanks too, takes half an em.
  private func page(_ text: String) -> SketchPage {
    var page = SketchPage()
    for (row, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for (column, character) in line.enumerated() where character != " " {
        page.write(String(character), 60 + 5 * Double(column), 100 + 12 * Double(row))
      }
    }
    return page
  }

  @Test func `colons and hyphens part the head of a table of a line printer`() {
    let page = page(
      """
      -------------------------------------------
                 :     Wheat      :    Barley
        County   :--------------------------------
                 :  2008 :  2009  :  2008 :  2009
      -------------------------------------------
                 :
      Alder      :   310     305      142     150
      Brant      : 1,200   1,215      171     168
      Cole       :    85      90       98      95
                 :
      Total      : 1,595   1,610      411     413
      -------------------------------------------
      """)
    #expect(
      shape(page.tables.first)
        == shape(
          Table(
            """
            County | Wheat | < | Barley | <
            ^ | 2008 | 2009 | 2008 | 2009
            Alder | 310 | 305 | 142 | 150
            Brant | 1,200 | 1,215 | 171 | 168
            Cole | 85 | 90 | 98 | 95
            Total | 1,595 | 1,610 | 411 | 413
            """)))
    #expect(page.texts.isEmpty)
  }

  @Test func `one cell between typed lines that holds all figures is parted in rows`() {
    let page = page(
      """
      ===========================================
                 :     Wheat      :    Barley
        County   :--------------------------------
                 :  2008 :  2009  :  2008 :  2009
      ===========================================
                 :   1,000 acres        Tons
                 :
      Alder      :   310     305      142     150
      Brant      : 1,200   1,215      171     168
                 :
      Cole       :    85      90       98      95
      Dunn       :   112     114       77      81
                 :
      Total      :11,595   1,610      411     413
      ===========================================
      """)
    #expect(page.tables.map(\.rowCount) == [8])
    #expect(page.tables.first?.rowTexts.last == ["Total", "11,595", "1,610", "411", "413"])
  }

  @Test func `a grid of hyphens, bars and crosses has its cells`() {
    let page = page(
      """
      +-----------+---------+---------+
      | Office    |    2008 |    2009 |
      +-----------+---------+---------+
      | Alder     |     310 |     305 |
      +-----------+---------+---------+
      | Brant     |       7 |      12 |
      +-----------+---------+---------+
      """)
    #expect(shape(page.tables.first) == shape(Table("Office | 2008 | 2009\nAlder | 310 | 305\nBrant | 7 | 12")))
  }

  @Test func `dashes between a label and its figure are a leader`() {
    let page = page(
      """
      Rent of the offices ------------- 310
      Heat and light ------------------ 305
      """)
    #expect(page.trace.rules.level.isEmpty)
  }

  @Test func `colons right behind words are punctuation`() {
    let page = page(
      """
      --------------------------
      Name: Smith of the Locks
      Date: 4 May, at the office
      Note: bring a pen
      --------------------------
      """)
    #expect(page.trace.rules.upright.isEmpty)
    #expect(page.texts.joined(separator: " ").contains("Note:"))
  }

  @Test func `dashes to write on stay behind their names`() {
    let page = page("Name:------------------\nTown:------------------")
    #expect(page.trace.rules.level.isEmpty)
    #expect(page.texts.joined(separator: " ").contains("Town:"))
  }

  @Test func `times of day between lines keep their colons`() {
    let page = page(
      """
      ----------------------
      Open     09:30   17:00
      Closed   12:00   13:00
      Late     18:15   20:45
      ----------------------
      """)
    #expect(page.tables.first?.cells.contains { $0.text == "09:30" } == true)
    #expect(page.trace.rules.upright.isEmpty)
  }

  @Test(arguments: ["-------", "-----"])
  func `short typed lines below headings and around sums are no cells`(mark: String) {
    let line = String(repeating: " ", count: 7 - mark.count) + mark
    let page = page(
      """
      Office         Paid      Open
      \(mark)      \(line)   \(line)
      Alder            47        --
      Boone           932        20
      Cole             84       402
                  \(line)   \(line)
      TOTAL         1,063       422
                  \(line)   \(line)
      """)
    #expect(
      page.tables.map(\.rowTexts) == [
        [
          ["Office", "Paid", "Open"], ["Alder", "47", "--"], ["Boone", "932", "20"], ["Cole", "84", "402"],
          ["TOTAL", "1,063", "422"],
        ]
      ])
    #expect(page.texts.isEmpty)
  }

  @Test func `missing figures in a line of their own stay in their cells`() {
    let page = page(
      """
      Office         Paid      Open
      -----------------------------
      Alder         1,247       811
      Boone           932       420
                       --        --
      Cole          2,184       402
      -----------------------------
      """)
    #expect(page.tables.first?.cells.count { $0.text == "--" } == 2)
  }

  @Test func `a short typed line above one sum is no cell`() {
    let page = page(
      """
      -----------------------
      Office             Paid
      -----------------------
      Alder                47
      Boone               932
      Cole                 84
                       ------
      TOTAL             1,063
                       ======
      """)
    #expect(
      page.tables.map(\.rowTexts) == [
        [["Office", "Paid"], ["Alder", "47"], ["Boone", "932"], ["Cole", "84"], ["TOTAL", "1,063"]]
      ])
  }

  @Test func `figures that are missing in all columns of a row stay in their cells`() {
    let page = page(
      """
      Office         Paid      Open
      -----------------------------
      Alder           ---       ---
      Boone           932        20
      Cole             84       402
      -----------------------------
      """)
    #expect(page.tables.first?.rowTexts.contains(["Alder", "---", "---"]) == true)
  }

  @Test func `one typed line between headings and figures is no cell`() {
    let page = page(
      """
      County         Due    No
      ------------------------
      Alder           67    52
      Boone           87    69
      Cole            75    66
      """)
    #expect(page.tables.map(\.rowCount) == [4])
    #expect(page.trace.rules.level.count == 1)
  }

  @Test func `one typed line alone stays text`() {
    let page = page("Summary\n----------------")
    #expect(page.trace.rules.level.isEmpty)
    #expect(page.texts.contains { $0.contains("----") })
  }
}
