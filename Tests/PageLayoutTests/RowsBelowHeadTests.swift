import ConverterCore
import PageLayout
import Testing

/// Rows below the last line of a stack, whose head or rows have figures among their words.
@Suite struct RowsBelowHeadTests {
  @Test func `rows below a boxed head with a figure among its words are of its table`() {
    var page = SketchPage()
    page.grid(xs: [100, 200, 360, 520], ys: [100, 140])
    page.level(114, 200, 520)
    page.write("Town", 105, 136)
    for (group, name) in ["Boats in harbor", "Boats on land"].enumerated() {
      let x = 200 + 160 * Double(group)
      page.upright(x + 80, 114, 140)
      page.write(name, around: x + 80, 111)
      page.write("Number", around: x + 40, 136)
      page.write("Rate per", around: x + 120, 125)
      page.write("100,000", around: x + 120, 136)
    }
    for (row, town) in ["Alder", "Boone", "Cole", "Dunn", "Ewing", "Fisher", "Gale"].enumerated() {
      let y = 152 + 12 * Double(row)
      page.write(town, 105, y)
      for x in [200.0, 360] {
        page.write("\(3 + row),102", endingAt: x + 70, y)
        page.write("\(41 - row).5", endingAt: x + 150, y)
      }
    }
    let heads = [
      "Town", "Boats in harbor", "Boats on land", "Number", "Rate per 100,000", "Number", "Rate per 100,000",
    ]
    #expect(page.tables.map(\.rowCount) == [9])
    #expect(page.tables.first.map { $0.rowTexts[0] + $0.rowTexts[1] } == heads)
  }

  @Test func `rows of words with one figure go on below a line between groups of rows`() {
    var page = SketchPage()
    for y in [88.0, 104, 148] { page.level(y, 98, 400) }
    let rows = [
      ["Office", "Work", "Staff", "Room"], ["Budget", "Writes the plan", "12", "Hall A"],
      ["Harbors", "Lights and tolls", "31", "Hall B"], ["Wells", "Maps", "18", "Annex"],
      ["Bridges", "Upkeep", "44", "Hall C"], ["Roads", "Signs and tolls", "7", "Hall A"],
    ]
    for (row, texts) in rows.enumerated() {
      let y = 100 + 14 * Double(row) + (row > 3 ? 4 : 0)
      for (column, text) in texts.enumerated() where column != 2 { page.write(text, [100.0, 170, 0, 350][column], y) }
      page.write(texts[2], endingAt: 320, y)
    }
    #expect(page.tables.map(\.rowTexts) == [rows])
  }
}
