import ConverterCore
import PageLayout
import Testing

@Suite struct WordTests {
  private func words(_ sketch: SketchPage) -> [String] {
    let text = sketch.trace.text
    return text.words.map { text.string(of: $0) }
  }

  @Test func `blanks part words`() {
    var page = SketchPage()
    page.write("two words", 50, 100)
    #expect(words(page) == ["two", "words"])
  }

  @Test func `the order of drawing does not matter`() {
    var page = SketchPage()
    page.write("scattered", 50, 100)
    page.page.glyphs.reverse()
    #expect(words(page) == ["scattered"])
  }

  @Test func `what is struck twice comes once`() {
    var page = SketchPage()
    page.write("BOLD", 50, 100)
    page.write("BOLD", 50.4, 100)
    #expect(words(page) == ["BOLD"])
    #expect(page.trace.text.dropped.duplicate == 4)
  }

  @Test func `doubled letters of a word stay`() {
    var page = SketchPage()
    page.write("aabbb 11", 50, 100)
    #expect(words(page) == ["aabbb", "11"])
  }

  @Test(arguments: [(186.0, "25"), (187, ".25")])
  func `a dot before a figure is the last one of a leader where it stands at the step of the others`(
    x: Double, figure: String
  ) {
    var page = SketchPage()
    page.write("Rent", 50, 100)
    for dot in 0..<8 { page.write(".", 130 + 7 * Double(dot), 100) }
    page.write(".25", x, 100)
    #expect(words(page) == ["Rent", String(repeating: ".", count: 11 - figure.count), figure])
  }

  @Test func `radicals and ligatures become what they mean`() {
    var page = SketchPage()
    page.write("\u{2F00}\u{2F8F}\u{2ECB}", 50, 100)
    page.write("\u{FB01}t", 50, 150)
    #expect(words(page) == ["一行车", "fit"])
  }

  @Test func `watermarks stand apart`() {
    var page = SketchPage()
    page.write("text", 50, 100)
    page.write("DRAFT", 60, 102, size: 40, traits: .oblique)
    #expect(words(page) == ["text"])
    #expect(page.trace.content.contains { if case .watermark(let block) = $0 { block.text == "DRAFT" } else { false } })
  }

  @Test func `invisible text counts only under a picture of a page`() {
    var page = SketchPage()
    page.write("hidden", 50, 100, traits: .invisible)
    #expect(words(page) == [])
    page.page.images = [PageImage(box: Rectangle(x0: 0, y0: 0, x1: 600, y1: 800))]
    #expect(words(page) == ["hidden"])
  }

  @Test(arguments: [
    // Through a glyph, and between two letters.
    ("/var/lib/archive.conffiles", 218.0), ("archive.package.overwritten", 220),
  ])
  func `text that runs on over the line of its cell stays whole`(name: String, rule: Double) {
    var page = SketchPage()
    page.grid(xs: [95, rule, 400], ys: [90, 106, 122])
    page.write(name, 100, 102)
    page.write("Lists the files", rule + 2, 102)
    page.write("/var/lib/status", 100, 118)
    page.write("What is installed", rule + 2, 118)
    #expect(
      page.tables.map { $0.cells.map(\.text) } == [[name, "Lists the files", "/var/lib/status", "What is installed"]])
  }

  @Test func `figures without white between them are cut between them`() {
    var page = SketchPage()
    page.grid(xs: [95, 120, 150], ys: [90, 106, 122])
    for y in [102.0, 118] {
      page.write("10204", 95, y)
      page.write("131020", 120, y)
    }
    #expect(page.tables.map { $0.cells.map(\.text) } == [["10204", "131020", "10204", "131020"]])
  }

  @Test(arguments: [("10204", "131020"), ("李建国", "张海燕"), ("Communicatio", "Eaton")])
  func `text as wide as its cell is cut from that of the next one`(left: String, right: String) {
    var page = SketchPage()
    let end = 95 + SketchPage.width(of: left, size: 10)
    page.grid(xs: [94, end - 1.5, end + 60], ys: [90, 106, 122])
    for y in [102.0, 118] {
      page.write(left, 95, y)
      page.write(right, end, y)
    }
    #expect(page.tables.map { $0.cells.map(\.text) } == [[left, right, left, right]])
  }

  @Test func `an upright line cuts figures that touch`() {
    var page = SketchPage()
    page.write("1234", 50, 100)
    page.upright(60, 80, 120)
    #expect(words(page) == ["12", "34"])
  }
}
