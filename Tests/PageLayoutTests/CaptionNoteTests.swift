import ConverterCore
import PageLayout
import Testing

/// What stands in brackets between the caption of a table and its head.
@Suite struct CaptionNoteTests {
  private func page(_ number: Int, caption: String, note: String, length: Int = 3) -> SketchPage {
    var page = SketchPage(number: number)
    page.write(caption, 100, 80, bold: true)
    page.write(note, 100, 90, size: 8)
    page.writeRows(
      [["Item", "2008", "2009"]]
        + ["Rent", "Heat", "Fees"].map { ["\($0) \(number)", "1\(String(repeating: "0", count: length))", "309"] },
      from: 104)
    return page
  }

  @Test(arguments: [
    ("(Dollars in millions)", "Dollars in millions", "Table 8. Outlays"),
    ("[In thousands.]", "thousands", "Table 8. Outlays"),
    (
      "[In acres. For years ending June 30. See text]", nil,
      "Table 8. Outlays [In acres. For years ending June 30. See text]"
    ),
  ])
  func `what stands in brackets between a caption and its table goes to the table`(
    note: String, unit: String?, caption: String
  ) throws {
    let page = page(1, caption: "Table 8. Outlays", note: note)
    let table = try #require(page.tables.first)
    #expect(table.unit == unit)
    #expect(table.caption == caption)
    #expect(page.texts.isEmpty)
  }

  @Test func `a note in brackets without a caption stays above its table`() {
    var page = SketchPage()
    page.write("[See text for years before]", 100, 90, size: 8)
    page.writeRows([["Item", "2008", "2009"], ["Rent", "109", "309"], ["Heat", "123", "124"]], from: 104)
    #expect(page.texts == ["[See text for years before]"])
  }

  @Test(arguments: ["[In acres. For years ending June 30. See text]", "(Dollars in millions)"])
  func `a table goes on below its caption and what is said in brackets`(note: String) throws {
    let document = try PageAnalyzer().document(
      from: SketchSource(pages: [
        page(1, caption: "Table 8. Outlays", note: note).page,
        page(
          2, caption: "Table 8. Outlays—Con.", note: note.hasPrefix("[") ? "[See headnote, page 1]" : note, length: 6
        ).page,
      ]), within: .standard)
    let tables = document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.map(\.rowCount) == [7])
    #expect(tables.map(\.columnCount) == [3])
  }
}
