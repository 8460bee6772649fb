import ConverterCore
import ConverterTesting
import DocxReader
import FoundationEssentials
import Testing

/// A chart with one value, as the whole XML of a part.
private func chart(_ value: String) -> String {
  let values = "<c:val><c:numRef><c:numCache><c:pt idx=\"0\"><c:v>\(value)</c:v></c:pt></c:numCache></c:numRef></c:val>"
  return "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart><c:plotArea>"
    + "<c:barChart><c:ser>\(values)</c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"
}

/// A paragraph with a chart by an id.
private func chartParagraph(_ id: String) -> String {
  p(
    "<w:r><w:drawing><wp:inline><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData>"
      + "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"\(id)\"/>"
      + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")
}

private func texts(_ blocks: [Block]) -> [String] {
  blocks.flatMap { block -> [String] in
    switch block {
    case .aside(let aside): texts(aside.blocks).map { "\(aside.role.rawValue) \($0)" }
    case .table(let table): table.cells.map(\.text).filter { !$0.isEmpty }
    default: [block].lines
    }
  }
}

@Test func `A chart of a note is that of the note's own relationships`() throws {
  var word = WordBuilder(
    chartParagraph("p0") + p("<w:r><w:footnoteReference w:id=\"2\"/></w:r>"),
    parts: [
      ("charts/body.xml", "chart", ""),
      ("footnotes.xml", "footnotes", "<w:footnote w:id=\"2\">\(p("see") + chartParagraph("p0"))</w:footnote>"),
      ("charts/note.xml", "chart", ""),
    ])
  word.rawParts = ["charts/body.xml": chart("17"), "charts/note.xml": chart("42")]
  word.partRelationships = ["footnotes.xml": [("p0", "chart", "charts/note.xml")]]
  #expect(
    texts(try word.document().blocks) == [
      "textBox 1", "textBox 17", "footnote see", "footnote textBox 1", "footnote textBox 42",
    ])
}

@Test func `A document in a header or a note stands there, not in the body`() throws {
  var word = WordBuilder(
    p("body") + p("<w:r><w:footnoteReference w:id=\"2\"/></w:r>") + p("end"),
    parts: [
      ("header1.xml", "header", "<w:altChunk r:id=\"k\"/>"),
      ("footnotes.xml", "footnotes", "<w:footnote w:id=\"2\"><w:altChunk r:id=\"k\"/>\(p("note"))</w:footnote>"),
    ])
  word.parts += [("head.docx", "none", ""), ("note.docx", "none", "")]
  word.rawBytes = [
    "head.docx": WordBuilder(p("letterhead")).zip.bytes, "note.docx": WordBuilder(p("source")).zip.bytes,
  ]
  word.partRelationships = [
    "header1.xml": [("k", "aFChunk", "head.docx")], "footnotes.xml": [("k", "aFChunk", "note.docx")],
  ]
  let read = try word.document(WordOptions(includesHeaders: true))
  #expect(texts(read.blocks) == ["body", "footnote source", "footnote note", "end", "header letterhead"])
  #expect(read.findings.isEmpty)
}

@Test func `A document in a cell stands in the cell, and each time that it is named`() throws {
  var word = WordBuilder(
    p("before") + "<w:tbl>\(tr("a", tc("<w:altChunk r:id=\"p0\"/><w:p/>")))</w:tbl>" + p("after")
      + "<w:altChunk r:id=\"p0\"/>" + p("end"), parts: [("inner.docx", "aFChunk", "")])
  word.rawBytes = ["inner.docx": WordBuilder(p("pumps") + "<w:tbl>\(tr("7"))</w:tbl>").zip.bytes]
  let read = try word.document()
  #expect(texts(read.blocks) == ["before", "a", "pumps", "after", "pumps", "7", "end"])
  let cell = try #require(read.blocks.flatMap(\.tables).first?.cells.last)
  #expect(cell.text == "pumps")
  #expect(cell.blocks.flatMap(\.tables).map { $0.cells.map(\.text) } == [["7"]])
}

@Test(arguments: [
  (nil, "docx.relationships.missing"), ("<Relationships><Relationship Id=\"a\" ", "docx.part.malformed"),
])
func `Parts without relationships are found by their usual names, which is told`(_ links: String?, _ code: String)
  throws
{
  let word = WordBuilder(
    p("a", number(0)) + p("<w:r><w:footnoteReference w:id=\"2\"/></w:r>"),
    parts: [
      numbering("<w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/>"),
      ("footnotes.xml", "footnotes", "<w:footnote w:id=\"2\">\(p("note"))</w:footnote>"),
    ])
  var zip = word.zip
  let place = try #require(zip.members.firstIndex { $0.name == Array("word/_rels/document.xml.rels".utf8) })
  if let links { zip.members[place].bytes = Array(links.utf8) } else { zip.members.remove(at: place) }
  let read = try DocxReader().read(
    Source(name: "a.docx", bytes: Data(zip.bytes), format: "docx"), within: .standard)
  #expect(read.blocks.lines == ["1.|a", "footnote note"])
  #expect(read.findings.map(\.code) == [code])
}

@Test func `A part that relationships lead to and that is not there is told`() throws {
  var word = WordBuilder(p("a"))
  word.relationships =
    "<Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>"
  #expect(
    try word.document().findings.map(\.message) == ["the part word/styles.xml is referred to and not in the file"])
}

@Test func `Targets and names with backslashes lead to the same parts`() throws {
  var zip = WordBuilder(
    p("a", number(0)),
    parts: [numbering("<w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/>")]
  ).zip
  let root = String(decoding: zip.members[0].bytes, as: UTF8.self)
  zip.members[0].bytes = Array(root.replacing("word/document.xml", with: "word\\document.xml").utf8)
  for place in zip.members.indices {
    let name = String(decoding: zip.members[place].name, as: UTF8.self)
    if name.hasPrefix("word/") { zip.members[place].name = Array(name.replacing("/", with: "\\").utf8) }
  }
  let read = try DocxReader().read(
    Source(name: "a.docx", bytes: Data(zip.bytes), format: "docx"), within: .standard)
  #expect(read.blocks.lines == ["1.|a"])
}
