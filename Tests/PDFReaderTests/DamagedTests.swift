import ConverterCore
import ConverterTesting
import FoundationEssentials
import PDFReader
import PageLayout
import Testing

@Suite("Damaged and hostile files")
struct DamagedTests {
  private func read(_ bytes: Data, within limits: Limits = .standard) throws(ReadingError) -> Document {
    try PDFReader().read(Source(name: "t.pdf", bytes: bytes), within: limits)
  }

  private func reason(_ bytes: Data, within limits: Limits = .standard) -> ReadingError.Reason? {
    do throws(ReadingError) {
      _ = try read(bytes, within: limits)
      return nil
    } catch { return error.reason }
  }

  @Test func `no bytes`() {
    #expect(reason(Data()) == .empty)
  }

  @Test(arguments: ["%PDF-1.7", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "neither one nor the other"])
  func `bytes without a document`(text: String) {
    guard case .damaged(format: "pdf", _) = reason(Data(text.utf8)) else {
      Issue.record("\(text) is no document")
      return
    }
  }

  @Test func `a file without pages`() {
    #expect(reason(PDFBuilder().bytes) == .damaged(format: "pdf", detail: "it has no pages"))
  }

  @Test func `more pages than the limits grant`() {
    var pdf = PDFBuilder()
    for _ in 0..<3 { pdf.addPage("") }
    var limits = Limits.standard
    limits.pages = 2
    #expect(reason(pdf.bytes, within: limits) == .limit(name: "pages", asked: 3, granted: 2))
  }

  @Test func `a file cut in its middle is read as far as it goes`() throws {
    var pdf = PDFBuilder()
    for number in 1...20 { pdf.addPage("BT /F1 10 Tf 72 742 Td (Page \(number)) Tj ET") }
    let whole = pdf.bytes
    for length in stride(from: 0, to: whole.count, by: 97) {
      _ = reason(whole.prefix(length))
    }
    #expect(reason(whole) == nil)
  }

  @Test func `a page tree that contains itself`() {
    let text = """
      %PDF-1.7
      1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
      2 0 obj << /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >> endobj
      3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >> endobj
      trailer << /Root 1 0 R /Size 4 >>
      """
    _ = reason(Data(text.utf8))
  }

  @Test func `a page that is missing is told, and the others are read`() throws {
    var pdf = PDFBuilder()
    pdf.addPage("BT /F1 10 Tf 72 742 Td (first) Tj ET")
    let second = pdf.addPage("BT /F1 10 Tf 72 742 Td (second) Tj ET")
    var bytes = Array(pdf.bytes)
    let start = try #require(bytes.firstRange(of: Array("\n\(second) 0 obj\n<< /Type /Page ".utf8))).upperBound
    bytes.replaceSubrange((start - 5)..<start, with: Array("Nope ".utf8))
    let document = try read(Data(bytes))
    #expect(document.blocks.count >= 1)
  }

  @Test(.enabled(if: PDFReader.seesVectorInk))
  func `form fields that refer to one another without end`() throws {
    var pdf = PDFBuilder()
    pdf.addPage("BT /F1 10 Tf 72 742 Td (page) Tj ET")
    let first = pdf.nextNumber
    for level in 0..<40 { _ = pdf.add("<< /Kids [\(first + level + 1) 0 R \(first + level + 1) 0 R] >>") }
    _ = pdf.add("<< /FT /Tx /T (leaf) >>")
    pdf.catalog = "/AcroForm << /Fields [\(first) 0 R] >>"
    let bytes = pdf.bytes
    #expect(try processorTime { #expect(try read(bytes).blocks.count == 1) } < .seconds(30))
  }

  @Test func `forms that draw one another without end`() throws {
    var pdf = PDFBuilder()
    let first = pdf.nextNumber
    for level in 0..<30 {
      _ = pdf.addStream(
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F \(first + level + 1) 0 R >> >>",
        "/F Do /F Do /F Do")
    }
    _ = pdf.addStream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 1 1 re f")
    pdf.addPage("/F Do", resources: "<< /XObject << /F \(first) 0 R >> >>")
    let bytes = pdf.bytes
    #expect(processorTime { _ = reason(bytes) } < .seconds(30))
  }

  @Test(.enabled(if: PDFReader.seesVectorInk))
  func `what poppler has to say is told once, with its count`() throws {
    var pdf = PDFBuilder()
    pdf.addPage("nonsense nonsense nonsense BT /F1 10 Tf 72 742 Td (text) Tj ET")
    let findings = try read(pdf.bytes).findings
    #expect(findings.map(\.message) == ["Unknown operator 'nonsense' (3 times)"])
    #expect(findings.map(\.code) == ["pdf.syntax"] && findings.map(\.place) == [.page(1, nil)])
  }

  @Test func `nothing is printed`() async {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]
    ) {
      for text in ["%PDF-1.7\n1 0 obj << /Type", "%PDF-1.7\ntrailer << /Root 1 0 R >>"] {
        _ = try? PDFReader().read(Source(name: "t.pdf", bytes: Data(text.utf8)), within: .standard)
      }
      var pdf = PDFBuilder()
      pdf.addPage("nonsense BT /F7 10 Tf (text) Tj ET /Nothing Do EMC Q")
      _ = try PDFReader().read(Source(name: "t.pdf", bytes: pdf.bytes), within: .standard)
    }
    #expect(result?.standardErrorContent == [] && result?.standardOutputContent == [])
  }

  @Test func `the contract of readers holds`() async {
    var pdf = PDFBuilder()
    pdf.addPage("BT /F1 10 Tf 72 742 Td (text) Tj ET 72 700 m 272 700 l S")
    await expectReaderContract(PDFReader(), reading: [Source(name: "t.pdf", bytes: pdf.bytes)])
  }
}
