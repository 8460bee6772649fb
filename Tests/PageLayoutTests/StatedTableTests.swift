import ConverterCore
import ConverterTesting
import PageLayout
import Testing

@Suite struct StatedTableTests {
  /// Pages with the structure that a file states for each.
  private struct TaggedSource: PageSource {
    var pages: [Page]
    var structures: [StatedStructure]
    var pageCount: Int { pages.count }

    func page(_ number: Int) throws(ReadingError) -> Page { pages[number - 1] }
    func statedStructure(ofPage number: Int) -> StatedStructure? { structures[number - 1] }
  }

  /// A row whose cells have the ids of their marked content, from the first on; the table's own id is 0.
  private func row(_ contents: [Int32]) -> StatedElement {
    StatedElement(
      role: "TR", children: contents.map { StatedElement(role: "TD", markedContent: [$0], id: Int($0)) })
  }

  @Test func `parts of a stated table are joined by the numbers of their columns, however their text stands`() throws {
    // Page 2 goes on in the merged first column and shows nothing that would tell its edge.
    var first = SketchPage(number: 1)
    for (content, (text, x, y)) in [
      ("Group", 100.0, 700.0), ("one", 160, 700), ("1", 300, 700), ("two", 160, 714), ("2", 300, 714),
    ]
    .enumerated() {
      first.write(text, x, y, content: Int32(content + 1))
    }
    var second = SketchPage(number: 2)
    for (content, (text, x, y)) in [("three", 160.0, 60.0), ("3", 320, 60), ("All rows", 100, 74), ("6", 290, 74)]
      .enumerated()
    {
      second.write(text, x, y, content: Int32(content + 6))
    }
    let cells = [
      StatedCell(id: 1, rows: 0..<3, columns: 0..<1), StatedCell(id: 2, rows: 0..<1, columns: 1..<2),
      StatedCell(id: 3, rows: 0..<1, columns: 2..<3), StatedCell(id: 4, rows: 1..<2, columns: 1..<2),
      StatedCell(id: 5, rows: 1..<2, columns: 2..<3), StatedCell(id: 6, rows: 2..<3, columns: 1..<2),
      StatedCell(id: 7, rows: 2..<3, columns: 2..<3), StatedCell(id: 8, rows: 3..<4, columns: 0..<2),
      StatedCell(id: 9, rows: 3..<4, columns: 2..<3),
    ]
    let source = TaggedSource(
      pages: [first.page, second.page],
      structures: [
        StatedStructure(
          elements: [
            StatedElement(role: "Table", children: [row([1, 2, 3]), row([4, 5])], cells: Array(cells[..<5]))
          ]),
        StatedStructure(
          elements: [
            StatedElement(role: "Table", children: [row([6, 7]), row([8, 9])], cells: [cells[0]] + cells[5...])
          ]),
      ])
    let document = try PageAnalyzer().document(from: source, within: .standard)
    let tables = document.blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    #expect(tables.count == 1)
    #expect(
      shape(tables.first) == shape(Table("Group | one | 1\n^ | two | 2\n^ | three | 3\nAll rows | < | 6")))
  }

  @Test func `blank rows below what a page shows do no harm`() {
    var page = SketchPage()
    for (content, (text, x, y)) in [("a", 100.0, 100.0), ("b", 300, 100), ("c", 100, 120), ("d", 300, 120)].enumerated()
    {
      page.write(text, x, y, content: Int32(content + 1))
    }
    let cells = (0..<10).map { StatedCell(id: $0 + 1, rows: $0 / 2..<$0 / 2 + 1, columns: $0 % 2..<$0 % 2 + 1) }
    let structure = StatedStructure(
      elements: [StatedElement(role: "Table", children: [row([1, 2]), row([3, 4])], cells: cells)])
    let chosen = PageAnalyzer().trace(of: page.page, structure: structure).candidates.first(where: \.isChosen)
    #expect(chosen?.candidate.evidence == .stated && chosen?.candidate.grid.rowCount == 2)
  }

  @Test func `words that contradict the stated order make no stated table`() {
    var page = SketchPage()
    for (content, (text, x, y)) in [("a", 300.0, 100.0), ("b", 100, 100), ("c", 300, 120), ("d", 100, 120)].enumerated()
    {
      page.write(text, x, y, content: Int32(content + 1))
    }
    let cells = (0..<4).map { StatedCell(id: $0 + 1, rows: $0 / 2..<$0 / 2 + 1, columns: $0 % 2..<$0 % 2 + 1) }
    let structure = StatedStructure(
      elements: [StatedElement(role: "Table", children: [row([1, 2]), row([3, 4])], cells: cells)])
    let trace = PageAnalyzer().trace(of: page.page, structure: structure)
    #expect(!trace.candidates.contains { $0.candidate.evidence == .stated })
  }
}
