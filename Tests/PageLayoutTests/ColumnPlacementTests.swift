import ConverterCore
import PageLayout
import Testing

/// Edges between columns that nobody drew.
@Suite struct ColumnPlacementTests {
  /// The x of the edges between the columns of the first table of a page.
  private func edges(_ page: SketchPage) -> [Double] {
    let boxes = page.tables.first?.cells.compactMap { cell -> Rectangle? in
      if case .page(_, let box) = cell.origin.place { box } else { nil }
    }
    return Set((boxes ?? []).flatMap { [$0.x0, $0.x1] }).sorted()
  }

  enum Side {
    case left, middle, right
  }

  /// A table with columns from 100 to 250, 340 and 400 points, each with its text at a side; lines from 100 to 400 above, below
  /// its head and below, if any.
  private func page(_ sides: [Side], isRuled: Bool = true) -> SketchPage {
    var page = SketchPage()
    if isRuled { for y in [88.0, 104, 146] { page.level(y, 100, 400) } }
    for (row, line) in [
      ["Article", "Count", "Share"], ["Passport", "1,024", "9"], ["Map", "7", "12.5"], ["Search", "311", "7.1"],
    ]
    .enumerated() {
      for (number, edge) in [(100.0, 250.0), (250, 340), (340, 400)].enumerated() {
        let y = 100 + 14 * Double(row)
        switch sides[number] {
        case .left: page.write(line[number], edge.0 + 6, y)
        case .middle: page.write(line[number], around: (edge.0 + edge.1) / 2, y)
        case .right: page.write(line[number], endingAt: edge.1 - 4, y)
        }
      }
    }
    return page
  }

  @Test func `text in the middle of cells tells their edges from the ends of lines`() {
    #expect(edges(page([.middle, .middle, .middle])) == [100, 250, 340, 400])
  }

  @Test func `text in the middle of cells tells their edges from one end of lines beside labels set left`() {
    #expect(edges(page([.left, .middle, .middle])) == [100, 250, 340, 400])
  }

  @Test func `text set left stands off its edge as that of the first column does`() {
    #expect(edges(page([.left, .left, .left])) == [100, 250, 340, 400])
  }

  @Test func `text set right stands off its edge as that of the last column does`() {
    #expect(edges(page([.left, .right, .right])).contains(340))
  }

  @Test(arguments: [[Side.middle, .middle, .middle], [.left, .left, .left], [.left, .right, .right]])
  func `without lines edges stand in the middle of the white`(_ sides: [Side]) {
    let found = edges(page(sides, isRuled: false))
    #expect(found.count == 4)
    #expect(found != [100, 250, 340, 400])
  }

  /// A table without lines whose head is shaded cell by cell, its text set left in columns of 150, 90 and 50 points.
  private func shaded(ends: [Double]) -> SketchPage {
    var page = SketchPage()
    let grey = Color(red: 220, green: 220, blue: 220)
    for (start, end) in zip([100.0] + ends, ends + [390]) {
      page.page.fills?.append(Fill(box: Rectangle(x0: start, y0: 88, x1: end, y1: 104), color: grey))
    }
    for (row, line) in [
      ["Article", "Count", "Share"], ["Passport", "1,024", "9"], ["Map", "7", "12.5"], ["Search", "311", "7.1"],
    ].enumerated() {
      for (text, x) in zip(line, [106.0, 256, 346]) { page.write(text, x, 100 + 14 * Double(row)) }
    }
    return page
  }

  @Test func `shaded cells of the head show the edges of all columns`() {
    #expect(edges(shaded(ends: [250, 340])) == [100, 250, 340, 390])
  }

  @Test func `areas that meet below text show no edges`() {
    let found = edges(shaded(ends: [120, 260]))
    #expect(found.count == 4)
    #expect(found.first == 100 && found.last == 390)
    #expect(!found.contains(120) && !found.contains(260))
  }
}
