import ConverterCore
import PDFReader
import PageLayout
import Testing

/// Text that something opaque is drawn over is read, and told.
@Suite struct CoveredTextTests {
  private static let text = "BT /F1 10 Tf 72 700 Td (secret) Tj ET\n"
  private static let area = "0 g 70 695 60 20 re f\n"

  private func covered(_ page: Page) -> String {
    page.glyphs.filter { $0.traits.contains(.covered) }.map(\.text).joined()
  }

  private func finding(_ page: Page) -> Finding? {
    page.findings.first { $0.code == "pdf.text.covered" }
  }

  @Test func `text under an area drawn over it`() throws {
    let drawn = try page(drawing: Self.text + Self.area + "BT /F1 10 Tf 72 500 Td (open) Tj ET")
    #expect(covered(drawn) == "secret")
    let finding = try #require(self.finding(drawn))
    #expect(finding.severity == .warning)
    #expect(
      finding.message
        == "text lies under an opaque area or picture drawn over it, where nobody sees it; it was read all the same")
    guard case .page(1, let box?) = finding.place else {
      Issue.record("the text is on page 1")
      return
    }
    #expect(abs(box.x0 - 72) < 0.01)
    #expect(box.y0 > 842 - 715 && box.y1 < 842 - 690)
    #expect(drawn.text.contains("secret"))
  }

  @Test func `the finding names the page on which the text is`() throws {
    var pdf = PDFBuilder()
    pdf.addPage(Self.text)
    pdf.addPage(Self.text + Self.area)
    #expect(finding(try page(1, of: pdf)) == nil)
    guard case .page(2, _?) = finding(try page(2, of: pdf))?.place else {
      Issue.record("the text is on page 2")
      return
    }
  }

  @Test func `text under a picture`() throws {
    let picture = "q 80 0 0 40 60 690 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{7F} EI Q\n"
    #expect(covered(try page(drawing: Self.text + picture)) == "secret")
  }

  @Test(arguments: [
    ("an area below the text", area + text),
    ("a line through the text", text + "72 703 60 0.8 re f\n"),
    ("an area beside the text", text + "200 695 60 20 re f\n"),
    ("text drawn once more on top", text + area + text),
    ("a frame around the text", text + "60 690 90 30 re 62 692 86 26 re f*\n"),
  ])
  func `text that is seen`(_ what: String, _ content: String) throws {
    #expect(covered(try page(drawing: content)).isEmpty, "\(what)")
  }

  @Test func `text under a marker that lets it through`() throws {
    var pdf = PDFBuilder()
    pdf.resources = """
      << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>
      /ExtGState << /Half << /ca 0.5 >> /Marker << /BM /Multiply >> >> >>
      """
    pdf.addPage(Self.text + "q /Half gs " + Self.area + "Q")
    pdf.addPage(Self.text + "q /Marker gs 1 1 0 rg 70 695 60 20 re f Q")
    #expect(covered(try page(1, of: pdf)).isEmpty)
    #expect(covered(try page(2, of: pdf)).isEmpty)
  }
}
