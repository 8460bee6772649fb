import ConverterCore
import PageLayout
import Testing

/// What stands in the first or last line of a head and is no part of the names there: numbers of the columns, signs of units.
@Suite struct HeadFootTests {
  /// Names in the middle of cells 70 points wide from 200 on, each of two lines at 104 and 114, with a line of texts at `y`.
  private func page(_ names: [(String, String)], _ foot: [String], at y: Double) -> SketchPage {
    var page = SketchPage()
    for (column, (name, text)) in zip(names, foot).enumerated() {
      let middle = 235 + 70 * Double(column)
      page.write(name.0, around: middle, 104)
      page.write(name.1, around: middle, 114)
      page.write(text, around: middle, y)
      for row in 0..<4 { page.write("\(row + 3)\(column),\(row)18", endingAt: middle + 25, 144 + 14 * Double(row)) }
    }
    for (row, label) in ["Alder", "Boone", "Carver", "Dell"].enumerated() {
      page.write(label, 100, 144 + 14 * Double(row))
    }
    page.level(82, 100, 480)
    page.level(130, 100, 480)
    page.level(190, 100, 480)
    return page
  }

  private let names = [("Other", "lands"), ("Public", "roads"), ("School", "houses"), ("Water", "works")]

  private func rows(_ page: SketchPage) -> [[String]] {
    (page.tables.first?.cells ?? []).reduce(into: [[String]]()) { rows, cell in
      while rows.count <= cell.rows.lowerBound { rows.append([]) }
      if !cell.text.isEmpty { rows[cell.rows.lowerBound].append(cell.text) }
    }
  }

  @Test func `numbers of columns without brackets at the foot of a head are a row`() {
    let rows = rows(page(names, ["1", "2", "3", "4"], at: 125))
    #expect(
      rows.prefix(2) == [["Other lands", "Public roads", "School houses", "Water works"], ["1", "2", "3", "4"]])
  }

  @Test func `signs of units in all columns are a row, however close they stand`() {
    var page = page(names, ["'000", "$m", "$'000", "%"], at: 124)
    page.write("County", 100, 124)
    #expect(page.tables.first?.cells.first { $0.text == "Public roads" }?.rows == 0..<1)
    #expect(rows(page)[1] == ["County", "'000", "$m", "$'000", "%"])
  }

  @Test func `words in the last line of all names are part of these`() {
    #expect(rows(page(names, ["here", "built", "kept", "sold"], at: 124))[0].first == "Other lands here")
  }

  @Test func `units end above names that stand in fewer lines than others`() {
    var page = page(names, ["'000", "'000", "%", "%"], at: 124)
    page.write("Owned", around: 270, 92)
    page.level(95, 202, 338)
    let cells = page.tables.first?.cells ?? []
    #expect(cells.first { $0.text == "Owned" }?.columns == 1..<3)
    #expect(cells.first { $0.text == "School houses" }?.rows == 0..<2)
    #expect(cells.filter { ["'000", "%"].contains($0.text) }.map(\.rows) == [2..<3, 2..<3, 2..<3, 2..<3])
  }

  @Test func `numbers of columns above names are a row`() {
    let rows = rows(page(names, ["(1)", "(2)", "(3)", "(4)"], at: 94))
    #expect(
      rows.prefix(2) == [
        ["(1)", "(2)", "(3)", "(4)"], ["Other lands", "Public roads", "School houses", "Water works"],
      ])
  }

  @Test func `numbers below names that are all alike belong to these`() {
    let rows = rows(page(Array(repeating: ("Test", "group"), count: 4), ["1", "2", "3", "4"], at: 125))
    #expect(rows[0] == ["Test group 1", "Test group 2", "Test group 3", "Test group 4"])
  }
}
