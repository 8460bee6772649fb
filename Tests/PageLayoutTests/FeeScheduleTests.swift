import ConverterCore
import PageLayout
import Testing

/// Schedules of fees: labels and amounts that words tell more of, without lines and headings.
@Suite struct FeeScheduleTests {
  private let groups = [
    (
      "A. Harbor permits", [("Boats of 1 to 20 feet", "$23.50"), ("Boats of 21 feet on", "$23.50 plus $3.05 per foot")]
    ),
    ("B. Plan review", [("Piers", "65% of permit fee"), ("Sheds", "65% of permit fee")]),
    ("C. Other", [("Further survey asked for in the year by", "$47.00 per hour"), ("Second survey", "$47.00")]),
  ]

  /// The schedule below a title and its date, dots behind its labels where `isLed`; the label of the further survey has two lines.
  private func page(isLed: Bool) -> SketchPage {
    var page = SketchPage()
    page.write("Fees of the harbor", around: 300, 60, size: 13)
    page.write("(From July 1, 2003)", around: 300, 76)
    var y = 100.0
    for (name, rows) in groups {
      page.write(name, 100, y, bold: true)
      for (label, amount) in rows {
        y += 15
        let isLong = label.hasPrefix("Further")
        page.write(label, 110, y)
        page.write(amount, 360, y)
        let below = isLong ? 12.0 : 0
        let end = isLong ? "the owners of boats" : label
        if isLong { page.write(end, 110, y + below) }
        let start = 110 + SketchPage.width(of: end, size: 10) + 2.5
        if isLed {
          page.write(
            String(repeating: ".", count: Int((355 - start) / 5)),
            start + (355 - start).truncatingRemainder(dividingBy: 5), y + below)
        }
        y += below
      }
      y += 15
    }
    return page
  }

  @Test(arguments: [false, true]) func `amounts with words behind them make a schedule of fees`(isLed: Bool) {
    let page = page(isLed: isLed)
    let texts = page.tables.map { $0.cells.map(\.text).filter { !$0.isEmpty } }
    #expect(
      texts == [
        groups.flatMap { name, rows in
          [name]
            + rows.flatMap { label, amount in
              [label.hasPrefix("Further") ? label + " the owners of boats" : label, amount]
            }
        }
      ])
    #expect(page.texts == ["Fees of the harbor", "(From July 1, 2003)"])
  }

  @Test func `words beside labels are no schedule where one of them is no amount`() {
    var page = SketchPage()
    for (row, cell) in ["$40 a day", "65% of the fee", "as the clerk asks", "$12 each"].enumerated() {
      page.write("Boats \(row)", 110, 100 + 15 * Double(row))
      page.write(cell, 360, 100 + 15 * Double(row))
    }
    #expect(page.tables.isEmpty)
  }

  @Test func `a title as far above headings of columns as names of groups above rows is none of these`() {
    var page = SketchPage()
    page.write("Fees of the harbor from January 2003 until further notice", 100, 86, bold: true)
    page.writeRows([["Permit", "Boats", "Ships"]], from: 100)
    for (number, name) in ["Piers", "Sheds"].enumerated() {
      page.write(name, 100, 114 + 28 * Double(number), bold: true)
      page.writeRows([["Survey", "40.00", "\(number)2.50"]], from: 128 + 28 * Double(number))
    }
    #expect(page.tables.first?.cells.first?.text == "Permit")
  }
}
