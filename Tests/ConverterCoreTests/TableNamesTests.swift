import ConverterCore
import ConverterTesting
import Testing

@Suite struct TableNamesTests {
  private let origin = Origin(.lines(1...1), .stated)

  /// The blocks of paragraphs above a table.
  private func blocks(_ lines: [String], above table: Table = Table("Item | 2008\nRent | 310")) -> [Block] {
    var blocks = lines.map { Block.paragraph(Paragraph(text: $0, origin: origin)) }
    blocks.append(naming: table)
    return blocks
  }

  private func names(_ lines: [String]) -> String {
    let blocks = blocks(lines)
    guard case .table(let table)? = blocks.last else { return "" }
    return "\(blocks.count - 1) lines, \(table.caption ?? "–"), \(table.unit ?? "–")"
  }

  @Test(arguments: [
    (["Table 3. Tolls by harbor"], "0 lines, Table 3. Tolls by harbor, –"),
    (
      ["Table 3. Tolls by harbor", "(In thousands of dollars)"],
      "0 lines, Table 3. Tolls by harbor, thousands of dollars"
    ),
    (["表2 收入决算表", "单位：万元"], "0 lines, 表2 收入决算表, 万元"),
    (["单位：万元", "表2 收入决算表"], "0 lines, 表2 收入决算表, 万元"),
    (
      ["Table 3. Tolls", "[In thousands. Years ending June 30]"],
      "0 lines, Table 3. Tolls [In thousands. Years ending June 30], –"
    ),
    (["Table 3. Tolls", "(revised)"], "1 lines, Table 3. Tolls, –"),
    (["编制单位：水利局　单位：万元"], "1 lines, –, 万元"),
  ])
  func `lines above a table that name it stand in it`(lines: [String], expected: String) {
    #expect(names(lines) == expected)
  }

  @Test(arguments: [
    ["The offices reviewed the accounts."], ["Table 3 shows the growth of tolls."], ["[See notes at the end]"],
    ["Table 3 shows how the growth went, and the rows below say why:"], ["表2列出了收入决算的情况，其中工资为主。"], ["Unit: 3B"],
    ["Table 3. Tolls by harbor", "The offices reviewed the accounts."],
  ])
  func `other lines stay above it`(lines: [String]) {
    #expect(names(lines) == "\(lines.count) lines, –, –")
  }

  @Test func `the caption that the source states is not said twice`() {
    var table = Table("Item | 2008\nRent | 310")
    table.caption = "Tolls"
    let blocks = blocks(["Prose.", "Tolls"], above: table)
    #expect(blocks.count == 2)
  }

  @Test func `a heading that the source states stays in its outline`() {
    var blocks = [Block.heading(Heading(level: 2, text: "Table 3. Tolls", origin: origin))]
    blocks.append(naming: Table("Item | 2008\nRent | 310"))
    #expect(blocks.count == 2)
  }
}
