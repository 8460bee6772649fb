import ConverterCore
import PageLayout
import Testing

/// Tables whose rows of several lines white alone parts.
@Suite struct PaddedRowTests {
  /// Writes rows below each other, the lines of their cells 12 points apart, with white of `gap` points below each, between three lines
  /// drawn above the head, below it and at the end.
  private func page(_ rows: [[[String]]], at xs: [Double], gap: Double) -> SketchPage {
    var page = SketchPage()
    page.write("Table 2. What was found in the year", 98, 60)
    var y = 100.0
    page.level(y - 14, 98, 502)
    for (number, row) in rows.enumerated() {
      for (column, lines) in row.enumerated() {
        for (line, text) in lines.enumerated() { page.write(text, xs[column], y + 12 * Double(line)) }
      }
      y += 12 * Double(row.map(\.count).max() ?? 1) + gap
      if number == 0 || number + 1 == rows.count { page.level(y - gap - 6, 98, 502) }
    }
    return page
  }

  private func joined(_ rows: [[[String]]]) -> [[String]] { rows.map { $0.map { $0.joined(separator: " ") } } }

  @Test(arguments: [6.0, 12]) func `two gaps below the line of the head part three rows of words`(gap: Double) {
    let rows = [
      [["Aim"], ["What tells of it"], ["Measure"]],
      [
        ["(a) Better knowledge of", "Harbors and their lights", "in all towns"],
        ["(a) Number of towns that", "Drew up a plan", "(b) Share of lights that", "are seen from afar"],
        ["2006: 5 towns", "Estimate 2008: 7 towns", "Target 2010: 9 towns"],
      ],
      [
        ["(b) Sounder figures of", "ships"], ["(c) Number of offices that", "count ships"],
        ["2006: 8 offices", "Estimate 2008: 9", "Target 2010: 12"],
      ],
      [["(c) More letters", "Between offices"], ["(d) Number of letters"], ["2006: none", "Target 2010: 4"]],
    ]
    #expect(page(rows, at: [100, 240, 390], gap: gap).tables.map(\.rowTexts) == [joined(rows)])
  }

  @Test func `rows of one line in groups of their own stay rows`() {
    let row = { (name: String) in [["Ward of \(name)"], ["Keeper \(name)"], ["In the tower"]] }
    let groups = [["Ash", "Elm", "Oak", "Fir"], ["Bay", "Fen", "Sea", "Ford"], ["Hill", "Dale", "Moor", "Rock"]]
    var page = SketchPage()
    page.level(86, 98, 502)
    for (x, name) in zip([100.0, 240, 390], ["Ward", "Keeper", "Place"]) { page.write(name, x, 100) }
    page.level(106, 98, 502)
    for (number, names) in groups.enumerated() {
      for (line, name) in names.enumerated() {
        for (x, cell) in zip([100.0, 240, 390], row(name)) {
          page.write(cell[0], x, 118 + 56 * Double(number) + 12 * Double(line))
        }
      }
    }
    page.level(290, 98, 502)
    #expect(page.tables.map(\.rowCount) == [13])
  }

  @Test func `a label and a text that go on below figures with a capital are of their row`() {
    let rows = [
      [["Office"], ["Gains"], ["State"]],
      [["Office for Work and", "Pensions"], ["1,282"], ["Set for most of the", "Projects of the year"]],
      [["Customs"], ["1,451"], ["Sound"]],
      [["Office for Ships,", "Harbors and", "Lights"], ["1,398"], ["In place"]],
      [["Home Office"], ["1,219"], ["Open"]],
      [["Commerce"], ["695"], ["Not checked"]],
    ]
    #expect(page(rows, at: [100, 260, 340], gap: 6).tables.map(\.rowTexts) == [joined(rows)])
  }
}
