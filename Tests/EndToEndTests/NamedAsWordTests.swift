import Foundation
import Testing

/// What other programs and old habits name `.doc`: the content decides, and a finding says that the name promises something else.
@Suite struct NamedAsWordTests {
  @Test(arguments: [
    (
      "Word 2003 XML document",
      #"""
      <?xml version="1.0"?><?mso-application progid="Word.Document"?>
      <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>Budget of the office</w:t></w:r></w:p></w:body></w:wordDocument>
      """#
    ),
    (
      "Word document as one XML file",
      #"""
      <pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/_rels/.rels"><pkg:xmlData><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Budget of the office</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>
      """#
    ),
    (
      "saved web page (MHTML)",
      """
      MIME-Version: 1.0\r
      Content-Type: multipart/related; boundary="----=_Part"\r
      \r
      ------=_Part\r
      Content-Location: file:///C:/budget.htm\r
      Content-Transfer-Encoding: quoted-printable\r
      Content-Type: text/html; charset="utf-8"\r
      \r
      <html><body><p>Budget of the off=\r
      ice</p></body></html>\r
      ------=_Part--\r

      """
    ),
    (
      "web page (HTML)",
      #"<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><p>Budget of the office</p></body></html>"#
    ),
    ("Rich Text Format", #"{\rtf1\ansi Budget of the office\par}"#),
  ]) func `the content decides, with a finding`(title: String, content: String) throws {
    let scratch = try Scratch()
    try scratch.file("budget.doc", Data(content.utf8))
    let result = try Program.run(["budget.doc"], in: scratch.folder)
    #expect(result.output.contains("Budget of the office"))
    #expect(
      result.messages
        == "convert: budget.doc: warning: the name ends in .doc (Word 97–2003 document), the content is \(title)\n")
  }

  @Test(arguments: ["minutes.docx", "minutes.doc", "minutes"])
  func `an encrypted package is told as such, whatever its name`(name: String) throws {
    let scratch = try Scratch()
    let sample = Program.packageFolder.appendingPathComponent("Tests/DocxReaderTests/Fixtures/encrypted/agile.docx")
    try scratch.file(name, Data(contentsOf: sample))
    let result = try Program.run([name], in: scratch.folder)
    #expect(result.messages == "convert: \(name): the docx file is encrypted\n")
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
  }

  @Test func `a package of Word is recognised too`() throws {
    let scratch = try Scratch()
    let sample = Program.packageFolder.appendingPathComponent("Samples/annual-report.docx")
    try scratch.file("report.doc", Data(contentsOf: sample))
    let result = try Program.run(["report.doc"], in: scratch.folder)
    #expect(result.status == 0)
    #expect(!result.output.isEmpty)
    #expect(
      result.messages.contains("the name ends in .doc (Word 97–2003 document), the content is Word document\n"))
  }

  @Test func `Word 2003 XML under its own name needs no finding`() throws {
    let scratch = try Scratch()
    let xml =
      #"<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>Budget"#
      + "</w:t></w:r></w:p></w:body></w:wordDocument>"
    try scratch.file("budget.xml", Data(xml.utf8))
    let result = try Program.run(["budget.xml"], in: scratch.folder)
    #expect(result.output == "Budget\n")
    #expect(result.messages == "")
  }
}
