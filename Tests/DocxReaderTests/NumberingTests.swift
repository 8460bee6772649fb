import ConverterCore
import Testing

/// The properties of a paragraph numbered by instance 1.
func number(_ level: Int, _ instance: Int = 1) -> String {
  "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(instance)\"/></w:numPr>"
}

/// A part of numbering definitions with one list, its levels in order, and instances 1 and more of it.
func numbering(_ levels: String..., instances: [String] = [""]) -> (name: String, kind: String, xml: String) {
  let list = levels.enumerated().map { "<w:lvl w:ilvl=\"\($0.offset)\">\($0.element)</w:lvl>" }.joined()
  let uses = instances.enumerated().map {
    "<w:num w:numId=\"\($0.offset + 1)\"><w:abstractNumId w:val=\"0\"/>\($0.element)</w:num>"
  }
  return ("numbering.xml", "numbering", "<w:abstractNum w:abstractNumId=\"0\">\(list)</w:abstractNum>\(uses.joined())")
}

private func level(_ format: String, _ text: String, _ more: String = "", start: Int = 1) -> String {
  "<w:start w:val=\"\(start)\"/><w:numFmt w:val=\"\(format)\"/>\(more)<w:lvlText w:val=\"\(text)\"/>"
}

private func labels(_ body: String, _ part: (name: String, kind: String, xml: String)) throws -> [String] {
  try WordBuilder(body, parts: [part]).document().blocks.lines
}

@Test func `Numbers of two levels restart below the outer one`() throws {
  let part = numbering(level("chineseCounting", "第%1条"), level("decimal", "%1.%2", "<w:isLgl/>"))
  let body = [0, 1, 1, 0, 1].map { p("x", number($0)) }.joined()
  #expect(try labels(body, part) == ["第一条|x", "1.1|x", "1.2|x", "第二条|x", "2.1|x"])
}

@Test func `Instances of one list go on with its numbers unless they start anew`() throws {
  let anew = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>"
  let part = numbering(level("decimal", "%1."), instances: ["", "", anew])
  let body = [1, 2, 3, 3, 1].map { p("x", number(0, $0)) }.joined()
  #expect(try labels(body, part) == ["1.|x", "2.|x", "7.|x", "8.|x", "9.|x"])
}

@Test func `A level that never restarts goes on`() throws {
  let part = numbering(level("decimal", "%1"), level("lowerLetter", "%2)", "<w:lvlRestart w:val=\"0\"/>"))
  let body = [0, 1, 0, 1].map { p("x", number($0)) }.joined()
  #expect(try labels(body, part) == ["1|x", "a)|x", "2|x", "b)|x"])
}

@Test func `Bullets of symbol fonts are the signs that they look like`() throws {
  let fonts = "<w:rPr><w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/></w:rPr>"
  #expect(try labels(p("x", number(0)), numbering(level("bullet", "\u{F0FC}", fonts))) == ["✓|x"])
}

@Test func `A style gives the number, and 0 takes it away`() throws {
  var word = WordBuilder(p("x", "<w:pStyle w:val=\"S\"/>") + p("y", "<w:pStyle w:val=\"S\"/>" + number(0, 0)))
  let style = "<w:style w:type=\"paragraph\" w:styleId=\"S\"><w:pPr>\(number(0))</w:pPr></w:style>"
  word.parts = [numbering(level("decimal", "%1.")), ("styles.xml", "styles", style)]
  #expect(try word.document().blocks.lines == ["1.|x", "y"])
}

@Test(arguments: [
  ("chineseCounting", 12, "十二"), ("chineseCountingThousand", 105, "一百零五"), ("japaneseCounting", 20, "二十"),
  ("ideographTraditional", 3, "丙"), ("ideographZodiac", 12, "亥"), ("decimalEnclosedCircle", 9, "⑨"),
  ("decimalEnclosedCircleChinese", 10, "⑩"), ("ideographEnclosedCircle", 2, "㊁"), ("upperRoman", 44, "XLIV"),
  ("lowerLetter", 28, "bb"), ("decimalZero", 4, "04"), ("decimalFullWidth", 12, "１２"), ("ordinal", 22, "22nd"),
  ("chineseLegalSimplified", 23, "贰拾叁"), ("decimalEnclosedParen", 3, "⑶"), ("ideographDigital", 120, "一二〇"),
  ("none", 5, ""),
])
func `Numbers show in the kind that the list states`(_ format: String, _ start: Int, _ shown: String) throws {
  #expect(try labels(p("x", number(0)), numbering(level(format, "(%1)", start: start))) == ["(\(shown))|x"])
}

/// The lines of a body with one list, numbered 1. 2. 3.
private func numbered(_ body: String, _ options: WordOptions = .init()) throws -> [String] {
  try WordBuilder(
    body, parts: [numbering("<w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/>")]
  ).document(options).blocks.lines
}

@Test func `A paragraph that is hidden with its mark takes no number`() throws {
  let hidden = p(r("aside", "<w:vanish/>"), number(0) + "<w:rPr><w:vanish/></w:rPr>")
  let cell = "<w:tbl>\(tr(tc(hidden), "3"))</w:tbl>"
  let body = p("one", number(0)) + hidden + cell + p("two", number(0))
  #expect(try numbered(body) == ["1.|one", "", "3", "2.|two"])
  #expect(try numbered(body, .init(includesHiddenText: true)) == ["1.|one", "2.|aside", "aside", "3", "4.|two"])
}

@Test func `A paragraph that a tracked change takes away takes no number`() throws {
  let mark = { (change: String) in number(0) + "<w:rPr><w:\(change)/></w:rPr>" }
  let deleted = p("<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", mark("del"))
  let inserted = p("<w:ins>\(r("new"))</w:ins>", mark("ins"))
  let body = p("one", number(0)) + deleted + "<w:tbl>\(tr("cell"))</w:tbl>" + p("two", number(0)) + inserted
  #expect(try numbered(body) == ["1.|one", "cell", "2.|two", "3.|new"])
  #expect(try numbered(body, .init(changes: .reject)) == ["1.|one", "2.|gone", "cell", "3.|two"])
}

@Test func `A numbered paragraph without text that is there keeps its number`() throws {
  #expect(
    try numbered(p("one", number(0)) + p("", number(0)) + p("three", number(0))) == ["1.|one", "2.|", "3.|three"])
}

@Test func `Lists follow the list that stands for their style`() throws {
  let level = { (text: String) in
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"\(text)\"/></w:lvl>"
  }
  let part =
    "<w:abstractNum w:abstractNumId=\"7\"><w:styleLink w:val=\"Steps\"/>\(level("Step %1"))</w:abstractNum>"
    + "<w:abstractNum w:abstractNumId=\"8\"><w:numStyleLink w:val=\"Steps\"/></w:abstractNum>"
    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"8\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/></w:num>"
  let body =
    p("fill in", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>") + p("send", "<w:numPr><w:numId w:val=\"2\"/></w:numPr>")
  let read = try WordBuilder(body, parts: [("numbering.xml", "numbering", part)]).document()
  #expect(read.blocks.lines == ["Step 1|fill in", "Step 2|send"])
}

@Test func `Custom numbers have the zeros that they state`() throws {
  let custom = "<w:numFmt w:val=\"custom\" w:format=\"001, 002, 003, ...\"/>"
  let either =
    "<mc:AlternateContent><mc:Choice Requires=\"w14\">\(custom)</mc:Choice>"
    + "<mc:Fallback><w:numFmt w:val=\"decimal\"/></mc:Fallback></mc:AlternateContent>"
  for format in [custom, either] {
    let part = numbering("<w:start w:val=\"9\"/>\(format)<w:lvlText w:val=\"No. %1\"/>")
    #expect(try labels(p("a", number(0)) + p("b", number(0)), part) == ["No. 009|a", "No. 010|b"])
  }
}
