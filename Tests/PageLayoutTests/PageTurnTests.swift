import ConverterCore
import PageLayout
import Testing

/// Pages that are displayed sideways or upside down.
@Suite struct PageTurnTests {
  /// A page with two tables, one of them without lines, and prose.
  private static let upright: Page = {
    var page = SketchPage()
    page.write("Figures of the years in question, as the offices of the towns have reported them", 100, 80)
    page.grid(xs: [100, 250, 400], ys: [100, 120, 140])
    for row in 0..<2 {
      page.write("Town \(row)", 105, 114 + 20 * Double(row))
      page.write("\(370 + row)", endingAt: 395, 114 + 20 * Double(row))
    }
    page.writeRows(
      [["Year", "2010", "2011"], ["Hens", "1.5", "2.25"], ["Geese", "10.25", "4"], ["Ducks", "7", "8"]], from: 300)
    return page.page
  }()

  /// The page turned clockwise by 90 degrees.
  private static func quarterTurned(_ page: Page) -> Page {
    var turned = page
    let height = page.height
    (turned.width, turned.height) = (page.height, page.width)
    turned.glyphs = page.glyphs.map { glyph in
      var glyph = glyph
      glyph.box = quarterTurned(glyph.box, height: height)
      let isLevel = glyph.direction == .right || glyph.direction == .left
      glyph.baseline = isLevel ? height - glyph.baseline : glyph.baseline
      glyph.direction = [.right: .down, .down: .left, .left: .up, .up: .right][glyph.direction] ?? .right
      return glyph
    }
    turned.rulings = page.rulings?.map { ruling in
      ruling.axis == .level
        ? Ruling(axis: .upright, position: height - ruling.position, start: ruling.start, end: ruling.end)
        : Ruling(axis: .level, position: ruling.position, start: height - ruling.end, end: height - ruling.start)
    }
    return turned
  }

  private static func quarterTurned(_ box: Rectangle, height: Double) -> Rectangle {
    Rectangle(x0: height - box.y1, y0: box.x0, x1: height - box.y0, y1: box.x1)
  }

  private func document(_ pages: [Page]) throws -> Document {
    try PageAnalyzer().document(from: SketchSource(pages: pages), within: .standard)
  }

  private func boxes(_ document: Document) -> [Rectangle] {
    document.blocks.flatMap { block -> [Rectangle] in
      var origins = [block.origin]
      if case .table(let table) = block { origins += table.cells.map(\.origin) }
      return origins.flatMap { [$0.place] + $0.continuations }.compactMap {
        if case .page(_, let box) = $0 { box } else { nil }
      }
    }
  }

  private func texts(_ document: Document) -> [[String]] {
    document.blocks.map { block in
      switch block {
      case .table(let table): shape(table)
      case .paragraph(let paragraph): [paragraph.text]
      default: ["\(block)"]
      }
    }
  }

  @Test(arguments: 1...3) func `a turned page reads as the upright one, with places as displayed`(turns: Int) throws {
    var page = Self.upright
    let read = try document([page])
    try #require(boxes(read).count > 12)
    var expected = boxes(read)
    for _ in 0..<turns {
      expected = expected.map { Self.quarterTurned($0, height: page.height) }
      page = Self.quarterTurned(page)
    }
    let turned = try document([page])
    #expect(texts(turned) == texts(read))
    let places = boxes(turned)
    try #require(places.count == expected.count)
    for (place, box) in zip(places, expected) {
      #expect(abs(place.x0 - box.x0) + abs(place.y0 - box.y0) + abs(place.x1 - box.x1) + abs(place.y1 - box.y1) < 1e-6)
    }
  }

  @Test func `a running head does not keep a sideways page from being read`() throws {
    var page = Self.quarterTurned(Self.upright)
    var head = SketchPage()
    head.write("Yearbook 2012", 60, 40)
    page.glyphs += head.page.glyphs
    let tables = try document([page]).blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.map(\.rowCount) == [2, 4])
  }

  @Test func `a page with a few turned words stays as it is`() {
    var page = SketchPage()
    page.page = Self.upright
    page.writeUpwards("Appendix of tables", 30, 400)
    #expect(page.trace.turn == nil)
  }
}
