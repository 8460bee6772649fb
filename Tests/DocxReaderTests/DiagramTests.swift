import ConverterCore
import Testing

/// A point of a diagram with a text.
private func point(_ id: Int, _ text: String) -> String {
  "<dgm:pt modelId=\"\(id)\"><dgm:t><a:p><a:r><a:t>\(text)</a:t></a:r></a:p></dgm:t></dgm:pt>"
}

/// A body with a diagram, and its data part.
private func document(_ model: String) throws -> Document {
  let namespaces =
    "xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
  let drawing =
    "<w:r><w:drawing><wp:inline><a:graphic \(namespaces)><a:graphicData><dgm:relIds r:dm=\"p0\"/></a:graphicData></a:graphic>"
    + "</wp:inline></w:drawing></w:r>"
  var builder = WordBuilder(p(drawing), parts: [("diagrams/data1.xml", "diagramData", "")])
  builder.rawParts = ["diagrams/data1.xml": "<dgm:dataModel \(namespaces)>\(model)</dgm:dataModel>"]
  return try builder.document()
}

@Test func `The text of a diagram is read down its tree`() throws {
  let points = point(1, "") + point(2, "Second") + point(3, "First") + point(4, "Below")
  let connections =
    "<dgm:cxn srcId=\"1\" destId=\"3\" srcOrd=\"0\"/><dgm:cxn srcId=\"1\" destId=\"2\" srcOrd=\"1\"/>"
    + "<dgm:cxn srcId=\"3\" destId=\"4\" srcOrd=\"0\"/><dgm:cxn type=\"presOf\" srcId=\"2\" destId=\"3\"/>"
  let read = try document("<dgm:ptLst>\(points)</dgm:ptLst><dgm:cxnLst>\(connections)</dgm:cxnLst>")
  #expect(read.blocks.lines == ["textBox First", "textBox Below", "textBox Second"])
  #expect(read.findings.isEmpty)
}

@Test func `A diagram whose points lie below one another ends`() throws {
  let connections = "<dgm:cxn srcId=\"1\" destId=\"2\"/><dgm:cxn srcId=\"2\" destId=\"1\"/>"
  let read = try document(
    "<dgm:ptLst>\(point(1, "one"))\(point(2, "two"))</dgm:ptLst><dgm:cxnLst>\(connections)</dgm:cxnLst>")
  #expect(read.blocks.lines == ["textBox one", "textBox two"])
}
