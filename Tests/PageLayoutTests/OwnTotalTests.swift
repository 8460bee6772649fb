import ConverterCore
import PageLayout
import Testing

/// Tables beside each other with the same columns of figures.
@Suite struct OwnTotalTests {
  /// Writes two tables 60 points apart, with a title above each where `isTitled`.
  private func page(_ left: [[String]], _ right: [[String]], isTitled: Bool) -> SketchPage {
    var page = SketchPage()
    for (x, title, rows) in [(60.0, "Harbor revenues", left), (340, "Harbor expenditures", right)] {
      if isTitled { page.write(title, x, 84, bold: true) }
      for (row, cells) in rows.enumerated() {
        let y = 100 + 14 * Double(row)
        page.write(cells[0], x, y)
        for (column, text) in cells.enumerated().dropFirst() {
          page.write(text, endingAt: x + 90 + 60 * Double(column), y)
        }
      }
    }
    return page
  }

  private static let revenues = [
    ["Source", "Millions", "Share"], ["Harbor dues", "2,199", "55%"], ["Tolls", "1,465", "37%"],
    ["Rents", "320", "8%"], ["Total", "3,984", "100%"],
  ]

  private static let expenditures = [
    ["Function", "Millions", "Share"], ["Piers", "2,099", "53%"], ["Lights", "1,265", "31%"], ["Boats", "520", "13%"],
    ["Pilots", "120", "3%"], ["Total", "4,004", "100%"],
  ]

  @Test(arguments: [true, false]) func `tables that end in totals at different heights are two`(isTitled: Bool) {
    let page = page(Self.revenues, Self.expenditures, isTitled: isTitled)
    #expect(page.tables.map(\.rowTexts) == [Self.revenues, Self.expenditures])
    #expect(page.texts.count == (isTitled ? 1 : 0))
  }

  @Test func `sides that end in one line are one table`() {
    var longer = Self.revenues
    longer.insert(["Fees", "20", "0%"], at: 4)
    #expect(page(longer, Self.expenditures, isTitled: false).tables.map(\.columnCount) == [6])
  }

  @Test func `parts of a list have no totals of their own`() {
    let rest = [Self.revenues[0]] + Self.expenditures[1...4]
    #expect(page(Self.revenues, rest, isTitled: false).tables.map(\.columnCount) == [6])
    let shorter = Self.expenditures.dropLast()
    #expect(page(Array(Self.revenues.dropLast()), Array(shorter), isTitled: false).tables.map(\.columnCount) == [6])
  }

  @Test func `sides below titles with other sums in one line are two`() {
    var longer = Self.revenues
    longer.insert(["Fees", "20", "0%"], at: 4)
    #expect(page(longer, Self.expenditures, isTitled: true).tables.map(\.rowTexts) == [longer, Self.expenditures])
  }

  @Test func `sides of an account come to one sum`() {
    var receipts = Self.revenues
    receipts[4] = ["Balance", "20", "0%"]
    receipts.append(["Total", "4,004", "100%"])
    #expect(page(receipts, Self.expenditures, isTitled: true).tables.map(\.columnCount) == [6])
  }
}
