import ConverterCore
import PageLayout
import Testing

/// Tables whose cells hold marks and nothing else.
@Suite struct CheckTests {
  private let states = ["Alder", "Boone", "Carver", "Dell", "New Elm", "Fern"]
  private let marked = [[1, 2, 3], [2, 3], [0, 1], [0, 3], [], [1, 2]]

  private func page(_ mark: String) -> SketchPage {
    var page = SketchPage()
    page.write("State", 100, 100)
    for (column, head) in ["Meals", "Rides", "Repair", "Respite"].enumerated() {
      page.write(head, around: 230 + 60 * Double(column), 100)
    }
    for (row, state) in states.enumerated() {
      page.write(state, 100, 116 + 12 * Double(row))
      for column in marked[row] { page.write(mark, around: 230 + 60 * Double(column), 116 + 12 * Double(row)) }
    }
    for y in [88.0, 104, 182] { page.level(y, 98, 440) }
    return page
  }

  @Test(arguments: ["X", "Yes", "x"]) func `rows of marks are rows, whatever cells are blank`(mark: String) {
    let table = page(mark).tables.first
    #expect(table?.rowCount == 7)
    #expect(table?.columnCount == 5)
    #expect(table?.cells.filter { $0.columns == 0..<1 }.map(\.text) == ["State"] + states)
    #expect(table?.cells.count { $0.text == mark } == marked.joined().count)
  }

  @Test func `names of columns that read as answers are none`() {
    var page = SketchPage()
    for column in 0..<6 { page.write(column % 2 == 0 ? "No" : "%", around: 230 + 50 * Double(column), 100) }
    for row in 0..<4 {
      page.write(states[row], 100, 116 + 12 * Double(row))
      for column in 0..<6 { page.write("\(row)\(column)", around: 230 + 50 * Double(column), 116 + 12 * Double(row)) }
    }
    let text = PageText(page.page).tellingChecks()
    #expect(!text.words.contains { $0.isValue && text.string(of: $0) == "No" })
  }

  @Test(arguments: [true, false]) func `unknowns of formulas are no marks`(isItalic: Bool) {
    var page = SketchPage()
    page.page.fonts.append(Font(name: "Slanted", isItalic: true))
    for row in 0..<6 {
      page.write("and for all", 100, 100 + 12 * Double(row))
      page.write("x", 200, 100 + 12 * Double(row))
      if isItalic { page.page.glyphs[page.page.glyphs.count - 1].font = 2 }
      page.write("there is one", 250, 100 + 12 * Double(row))
    }
    let text = PageText(page.page).tellingChecks()
    #expect(text.words.contains { $0.isValue && text.string(of: $0) == "x" } != isItalic)
  }

  @Test func `letters in prose are no marks`() {
    var page = SketchPage()
    for row in 0..<6 {
      page.write("the figure X of row \(row) shows that N is more than Y as was said", 100, 100 + 12 * Double(row))
    }
    let text = PageText(page.page).tellingChecks()
    #expect(!text.words.contains { $0.isValue && text.string(of: $0).allSatisfy(\.isLetter) })
  }
}
