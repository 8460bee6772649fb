import Foundation
import Testing

/// Documents of other formats that stand in the text of a Word document, as exporters write whole reports.
@Suite struct EmbeddedDocumentTests {
  private static let letter = """
    MIME-Version: 1.0\r
    Content-Type: multipart/related; boundary="x"\r
    \r
    --x\r
    Content-Type: text/html; charset="utf-8"\r
    Content-Transfer-Encoding: quoted-printable\r
    \r
    <html><body><h1>Re=\r
    port</h1><p>All of it.</p></body></html>\r
    --x--\r

    """

  /// A Word document in one XML file whose body is one document of another format.
  private func package(_ name: String, _ content: String) -> String {
    """
    <pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">
    \(relationships("/_rels/.rels", "officeDocument", "word/document.xml"))
    \(relationships("/word/_rels/document.xml.rels", "aFChunk", name))
    <pkg:part pkg:name="/word/document.xml"><pkg:xmlData>
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
    <w:altChunk r:id="r"/></w:body></w:document></pkg:xmlData></pkg:part>
    <pkg:part pkg:name="/word/\(name)"><pkg:binaryData>\(Data(content.utf8).base64EncodedString())</pkg:binaryData></pkg:part>
    </pkg:package>
    """
  }

  private func relationships(_ part: String, _ kind: String, _ target: String) -> String {
    """
    <pkg:part pkg:name="\(part)"><pkg:xmlData>
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r"
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(kind)" Target="\(target)"/></Relationships>
    </pkg:xmlData></pkg:part>
    """
  }

  @Test(arguments: [
    ("chunk.mht", letter), ("chunk.html", "<h1>Report</h1><p>All of it.</p>"),
    ("chunk.rtf", #"{\rtf1 {\outlinelevel0 Report\par}\pard All of it.\par}"#),
    ("chunk.txt", "# Report\n\nAll of it.\n"),
  ])
  func `are read in their places`(name: String, content: String) throws {
    let scratch = try Scratch()
    try scratch.file("a.xml", Data(package(name, content).utf8))
    let result = try Program.run(["a.xml", "--to", "text"], in: scratch.folder)
    #expect(result.output == "Report\n======\n\nAll of it.\n")
    #expect(result.messages.isEmpty)
    #expect(result.status == 0)
  }

  @Test func `are told where nobody reads their format`() throws {
    let scratch = try Scratch()
    try scratch.file("a.xml", Data(package("chunk.bin", "PK\u{3}\u{4}\u{14}\u{0}\u{0}\u{0}\u{8}\u{0}").utf8))
    let result = try Program.run(["a.xml", "--to", "text"], in: scratch.folder)
    #expect(result.messages.contains("the embedded document word/chunk.bin is in another format and is not read"))
  }
}
