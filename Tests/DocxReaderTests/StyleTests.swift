import ConverterCore
import Testing

@Test(arguments: ["heading 2", "Heading2", "标题 2", "标题2", "見出し 2", "Überschrift 2", "Titre 2", "Заголовок 2"])
func `A style named as a heading in any language of Word makes a heading`(_ name: String) throws {
  let styles = "<w:style w:type=\"paragraph\" w:styleId=\"x\"><w:name w:val=\"\(name)\"/></w:style>"
  let body = "<w:p><w:pPr><w:pStyle w:val=\"x\"/></w:pPr>\(r("Scope"))</w:p>"
  let document = try WordBuilder(body, parts: [("styles.xml", "styles", styles)]).document()
  #expect(document.blocks.lines == ["2 Scope"])
}

@Test(arguments: [("年度收入总额", "zh-CN"), ("Receipts of the year", "en-GB"), ("12", nil)] as [(String, String?)])
func `The language is the stated one of the kind of letters that the text is in`(
  _ text: String, _ language: String?
) throws {
  let styles =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"en-GB\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault></w:docDefaults>"
  let document = try WordBuilder(p(r(text)), parts: [("styles.xml", "styles", styles)]).document()
  #expect(document.metadata.language == language)
}

@Test func `A hidden paragraph mark joins lines, except behind a heading`() throws {
  let hidden = "<w:rPr><w:vanish/></w:rPr>"
  #expect(try lines(p(r("one "), hidden) + p(r("two"))) == ["one two"])
  #expect(try lines(p(r("one "), hidden) + p(r("two")), .init(includesHiddenText: true)) == ["one", "two"])
  #expect(try lines(p(r("Scope"), "<w:outlineLvl w:val=\"0\"/>" + hidden) + p(r("two"))) == ["1 Scope", "two"])
}

@Test func `Notes are numbered as settings and sections say`() throws {
  let note = { (id: Int) in "<w:r><w:footnoteReference w:id=\"\(id)\"/></w:r>" }
  let sections = "<w:footnotePr><w:numFmt w:val=\"lowerLetter\"/><w:numRestart w:val=\"eachSect\"/></w:footnotePr>"
  let body =
    p(r("a") + note(1)) + p(r("b") + note(2), "<w:sectPr/>") + p(r("c") + note(3)) + "<w:sectPr>\(sections)</w:sectPr>"
  let notes = (1...3).map { "<w:footnote w:id=\"\($0)\">\(p(r("n\($0)")))</w:footnote>" }.joined()
  let settings = "<w:footnotePr><w:numFmt w:val=\"upperRoman\"/><w:numStart w:val=\"3\"/></w:footnotePr>"
  let document = try WordBuilder(
    body, parts: [("footnotes.xml", "footnotes", notes), ("settings.xml", "settings", settings)]
  ).document()
  let labels = document.blocks.compactMap { if case .aside(let aside) = $0 { aside.label } else { nil } }
  #expect(labels == ["III", "IV", "c"])
}

@Test func `Notes that each page counts anew are numbered through, which is told`() throws {
  let note = { (id: Int) in "<w:r><w:footnoteReference w:id=\"\(id)\"/></w:r>" }
  let section = "<w:sectPr><w:footnotePr><w:numRestart w:val=\"eachPage\"/></w:footnotePr></w:sectPr>"
  let notes = (1...2).map { "<w:footnote w:id=\"\($0)\">\(p(r("n\($0)")))</w:footnote>" }.joined()
  let document = try WordBuilder(
    p(r("a") + note(1)) + p(r("b") + note(2)) + section, parts: [("footnotes.xml", "footnotes", notes)]
  ).document()
  let labels = document.blocks.compactMap { if case .aside(let aside) = $0 { aside.label } else { nil } }
  #expect(labels == ["1", "2"])
  #expect(document.findings.map(\.code) == ["docx.notes.by-page"])
}
