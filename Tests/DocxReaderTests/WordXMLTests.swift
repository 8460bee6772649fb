import ConverterCore
import DocxReader
import FoundationEssentials
import Testing

/// A document of Word 2003 XML.
private func read(_ body: String, beside: String = "", behind: String = "", _ options: WordOptions = .init()) throws
  -> Document
{
  let text = """
    <?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Word.Document"?>
    <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:o="urn:schemas-microsoft-com:office:office" \
    xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint">\
    \(beside)<w:body><wx:sect>\(body)</wx:sect></w:body>\(behind)</w:wordDocument>
    """
  let source = Source(name: "test.doc", bytes: Data(text.utf8), format: "word-xml")
  return try DocxReader(options: options).read(source, within: .standard)
}

@Test func `Word 2003 XML is read with its styles, lists and properties`() throws {
  let beside =
    "<o:DocumentProperties><o:Title>Wells of 2031</o:Title></o:DocumentProperties>"
    + "<w:lists><w:listDef w:listDefId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:nfc w:val=\"37\"/>"
    + "<w:lvlText w:val=\"%1、\"/></w:lvl></w:listDef><w:list w:ilfo=\"1\"><w:ilst w:val=\"0\"/></w:list></w:lists>"
    + "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"h\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"
  let item = "<w:listPr><w:ilvl w:val=\"0\"/><w:ilfo w:val=\"1\"/></w:listPr>"
  let document = try read(
    "<wx:sub-section>\(p(r("Scope"), "<w:pStyle w:val=\"h\"/>"))\(p("dug", item))\(p("shut", item))</wx:sub-section>",
    beside: beside)
  #expect(document.blocks.lines == ["1 Scope", "一、|dug", "二、|shut"])
  #expect(document.metadata.title == "Wells of 2031")
  #expect(document.findings.isEmpty)
}

@Test func `Parts of Word 2003 XML stand before the text or behind it`() throws {
  let styles =
    "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"h\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"
  let heading = p(r("Scope"), "<w:pStyle w:val=\"h\"/>")
  #expect(try read(heading, beside: styles).blocks.lines == ["1 Scope"])
  #expect(try read(heading, behind: styles).blocks.lines == ["1 Scope"])
  #expect(try read(heading).blocks.lines == ["Scope"])
  // What lies in the text is no part, whatever its name.
  #expect(try read(styles + heading).blocks.lines == ["Scope"])
}

@Test func `Lists, properties and rules of notes behind the text of Word 2003 XML are read`() throws {
  let behind =
    "<w:lists><w:listDef w:listDefId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"4\"/><w:lvlText w:val=\"%1)\"/></w:lvl></w:listDef>"
    + "<w:list w:ilfo=\"1\"><w:ilst w:val=\"0\"/></w:list></w:lists>"
    + "<w:docPr><w:footnotePr><w:numFmt w:val=\"lower-roman\"/><w:numStart w:val=\"3\"/></w:footnotePr></w:docPr>"
    + "<o:DocumentProperties><o:Title>Wells</o:Title></o:DocumentProperties><w:fonts/>"
  let note = "<w:r><w:footnote>\(p("seen"))</w:footnote></w:r>"
  let document = try read(
    p("dug", "<w:listPr><w:ilvl w:val=\"0\"/><w:ilfo w:val=\"1\"/></w:listPr>") + "<w:p>\(r("shut"))\(note)</w:p>",
    behind: behind)
  #expect(document.blocks.lines == ["4)|dug", "shut", "footnote seen"])
  let asides: [Aside] = document.blocks.compactMap { if case .aside(let aside) = $0 { aside } else { nil } }
  #expect(asides.map(\.label) == ["iii"])
  #expect(document.metadata.title == "Wells")
  #expect(document.findings.isEmpty)
}

@Test func `Headers behind the text of Word 2003 XML are read, and what has no place there is told`() throws {
  let behind = "<w:sectPr><w:hdr w:type=\"odd\">\(p("Head"))</w:hdr></w:sectPr>\(p("lost"))"
  let document = try read(p("text"), behind: behind, WordOptions(includesHeaders: true))
  #expect(document.blocks.lines == ["text", "header Head"])
  #expect(document.findings.map(\.code) == ["docx.element.unknown"])
}

@Test func `What Word 2003 writes around words, paragraphs, rows and cells loses none of them`() throws {
  let schema = "xmlns:st1=\"urn:schemas-microsoft-com:office:smarttags\" xmlns:own=\"urn:example:order\""
  let tagged = "<st1:City \(schema) w:st=\"on\"><st1:place>\(r("Lindow"))</st1:place></st1:City>"
  let city = "<w:p>\(r("in "))\(tagged)\(r(", dug"))</w:p>"
  let framed = "<wx:pBdrGroup><wx:borders><wx:top wx:val=\"solid\"/></wx:borders>\(p("one"))\(p("two"))</wx:pBdrGroup>"
  let order = "<own:order \(schema)><own:item>\(p("three"))</own:item></own:order>"
  let rows = "<w:tbl><own:row \(schema)><w:tr><own:cell>\(tc("a"))</own:cell>\(tc("b"))</w:tr></own:row></w:tbl>"
  let chunk = "<w:cfChunk>\(p("four"))</w:cfChunk>"
  let document = try read(city + framed + order + rows + chunk)
  #expect(document.blocks.lines == ["in Lindow, dug", "one", "two", "three", "a", "b", "four"])
  #expect(document.blocks.flatMap(\.tables).flatMap(\.cells).map(\.text) == ["a", "b"])
  #expect(document.findings.isEmpty)
}

@Test func `Merges of Word 2003 XML are spans`() throws {
  let upper = tr(tc("a", "<w:vmerge w:val=\"restart\"/>") + tc("b", "<w:gridSpan w:val=\"2\"/>"))
  let document = try read("<w:tbl>\(upper)\(tr(tc("", "<w:vmerge/>") + tc("c") + tc("d")))</w:tbl>")
  let cells = document.blocks.flatMap(\.tables).flatMap(\.cells)
  #expect(cells.map { "\($0.text) \($0.rows.count)×\($0.columns.count)" } == ["a 2×1", "b 1×2", "c 1×1", "d 1×1"])
}

@Test func `Changes, comments and notes of Word 2003 XML are told apart`() throws {
  let change = { (kind: String, text: String) in
    "<aml:annotation w:type=\"Word.\(kind)\"><aml:content>\(text)</aml:content></aml:annotation>"
  }
  let body = p(
    r("a") + change("Insertion", r("b")) + change("Deletion", "<w:r><w:delText>c</w:delText></w:r>")
      + "<w:r><w:footnote>\(p("n"))</w:footnote></w:r><w:r>\(change("Comment", p("m")))</w:r>" + r("d"))
  #expect(try read(body).blocks.lines == ["abd", "footnote n", "comment m"])
  #expect(try read(body, .init(changes: .reject)).blocks.lines == ["acd", "footnote n", "comment m"])
}

@Test func `Headers and footers of Word 2003 XML are read by option`() throws {
  let section =
    "<w:sectPr><w:hdr w:type=\"odd\">\(p("above"))</w:hdr><w:ftr w:type=\"odd\">\(p("below"))</w:ftr></w:sectPr>"
  let body = p("text") + section
  #expect(try read(body).blocks.lines == ["text"])
  #expect(try read(body, .init(includesHeaders: true)).blocks.lines == ["text", "header above", "footer below"])
}
