import ConverterCore
import PageLayout
import Testing

/// Tables below each other with one line of text between.
@Suite struct NextTableTests {
  private static let bids = [
    ["No.", "Bidder", "Amount", "Score"], ["1", "Ash and Sons", "426,828", "83.5"],
    ["2", "Elm Brothers", "789,629", "74.4"],
    ["3", "Oak Works", "280,127", "70.7"],
  ]

  /// Writes rows 16 points apart, a line above and below the head and below the last where `isRuled`; returns the y below them.
  private func write(_ rows: [[String]], at xs: [Double], from y: Double, isRuled: Bool, to page: inout SketchPage)
    -> Double
  {
    for (number, row) in rows.enumerated() {
      for (x, text) in zip(xs, row) { page.write(text, x, y + 16 * Double(number)) }
    }
    let end = y + 16 * Double(rows.count) - 11
    if isRuled { for rule in [y - 11, y + 5, end] { page.level(rule, 98, 502) } }
    return end + 11
  }

  private func page(_ title: String, _ goods: [[String]], at xs: [Double], isRuled: Bool) -> SketchPage {
    var page = SketchPage()
    page.write("III. Bids", 100, 70)
    let y = write(Self.bids, at: [100, 160, 320, 440], from: 100, isRuled: isRuled, to: &page)
    page.write(title, 100, y + 4)
    let end = write(goods, at: xs, from: y + 25, isRuled: isRuled, to: &page)
    page.write("V. The council thanks all of them for what they have sent in this year.", 100, end + 40)
    return page
  }

  @Test(arguments: [true, false]) func `a head with further columns below a line of text begins a table`(isRuled: Bool)
  {
    let goods = [
      ["No.", "Goods", "Brand", "Model", "Pieces", "Price"], ["1", "Lamp", "Fir", "SY-3", "4", "351.53"],
      ["2", "Hood", "Bay", "SY-3", "20", "94.84"], ["3", "Bench", "Fen", "SY-4", "26", "11.82"],
    ]
    let page = page("IV. Goods", goods, at: [100, 150, 230, 300, 380, 460], isRuled: isRuled)
    #expect(page.tables.map(\.rowTexts) == [Self.bids, goods])
    #expect(page.texts.contains("IV. Goods"))
  }

  /// Two tables with one head, each line of text 16 points below the one above; the title of the second one stands at `x`.
  private func repeated(title: String, at x: Double, isRuled: Bool) -> SketchPage {
    let rows = [["Harbor", "Ships", "Loads", "Tolls"], ["Ash", "41", "426", "83.5"], ["Elm", "27", "789", "74.4"]]
    var page = SketchPage()
    let y = write(rows, at: [100, 200, 300, 400], from: 100, isRuled: isRuled, to: &page)
    page.write(title, x, y + (isRuled ? 0 : 5), bold: x == 100)
    _ = write(rows, at: [100, 200, 300, 400], from: y + (isRuled ? 16 : 19), isRuled: isRuled, to: &page)
    return page
  }

  @Test(arguments: [(100.0, true), (100, false), (240, true), (240, false)])
  func `a head that repeats below a title begins a table with and without lines`(x: Double, isRuled: Bool) {
    let page = repeated(title: "Winter", at: x, isRuled: isRuled)
    #expect(page.tables.map(\.rowCount) == [3, 3])
    #expect(page.tables.last?.cells.first?.text == "Harbor")
    #expect(page.texts == ["Winter"])
  }

  /// Two tables 16 points from line to line, the second below a bold title, their heads of two lines with a name of the labels in the
  /// last one; with a line below each heading where `isRuled`. The title begins at `x`.
  private func funds(named name: String, titleAt x: Double = 100, isRuled: Bool) -> SketchPage {
    let amounts = [
      ["", "Base", "Council", "Council"], ["Fund", "2009", "asked", "granted"], ["Forests", "1,041", "1,426", "1,835"],
      ["Lakes", "1,027", "1,789", "1,744"], ["TOTAL", "2,068", "3,215", "3,579"],
    ]
    let posts = [
      ["", "", "Council", "Change"], [name, "2009", "granted", "in 2010"], ["Forests", "41", "42", "-1"],
      ["Lakes", "27", "28", "+3"], ["TOTAL", "68", "70", "+2"],
    ]
    var page = SketchPage()
    var y = 100.0
    for (number, table) in [amounts, posts].enumerated() {
      if number == 1 {
        page.write("Summary of posts", x, y, bold: true)
        y += 16
      }
      for (row, cells) in table.enumerated() {
        page.write(cells[0], 100, y, bold: row == table.count - 1)
        for (column, text) in cells.enumerated().dropFirst() {
          page.write(text, endingAt: 200 + 80 * Double(column), y)
        }
        if isRuled, row == 1 {
          for x in [100, 230, 310, 390.0] { page.level(y + 3, x, x + (x == 100 ? 60 : 50)) }
        }
        y += 16
      }
    }
    return page
  }

  @Test(arguments: [true, false]) func `a head that names the labels again below a bold title begins a table`(
    isRuled: Bool
  ) {
    let page = funds(named: "Fund", isRuled: isRuled)
    #expect(page.tables.map(\.rowCount) == [4, 4])
    #expect(page.texts == ["Summary of posts"])
    #expect(funds(named: "Office", isRuled: isRuled).tables.count == 1)
    #expect(funds(named: "Fund", titleAt: 240, isRuled: isRuled).tables.count == 1)
  }

  @Test(arguments: [true, false]) func `other names of the same columns below the name of a part are of the table`(
    isRuled: Bool
  ) {
    let leases = [
      ["No.", "Owner", "Rent", "Share"], ["1", "Bay and Sons", "351,538", "20.5"],
      ["2", "Fen Brothers", "394,846", "26.1"],
      ["3", "Sea Works", "111,822", "41.3"],
    ]
    let page = page("Leases", leases, at: [100, 160, 320, 440], isRuled: isRuled)
    #expect(page.tables.map(\.rowCount) == [9])
  }

  /// Two tables of funds without lines, 12 points from line to line, below titles as large as their rows.
  private func pages(titles: [String], heads: [[String]], bold: Bool) -> SketchPage {
    var page = SketchPage()
    var y = 100.0
    for (title, head) in zip(titles, heads) {
      page.write(title, 100, y, bold: bold)
      let body = [["Forests", "1,041", "1,426"], ["Lakes", "1,027", "1,789"], ["Total", "2,068", "3,215"]]
      for (row, cells) in ([head] + body).enumerated() {
        page.write(cells[0], 100, y + 12 * Double(row + 1))
        for (column, text) in cells.enumerated().dropFirst() {
          page.write(text, endingAt: 200 + 80 * Double(column), y + 12 * Double(row + 1))
        }
      }
      y += 60
    }
    return page
  }

  @Test func `bold titles as large as the rows are no headings`() {
    let heads = [["Fund", "Base", "Granted"], ["Office", "Base", "Granted"]]
    let page = pages(titles: ["Receipts", "Positions"], heads: heads, bold: true)
    #expect(page.tables.map { $0.rowTexts[0] } == heads)
    #expect(page.tables.map(\.rowCount) == [4, 4])
    #expect(page.texts == ["Receipts", "Positions"])
  }

  @Test func `the first line of a heading is of the font of its last one`() {
    let page = pages(titles: ["Name of the"], heads: [["fund", "Base", "Granted"]], bold: false)
    #expect(page.tables.first?.rowTexts[0] == ["Name of the fund", "Base", "Granted"])
    let unit = pages(titles: ["Receipts"], heads: [["(dollars)", "Base", "Granted"]], bold: true)
    #expect(unit.tables.first?.rowTexts[0] == ["Receipts (dollars)", "Base", "Granted"])
  }
}
