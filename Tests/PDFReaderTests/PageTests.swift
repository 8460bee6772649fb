import ConverterCore
import FoundationEssentials
import PDFReader
import PageLayout
import Testing

@Suite("Pages as a whole")
struct PageTests {
  @Test(.enabled(if: PDFReader.seesVectorInk))
  func `a page that is a picture is told as such`() throws {
    var pdf = PDFBuilder()
    let image = pdf.addStream(
      "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8", [0, 1, 2, 3])
    pdf.addPage("q 595 0 0 842 0 0 cm /I Do Q", resources: "<< /XObject << /I \(image) 0 R >> >>")
    #expect(try page(of: pdf).findings.map(\.code) == ["pdf.page.image-only"])
  }

  @Test(
    .enabled(if: PDFReader.seesVectorInk),
    arguments: [
      ("595 0 0 842 0 0", "(Scanned by ScanApp) Tj", true),
      ("595 0 0 842 0 0", "3 Tr (Text under the scan) Tj", false),
      ("595 0 0 842 0 0", "(\(String(repeating: "a page of words ", count: 9))) Tj", false),
      ("300 0 0 842 0 0", "(Scanned by ScanApp) Tj", false),
    ])
  func `a scan with a stamp is a picture all the same, one with its text recognised, under text or beside it is none`(
    place: String, text: String, isPicture: Bool
  ) throws {
    var pdf = PDFBuilder()
    let image = pdf.addStream(
      "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8", [0, 1, 2, 3])
    pdf.addPage(
      "q \(place) cm /I Do Q BT /F1 8 Tf 20 20 Td \(text) ET",
      resources:
        "<< /XObject << /I \(image) 0 R >> /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>")
    #expect(try page(of: pdf).findings.map(\.code) == (isPicture ? ["pdf.page.image-only"] : []))
  }

  @Test func `an empty page is no picture`() throws {
    #expect(try page(drawing: "").findings == [])
  }

  @Test func `a page can be drawn`() throws {
    var pdf = PDFBuilder()
    pdf.addPage("0 0 595 842 re f")
    let picture = try PDFReader().withPages(of: Source(name: "t.pdf", bytes: pdf.bytes), within: .standard) { pages in
      pages.picture(ofPage: 1, dotsPerInch: 36)
    }
    let bytes = try #require(picture.map(Array.init))
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    // The width and height of the header (PNG, 11.2.2), in pixels of half a point.
    #expect(Array(bytes[16..<24]) == [0, 0, 1, 42, 0, 0, 1, 165])
  }

  @Test func `pages beyond the last and pictures beyond all sense are none`() throws {
    var pdf = PDFBuilder()
    pdf.addPage("")
    try PDFReader().withPages(of: Source(name: "t.pdf", bytes: pdf.bytes), within: .standard) { pages in
      #expect(throws: ReadingError.self) { try pages.page(2) }
      #expect(throws: ReadingError.self) { try pages.page(0) }
      #expect(pages.picture(ofPage: 2) == nil)
      #expect(pages.picture(ofPage: 1, dotsPerInch: 1e9) == nil)
    }
  }

  @Test(.disabled(if: PDFReader.seesVectorInk))
  func `without poppler's private headers text is read, and what is not seen is told`() throws {
    var pdf = PDFBuilder()
    pdf.addPage("BT /F1 10 Tf 72 742 Td (Total) Tj ET 72 700 m 272 700 l S")
    let page = try page(of: pdf)
    #expect(page.text == "Total" && page.rulings == nil && page.fills == nil)
    #expect(page.glyphs.first.map { abs($0.box.x0 - 72) < 0.5 && abs($0.baseline - 100) < 1 } == true)
    let document = try PDFReader().read(Source(name: "t.pdf", bytes: pdf.bytes), within: .standard)
    #expect(document.findings.map(\.code) == ["pdf.ink.text-only"])
  }
}
