import ConverterCore
import PDFReader
import PageLayout
import Testing

@Suite("Marked content and replacement text", .enabled(if: PDFReader.seesVectorInk))
struct MarkedContentTests {
  @Test func `glyphs know the innermost id around them`() throws {
    let page = try page(
      drawing: """
        BT /F1 10 Tf 72 742 Td /P << /MCID 3 >> BDC (a) Tj /Span << /Lang (en) >> BDC (b) Tj EMC (c) Tj EMC (d) Tj ET
        """)
    #expect(page.glyphs.map(\.markedContent) == [3, 3, 3, -1])
  }

  @Test func `artifacts are flagged, also by name alone`() throws {
    let page = try page(
      drawing: """
        BT /F1 10 Tf 72 742 Td /Artifact << /Type /Pagination >> BDC (a) Tj EMC /Artifact BMC (b) Tj EMC (c) Tj ET
        """)
    #expect(page.glyphs.map { $0.traits.contains(.artifact) } == [true, true, false])
  }

  @Test func `ids are dropped where most of them mark nothing`() throws {
    // Properties by name: poppler tells the end of the inner mark, not its begin, and the outer one closes early.
    let marks = (0..<6).map { id in
      "/P << /MCID \(id) >> BDC /Span /Named BDC EMC BT /F1 10 Tf 72 \(700 - 20 * id) Td (text) Tj ET EMC"
    }
    var pdf = PDFBuilder()
    pdf.resources = """
      << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /Properties << /Named << >> >> >>
      """
    pdf.addPage(marks.joined(separator: "\n"))
    let page = try page(of: pdf)
    #expect(page.glyphs.allSatisfy { $0.markedContent == -1 })
    #expect(page.findings.map(\.code) == ["pdf.tags.ignored"])
  }

  @Test func `ids of a form are told apart from those of the page`() throws {
    var pdf = PDFBuilder()
    let form = pdf.addStream(
      "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources \(pdf.resources)",
      "BT /F1 10 Tf 72 642 Td /P << /MCID 0 >> BDC (form) Tj EMC ET")
    pdf.addPage(
      "BT /F1 10 Tf 72 742 Td /P << /MCID 0 >> BDC (page) Tj EMC ET /F Do",
      resources: """
        << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /F \(form) 0 R >> >>
        """)
    let page = try page(of: pdf)
    let ids = Set(page.glyphs.prefix(4).map(\.markedContent))
    #expect(ids == [0])
    #expect(Set(page.glyphs.suffix(4).map(\.markedContent)).isDisjoint(with: ids))
  }

  @Test(arguments: [
    ("(fi)", "x", "(fi)", ["fi"]),
    ("<FEFF00660069>", "xy", "one for one", ["f", "i"]),
    ("<FEFF4E2D>", "xyz", "one for three", ["中"]),
    ("()", "xyz", "nothing", []),
  ])
  func `replacement text takes the place of glyphs`(
    text: String, drawn: String, why: String, expected: [String]
  ) throws {
    let page = try page(
      drawing: "BT /F1 10 Tf 72 742 Td /Span << /ActualText \(text) >> BDC (\(drawn)) Tj EMC (z) Tj ET")
    #expect(page.glyphs.map(\.text) == expected + ["z"])
  }

  @Test func `one text for several glyphs covers their boxes`() throws {
    let page = try page(
      drawing: "BT /F1 10 Tf 72 742 Td /Span << /ActualText (A) >> BDC (AAA) Tj EMC ET")
    #expect(near(page.glyphs[0].box.x0, 72) && near(page.glyphs[0].box.x1, 92.01))
  }

  @Test func `replacement text over several lines leaves the glyphs as they are`() throws {
    let page = try page(
      drawing: "BT /F1 10 Tf 72 742 Td /Span << /ActualText (whatever) >> BDC (ab) Tj 0 -20 Td (cd) Tj EMC ET")
    #expect(page.text == "abcd")
  }

  @Test func `layers that are switched off are not read`() throws {
    var pdf = PDFBuilder()
    let layer = pdf.add("<< /Type /OCG /Name (Draft) >>")
    pdf.catalog = "/OCProperties << /OCGs [\(layer) 0 R] /D << /OFF [\(layer) 0 R] >> >>"
    pdf.addPage(
      "BT /F1 10 Tf 72 742 Td (a) Tj /OC /L BDC (b) Tj EMC (c) Tj ET",
      resources: """
        << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /Properties << /L \(layer) 0 R >> >>
        """)
    #expect(try page(of: pdf).text == "ac")
  }
}
