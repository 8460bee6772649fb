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

  @Test(arguments: ["Text", "Highlight", "StrikeOut", "Square", "Caret"])
  func `what a comment says is read with its place, apart from the text of the page`(kind: String) throws {
    let page = try page("/Subtype /\(kind) /QuadPoints [72 662 172 662 72 642 172 642] /Contents (Check this figure)")
    #expect(
      page.comments == [PageComment(text: "Check this figure", box: Rectangle(x0: 72, y0: 180, x1: 172, y1: 200))])
    #expect(page.glyphs == [])
    #expect(try self.page("/Subtype /\(kind) /Contents ( )").comments == [])
  }

  @Test func `hidden comments and opinions about others are no comments`() throws {
    #expect(try page("/Subtype /Text /F 2 /Contents (Check this figure)").comments == [])
    let accepted = "/Subtype /Text /StateModel (Review) /State (Accepted) /Contents (Accepted set by N. N.)"
    #expect(try page(accepted).comments == [])
  }

  @Test func `comments are asides behind the content of their page`() throws {
    var pdf = PDFBuilder()
    let note = pdf.add("<< /Type /Annot /Subtype /Text /Rect [72 642 92 662] /Contents (First line\\rsecond) >>")
    pdf.addPage("BT /F1 12 Tf 72 700 Td (Total) Tj ET", entries: "/MediaBox [0 0 595 842] /Annots [\(note) 0 R]")
    let document = try PDFReader().read(Source(name: "test.pdf", bytes: pdf.bytes), within: .standard)
    guard case .aside(let aside)? = document.blocks.last else {
      Issue.record("no aside")
      return
    }
    let texts = aside.blocks.map { block in
      if case .paragraph(let paragraph) = block { paragraph.text } else { "" }
    }
    #expect(aside.role == .comment && texts == ["First line", "second"])
    #expect(document.blocks.count == 2)
  }

  @Test(arguments: ["Link", "Highlight", "Square", "Ink", "Text"])
  func `comments and links are not`(kind: String) throws {
    let page = try page("/Subtype /\(kind) /Border [0 0 1] /QuadPoints [72 662 172 662 72 642 172 642]")
    #expect(page.glyphs == [] && page.rulings == [] && page.fills == [])
  }
}
