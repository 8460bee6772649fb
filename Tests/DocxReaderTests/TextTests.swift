import ConverterCore
import DocxReader
import Testing

private func field(_ kind: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
private func code(_ text: String) -> String { "<w:r><w:instrText>\(text)</w:instrText></w:r>" }

@Test func `Tabs, breaks and hyphens are in the text`() throws {
  let run =
    "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t></w:r>"
  #expect(try lines(p(run)) == ["a\tb\nc\u{2011}de"])
}

@Test func `Insertions are read and deletions not`() throws {
  let body = p(
    r("a") + "<w:ins>\(r("b"))</w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del>"
      + "<w:ins><w:del>\(r("d"))</w:del></w:ins>" + r("e"))
  #expect(try lines(body) == ["abe"])
  #expect(try lines(body, .init(changes: .reject)) == ["ace"])
  #expect(try lines(body, .init(changes: .all)) == ["ab / cde"])
}

@Test func `What was deleted stands apart from what came in its place`() throws {
  let deleted = "<w:del><w:r><w:delText>100</w:delText></w:r></w:del>"
  let body = p(deleted + "<w:ins>\(r("250"))</w:ins>") + p("<w:ins>\(r("250"))</w:ins>" + deleted) + p(deleted + r("0"))
  #expect(try lines(body, .init(changes: .all)) == ["100 / 250", "250 / 100", "1000"])
}

@Test func `Marks above the line are no digits of the figure before them`() throws {
  let raised = "<w:vertAlign w:val=\"superscript\"/>"
  let body = p(
    r("1200") + r("1", raised) + r(" 45") + r("a", raised) + r(" H") + r("2", "<w:vertAlign w:val=\"subscript\"/>")
      + r("8", "<w:vertAlign w:val=\"baseline\"/>") + r("9", "<w:position w:val=\"6\"/>"))
  #expect(try lines(body) == ["1200¹ 45a H₂89"])
}

@Test func `A character style raises its text unless the run says otherwise`() throws {
  let styles =
    "<w:style w:type=\"character\" w:styleId=\"A\"><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
    + "<w:style w:type=\"character\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>"
  let style = "<w:rStyle w:val=\"B\"/>"
  let body = p(r("7") + r("2", style) + r("3", style + "<w:vertAlign w:val=\"baseline\"/>"))
  let word = WordBuilder(body, parts: [("styles.xml", "styles", styles)])
  #expect(try word.document().blocks.lines == ["7²3"])
}

@Test func `The large first letter of a paragraph is part of it`() throws {
  let letter = p("O", "<w:framePr w:dropCap=\"drop\" w:lines=\"3\"/>")
  #expect(try lines(letter + p("nce upon a time") + p("the end")) == ["Once upon a time", "the end"])
  #expect(try lines(p("A", "<w:framePr w:wrap=\"around\"/>") + p("b")) == ["A", "b"])
}

@Test func `A paragraph that repeats the caption of the table below is none`() throws {
  let table = "<w:tbl><w:tblPr><w:tblCaption w:val=\"Quays\"/></w:tblPr>\(tr("", tc(p("a"))))</w:tbl>"
  let blocks = try WordBuilder(p("Quays") + table + p("Other") + table).document().blocks
  #expect(blocks.count == 3)
  #expect(blocks.lines.filter { $0 == "Other" || $0 == "Quays" } == ["Other"])
}

@Test func `Moved text is read once, where it went or where it came from`() throws {
  let body = p("<w:moveFrom>\(r("x"))</w:moveFrom>") + p("between") + p("<w:moveTo>\(r("x"))</w:moveTo>")
  #expect(try lines(body) == ["between", "x"])
  #expect(try lines(body, .init(changes: .reject)) == ["x", "between"])
}

@Test func `A deleted paragraph mark joins two paragraphs`() throws {
  let body = p(r("one "), "<w:rPr><w:del/></w:rPr>") + p("two")
  #expect(try lines(body) == ["one two"])
  #expect(try lines(body, .init(changes: .reject)) == ["one", "two"])
}

@Test func `Fields show their results, nested ones too, and never their codes`() throws {
  let inner = field("begin") + code("PAGE") + field("separate") + r("7") + field("end")
  let body = p(
    field("begin") + code("IF ") + inner + code(" = 7") + field("separate") + r("page ") + inner + field("end"))
  #expect(try lines(body) == ["page 7"])
}

@Test func `A field goes over paragraphs`() throws {
  let body = p(field("begin") + code("TOC") + field("separate") + r("one")) + p(r("two") + field("end")) + p("three")
  #expect(try lines(body) == ["one", "two", "three"])
}

@Test func `Form fields show their state`() throws {
  let box =
    "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
  #expect(try lines(p(box + code("FORMCHECKBOX") + field("end") + r(" yes"))) == ["☒ yes"])
}

@Test func `What wraps runs is transparent`() throws {
  let body = p(
    "<w:hyperlink>\(r("a"))</w:hyperlink><w:smartTag><w:smartTag>\(r("b"))</w:smartTag></w:smartTag>"
      + "<w:sdt><w:sdtPr/><w:sdtContent>\(r("c"))</w:sdtContent></w:sdt><w:fldSimple w:instr=\"DATE\">\(r("d"))</w:fldSimple>"
  )
  #expect(try lines(body) == ["abcd"])
}

@Test func `Hidden text is left out unless asked for, and told`() throws {
  let word = WordBuilder(p(r("seen") + r(" hidden", "<w:vanish/>") + r("!", "<w:vanish w:val=\"0\"/>")))
  let document = try word.document()
  #expect(document.blocks.lines == ["seen!"])
  #expect(document.findings.map(\.code) == ["docx.hidden-text.skipped"])
  #expect(try word.document(.init(includesHiddenText: true)).blocks.lines == ["seen hidden!"])
}

@Test func `Text hidden by a style that inherits is hidden`() throws {
  let styles =
    "<w:style w:type=\"character\" w:styleId=\"A\"><w:rPr><w:vanish/></w:rPr></w:style>"
    + "<w:style w:type=\"character\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>"
  let word = WordBuilder(p(r("x") + r("y", "<w:rStyle w:val=\"B\"/>")), parts: [("styles.xml", "styles", styles)])
  #expect(try word.document().blocks.lines == ["x"])
}

@Test func `Symbols are the characters that they show`() throws {
  let symbols = [("Wingdings", "F0FE"), ("Symbol", "F061"), ("Wingdings 2", "F052"), ("Arial", "4E00")].map {
    "<w:r><w:sym w:font=\"\($0.0)\" w:char=\"\($0.1)\"/></w:r>"
  }
  #expect(try lines(p(symbols.joined())) == ["☑α☑一"])
}

@Test func `A reading stands behind its base`() throws {
  let ruby = "<w:r><w:ruby><w:rubyPr/><w:rt>\(r("かん"))</w:rt><w:rubyBase>\(r("漢"))</w:rubyBase></w:ruby></w:r>"
  #expect(try lines(p(ruby)) == ["漢（かん）"])
}

@Test func `A text box written twice is read once, with its tables`() throws {
  let content = "<w:txbxContent>\(p("box"))<w:tbl>\(tr("B", "C"))</w:tbl></w:txbxContent>"
  let run = """
    <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wps:txbx>\(content)</wps:txbx></wp:inline>\
    </w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>\(content)</v:textbox></v:shape></w:pict></mc:Fallback>\
    </mc:AlternateContent></w:r>
    """
  #expect(try lines(p(r("beside") + run)) == ["beside", "textBox box", "textBox B", "textBox C"])
}

@Test func `Notes and comments follow the block that refers to them`() throws {
  let body =
    p(r("text") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"0\"/></w:r>") + p("next")
  let word = WordBuilder(
    body,
    parts: [
      (
        "footnotes.xml", "footnotes",
        "<w:footnote w:type=\"separator\" w:id=\"0\">\(p("---"))</w:footnote><w:footnote w:id=\"2\">\(p("note"))</w:footnote>"
      ),
      ("comments.xml", "comments", "<w:comment w:id=\"0\">\(p("why?"))</w:comment>"),
    ])
  #expect(try word.document().blocks.lines == ["text", "footnote note", "comment why?", "next"])
}

@Test func `Headers and footers are read when asked for`() throws {
  let word = WordBuilder(p("body"), parts: [("header1.xml", "header", p("top")), ("footer1.xml", "footer", p("end"))])
  #expect(try word.document().blocks.lines == ["body"])
  #expect(try word.document(.init(includesHeaders: true)).blocks.lines == ["body", "header top", "footer end"])
}

@Test func `Headings come from outline levels, styles and what styles inherit`() throws {
  let styles =
    "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>"
    + "<w:style w:type=\"paragraph\" w:styleId=\"X\"><w:basedOn w:val=\"1\"/></w:style>"
    + "<w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>"
  let body =
    p("a", "<w:pStyle w:val=\"X\"/>") + p("b", "<w:outlineLvl w:val=\"2\"/>")
    + p("c", "<w:pStyle w:val=\"X\"/><w:outlineLvl w:val=\"9\"/>") + p("d", "<w:pStyle w:val=\"Loop\"/>")
  #expect(
    try WordBuilder(body, parts: [("styles.xml", "styles", styles)]).document().blocks.lines == [
      "1 a", "3 b", "c", "d",
    ])
}

@Test(arguments: [
  ("<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>", "(a+b)/2"),
  ("<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>", "x^2"),
  ("<m:rad><m:deg/><m:e><m:r><m:t>x+1</m:t></m:r></m:e></m:rad>", "√(x+1)"),
  (
    "<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub><m:r><m:t>i=1</m:t></m:r></m:sub><m:sup><m:r><m:t>n</m:t></m:r></m:sup><m:e><m:r><m:t>i</m:t></m:r></m:e></m:nary>",
    "∑_(i=1)^n▒i"
  ),
  ("<m:d><m:dPr><m:begChr m:val=\"[\"/><m:endChr m:val=\"]\"/></m:dPr><m:e><m:r><m:t>k</m:t></m:r></m:e></m:d>", "[k]"),
  (
    "<m:r><m:t>3</m:t></m:r><m:r><m:t>4</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den>"
      + "<m:r><m:t>2</m:t></m:r></m:den></m:f><m:r><m:t>7</m:t></m:r>",
    "34 1/2 7"
  ),
])
func `Equations are linear text`(_ math: String, _ text: String) throws {
  #expect(try lines(p("<m:oMath>\(math)</m:oMath>")) == [text])
}

@Test func `The strict form reads like the transitional one`() throws {
  var word = WordBuilder(p("text") + "<w:tbl>\(tr("A"))</w:tbl>")
  word.isStrict = true
  #expect(try word.document().blocks.lines == ["text", "A"])
}

@Test func `Control characters do not reach the text`() throws {
  #expect(try lines(p(r("a&#x85;b&#x9;c&#xA;d"))) == ["ab c d"])
}

private func math(_ inner: String) -> String { "<m:oMath>\(inner)</m:oMath>" }
private func m(_ text: String) -> String { "<m:r><m:t>\(text)</m:t></m:r>" }

@Test func `Tracked changes count in equations`() throws {
  let body = p(math(m("x") + "<w:ins>\(m("+y"))</w:ins><w:del>\(m("+z"))</w:del>"))
  #expect(try lines(body) == ["x+y"])
  #expect(try lines(body, .init(changes: .reject)) == ["x+z"])
  #expect(try lines(body, .init(changes: .all)) == ["x+y+z"])
  #expect(try WordBuilder(body).document().findings.map(\.code) == ["docx.tracked-changes.left-out"])
}

@Test func `Hidden runs and phantoms of equations are hidden text`() throws {
  let hidden = "<m:r><w:rPr><w:vanish/></w:rPr><m:t>h</m:t></m:r>"
  let phantom = "<m:phant><m:phantPr><m:show m:val=\"0\"/></m:phantPr><m:e>\(m("p"))</m:e></m:phant>"
  let body = p(r("a ") + math(m("x") + hidden + phantom))
  #expect(try lines(body) == ["a x"])
  #expect(try lines(body, .init(includesHiddenText: true)) == ["a xhp"])
  #expect(
    try WordBuilder(body).document().findings.map(\.message) == ["2 stretches of hidden text are left out"])
}

@Test func `Equations of one paragraph are lines`() throws {
  #expect(try lines(p("<m:oMathPara>\(math(m("a=1")))\(math(m("b=2")))</m:oMathPara>")) == ["a=1\nb=2"])
}

@Test func `Text outside of runs and fields inside of them are read`() throws {
  let body = "<w:p><w:t>bare</w:t><w:r><w:fldSimple w:instr=\"PAGE\">\(r(" field"))</w:fldSimple></w:r></w:p>"
  #expect(try lines(body) == ["bare field"])
  let box = "<w:pict><v:textbox><w:txbxContent>\(p("box"))</w:txbxContent></v:textbox></w:pict>"
  #expect(try lines(box) == ["textBox box"])
}

@Test func `Elements that are passed over where they stand are told`() throws {
  let control = "<w:r><w:object><v:shape/><w:control r:id=\"c\"/></w:object></w:r>"
  let findings = try WordBuilder(p(r("a") + control) + "<w:subDoc r:id=\"d\"/>").document().findings
  #expect(
    findings.map(\.message) == [
      "the element w:subDoc is not known where it stands and was passed over",
      "an embedded object (a form control) is not read",
    ])
}
