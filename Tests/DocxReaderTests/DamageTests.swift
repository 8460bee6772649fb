import ConverterCore
import ConverterTesting
import DocxReader
import FoundationEssentials
import Testing

private let sample = WordBuilder(
  p("一、Wells", "<w:outlineLvl w:val=\"0\"/>") + p("item", number(0))
    + "<w:tbl>\(tr("Year", "Dug", properties: "<w:tblHeader/>") + tr(tc("2031", "<w:gridSpan w:val=\"2\"/>")))</w:tbl>",
  parts: [numbering("<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/>")])

@Test(.timeLimit(.minutes(3))) func `The reader keeps its contract`() async {
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
