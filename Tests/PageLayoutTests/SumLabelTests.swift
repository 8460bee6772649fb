import ConverterCore
import PageLayout
import Testing

/// Labels in several columns: names of groups, labels of sums, and the headings of both.
@Suite struct SumLabelTests {
  /// Cells around given middles, figures around 420 and 500, from `y` on.
  private func write(_ rows: [[String]], around xs: [Double], from y: Double, in page: inout SketchPage) {
    for (row, cells) in rows.enumerated() {
      for (x, cell) in zip(xs + [420, 500], cells) where !cell.isEmpty {
        page.write(cell, around: x, y + 14 * Double(row))
      }
    }
  }

  @Test func `names of groups stand between lines beside rows of two labels`() {
    var page = SketchPage()
    let y = { (row: Int) in 100 + 14 * Double(row) }
    let sites = ["Elk Lake", "North Fork", "Bear Pond"]
    for line in [0, 1, 4, 7, 10] { page.level(y(line) - 10, 80, 530) }
    write([["Site", "Season", "Species", "Count", "Share"]], around: [110, 200, 300], from: y(0), in: &page)
    for (number, site) in sites.enumerated() {
      let season = ["Spring", "Summer", "Fall"].enumerated().map { row, name in
        [row == 1 ? site : "", name, "Trout", "\(number + 1)7\(row)", "8.\(row)"]
      }
      write(season, around: [110, 200, 300], from: y(1 + 3 * number), in: &page)
    }
    let names = page.tables.first?.cells.filter { sites.contains($0.text) } ?? []
    #expect(names.map(\.rows) == [1..<4, 4..<7, 7..<10])
  }

  @Test func `headings of labels between the lines of others name no group`() {
    var page = SketchPage()
    page.level(86, 80, 530)
    page.level(118, 80, 530)
    page.write("Area", around: 460, 97)
    page.write("Part", around: 110, 104)
    page.write("Place", around: 220, 104)
    page.write("Sea", around: 420, 112)
    page.write("Land", around: 500, 112)
    let rows = ["Alder", "Boone", "Carver", "Dell", "Elm", "Fern"].enumerated().map { row, name in
      [row == 1 ? "East" : row == 4 ? "West" : "", name, "\(row + 1)41", "\(row + 2)07"]
    }
    write(rows, around: [110, 220], from: 130, in: &page)
    let cells = page.tables.first?.cells ?? []
    #expect(cells.first { $0.text == "Part" }?.rows == 0..<2)
    #expect(cells.first { $0.text == "East" }?.rows == 2..<5)
    #expect(cells.first { $0.text == "West" }?.rows == 5..<8)
  }

  private let towers = [
    ["No.", "Tower", "Keeper", "Oil", "Wicks"], ["1", "Alder", "Hall", "204", "12"],
    ["2", "Boone", "Reed", "317", "31"],
    ["3", "Carver", "Moss", "118", "22"],
  ]

  /// The towers with a last row whose only label stands around `x`.
  private func columnsOfSum(around x: Double) -> Range<Int>? {
    var page = SketchPage()
    for line in [86.0, 104, 160, 176] { page.level(line, 80, 530) }
    write(towers, around: [100, 190, 300], from: 100, in: &page)
    page.write("All", around: x, 170)
    write([["", "", "", "639", "65"]], around: [100, 190, 300], from: 170, in: &page)
    return page.tables.first?.cells.first { $0.text == "All" }?.columns
  }

  @Test func `the label of a sum in the middle of all labels stands over these`() {
    #expect(columnsOfSum(around: 218) == 0..<3)
    #expect(columnsOfSum(around: 190) == 1..<2)
  }

  @Test func `the label of a sum between two columns of labels makes no column`() {
    var page = SketchPage()
    for line in [86.0, 104, 160, 176] { page.level(line, 80, 530) }
    write(
      [
        ["Part", "Place", "Sea", "Land"], ["East", "Alder", "204", "12"], ["", "Boone", "317", "31"],
        ["West", "Carver", "118", "22"],
      ], around: [100, 280], from: 100, in: &page)
    page.write("All", around: 212, 170)
    write([["", "", "639", "65"]], around: [100, 280], from: 170, in: &page)
    #expect(page.tables.first?.columnCount == 4)
    #expect(page.tables.first?.cells.first { $0.text == "All" }?.columns == 0..<2)
  }

  @Test(arguments: ["单位：万元", "Thousands and percentage change"]) func `units right above headings are none of them`(
    unit: String
  ) {
    var page = SketchPage()
    page.write("Table 1. Tolls by harbor", 100, 70)
    page.write(unit, endingAt: 400, 86)
    page.writeRows([["Harbor", "2008", "2009"], ["Alder", "204", "217"], ["Boone", "318", "331"]], from: 100)
    #expect(page.tables.first?.rowTexts.first == ["Harbor", "2008", "2009"])
  }
}
