import ConverterCore
import ConverterTesting
import DocxReader
import FoundationEssentials
import Testing

private let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

private func part(_ name: String, _ xml: String) -> String {
  "<pkg:part pkg:name=\"\(name)\"><pkg:xmlData>\(xml)</pkg:xmlData></pkg:part>"
}

private func links(_ links: [(id: String, kind: String, target: String)]) -> String {
  let links = links.map {
    "<Relationship Id=\"\($0.id)\" Type=\"\(relationships)/\($0.kind)\" Target=\"\($0.target)\"/>"
  }
  return
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(links.joined())</Relationships>"
}

/// A package of one XML file with a body, a style that comes before it, and further parts.
private func flat(
  _ body: String, _ further: String = "", _ moreLinks: [(id: String, kind: String, target: String)] = []
) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>
  <pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage" \
  xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="\(relationships)">\
  \(part("/word/styles.xml", "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"h\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"))\
  \(part("/_rels/.rels", links([("a", "officeDocument", "word/document.xml")])))\
  \(part("/word/_rels/document.xml.rels", links([("b", "styles", "styles.xml")] + moreLinks)))\
  \(part("/word/document.xml", "<w:document><w:body>\(body)</w:body></w:document>"))\
  \(further)</pkg:package>
  """
}

private func read(_ bytes: Data) throws -> Document {
  try DocxReader().read(Source(name: "test.xml", bytes: bytes, format: "docx-xml"), within: .standard)
}

@Test func `The parts of a flat package are read in any order, with the names that its root declares`() throws {
  let document = try read(Data(flat(p(r("Scope"), "<w:pStyle w:val=\"h\"/>") + p("text")).utf8))
  #expect(document.blocks.lines == ["1 Scope", "text"])
  #expect(document.findings.isEmpty)
}

@Test func `A flat package in UTF-16 is read as one in UTF-8`() throws {
  let text = flat(p("水利")).replacing("UTF-8", with: "UTF-16")
  var bytes: [UInt8] = [0xFF, 0xFE]
  for unit in text.utf16 { bytes += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
  #expect(try read(Data(bytes)).blocks.lines == ["水利"])
}

@Test func `A document embedded in a flat package is read at its place`() throws {
  let inner = Data(WordBuilder(p("inner")).zip.bytes).base64EncodedString(options: .lineLength64Characters)
  let chunk = "<pkg:part pkg:name=\"/word/chunk.docx\"><pkg:binaryData>\(inner)</pkg:binaryData></pkg:part>"
  let text = flat(p("before") + "<w:altChunk r:id=\"c\"/>" + p("after"), chunk, [("c", "aFChunk", "chunk.docx")])
  #expect(try read(Data(text.utf8)).blocks.lines == ["before", "inner", "after"])
}
