import ConverterCore
import ConverterTesting
import DocxReader
import FoundationEssentials
import Testing

private let sample = WordBuilder(
  p("一、Wells", "<w:outlineLvl w:val=\"0\"/>") + p("item", number(0))
    + "<w:tbl>\(tr("Year", "Dug", properties: "<w:tblHeader/>") + tr(tc("2031", "<w:gridSpan w:val=\"2\"/>")))</w:tbl>",
  parts: [numbering("<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/>")])

@Test func `The reader keeps its contract`() async {
  await expectReaderContract(DocxReader(), reading: [sample.source], damages: 60)
}

@Test func `A file that is cut short gives what is left and says so`() throws {
  let bytes = sample.zip.bytes
  let directory = try #require(bytes.firstRange(of: [0x50, 0x4B, 1, 2]))
  let source = Source(name: "cut.docx", bytes: Data(bytes[..<directory.lowerBound]), format: "docx")
  let document = try DocxReader().read(source, within: .standard)
  #expect(document.blocks.lines.prefix(2) == ["1 一、Wells", "1.|item"])
  #expect(document.findings.map(\.code) == ["docx.package.recovered"])
}

@Test func `XML that breaks off keeps the blocks before the break`() throws {
  let document = try WordBuilder(p("kept") + "<w:p><w:r><w:t>x</w:t></w:oops>").document()
  #expect(document.blocks.lines.first == "kept")
  #expect(document.findings.map(\.code) == ["docx.part.malformed"])
}

@Test func `Control characters are nowhere in what is read`() throws {
  let math = "<m:oMath><m:r><m:t>a\u{1E}b</m:t></m:r></m:oMath>"
  let word = WordBuilder(
    p("x\u{1}y") + p(math) + p("item", number(0)),
    parts: [numbering("<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\u{7F}\u{85}\"/>")])
  let lines = try word.document().blocks.lines
  #expect(lines == ["xy", "ab", "1.|item"])
}

@Test func `Tables nested beyond the limit are left out and told`() throws {
  let depth = 3000
  let open = String(repeating: "<w:tbl><w:tr><w:tc>", count: depth)
  let close = String(repeating: "</w:tc></w:tr></w:tbl>", count: depth)
  let document = try WordBuilder(p("before") + open + close + p("after")).document()
  #expect(document.blocks.lines.first == "before")
  #expect(document.blocks.lines.last == "after")
  #expect(document.findings.contains { $0.code.hasSuffix("too-deep") })
}

@Test func `A million elements in one another do not trap`() throws {
  let open = String(repeating: "<w:sdt>", count: 1_000_000)
  let close = String(repeating: "</w:sdt>", count: 1_000_000)
  let document = try WordBuilder(p("before") + open + close + p("after")).document()
  #expect(document.blocks.lines == ["before", "after"])
}

@Test func `Relationships that point outside are not followed`() throws {
  var word = WordBuilder(p("text") + "<w:altChunk r:id=\"out\"/>")
  word.relationships = """
    <Relationship Id="out" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" \
    Target="file:///etc/hostname"/>
    """
  let document = try word.document()
  #expect(document.blocks.lines == ["text"])
  #expect(document.findings.map(\.code) == ["docx.altchunk.missing"])
}

@Test func `A package without its main part is damaged`() {
  let source = Source(name: "x.docx", bytes: Data(ZipBuilder([("word/styles.xml", "<x/>")]).bytes), format: "docx")
  #expect(throws: ReadingError(.damaged(format: "docx", detail: "its main document part is missing"))) {
    try DocxReader().read(source, within: .standard)
  }
}

@Test func `An encrypted document says that it is encrypted`() {
  let source = Source(name: "x.docx", bytes: Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), format: "docx")
  #expect(throws: ReadingError(.encrypted(format: "docx"))) { try DocxReader().read(source, within: .standard) }
}

@Test func `A part that occurs twice is read once and told`() throws {
  var zip = sample.zip
  zip.members.append(zip.members[1])
  let source = Source(name: "x.docx", bytes: Data(zip.bytes), format: "docx")
  let document = try DocxReader().read(source, within: .standard)
  #expect(document.findings.map(\.code) == ["docx.package.duplicate-part"])
}

@Test func `A document type in a part defines and fetches nothing`() {
  let source = Source(
    name: "x.docx",
    bytes: Data(
      ZipBuilder([
        (
          "word/document.xml",
          "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
        )
      ]).bytes), format: "docx")
  #expect(throws: ReadingError.self) { try DocxReader().read(source, within: .standard) }
}

/// A package as one XML document.
private func flat(_ parts: [(name: String, xml: String)]) -> Source {
  let inner = parts.map { "<pkg:part pkg:name=\"/\($0.name)\"><pkg:xmlData>\($0.xml)</pkg:xmlData></pkg:part>" }
  let text =
    "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?>\n"
    + "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">\(inner.joined())</pkg:package>"
  return Source(name: "test.xml", bytes: Data(text.utf8), format: "docx-xml")
}

/// The members of a small package.
private let flatParts: [(name: String, xml: String)] = {
  let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
  let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  let links = { (kind: String, target: String) in
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + "<Relationship Id=\"r1\" Type=\"\(types)/\(kind)\" Target=\"\(target)\"/></Relationships>"
  }
  let style = "<w:style w:styleId=\"h\"><w:name w:val=\"heading 1\"/></w:style>"
  let body = "<w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr>\(r("Scope"))</w:p>\(p("text"))"
  return [
    ("_rels/.rels", links("officeDocument", "word/document.xml")),
    ("word/_rels/document.xml.rels", links("styles", "styles.xml")),
    ("word/document.xml", "<w:document \(word)><w:body>\(body)</w:body></w:document>"),
    ("word/styles.xml", "<w:styles \(word)>\(style)</w:styles>"),
  ]
}()

@Test func `A package in one XML file reads like one in an archive`() throws {
  let document = try DocxReader().read(flat(flatParts), within: .standard)
  #expect(document.blocks.lines == ["1 Scope", "text"])
  #expect(document.findings.isEmpty)
}

@Test func `A package in one XML file that is cut short gives what is left of it`() throws {
  let whole = flat(flatParts).bytes
  let end = try #require(whole.firstRange(of: Data("text".utf8))).upperBound
  let source = Source(name: "test.xml", bytes: whole[..<end], format: "docx-xml")
  let document = try DocxReader().read(source, within: .standard)
  #expect(document.blocks.lines == ["Scope", "text"])
  #expect(document.findings.contains { $0.code == "docx.part.malformed" })
}

@Test func `Bytes that are no text do not end the document, and are told`() throws {
  var zip = WordBuilder(p("before") + p("@") + p("after")).zip
  zip.members[1].bytes = zip.members[1].bytes.map { $0 == UInt8(ascii: "@") ? 0xFF : $0 }
  let source = Source(name: "test.docx", bytes: Data(zip.bytes), format: "docx")
  let document = try DocxReader().read(source, within: .standard)
  #expect(document.blocks.lines == ["before", "\u{FFFD}", "after"])
  #expect(document.findings.map(\.code) == ["docx.part.illegible"])
}

@Test func `What is told of embedded documents stands in the order of the text`() throws {
  var word = WordBuilder(
    "<w:altChunk r:id=\"p0\"/>" + p("text") + "<w:altChunk r:id=\"none\"/>", parts: [("c.html", "aFChunk", "")])
  word.rawParts = ["c.html": "<p>no</p>"]
  let document = try word.document()
  #expect(
    document.findings.map(\.code) == ["docx.altchunk.skipped", "docx.altchunk.missing", "docx.attachments.present"])
}

@Test func `Documents that name each other many times do not make an endless text`() throws {
  let references = String(repeating: "<w:altChunk r:id=\"p0\"/>", count: 60)
  var inner = WordBuilder(p("inside")).zip.bytes
  for _ in 0..<3 {
    var word = WordBuilder(references, parts: [("inner.docx", "aFChunk", "")])
    word.rawBytes = ["inner.docx": inner]
    inner = word.zip.bytes
  }
  let source = Source(name: "test.docx", bytes: Data(inner), format: "docx")
  let document = try DocxReader().read(source, within: .standard)
  #expect((500...1000).contains(document.blocks.lines.count))
  #expect(document.findings.contains { $0.code == "docx.altchunk.cut" })
}
