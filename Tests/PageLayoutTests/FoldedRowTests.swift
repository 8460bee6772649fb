import ConverterCore
import PageLayout
import Testing

/// Tables whose rows are folded into the same few lines in most columns.
@Suite struct FoldedRowTests {
  enum Parting: CaseIterable { case grid, lines, white }

  private static let head = [
    ["Station", "Place"], ["Engine", "Power"], ["Opened", "Closed"], ["State", "Since then"],
  ]
  private static let rows = [
    [["Cedar Point 1", "Ashton, MI"], ["Diesel", "240"], ["05/01/1964", "08/29/1997"], ["Sold", "Site only"]],
    [
      ["Harbor Bluff", "Elmore, IL"], ["Steam", "1,700"], ["09/28/1959", "10/31/1978"], ["Kept", "Being torn down"],
    ],
    [["Nolan Ferry", "Drake, PA"], ["Diesel", "65"], ["11/27/1962", "01/01/1967"], ["Sold", "License ended"]],
    [["Quarry Hill", "Stone, VT"], ["Steam", "90"], ["05/10/1963", "09/22/1972"], ["Sold", "Site only"]],
  ]

  /// Writes cells of several lines, 11 points apart, from the middle of the row at `y` on.
  private func page(_ rows: [[[String]]], parting: Parting) -> SketchPage {
    var page = SketchPage()
    let edges = [98.0, 210, 290, 370, 480]
    var y = 100.0
    page.level(y - 14, 98, 480)
    for (number, row) in rows.enumerated() {
      for (column, lines) in row.enumerated() {
        for (line, text) in lines.enumerated() {
          page.write(text, edges[column] + 4, y + 11 * Double(line), bold: number == 0)
        }
      }
      y += 11 * Double(row.map(\.count).max() ?? 1) + 12
      if parting != .white || number == 0 || number + 1 == rows.count { page.level(y - 15, 98, 480) }
    }
    if parting == .grid { for x in edges { page.upright(x, 86, y - 15) } }
    return page
  }

  private func joined(_ rows: [[[String]]]) -> [[String]] { rows.map { $0.map { $0.joined(separator: " ") } } }

  @Test(arguments: Parting.allCases) func `names above figures make one row`(parting: Parting) {
    let rows = [Self.head] + Self.rows
    #expect(page(rows, parting: parting).tables.map(\.rowTexts) == [joined(rows)])
  }

  private static let pairs = [
    [["Ash", "Elm"], ["12", "31"], ["14", "28"], ["26", "59"]],
    [["Oak", "Fir"], ["41", "7"], ["39", "11"], ["80", "18"]],
    [["Bay", "Fen"], ["22", "16"], ["25", "15"], ["47", "31"]],
    [["Hill", "Dale"], ["9", "18"], ["8", "21"], ["17", "39"]],
  ]

  @Test(arguments: [
    [["Ward"], ["Men"], ["Women"], ["All"]],
    [["Ward of", "the town"], ["Men", "in all"], ["Women", "in all"], ["Both", "of them"]],
  ]) func `lines around groups of two rows leave the rows`(head: [[String]]) {
    #expect(page([head] + Self.pairs, parting: .lines).tables.map { $0.rowCount - $0.headerRowCount } == [8])
  }

  @Test func `two figures of a thing, each named beside it, are rows below a head of one line`() {
    let rows = [
      [["Thing"], ["What"], ["Is"], ["Seen"]],
      [["Mast", "Mast"], ["Height", "Color"], ["120", "red"], ["May", "June"]],
      [["Hull", "Hull"], ["Weight", "Made of"], ["12.5", "steel"], ["May", "July"]],
      [["Sail", "Sail"], ["Width", "Color"], ["40", "white"], ["June", "July"]],
      [["Deck", "Deck"], ["Length", "Made of"], ["31", "oak"], ["May", "May"]],
    ]
    #expect(page(rows, parting: .white).tables.map(\.rowCount) == [9])
  }
}
