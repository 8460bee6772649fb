import ConverterCore
import PageLayout
import Testing

/// Cells that go on in lines of their own in tables without lines between rows.
@Suite struct RunOverTests {
  /// Writes labels without white between them, the lines of one label set in by `indent` behind the first one, figures beside this.
  private func labels(_ labels: [[String]], indent: Double) -> [String] {
    var page = SketchPage()
    page.writeLabels(labels, figuresAt: 300, besideLast: false) { $1 == 0 ? 100 : 100 + indent }
    return page.labelTexts
  }

  private let narrow = [
    ["University of", "Alder"], ["Carver", "Regional", "Health Board"], ["Town of Elm"], ["Dell Housing", "Office"],
    ["Total"],
  ]

  @Test func `lines set in behind all labels go on with these, whatever their first letters`() {
    #expect(labels(narrow, indent: 10) == narrow.map { $0.joined(separator: " ") })
  }

  @Test func `lines set in as rows are begin rows`() {
    let rows = [["Taxes"], ["Fees"], ["  Harbor"], ["Rents", "  Of land"], ["Sales", "  Of land"], ["Total"]]
    var page = SketchPage()
    page.writeRows([["Source", "2007", "2008"]], from: 100)
    var y = 112.0
    for (row, lines) in rows.enumerated() {
      for line in lines {
        page.write(line.trimmingPrefix("  ").description, line.hasPrefix(" ") ? 110 : 100, y)
        if line == lines[0] {
          page.write("\(row + 1),204", endingAt: 300, y)
          page.write("\(row + 2),317", endingAt: 400, y)
        }
        y += 12
      }
    }
    #expect(page.tables.first?.cells.contains { $0.text == "Rents Of land" } == false)
  }

  @Test func `lines flush with the labels go on where each label above is full`() {
    let full = [
      ["University of Alder", "Fairground"], ["Carver Regional Trust", "Health Board"], ["Town of Elm"],
      ["Dell and Fern Islands", "Association"], ["Boone Bay Area Trust", "Corporation"], ["Total"],
    ]
    #expect(labels(full, indent: 0) == full.map { $0.joined(separator: " ") })
    // Headings stand below labels of any length.
    let headed = full.map { $0[0] == "University of Alder" ? ["Alder", "Fairground"] : $0 }
    #expect(labels(headed, indent: 0) == headed.flatMap(\.self))
  }

  @Test func `headings that stand below the longest label of each group are headings`() {
    let groups = ["Men", "Women", "Towns", "Farms"].flatMap { [["Under 18 years"], ["65 years and over", $0]] }
    #expect(labels(groups + [["Total"]], indent: 0).count == 13)
  }

  @Test func `short labels broken by hand go on in white between rows`() {
    let broken = [["Bureau", "Land Management"], ["Office", "Works Buildings"], ["Survey", "Geological Maps"]]
    var page = SketchPage()
    page.writeRows([["Agency in all of the State", "2007", "2008"]], from: 100)
    page.level(104, 100, 400)
    for (row, lines) in broken.enumerated() {
      let y = 120 + 36 * Double(row)
      for (number, line) in lines.enumerated() { page.write(line, 100, y + 12 * Double(number)) }
      page.write("\(row + 1),204", endingAt: 300, y)
      page.write("\(row + 2),317", endingAt: 400, y)
    }
    #expect(page.tables.map(\.rowCount) == [4])
  }

  private let records = [
    [["Aid"], ["Who may ask"], ["What is paid"], ["Where"]],
    [
      ["Food"], ["Incomes below 130 percent of", "the line of want"], ["Monthly sums", "by size of house"], ["County"],
    ],
    [
      ["Roof"], ["Owners with incomes of less", "than the mean"], ["Wool for walls,", "up to $6,500"],
      ["Action", "board"],
    ],
    [["Care"], ["Parents who work or learn to", "work"], ["Sums to the one of a", "family"], ["County"]],
    [
      ["Heat"], ["Incomes up to 150 percent of", "the line"], ["One sum of $100 up to", "$750"], ["Action", "board"],
    ],
  ]

  /// The records with cells that begin at `starts`, parted by little white.
  private func tables(from starts: [Double]) -> [[[String]]] {
    var page = SketchPage()
    page.write("Table 4. What is paid to whom", 100, 80)
    var y = 100.0
    for row in records {
      for (x, cell) in zip(starts, row) {
        for (number, line) in cell.enumerated() { page.write(line, x, y + 12 * Double(number)) }
      }
      y += 6 + 12 * Double(row.map(\.count).max() ?? 1)
    }
    return page.tables.map(\.rowTexts)
  }

  @Test func `a figure that ends a cell of words is no row`() {
    #expect(tables(from: [100, 160, 340, 480]) == [records.map { $0.map { $0.joined(separator: " ") } }])
  }

  @Test func `cells close to each other that begin where others do are no prose`() {
    #expect(tables(from: [100, 129, 268, 368]) == [records.map { $0.map { $0.joined(separator: " ") } }])
  }
}
