import ConverterCore
import PageLayout
import Testing

@Suite("Glyphs of a page")
struct GlyphTests {
  @Test func `text stands where it was drawn, measured from the top left`() throws {
    let page = try page(drawing: "BT /F1 10 Tf 72 742 Td (Ab) Tj ET")
    #expect(page.text == "Ab")
    let first = try #require(page.glyphs.first)
    // Helvetica: A is 667 units wide; ascent 718, descent -207 in the font's own metrics.
    #expect(abs(first.box.x0 - 72) < 0.01)
    #expect(abs(first.box.x1 - 78.67) < 0.01)
    #expect(abs(first.baseline - 100) < 0.01)
    #expect(first.box.y0 < 100 && first.box.y1 > 100)
    #expect(first.size == 10)
    #expect(page.fonts == [Font(name: "Helvetica")])
  }
}
