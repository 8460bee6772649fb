import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// Nothing that a page shows is lost: each glyph is in one cell or one block.
@Suite struct ConservationTests {
  /// Pages of random grids, lists of figures, prose and stray words, over and beside each other.
  @Test(arguments: 0..<120) func `every glyph of a random page is in one cell or one block`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let page = SketchPage.random(using: &random)
    let trace = page.trace
    let drawn = page.page.glyphs.flatMap { Array($0.text) }.filter { !$0.isWhitespace }.sorted()
    let arrived = trace.content.flatMap { item -> [Character] in
      switch item {
      case .text(let block), .watermark(let block): Array(block.text)
      case .table(let table): table.cells.flatMap { Array($0.text) } + Array(table.caption ?? "")
      case .figure: []
      }
    }.filter { !$0.isWhitespace }.sorted()
    #expect(trace.text.dropped.duplicate == 0, "seed \(seed)")
    #expect(arrived == drawn, "seed \(seed)")
    #expect(!trace.page.findings.contains { $0.code == "layout.text.lost" }, "seed \(seed)")
  }

  @Test func `words that arrive nowhere are told with their place`() throws {
    var sketch = SketchPage()
    sketch.grid(xs: [100, 200, 300], ys: [100, 120, 140])
    for (row, y) in [114.0, 134].enumerated() {
      sketch.write("a\(row)", 110, y)
      sketch.write("b\(row)", 210, y)
    }
    sketch.write("kept", 100, 300)
    let trace = sketch.trace
    // A candidate whose areas overlap gives no table: its words would go with it.
    var broken = try #require(trace.candidates.first).candidate
    broken.grid.areas.append(broken.grid.areas[0])
    broken.contents.append([])
    let content = PageContent(page: sketch.page, text: trace.text, rules: trace.rules, tables: [broken])
    let finding = try #require(content.findings.first)
    #expect(finding.code == "layout.text.lost")
    #expect(finding.severity == .error)
    #expect(finding.message == "8 characters of the page are in no cell and no block")
    #expect(finding.place == .page(1, Rectangle(x0: 110, y0: 106, x1: 220, y1: 136)))
  }
}

extension SketchPage {
  /// A page of grids, lists of figures, prose and stray words; no two glyphs of one kind at one place.
  fileprivate static func random(using random: inout SeededGenerator) -> SketchPage {
    var page = SketchPage()
    var y = 40.0
    while y < 700 {
      let rows = Int.random(in: 1...6, using: &random)
      let columns = Int.random(in: 1...6, using: &random)
      let left = Double.random(in: 30...120, using: &random)
      let pitch = Double.random(in: 12...24, using: &random)
      let width = Double.random(in: 30...80, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0, 1: page.table(rows, columns, left, y, width, pitch, isRuled: true, using: &random)
      case 2: page.table(rows, columns, left, y, width, pitch, isRuled: false, using: &random)
      case 3:
        for row in 0..<rows {
          page.write("Words that fill line \(row) of the prose here", left, y + pitch * Double(row + 1))
        }
      default:
        page.write("stray\(Int(y))", left + 200, y + pitch)
        page.writeUpwards("side", 20, y + 24)
      }
      y += pitch * Double(rows) + Double.random(in: 4...60, using: &random)
    }
    return page
  }

  /// Rows of cells, some lines and some texts of which are missing.
  private mutating func table(
    _ rows: Int, _ columns: Int, _ left: Double, _ top: Double, _ width: Double, _ pitch: Double, isRuled: Bool,
    using random: inout SeededGenerator
  ) {
    for row in 0...rows where isRuled && Int.random(in: 0..<8, using: &random) > 0 {
      level(top + pitch * Double(row), left, left + width * Double(columns))
    }
    for column in 0...columns where isRuled && Int.random(in: 0..<8, using: &random) > 0 {
      upright(left + width * Double(column), top, top + pitch * Double(rows))
    }
    for row in 0..<rows {
      for column in 0..<columns where Int.random(in: 0..<6, using: &random) > 0 {
        let text = Bool.random(using: &random) ? "\(Int.random(in: 0...9999, using: &random))" : "第\(row)项"
        // Text may reach over the lines of its cell.
        let x = left + width * Double(column) + Double.random(in: -3...10, using: &random)
        write(text, x, top + pitch * (Double(row) + 0.7))
      }
    }
  }
}
