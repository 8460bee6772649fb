import ConverterCore
import ConverterTesting
import Testing

@Suite struct `The JSON form` {
  @Test func `an empty document has all four parts`() throws {
    #expect(
      try JSONWriter().written(Document()).text == """
        {"schema":"convert.document/1",
         "source":{"name":"","format":"","bytes":0},
         "metadata":{},
         "blocks":[],
         "findings":[]}

        """)
  }

  @Test func `blocks, cells and findings stand on lines of their own, members in fixed order`() throws {
    let box = Rectangle(x0: 72, y0: 90.126, x1: 523.5, y1: -0.001)
    var table = Table(headerRows: 1, caption: "C", unit: "件", "a | <\n1 | 2")
    table.origin = Origin(.page(1, box), .ruled, continuations: [.page(2, nil), .page(3, box)])
    let note = Paragraph(text: "n", origin: Origin(.element(ElementPath("t", row: 5, cell: 1)), .stated))
    let document = Document(
      source: SourceDescription(
        name: "a.zip!b.pdf", format: "pdf", byteCount: 12, sha256: "00ff", encoding: "gb18030", replacementCount: 1),
      metadata: Metadata(
        title: "T", author: "A", created: "2024-01-05", modified: "2024-02-01", pageCount: 3, language: "zh"),
      blocks: [
        .heading(Heading(level: 1, label: "一、", text: "总体", original: "总 体", origin: Origin(.page(1, nil), .computed))),
        .paragraph(Paragraph(text: "\"a\\b\"\n\t\u{1}", origin: Origin(.lines(3...4), .stated))),
        .listItem(
          ListItem(
            label: "1.", level: 2, text: "x",
            origin: Origin(.element(ElementPath("word/document.xml/p[2]")), .stated))),
        .table(table),
        .figure(Figure(origin: Origin(.byte(4096), .recognised(confidence: 0.93)))),
        .aside(
          Aside(
            role: .footnote, label: "*", blocks: [.paragraph(note)],
            origin: Origin(.element(ElementPath("t", row: 5)), .stated))),
      ],
      findings: [Finding(.warning, "pdf.font.cmap-missing", "m", at: .page(2, nil)), Finding(.note, "a.b", "n")])
    #expect(
      try JSONWriter().written(document).text == #"""
        {"schema":"convert.document/1",
         "source":{"name":"a.zip!b.pdf","format":"pdf","bytes":12,"sha256":"00ff","encoding":"gb18030","replacements":1},
         "metadata":{"title":"T","author":"A","created":"2024-01-05","modified":"2024-02-01","pages":3,"language":"zh"},
         "blocks":[
          {"type":"heading","level":1,"label":"一、","text":"总体","original":"总 体","origin":{"page":1,"evidence":"computed"}},
          {"type":"paragraph","text":"\"a\\b\"\n\t\u0001","origin":{"lines":[3,4],"evidence":"stated"}},
          {"type":"listItem","label":"1.","level":2,"text":"x","origin":{"path":"word/document.xml/p[2]","evidence":"stated"}},
          {"type":"table","caption":"C","unit":"件","rows":2,"columns":2,"headerRows":1,"stubColumns":0,\#
        "headerEvidence":"stated","origin":{"page":1,"box":[72,90.13,523.5,0],"evidence":"ruled",\#
        "places":[{"page":2},{"page":3,"box":[72,90.13,523.5,0]}]},"cells":[
           {"row":0,"column":0,"columnSpan":2,"kind":"columnHeader","text":"a","origin":{"lines":[1,1],"evidence":"stated"}},
           {"row":1,"column":0,"kind":"data","text":"1","origin":{"lines":[2,2],"evidence":"stated"}},
           {"row":1,"column":1,"kind":"data","text":"2","origin":{"lines":[2,2],"evidence":"stated"}}]},
          {"type":"figure","origin":{"byte":4096,"evidence":"recognised","confidence":0.93}},
          {"type":"aside","role":"footnote","label":"*","origin":{"path":"t/tr[5]","evidence":"stated"},"blocks":[
           {"type":"paragraph","text":"n","origin":{"path":"t/tr[5]/tc[1]","evidence":"stated"}}]}],
         "findings":[
          {"severity":"warning","code":"pdf.font.cmap-missing","message":"m","place":{"page":2}},
          {"severity":"note","code":"a.b","message":"n"}]}

        """#)
  }

  @Test func `one line a document where compact`() throws {
    let document = Document(.table(Table("a\nb")), .paragraph(Paragraph(text: "x", origin: Origin(.byte(0), .stated))))
    let text = try JSONWriter(layout: .compact).written(document, document).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3 && lines[0] == lines[1] && lines[2].isEmpty)
    let spread = try JSONWriter().written(document).text
    #expect(lines[0] == spread.split(separator: "\n").map { $0.drop { $0 == " " } }.joined())
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func `numbers that JSON has not do not come out`(number: Double) throws {
    let box = Rectangle(x0: 0, y0: 0, x1: number, y1: 1)
    let figure = Figure(origin: Origin(.page(1, box), .recognised(confidence: Float(number))))
    let text = try JSONWriter(layout: .compact).written(Document(.figure(figure))).text
    let confidence = number > 0 ? 1 : 0
    #expect(text.contains(#"{"page":1,"evidence":"recognised","confidence":\#(confidence)}"#))
  }
}
