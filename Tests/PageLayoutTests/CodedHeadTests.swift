import ConverterCore
import PageLayout
import Testing

/// Heads whose first column is named in several lines, above rows with codes, of which the first have no figures.
@Suite struct CodedHeadTests {
  private static let rows = [
    ["03 01", "ROADS AND BRIDGES"], ["03 01 01", "Repairs of all kinds"],
    ["03 01 01 01", "Paving", "1.1", "22 159 000", "2 920 000", "19 996 000", "6 100 000"],
    ["03 01 01 02", "Signals", "1.1", "33 742 000", "12 353 000", "18 847 000", "28 473 000"],
    ["03 01 01 03", "Bridges", "1.1", "36 374 000", "35 179 000", "37 517 000", "32 499 000"],
    ["03 01 02", "Lighting", "1.1", "23 874 000", "26 349 000", "26 271 000", "8 626 000"],
    ["03 01 03", "Winter work", "1.1", "32 818 000", "14 636 000", "19 288 000", "32 822 000"],
    ["03 01 04", "Ferries", "3.2", "p.m.", "p.m.", "—", "p.m."],
    ["", "Item 03 01 — Total", "", "41 200 000", "33 580 000", "39 100 000", "31 200 000"],
  ]

  /// A page with the table between three lines, in a grid without lines between rows where `isRuled`.
  private func page(isRuled: Bool) -> SketchPage {
    var page = SketchPage()
    for (line, name) in ["Title", "Chapter", "Article", "Item"].enumerated() {
      page.write(name, 64, 80 + 10 * Double(line), size: 8)
    }
    page.write("Heading", around: 195, 95, size: 8)
    page.write("FF", around: 285, 95, size: 8)
    for (x, year) in zip([360.0, 480], ["2010", "2009"]) { page.write("Payments \(year)", around: x, 80, size: 8) }
    for (x, name) in zip([330.0, 390, 450, 510], ["Voted", "Used", "Voted", "Used"]) {
      page.write(name, around: x, 103, size: 8)
    }
    for (number, row) in Self.rows.enumerated() {
      let y = 126 + 14 * Double(number)
      for (x, text) in zip([64.0, 134], row) { page.write(text, x, y, size: 8) }
      for (x, text) in zip([290.0, 358, 418, 478, 538], row.dropFirst(2)) { page.write(text, endingAt: x, y, size: 8) }
    }
    for y in [68.0, 115, 245] { page.level(y, 60, 540) }
    if isRuled {
      page.level(88, 300, 540)
      for x in [60.0, 130, 270, 300, 420, 540] { page.upright(x, 68, 245) }
      for x in [360.0, 480] { page.upright(x, 88, 245) }
    }
    return page
  }

  @Test(arguments: [true, false]) func `rows without figures below the line of a head of many lines are no headings`(
    isRuled: Bool
  ) {
    let table = page(isRuled: isRuled).tables.first
    #expect(table?.headerRowCount == 2)
    let texts = table?.rowTexts.dropFirst(2).map { row in row.filter { !$0.isEmpty } }
    #expect(texts == Self.rows.map { row in row.filter { !$0.isEmpty } })
  }

  @Test(arguments: [true, false]) func `a heading above the line between its columns is not cut there`(isRuled: Bool) {
    let head = page(isRuled: isRuled).tables.first?.cells.filter { $0.rows.lowerBound == 0 } ?? []
    #expect(head.map(\.text) == ["Title Chapter Article Item", "Heading", "FF", "Payments 2010", "Payments 2009"])
    #expect(head.map(\.columns) == [0..<1, 1..<2, 2..<3, 3..<5, 5..<7])
  }
}
