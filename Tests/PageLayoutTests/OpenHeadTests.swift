import ConverterCore
import PageLayout
import Testing

/// Heads whose storeys no line parts, and headings of many lines.
@Suite struct OpenHeadTests {
  /// A grid of two halves, each with a heading above two columns; the lines between these begin in the middle of the first row.
  private var halves: SketchPage {
    var page = SketchPage()
    for y in [80.0, 116, 134, 152, 170] { page.level(y, 100, 500) }
    page.upright(300, 80, 170)
    for x in [200.0, 400] { page.upright(x, 98, 170) }
    for (x, name) in [(200.0, "Income"), (400, "Outlays")] { page.write(name, around: x, 93) }
    for (row, cells) in [
      ["Item", "2019", "Item", "2019"], ["Fees", "7.1", "Wages", "6.5"], ["Taxes", "9.1", "Rents", "2.5"],
      ["All", "16.2", "All", "9.0"],
    ].enumerated() {
      for (column, cell) in cells.enumerated() {
        page.write(cell, around: 150 + 100 * Double(column), 111 + 18 * Double(row))
      }
    }
    return page
  }

  @Test func `upright lines that begin in the middle of the first row have a storey above them`() {
    let table = halves.tables.first
    #expect(table?.rowTexts.first == ["Income", "Outlays"])
    #expect(table?.cells.first { $0.text == "Outlays" }?.columns == 2..<4)
    #expect(table?.rowCount == 5)
  }

  @Test func `marks at the foot of the first row make no storey`() {
    var page = SketchPage()
    page.grid(xs: [100, 300, 500], ys: [80, 116, 134, 152])
    for x in [200.0, 400] { page.upright(x, 98, 116) }
    for (column, name) in ["Owner", "Keeper"].enumerated() {
      for (row, text) in [name, "Alder", "Town", "Boats"].enumerated() {
        page.write(text, 110 + 200 * Double(column), 93 + 18 * Double(row))
      }
    }
    #expect(page.tables.first?.rowTexts.first?.filter { !$0.isEmpty } == ["Owner Alder", "Keeper Alder"])
  }

  private let headings = [
    ["State"], ["Number", "of", "farms"], ["Land", "in farms", "(1,000", "acres)"], ["Average", "size", "(acres)"],
    ["Market value", "of all products sold", "abroad", "($1,000)"], ["Net", "income"],
  ]

  /// A head of such headings, each in the middle of its height or at its top, above four rows.
  private func farms(inMiddle: Bool, isRuled: Bool) -> SketchPage {
    var page = SketchPage()
    let xs = [130.0, 220, 290, 360, 440, 520]
    for (x, lines) in zip(xs, headings) {
      for (number, line) in lines.enumerated() {
        page.write(line, around: x, 100 + 10.4 * (Double(number) + (inMiddle ? Double(4 - lines.count) / 2 : 0)))
      }
    }
    if isRuled { page.level(137, 100, 545) }
    for (row, state) in ["Alder", "Boone", "Carver", "Dell"].enumerated() {
      let y = 150 + 13 * Double(row)
      page.write(state, 100, y)
      for (column, x) in xs.dropFirst().enumerated() { page.write("\(row + 2)\(column),41\(row)", endingAt: x + 22, y) }
    }
    return page
  }

  @Test(arguments: [(true, true), (false, false)])
  func `headings of four lines are whole wherever they stand in their cells`(inMiddle: Bool, isRuled: Bool) {
    let table = farms(inMiddle: inMiddle, isRuled: isRuled).tables.first
    #expect(table?.rowTexts.first == headings.map { $0.joined(separator: " ") })
    #expect(table?.rowCount == 5)
  }

  @Test func `headings on both sides of the labels name the columns there`() {
    var page = SketchPage()
    let xs = [100.0, 150, 200, 290, 380, 430, 480]
    for (x, name) in [(150.0, "Men"), (430, "Women")] { page.write(name, around: x, 86) }
    for (x, name) in zip(xs, ["Number", "Rate", "Change", "Age", "Number", "Rate", "Change"]) {
      page.write(name, around: x, 100)
    }
    for row in 0..<4 {
      for (column, x) in xs.enumerated() {
        page.write(column == 3 ? "2\(row) to 3\(row) years" : "\(row)\(column).1", around: x, 114 + 14 * Double(row))
      }
    }
    let table = page.tables.first
    #expect(table?.cells.first { $0.text == "Men" }?.columns == 0..<3)
    #expect(table?.cells.first { $0.text == "Women" }?.columns == 4..<7)
    #expect(table?.cells.first { $0.text == "Age" }?.rows == 0..<2)
  }

  @Test func `the names of a part and of its first part below the headings are none of them`() {
    var page = SketchPage()
    page.writeRows([["", "Enacted", "Request", "Bill"]], from: 100)
    page.write("TITLE I", around: 300, 113)
    page.write("OFFICE OF HARBORS", around: 300, 130)
    page.writeRows(
      [
        ["Lights and marks"], ["Wages", "8,161", "6,207", "6,921"], ["Offset by fees", "1,003", "3,014", "8,153"],
        ["Boats", "2,941", "8,554", "4,099"], ["All of the office", "3,086", "3,903", "5,686"],
      ], from: 143)
    let texts = page.tables.first?.cells.map(\.text) ?? []
    #expect(texts.contains("TITLE I") && texts.contains("Enacted"))
  }
}
