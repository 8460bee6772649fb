import ConverterCore
import PDFReader
import PageLayout
import Testing

@Suite("Fonts and what their characters mean", .enabled(if: PDFReader.seesVectorInk))
struct FontTests {
  /// A ToUnicode map for one-byte or two-byte codes in hexadecimal.
  static func map(_ entries: [(code: String, unicode: String)]) -> String {
    let width = entries.first?.code.count ?? 2
    let lines = entries.map { "<\($0.code)> <\($0.unicode)>" }.joined(separator: "\n")
    return """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Test def /CMapType 2 def
      1 begincodespacerange <\(String(repeating: "0", count: width))> <\(String(repeating: "F", count: width))> endcodespacerange
      \(entries.count) beginbfchar
      \(lines)
      endbfchar endcmap end end
      """
  }

  /// A page in a composite font with this encoding, without an embedded font file.
  static func composite(_ encoding: String, map: String?, drawing: String) throws -> Page {
    var pdf = PDFBuilder()
    let descendant = pdf.add(
      """
      << /Type /Font /Subtype /CIDFontType0 /BaseFont /Invented /DW 1000
      /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
      /FontDescriptor << /Type /FontDescriptor /FontName /Invented /Flags 4 /Ascent 880 /Descent -120 >> >>
      """)
    let toUnicode = map.map { "/ToUnicode \(pdf.addStream("", $0)) 0 R" } ?? ""
    let font = pdf.add(
      """
      << /Type /Font /Subtype /Type0 /BaseFont /Invented /Encoding /\(encoding) /DescendantFonts [\(descendant) 0 R]
      \(toUnicode) >>
      """)
    pdf.addPage(drawing, resources: "<< /Font << /F1 \(font) 0 R >> >>")
    return try page(of: pdf)
  }

  @Test func `a vertical font runs down, each glyph centred on the pen`() throws {
    let page = try Self.composite(
      "Identity-V", map: Self.map([("0001", "7EDF"), ("0002", "8BA1")]),
      drawing: "BT /F1 20 Tf 300 642 Td <00010002> Tj ET")
    #expect(page.text == "统计")
    #expect(page.glyphs.allSatisfy { $0.direction == .down && $0.traits == .vertical && $0.baseline == 300 })
    #expect(page.glyphs[0].box == Rectangle(x0: 290, y0: 200, x1: 310, y1: 220))
    #expect(page.glyphs[1].box == Rectangle(x0: 290, y0: 220, x1: 310, y1: 240))
  }

  @Test func `a ligature is one glyph with several characters`() throws {
    let page = try Self.composite(
      "Identity-H", map: Self.map([("0001", "006600660069")]), drawing: "BT /F1 20 Tf 300 642 Td <0001> Tj ET")
    #expect(page.glyphs.map(\.text) == ["ffi"])
  }

  @Test func `halves of a surrogate pair make one character`() throws {
    let page = try Self.composite(
      "Identity-H", map: Self.map([("0001", "D840DC0B")]), drawing: "BT /F1 20 Tf 300 642 Td <0001> Tj ET")
    #expect(page.glyphs.map(\.text) == ["\u{2000B}"])
  }

  @Test func `characters without a meaning are flagged and told as a finding`() throws {
    let page = try Self.composite("Identity-H", map: nil, drawing: "BT /F1 20 Tf 300 642 Td <00010002> Tj ET")
    #expect(page.text == "\u{FFFD}\u{FFFD}")
    #expect(page.glyphs.allSatisfy { $0.traits.contains(.unmapped) })
    #expect(page.findings.map(\.code) == ["pdf.page.text-unreadable"])
  }

  @Test func `codes that only number glyphs are characters without a meaning, be they those of letters`() throws {
    let page = try Self.composite("Identity-H", map: nil, drawing: "BT /F1 20 Tf 300 642 Td <002400250026> Tj ET")
    #expect(page.glyphs.allSatisfy { $0.traits.contains(.unmapped) })
    #expect(page.findings.map(\.code) == ["pdf.page.text-unreadable"])
  }

  @Test(arguments: ["", "/Encoding /WinAnsiEncoding"])
  func `check marks of ZapfDingbats are pictures, also where the font names an encoding for letters`(
    encoding: String
  ) throws {
    var pdf = PDFBuilder()
    pdf.addPage(
      "BT /Z 12 Tf 72 700 Td (48ln\\254\\325) Tj ET",
      resources: "<< /Font << /Z << /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats \(encoding) >> >> >>")
    #expect(try page(of: pdf).text == "✔✘●■①→")
  }

  @Test func `control characters have no meaning`() throws {
    let page = try Self.composite(
      "Identity-H", map: Self.map([("0001", "0003"), ("0002", "0041")]),
      drawing: "BT /F1 20 Tf 300 642 Td <00010002> Tj ET")
    #expect(page.text == "\u{FFFD}A")
  }

  @Test func `the subset prefix is no part of a font's name`() throws {
    var pdf = PDFBuilder()
    let font = { (name: String) in "<< /Type /Font /Subtype /TrueType /BaseFont /\(name) >>" }
    pdf.addPage(
      "BT /A 9 Tf 9 9 Td (a) Tj /B 9 Tf (b) Tj /C 9 Tf (c) Tj ET",
      resources:
        "<< /Font << /A \(font("ABCDEF+Arial-BoldMT")) /B \(font("Arial-ItalicMT")) /C \(font("#CB#CE#CC#E5")) >> >>")
    #expect(
      try page(of: pdf).fonts == [
        Font(name: "Arial-BoldMT", isBold: true), Font(name: "Arial-ItalicMT", isItalic: true), Font(name: "宋体"),
      ])
  }

  @Test func `glyphs of a Type 3 font are as high as the font's own unit says`() throws {
    var pdf = PDFBuilder()
    let box = pdf.addStream("", "1 0 d0 0 0 0.8 0.7 re f")
    let font = pdf.add(
      """
      << /Type /Font /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /FontBBox [0 -0.2 1 0.8] /FirstChar 65 /LastChar 65
      /Widths [1] /CharProcs << /A \(box) 0 R >> /Encoding << /Type /Encoding /Differences [65 /A] >> >>
      """)
    pdf.addPage("BT /F1 10 Tf 72 742 Td (A) Tj ET", resources: "<< /Font << /F1 \(font) 0 R >> >>")
    let page = try page(of: pdf)
    #expect(page.text == "A" && page.fonts == [Font(name: "")])
    #expect(page.glyphs[0].size == 10)
    #expect(near(page.glyphs[0].box.y0, 92) && near(page.glyphs[0].box.y1, 102) && near(page.glyphs[0].box.width, 10))
    #expect(page.fills == [], "the drawing of a glyph is no ink of its own")
  }
}
