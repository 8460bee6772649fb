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

  /// A table between lines from 100 to 400 with columns of 150, 90 and 60 points.
  private func page(centred: Bool) -> SketchPage {
    var page = SketchPage()
    for y in [88.0, 104, 146] { page.level(y, 100, 400) }
    for (row, line) in [
      ["Article", "Count", "Share"], ["Passport", "1,024", "9"], ["Map", "7", "12.5"], ["Search", "311", "7.1"],
    ]
    .enumerated() {
      for (text, edge) in zip(line, [(100.0, 250.0), (250, 340), (340, 400)]) {
        let y = 100 + 14 * Double(row)
        if centred { page.write(text, around: (edge.0 + edge.1) / 2, y) } else { page.write(text, edge.0 + 6, y) }
      }
    }
    return page
  }

  @Test func `text in the middle of cells tells their edges from the ends of lines`() {
    #expect(edges(page(centred: true)) == [100, 250, 340, 400])
  }

  @Test func `text set left leaves edges in the middle of the white`() {
    let found = edges(page(centred: false))
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
