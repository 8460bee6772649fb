import ConverterCore
import Testing

@testable import HTMLReader

@Suite struct BlockTests {
  @Test(arguments: [
    // White space of the source is a space, and none between wide characters.
    ("<p> a\n  b\t c </p>", ["p a b c"]),
    ("<p>水务\n  中心 2023\n年</p>", ["p 水务中心 2023 年"]),
    ("<p>&nbsp;</p><p>　　缩进</p><p> \u{200B}</p>", ["p 缩进"]),
    // Line breaks; blank lines and indents make paragraphs where the page has none.
    ("<p>a<br>b<br/></p>", ["p a\nb"]),
    ("<div>　　甲<br>　　乙<br>丙<br><br>丁</div>", ["p 甲", "p 乙\n丙", "p 丁"]),
    // Text beside blocks.
    ("<div>a<p>b</p>c<span>d</span></div>e", ["p a", "p b", "p cd", "p e"]),
    ("a<hr>b", ["p a", "p b"]),
    ("<pre>\n x  y\n\tz\n</pre>", ["p  x  y\n\tz"]),
    // Headings.
    ("<h1>A <b>b</b></h1><h3>C<br>d</h3>", ["h1 A b", "h3 C\nd"]),
    ("<div role=heading aria-level=4>A</div><p style='mso-outline-level:2'>B</p>", ["h4 A", "h2 B"]),
    ("<ol start=3><li><h2>A</h2></ol>", ["h2 3.|A"]),
    // Lists.
    (
      "<ol><li>a<ul><li>b<ul><li>c</ul></ul>d<li value=7>e<li>f</ol>",
      ["li0 1.|a", "li1 ◦|b", "li2 ▪|c", "p d", "li0 7.|e", "li0 8.|f"]
    ),
    ("<ol type=a start=26><li>x<li>y</ol>", ["li0 z.|x", "li0 aa.|y"]),
    ("<ol type=I reversed><li>x<li>y</ol>", ["li0 II.|x", "li0 I.|y"]),
    ("<ul style='list-style-type:none'><li>x<li><p>y</p><p>z</p></ul>", ["li0 x", "li0 y", "p z"]),
    ("<ol style='list-style:cjk-ideographic'><li>甲</ol>", ["li0 一、|甲"]),
    ("<ol start=105 style='list-style:cjk-ideographic'><li>甲</ol>", ["li0 一百零五、|甲"]),
    ("<ol type=i start=14><li>甲</ol><ol type=I start=4000><li>乙</ol>", ["li0 xiv.|甲", "li0 4000.|乙"]),
    ("<dl><dt>a<dd>b</dl>", ["li0 a", "li1 b"]),
    // Word.
    (
      "<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level2 lfo1'><![if !supportLists]>"
        + "<span style='mso-list:Ignore'>(1)<span>&nbsp;&nbsp; </span></span><![endif]>甲<o:p></o:p></p>",
      ["li1 (1)|甲"]
    ),
    ("<h1 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>一、</span>总述</h1>", ["h1 一、|总述"]),
    // Readings stand in brackets behind what they read.
    ("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby></p>", ["p 漢（kan）字（ji）"]),
    // Pictures follow the text they stand in; tiny ones are none.
    ("<p>a<img src=x alt='图 1'>b<img src=y width=1 height=1></p>c", ["p ab", "figure 图 1", "p c"]),
    ("<s>y</s> <del>z</del>", ["p y"]),
    // Equations are as those of Word documents.
    (
      "<p>y = <math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mi>b</mi></mfrac><mo>-</mo>"
        + "<msup><mi>x</mi><mn>2</mn></msup></math>.",
      ["p y = (a+1)/b-x^2."]
    ),
    (
      "<math><semantics><mrow><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><msqrt> <mi>x</mi> </msqrt>"
        + "<msub><mi>v</mi><mn>1</mn></msub></mrow><annotation encoding='TeX'>\\sum</annotation></semantics></math>",
      ["p ∑_i^n√xv_1"]
    ),
    (
      "<math><mn>3</mn><mfrac><mn>1</mn><mn>2</mn></mfrac><mo>=</mo><mphantom><mn>9</mn></mphantom><mn>3.5</mn>"
        + "<annotation-xml encoding='MathML-Content'><cn>8</cn></annotation-xml></math>",
      ["p 3 1/2=3.5"]
    ),
    ("<table border=1><tr><td><math><mfrac><mn>1</mn><mn>2</mn></mfrac></math><td>a</table>", ["table 1/2|a"]),
    // What stands above or below the line stays there, where it could change a figure.
    (
      "<p>1200<sup>1</sup>, 45<sup>a</sup>, 3×10<sup>−5</sup>, H<sub>2</sub>O, <sup>3</sup>11",
      ["p 1200¹, 45a, 3×10⁻⁵, H₂O, ³11"]
    ),
    (
      "<p>7<span style='font-size:8pt;vertical-align:super'>2</span><sup style='vertical-align:baseline'>0</sup>",
      ["p 7²0"]
    ),
    // Blocks in it end it.
    ("a<sup>1<p>b 20</p>2</sup>", ["p a1", "p b 20", "p 2"]),
    ("<table border=1><tr><td>1200<sup>1</sup><td>a</table>", ["table 1200¹|a"]),
    ("<p>8<a href='#n'><sup>[1]</sup></a> 9<sup><a href='#m'>2</a></sup>", ["p 8[1] 9²"]),
  ]) func `Markup becomes blocks`(page: String, expected: [String]) throws {
    #expect(try outline(page) == expected)
  }

  @Test func `Preformatted text is code, and text that keeps its blanks is not`() throws {
    let isCode = try read("<pre>a\n  b</pre><p style='white-space:pre-wrap'>a  b</p>").blocks.map { block in
      if case .paragraph(let paragraph) = block { paragraph.isCode } else { false }
    }
    #expect(isCode == [true, false])
  }

  @Test func `Every block says where it stands`() throws {
    let blocks = try read("<div><p>a</p><p>b</p></div><ul><li>c</ul>d").blocks
    #expect(
      blocks.map { "\($0.origin.place)" } == [
        "/html/body/div[1]/p[1]", "/html/body/div[1]/p[2]", "/html/body/ul[1]/li[1]", "/html/body",
      ])
    #expect(blocks.allSatisfy { $0.origin.evidence == .stated })
  }

  @Test func `Notes follow the blocks that refer to them`() throws {
    let page = """
      <p>甲<a href='#_ftn1' name='_ftnref1'>[1]</a></p><table border=1><tr><td>乙<a href='#sdfootnote2sym'>2</a><td>丙</table><p>丁</p>
      <div style='mso-element:footnote' id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> 注一</p></div>
      <div id=sdfootnote2><p><a name=sdfootnote2sym>2</a> 注二</p></div>
      """
    #expect(
      try outline(page) == [
        "p 甲[1]", "footnote [p [1] 注一]", "table 乙2|丙", "footnote [p 2 注二]", "p 丁",
      ])
  }

  @Test func `The page says what it is`() throws {
    let metadata = try read(
      """
      <html lang=zh-CN><head><title> 年度\n报告 </title><meta name=author content=办公室>
      <meta name=PubDate content='2024-01-15 09:30'><meta property='article:modified_time' content='2024-02-01T08:00:00Z'>
      """
    ).metadata
    #expect(
      metadata
        == Metadata(
          title: "年度报告", author: "办公室", created: "2024-01-15T09:30", modified: "2024-02-01T08:00:00Z", language: "zh-CN"
        ))
  }

  // Found by fuzzing: FuzzTesting/FailCases/FuzzHTML/control-character-in-language.
  @Test(arguments: ["zh\u{1}", "zh CN", "中文", ""]) func `What is no language is not taken for one`(language: String)
    throws
  {
    #expect(try read("<html lang='\(language)'><p>a").metadata.language == nil)
  }

  @Test func `What is not read is said`() throws {
    let findings = try read("<p>a<del>b</del></p><iframe src=list.html>no frames</iframe><object data=x></object>")
      .findings
    #expect(findings.map(\.code) == ["html.deleted.skipped", "html.embedded.skipped", "html.embedded.skipped"])
    #expect(findings[1].message.contains("list.html"))
    #expect(findings[1].place == .element(ElementPath("/html/body/iframe[1]")))
  }

  @Test func `Control characters are left out`() throws {
    #expect(
      try outline("<p>a\u{0}b lang lang lang\u{1}c&#x7;d&#x85;e\u{7F}f&#x9F;</p>") == ["p ab lang lang langcd…efŸ"])
  }

  /// An object that names no other file is what stands in it.
  @Test func `Objects without file show their content`() throws {
    let document = try read("<p>a <object><b>b</b></object></p><object data=c.swf>d</object>")
    #expect(outline(document.blocks) == ["p a b"])
    #expect(document.findings.map(\.code) == ["html.embedded.skipped"])
  }
}
