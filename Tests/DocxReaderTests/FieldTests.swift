import ConverterCore
import Testing

private func field(_ code: String) -> String {
  let mark = { (kind: String) in "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
  return mark("begin") + "<w:r><w:instrText xml:space=\"preserve\">\(code)</w:instrText></w:r>" + mark("end")
}

@Test(arguments: [
  (" MACROBUTTON NoMacro [Name of the office] ", "[Name of the office]"),
  ("SYMBOL 254 \\f \"Wingdings\" \\s 12", "☑"), ("symbol 0x2713", "✓"),
  (" eq \\o\\ac(○,3) ", "③"), ("EQ \\* jc2 \\* \"Font:Song\" \\* hps10 \\o\\ad(\\s\\up 9(かん),漢)", "漢(かん)"),
  ("EQ \\f(1,2)+\\r(3,x)", "1/2+∛x"), ("EQ \\b(a\\,b)", "(a,b)"), ("PAGE", ""),
])
func `A field without a result shows what its code draws`(_ code: String, _ shown: String) throws {
  #expect(try lines(p(r("a") + field(code) + r("b"))) == ["a\(shown)b"])
}

@Test func `Codes nested without end are read without a trap`() throws {
  let code = String(repeating: "\\f(", count: 5000)
  #expect(try lines(p(field("EQ " + code) + r("b"))).count == 1)
}

@Test func `A field in a code is part of the code`() throws {
  let inner = field("SYMBOL 9312")
  let code =
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>EQ \\f(</w:instrText></w:r>\(inner)"
    + "<w:r><w:instrText>,2)</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
  #expect(try lines(p(code)) == ["①/2"])
}
