import ConverterCore
import PDFReader
import PageLayout
import Testing

@Suite("Annotations", .enabled(if: PDFReader.seesVectorInk))
struct AnnotationTests {
  private func page(_ annotation: String, form: String = "") throws -> Page {
    var pdf = PDFBuilder()
    let appearance = pdf.addStream(
      "/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources \(pdf.resources)",
      "0 0 100 20 re S BT /F1 10 Tf 2 5 Td (value) Tj ET")
    let number = pdf.add("<< /Type /Annot /Rect [72 642 172 662] /AP << /N \(appearance) 0 R >> \(annotation) >>")
    if !form.isEmpty { pdf.catalog = "/AcroForm << /Fields [\(number) 0 R] \(form) >>" }
    pdf.addPage("", entries: "/MediaBox [0 0 595 842] /Annots [\(number) 0 R]")
    return try PDFReaderTests.page(of: pdf)
  }

  @Test func `values of form fields are text of the page`() throws {
    let page = try page("/Subtype /Widget /FT /Tx /T (name) /V (value)", form: "/DA (/F1 10 Tf)")
    #expect(page.text == "value")
    #expect(page.glyphs.first.map { near($0.box.x0, 74) } == true)
  }

  @Test func `typed text and stamps are text of the page`() throws {
    #expect(try page("/Subtype /FreeText /DA (/F1 10 Tf) /Contents (value)").text.contains("value"))
    #expect(try page("/Subtype /Stamp").text == "value")
  }

  @Test(arguments: ["Link", "Highlight", "Square", "Ink", "Text"])
  func `comments and links are not`(kind: String) throws {
    let page = try page("/Subtype /\(kind) /Border [0 0 1] /QuadPoints [72 662 172 662 72 642 172 642]")
    #expect(page.glyphs == [] && page.rulings == [] && page.fills == [])
  }
}
