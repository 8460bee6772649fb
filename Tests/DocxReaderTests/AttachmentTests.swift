import ConverterCore
import ConverterTesting
import FoundationEssentials
import Testing

@testable import DocxReader

@Test func `Embedded files and documents in other formats are attachments, in the order of the package`() throws {
  var word = WordBuilder(
    p("text") + "<w:altChunk r:id=\"p0\"/>",
    parts: [
      ("note.html", "aFChunk", ""), ("embeddings/plan.docx", "package", ""), ("media/image1.png", "image", ""),
    ])
  word.rawParts = ["note.html": "<p>note</p>", "embeddings/plan.docx": "PK plan", "media/image1.png": "x"]
  let source = Source(name: "a.docx", bytes: Data(word.zip.bytes), format: "docx")
  let files = try DocxReader().attachments(of: source, within: .standard)
  #expect(files.map(\.name) == ["word/note.html", "word/embeddings/plan.docx"])
  let texts = try files.map { String(decoding: try $0.bytes(atMost: 100), as: UTF8.self) }
  #expect(texts == ["<p>note</p>", "PK plan"])
  let told = try word.document().findings.filter { $0.code == "docx.attachments.present" }
  #expect(
    told.map(\.message) == [
      "2 files lie in the document and are no part of it: word/note.html, word/embeddings/plan.docx"
    ])
}

@Test func `A document in another format stands in its place where somebody reads it`() throws {
  var word = WordBuilder(p("before") + "<w:altChunk r:id=\"p0\"/>" + p("after"), parts: [("note.html", "aFChunk", "")])
  word.rawParts = ["note.html": "<p>note</p>"]
  let source = Source(name: "a.docx", bytes: Data(word.zip.bytes), format: "docx")
  let reader = DocxReader { (inner, _) throws(ReadingError) in
    let text = "\(inner.name) \(inner.bytes.count)"
    return Document(blocks: [.paragraph(Paragraph(text: text, origin: Origin(.byte(0), .stated)))])
  }
  let document = try reader.read(source, within: .standard)
  #expect(document.blocks.lines == ["before", "a.docx!word/note.html 11", "after"])
  #expect(document.findings.isEmpty)
  #expect(try reader.attachments(of: source, within: .standard).isEmpty)
}

@Test func `What is read in its place is no attachment`() throws {
  var word = WordBuilder(p("text") + "<w:altChunk r:id=\"p0\"/>", parts: [("inner.docx", "aFChunk", "")])
  word.rawParts = ["inner.docx": "-"]
  var zip = word.zip
  let inner = WordBuilder(p("inner")).zip.bytes
  let place = try #require(zip.members.firstIndex { $0.name == Array("word/inner.docx".utf8) })
  zip.members[place].bytes = inner
  let source = Source(name: "a.docx", bytes: Data(zip.bytes), format: "docx")
  #expect(try DocxReader().read(source, within: .standard).blocks.lines == ["text", "inner"])
  #expect(try DocxReader().attachments(of: source, within: .standard).isEmpty)
}
