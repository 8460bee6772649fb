import ConverterCore
import PageLayout
import Testing

/// Tables of words that only their head shows.
@Suite struct HeadedWordTests {
  private static let records = [
    [["1. Write rules for", "the review of grants."], ["The bureau agreed and", "issued a new letter."], ["Closed"]],
    [["2. Ask for reports", "each quarter."], ["It agreed in part and", "will ask each year."], ["Open"]],
    [["3. Train the staff", "of all the regions."], ["It agreed."], ["Closed"]],
    [["4. Check all of the", "books each month."], ["It did not agree, as", "a new system is due."], ["Open"]],
  ]

  /// Writes records below a head, their lines 12 points apart.
  ///
  /// - Parameters:
  ///   - padding: white between records in points.
  ///   - isBanded: whether every other record stands on colour.
  private func page(isBold: Bool = true, padding: Double, isBanded: Bool) -> SketchPage {
    var page = SketchPage()
    let starts = [100.0, 200, 310]
    for (column, name) in ["Finding", "Answer", "State"].enumerated() {
      page.write(name, starts[column], 100, bold: isBold)
    }
    var y = 112 + padding
    for (number, record) in Self.records.enumerated() {
      for (column, lines) in record.enumerated() {
        for (line, text) in lines.enumerated() { page.write(text, starts[column], y + 12 * Double(line)) }
      }
      if isBanded, number.isMultiple(of: 2) {
        let box = Rectangle(x0: 96, y0: y - 9 - padding / 2, x1: 360, y1: y + 15 + padding / 2)
        page.page.fills?.append(Fill(box: box, color: Color(red: 220, green: 220, blue: 220)))
      }
      y += 24 + padding
    }
    return page
  }

  @Test(arguments: [(6.0, false), (6, true), (0, true)])
  func `records below bold headings are rows where white or colour parts them`(padding: Double, isBanded: Bool) {
    let page = page(padding: padding, isBanded: isBanded)
    let expected = [["Finding", "Answer", "State"]] + Self.records.map { $0.map { $0.joined(separator: " ") } }
    #expect(page.tables.map(\.rowTexts) == [expected])
  }

  @Test(arguments: [(false, 6.0), (true, 0)])
  func `columns of prose without white between records or without a bold head are no table`(
    isBold: Bool, padding: Double
  ) {
    #expect(page(isBold: isBold, padding: padding, isBanded: false).tables.isEmpty)
  }

  @Test(arguments: [true, false])
  func `paragraphs of columns of prose are no rows where their lines stand at heights of their own`(isShifted: Bool) {
    var page = SketchPage()
    let lines = ["Ships that come in", "by night pay a toll", "to the keeper there", "and to his clerk too"]
    for column in 0..<3 {
      let x = 100 + 120 * Double(column)
      page.write(["Harbors", "Wells", "Roads"][column], x, 100, bold: true)
      var y = 118.0
      for paragraph in 0..<6 {
        let count = isShifted && column > 0 ? [4, 2][paragraph % 2] : 3
        for line in lines.prefix(count) {
          page.write(line, x, y)
          y += 12
        }
        y += 6
      }
    }
    #expect(page.trace.candidates.contains { $0.reason == "words" } == !isShifted)
  }
}
