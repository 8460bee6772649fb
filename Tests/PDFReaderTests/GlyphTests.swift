import ConverterCore
import PDFReader
import PageLayout
import Testing

/// Whether two numbers agree to 0.01 points.
func near(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 0.01 }

@Suite("Glyphs of a page", .enabled(if: PDFReader.seesVectorInk))
struct GlyphTests {
  @Test func `text stands where it was drawn, measured from the top left`() throws {
    let page = try page(drawing: "BT /F1 10 Tf 72 742 Td (Ab) Tj ET")
    let glyph = try #require(page.glyphs.first)
    #expect(page.text == "Ab")
    // The letter A of Helvetica is 667 units wide (AFM).
    #expect(near(glyph.box.x0, 72) && near(glyph.box.x1, 78.67))
    #expect(near(glyph.baseline, 100))
    #expect(glyph.box.y0 < 93 && glyph.box.y1 > 101)
    #expect(glyph.size == 10 && glyph.direction == .right && glyph.traits == [])
    #expect(page.fonts == [Font(name: "Helvetica")])
    #expect(page.width == 595 && page.height == 842)
  }

  @Test func `spacing between characters and words belongs to no glyph`() throws {
    let page = try page(drawing: "BT /F1 10 Tf 2 Tc 5 Tw 72 742 Td (A B) Tj ET")
    let boxes = page.glyphs.map(\.box)
    #expect(near(boxes[0].x1, 78.67))
    #expect(near(boxes[1].x0, 80.67) && near(boxes[1].x1, 83.45))
    #expect(near(boxes[2].x0, 90.45))
  }

  @Test func `horizontal scaling narrows the box and leaves the size`() throws {
    let page = try page(drawing: "BT /F1 10 Tf 50 Tz 72 742 Td (A) Tj ET")
    #expect(near(page.glyphs[0].box.width, 3.335) && page.glyphs[0].size == 10)
  }

  @Test func `raised text has a baseline of its own`() throws {
    let page = try page(drawing: "BT /F1 10 Tf 3 Ts 72 742 Td (2) Tj ET")
    #expect(near(page.glyphs[0].baseline, 97))
  }

  @Test func `a page rotated by 90 degrees is told as displayed`() throws {
    let page = try rotatedPage(90)
    #expect(page.width == 842 && page.height == 595)
    #expect(page.glyphs[0].direction == .down && near(page.glyphs[0].baseline, 742))
    #expect(near(page.glyphs[0].box.y0, 72) && near(page.glyphs[0].box.y1, 78.67))
  }

  @Test func `a page rotated by 180 degrees is told as displayed`() throws {
    let page = try rotatedPage(180)
    #expect(page.width == 595 && page.height == 842)
    #expect(page.glyphs[0].direction == .left && near(page.glyphs[0].baseline, 742))
    #expect(near(page.glyphs[0].box.x0, 516.33) && near(page.glyphs[0].box.x1, 523))
  }

  @Test func `a page rotated by 270 degrees is told as displayed`() throws {
    let page = try rotatedPage(270)
    #expect(page.width == 842 && page.height == 595)
    #expect(page.glyphs[0].direction == .up && near(page.glyphs[0].baseline, 100))
    #expect(near(page.glyphs[0].box.y0, 516.33) && near(page.glyphs[0].box.y1, 523))
  }

  /// An A at 72, 742 in the space of the content.
  private func rotatedPage(_ degrees: Int) throws -> Page {
    var pdf = PDFBuilder()
    pdf.addPage("BT /F1 10 Tf 72 742 Td (A) Tj ET", entries: "/MediaBox [0 0 595 842] /Rotate \(degrees)")
    return try page(of: pdf)
  }

  @Test func `the crop box moves the origin`() throws {
    var pdf = PDFBuilder()
    pdf.addPage(
      "BT /F1 10 Tf 72 742 Td (A) Tj ET", entries: "/MediaBox [0 0 595 842] /CropBox [50 100 500 800]")
    let page = try page(of: pdf)
    #expect(page.width == 450 && page.height == 700)
    #expect(near(page.glyphs[0].box.x0, 22) && near(page.glyphs[0].baseline, 58))
  }

  @Test func `a media box may begin anywhere`() throws {
    var pdf = PDFBuilder()
    pdf.addPage("BT /F1 10 Tf 0 0 Td (A) Tj ET", entries: "/MediaBox [-100 -200 100 200]")
    let page = try page(of: pdf)
    #expect(near(page.glyphs[0].box.x0, 100) && near(page.glyphs[0].baseline, 200))
  }

  @Test(arguments: [("0 1 -1 0", Glyph.Direction.up), ("-1 0 0 -1", .left), ("0 -1 1 0", .down)])
  func `the direction of turned text is told`(matrix: String, direction: Glyph.Direction) throws {
    let page = try page(drawing: "BT /F1 10 Tf \(matrix) 300 400 Tm (A) Tj ET")
    let glyph = page.glyphs[0]
    #expect(glyph.direction == direction && !glyph.traits.contains(.oblique))
    #expect(near(glyph.baseline, direction == .left ? 442 : 300))
    #expect(near(direction == .left ? glyph.box.width : glyph.box.height, 6.67))
  }

  @Test func `text across the page is oblique`() throws {
    let page = try page(drawing: "BT /F1 40 Tf 0.7071 0.7071 -0.7071 0.7071 100 100 Tm (DRAFT) Tj ET")
    #expect(page.glyphs.allSatisfy { $0.traits.contains(.oblique) && near($0.size, 40) })
  }

  @Test func `the colour of a glyph is that of its fill, or of its outline`() throws {
    let page = try page(drawing: "BT /F1 10 Tf 1 0 0 rg 0 0 1 RG 72 742 Td (A) Tj 1 Tr (B) Tj 0 Tr 1 g (C) Tj ET")
    #expect(
      page.glyphs.map(\.color) == [Color(red: 255, green: 0, blue: 0), Color(red: 0, green: 0, blue: 255), .white])
  }

  @Test func `a colour ends with the graphics state that set it`() throws {
    let page = try page(drawing: "q 1 0 0 rg BT /F1 10 Tf 9 9 Td (A) Tj ET Q BT /F1 10 Tf 72 742 Td (B) Tj ET")
    #expect(page.glyphs.map(\.color) == [Color(red: 255, green: 0, blue: 0), .black])
  }

  @Test func `invisible text is kept and flagged`() throws {
    var pdf = PDFBuilder()
    pdf.resources = """
      << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /ExtGState << /G << /ca 0 >> >> >>
      """
    pdf.addPage("BT /F1 10 Tf 3 Tr 72 742 Td (A) Tj 0 Tr (B) Tj /G gs (C) Tj ET")
    #expect(try page(of: pdf).glyphs.map { $0.traits.contains(.invisible) } == [true, false, true])
  }

  @Test func `text outside of the clip or the page is flagged`() throws {
    let page = try page(
      drawing: "q 0 0 100 842 re W n BT /F1 10 Tf 72 742 Td (A) Tj 100 0 Td (B) Tj ET Q BT /F1 10 Tf 700 5 Td (C) Tj ET"
    )
    #expect(page.glyphs.map { $0.traits.contains(.clipped) } == [false, true, true])
  }

  @Test func `text struck twice is one text, made bold`() throws {
    let page = try page(drawing: "BT /F1 10 Tf 72 742 Td (Total) Tj 0.3 0 Td (Total) Tj ET")
    #expect(page.text == "Total")
    #expect(page.glyphs.allSatisfy { $0.traits == .emboldened })
  }

  @Test func `repeated narrow letters are no text struck twice`() throws {
    let page = try page(drawing: "BT /F1 10 Tf 72 742 Td (illicit..||) Tj 0 -12 Td (illicit) Tj ET")
    #expect(page.text == "illicit..||illicit")
    #expect(page.glyphs.allSatisfy { $0.traits == [] })
  }

  @Test func `filled and outlined text is made bold`() throws {
    let page = try page(drawing: "BT /F1 10 Tf 2 Tr 72 742 Td (A) Tj ET")
    #expect(page.glyphs[0].traits == .emboldened)
  }

  @Test func `text under itself as a hidden layer shows once`() throws {
    let page = try page(drawing: "BT /F1 10 Tf 3 Tr 72 742 Td (A) Tj ET BT 0 Tr /F1 10 Tf 72 742 Td (A) Tj ET")
    #expect(page.text == "A" && page.glyphs[0].traits == [])
  }
}
