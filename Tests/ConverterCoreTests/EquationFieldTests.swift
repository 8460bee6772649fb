import Testing

@testable import ConverterCore

@Suite struct EquationFieldTests {
  @Test(arguments: [
    (#" EQ \f(1,2) "#, "1/2"),
    (#"eq \f(a+b;2)"#, "(a+b)/2"),
    (#" EQ \r(3,x)+\r(x+1)"#, "∛x+√(x+1)"),
    (#" EQ x\s\up8(2)+y\s\do4(i)"#, "x^2+y_i"),
    (#" EQ x\s(2,i)"#, "x_i^2"),
    (#" EQ \i\su(i=1,n,i)"#, "∑_(i=1)^n▒i"),
    (#" EQ \i(0,1,x)dx"#, "∫_0^1▒xdx"),
    (#" EQ \b\bc\[(\a\co2(1,2,3,4))"#, "[(■(1&2@3&4))]"),
    (#" EQ \b\lc\{(\a\al(x,y))"#, "{█(x@y)"),
    (#" EQ \b(a,b)"#, "(a,b)"),
    (#" EQ \x(total), (a\,b)"#, "total, (a,b)"),
    (#" EQ \o\ac(○,3)"#, "③"),
    (#" EQ \* jc2 \* "Font:SimSun" \* hps10 \o\ad(\s\up 9(gōng),公)"#, "公(gōng)"),
    (#" EQ \o(a,/) \* MERGEFORMAT "#, "a/"),
  ]) func `switches become linear text`(instruction: String, expected: String) {
    #expect(EquationField.text(instruction) == expected)
  }

  @Test(arguments: ["", " PAGE ", " EQUATION ", "EQ"]) func `other fields are not equations`(instruction: String) {
    #expect(EquationField.text(instruction) == nil)
  }

  @Test(arguments: [#"EQ \f("#, #"EQ \"#, #"EQ \f(1"#, #"EQ \b\bc\"#, #"EQ \*""#, #"EQ )))"#])
  func `what is cut short is read as far as it goes`(instruction: String) {
    #expect(EquationField.text(instruction) != nil)
  }

  @Test func `nesting without end is cut`() {
    #expect(EquationField.text("EQ " + String(repeating: #"\f("#, count: 100_000)) != nil)
  }
}
