import ConverterCore
import PageLayout
import Testing

/// Tables of words whose columns upright lines part and whose rows nothing does.
@Suite struct UprightWordTests {
  private static let head = [["Work"], ["Office in charge"], ["Due"]]

  /// A page with prose and a grid with upright lines, a line below its head if it `isHeaded`, and rows of cells of several lines, all
  /// 12 points apart.
  private func page(_ rows: [[[String]]], isHeaded: Bool = true) -> SketchPage {
    var page = SketchPage()
    page.write("The council set dates for the work on the harbor and asked each office to keep them.", 98, 60)
    var y = 100.0
    for (number, row) in ([Self.head] + rows).enumerated() {
      for (column, lines) in row.enumerated() {
        for (line, text) in lines.enumerated() { page.write(text, [104.0, 254, 404][column], y + 12 * Double(line)) }
      }
      y += 12 * Double(row.map(\.count).max() ?? 1)
      if isHeaded, number == 0 {
        page.level(y - 8, 100, 500)
        y += 4
      }
    }
    page.box(100, 88, 500, y - 6)
    for x in [250.0, 400] { page.upright(x, 88, y - 6) }
    page.write("Later the dates were moved by one month, since the winter had been long.", 98, y + 30)
    return page
  }

  @Test(arguments: [true, false]) func `rows of words begin side by side between upright lines`(isHeaded: Bool) {
    let rows = [
      [["Survey of the channel", "with all of its locks"], ["Harbor board; help of the", "Lock keepers"], ["March"]],
      [["Draft report and two", "public hearings"], ["Planning unit"], ["June", "July"]],
      [["Answers to letters"], ["Clerk"], ["September"]],
      [["Contract for the dam"], ["Office of purchases"], ["Third quarter"]],
    ]
    let expected = ([Self.head] + rows).map { $0.map { $0.joined(separator: " ") } }
    #expect(page(rows, isHeaded: isHeaded).tables.map(\.rowTexts) == [expected])
  }

  @Test func `a name with nothing beside it is a row between others`() {
    let rows = [
      [["Survey of the channel", "with all of its locks"], ["Harbor board; help of the", "Lock keepers"], ["March"]],
      [["Draft report and two", "public hearings"], ["Planning unit"], ["June", "July"]],
      [["Letters"], [], []],
      [["Permits for new boats"], ["Clerk"], ["September"]],
      [["Contract for the dam"], ["Office of purchases"], ["Third quarter"]],
    ]
    let expected = ([Self.head] + rows).map { $0.map { $0.joined(separator: " ") } }
    #expect(page(rows).tables.map(\.rowTexts) == [expected])
  }

  @Test func `lists of unlike length below headings are one cell each`() {
    let rows = [
      [["Survey", "Report", "Contract", "Dam"], ["Harbor board", "Clerk"], ["March", "June", "July"]]
    ]
    #expect(page(rows).tables.map(\.rowCount) == [2])
  }

  @Test func `lists of points below headings are one cell each`() {
    let rows = [
      [
        ["• Survey", "• Report", "• Dam"], ["• Harbor board", "• Clerk", "• Keepers"], ["• March", "• June", "• July"],
      ]
    ]
    #expect(page(rows).tables.map(\.rowCount) == [2])
  }

  @Test func `addresses of like length below headings are one cell each`() {
    let rows = [
      [
        ["Alder Supply", "12 Main Street", "Elm City", "Fern County"],
        ["Boone Works", "7 Lock Road", "Dell Harbor", "Elm County"],
        ["Carver Bank", "90 Dam Street", "Boone City", "Elm County"],
      ]
    ]
    #expect(page(rows).tables.map(\.rowCount) == [2])
  }

  @Test func `words of titles below each other in narrow cells are one cell each`() {
    var page = SketchPage()
    page.write("The council set dates for the work on the harbor and asked each office to keep them.", 98, 60)
    let cells = [
      ["Office", "Department", "Overseeing", "Highways", "Bridges"],
      ["Head", "Director", "General", "Surveying", "Roads"],
      ["Seat", "Lighthouse", "Nearby", "Ashharbor", "Crossing"],
    ]
    for (column, lines) in cells.enumerated() {
      for (line, text) in lines.enumerated() { page.write(text, 104 + 56 * Double(column), 100 + 12 * Double(line)) }
    }
    page.level(104, 100, 268)
    page.box(100, 88, 268, 154)
    for x in [156.0, 212] { page.upright(x, 88, 154) }
    #expect(page.tables.map(\.rowCount) == [2])
  }

  @Test func `single words in like lines of all columns are rows`() {
    let rows = [[["T-00"], ["T-01"], ["T-02"]], [["T-10"], ["T-11"], ["T-12"]], [["T-20"], ["T-21"], ["T-22"]]]
    #expect(page(rows).tables.map(\.rowCount) == [4])
  }
}
