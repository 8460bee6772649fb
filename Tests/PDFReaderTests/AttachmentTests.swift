import ConverterCore
import FoundationEssentials
import PDFReader
import Testing

@Suite("Files attached to a PDF")
struct AttachmentTests {
  /// A document of one page with files by name and content; without content where it is `nil`.
  private func source(_ files: [(name: String, content: String?)]) -> Source {
    var pdf = PDFBuilder()
    pdf.addPage("BT /F1 12 Tf 72 700 Td (Letter) Tj ET")
    let names = files.enumerated().map { index, file in
      let stream = file.content.map { pdf.addStream("/Type /EmbeddedFile", $0) }
      let content = stream.map { "/EF << /F \($0) 0 R >>" } ?? ""
      let file = pdf.add("<< /Type /Filespec \(file.name) \(content) >>")
      return "(k\(index)) \(file) 0 R"
    }
    pdf.catalog = "/Names << /EmbeddedFiles << /Names [\(names.joined(separator: " "))] >> >>"
    return Source(name: "a.pdf", bytes: pdf.bytes, format: "pdf")
  }

  @Test func `are attachments in the order of the name tree`() throws {
    let source = source([("/F (plan.txt)", "the plan"), ("/F (x) /UF <FEFF5E74002E0063>", ""), ("", "nameless")])
    let files = try PDFReader().attachments(of: source, within: .standard)
    #expect(files.map(\.name) == ["plan.txt", "年.c", "attachment3"])
    let texts = try files.prefix(2).map { String(decoding: try $0.bytes(atMost: 100), as: UTF8.self) }
    #expect(texts == ["the plan", ""])
  }

  @Test func `are told as one finding`() throws {
    let document = try PDFReader().read(source([("/F (a.txt)", "a"), ("/F (b.txt)", "b")]), within: .standard)
    #expect(
      document.findings.filter { $0.code == "pdf.attachments.present" }.map(\.message) == [
        "2 files lie in the document and are no part of it: a.txt, b.txt"
      ])
  }

  @Test func `are taken in any order and as often as asked, large ones too`() throws {
    let large = String(repeating: "0123456789abcdef", count: 17 << 16)
    let files = try PDFReader().attachments(
      of: source([("/F (a)", "first"), ("/F (b)", large), ("/F (c)", "third")]), within: .standard)
    for index in [2, 0, 1, 2, 1, 0] {
      let bytes = try files[index].bytes(atMost: 32 << 20)
      #expect(bytes.count == [5, large.utf8.count, 5][index])
      #expect(bytes.prefix(1) == Data([["f", "0", "t"][index].utf8.first ?? 0]))
    }
  }

  @Test func `are not unpacked beyond the limit`() throws {
    let files = try PDFReader().attachments(
      of: source([("/F (a.txt)", String(repeating: "x", count: 100_000))]), within: .standard)
    #expect(try files[0].bytes(atMost: 100_000).count == 100_000)
    #expect(throws: ReadingError(.limit(name: "unpacked bytes", asked: 50_001, granted: 50_000))) {
      try files[0].bytes(atMost: 50_000)
    }
  }

  @Test func `fail where they have no content`() throws {
    let files = try PDFReader().attachments(of: source([("/F (a.txt)", nil)]), within: .standard)
    #expect(throws: ReadingError.self) { try files[0].bytes(atMost: 100) }
  }
}
