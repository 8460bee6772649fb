import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// What holds of every page.
@Suite struct LayoutPropertyTests {
  /// Pages of different kinds: ruled, aligned, prose.
  private static let pages: [SketchPage] = {
    var ruled = SketchPage()
    ruled.grid(xs: [100, 200, 300, 400], ys: [100, 120, 140, 160])
    for row in 0..<3 {
      for column in 0..<3 { ruled.write("r\(row)c\(column)", 105 + 100 * Double(column), 114 + 20 * Double(row)) }
    }
    ruled.write("A line of text below the table.", 100, 200)
    var aligned = SketchPage()
    for row in 0..<6 {
      aligned.write("Label of row \(row)", 100, 100 + 14 * Double(row))
      for column in 1..<4 {
        aligned.write("\(row * 7 * column)", endingAt: 200 + 90 * Double(column), 100 + 14 * Double(row))
      }
    }
    var prose = SketchPage()
    for row in 0..<9 {
      prose.write("Words that fill line \(row) from one side to the other", 50, 100 + 14 * Double(row))
    }
    prose.writeUpwards("turned", 30, 400)
    return [ruled, aligned, prose]
  }()

  private func allText(_ trace: LayoutTrace) -> [Character] {
    trace.content.flatMap { item -> [Character] in
      switch item {
      case .text(let block), .watermark(let block): Array(block.text)
      case .table(let table): table.cells.flatMap { Array($0.text) } + Array(table.caption ?? "")
      case .figure: []
      }
    }.filter { !$0.isWhitespace }.sorted()
  }

  @Test(arguments: 0..<3) func `every glyph is in one block or cell`(number: Int) {
    let page = Self.pages[number]
    let drawn = page.page.glyphs.flatMap { Array($0.text) }.filter { !$0.isWhitespace }.sorted()
    #expect(allText(page.trace) == drawn)
  }

  @Test(arguments: 0..<3) func `moving the ink moves places and nothing else`(number: Int) {
    let page = Self.pages[number].page
    var moved = page
    let (dx, dy) = (13.25, 41.5)
    moved.glyphs = page.glyphs.map { glyph in
      var glyph = glyph
      glyph.box = Rectangle(
        x0: glyph.box.x0 + dx, y0: glyph.box.y0 + dy, x1: glyph.box.x1 + dx, y1: glyph.box.y1 + dy)
      glyph.baseline += glyph.direction == .right ? dy : dx
      return glyph
    }
    moved.rulings = page.rulings?.map { ruling in
      var ruling = ruling
      let (along, across) = ruling.axis == .level ? (dx, dy) : (dy, dx)
      ruling.position += across
      ruling.start += along
      ruling.end += along
      return ruling
    }
    let before = PageAnalyzer().trace(of: page).content
    let after = PageAnalyzer().trace(of: moved).content
    #expect(before.map(words) == after.map(words))
  }

  @Test(arguments: 0..<3) func `the order of drawing does not matter to tables`(number: Int) {
    var page = Self.pages[number]
    let tables = page.tables
    var generator = SeededGenerator(seed: 20_240_131)
    page.page.glyphs.shuffle(using: &generator)
    page.page.rulings?.shuffle(using: &generator)
    #expect(page.tables == tables, "seed 20240131")
  }

  private func words(_ item: PageItem) -> String {
    switch item {
    case .text(let block), .watermark(let block): block.text
    case .table(let table): shape(table).joined(separator: "\n")
    case .figure: "figure"
    }
  }
}
