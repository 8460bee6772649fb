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

  @Test func `a remark close below a row is a row of its own where white parts the rows`() {
    var page = SketchPage()
    page.writeRows([["Office", "2009", "2010"]], from: 100)
    for (number, office) in ["Ash", "Bay", "Elm", "Fen", "Oak", "Sea"].enumerated() {
      let y = 124 + 24 * Double(number) + (number > 2 ? 12 : 0)
      page.writeRows([["Office of \(office)", "\(number + 12)", "\(7 * number + 81)"]], from: y)
      if number == 2 { page.write("Keepers on leave are left out", 100, y + 12) }
    }
    #expect(page.tables.map(\.rowCount) == [8])
    #expect(page.tables.first?.rowTexts.contains(["Office of Elm", "14", "95"]) == true)
  }

  @Test func `the last line of a label stands closer to its figures than rows do`() {
    var page = SketchPage()
    page.level(86, 98, 402)
    page.writeRows([["", "2009", "2010"]], from: 100)
    page.level(106, 98, 402)
    page.writeRows(
      [
        ["Outlays set by law", "1,302", "934"], ["Other outlays", "1,698", "1,082"], ["Net interest", "1,726", "865"],
        ["Outlays as a share of", "24.1", "24.2"],
      ], from: 118)
    page.write("GDP", 100, 170)
    page.level(176, 98, 402)
    #expect(page.tables.first?.rowTexts.last == ["Outlays as a share of GDP", "24.1", "24.2"])
    #expect(page.tables.map(\.rowCount) == [5])
  }

  @Test(arguments: [(153.0, 164.0), (156, 176)])
  func `a heading as far from the row above as rows, or as from that below, is a row`(
    heading: Double, next: Double
  ) {
    var page = SketchPage()
    page.level(86, 98, 402)
    page.writeRows(
      [
        ["", "2009", "2010"], ["Outlays set by law in", "1,302", "934"], ["Other outlays", "1,698", "1,082"],
        ["Outlays of all towns", "1,726", "865"],
      ], from: 100)
    page.write("Shares", 100, heading)
    page.writeRows([["Outlays as a share", "24.1", "24.2"], ["Debt as a share", "7.1", "6.5"]], from: next)
    page.level(next + 20, 98, 402)
    #expect(page.tables.first?.cells.contains { $0.text == "Shares" } == true)
  }

  @Test(arguments: ["2010", "Lent"]) func `the last cell of a table without lines goes on where white parts its rows`(
    last: String
  ) {
    let rows = [
      [["Work"], ["Office in charge"], ["Due"]], [["Survey of the", "channel"], ["Harbor board"], ["March"]],
      [["Draft report"], ["Planning unit and", "Lock keepers"], ["June"]],
      [["Answers to all", "letters"], ["Clerk of the", "harbor"], ["September"]],
      [["Contract"], ["Office of purchases"], ["Third quarter, FY", last]],
    ]
    var page = SketchPage()
    page.write("The council set dates for the work on the harbor and asked each office to keep them,", 98, 60)
    page.write("since the winter had been long and the dam had not been mended.", 98, 72)
    var y = 110.0
    for (number, row) in rows.enumerated() {
      for (column, lines) in row.enumerated() {
        for (line, text) in lines.enumerated() {
          page.write(text, [100.0, 240, 390][column], y + 12 * Double(line), bold: number == 0)
        }
      }
      y += 12 * Double(row.map(\.count).max() ?? 1) + 6
    }
    page.write("Later the dates were moved by one month, and all offices were told of it in a letter", 98, y + 30)
    page.write("of the council.", 98, y + 42)
    #expect(page.tables.map(\.rowTexts) == [joined(rows)])
  }
}
