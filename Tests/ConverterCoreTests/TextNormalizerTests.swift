import ConverterCore
import ConverterTesting
import Testing

@Suite struct `Normalizing text` {
  @Test(arguments: [
    (TextNormalizer.Step.controls, "a\r\nb\rc\u{B}d\u{2028}e\u{85}f", "a\nb\nc\nd\ne\nf"),
    (.controls, "a\u{0}b\u{7}c\u{7F}d\u{9D}\te", "abcd\te"),
    (.controls, "a\u{202E}b\u{202C}", "ab"),
    (.artefacts, "一、[bookmark: _GoBack]总体", "一、总体"),
    (.artefacts, "[bookmark: a][bookmark: b]x", "x"),
    (.artefacts, "[bookmark: a", "[bookmark: a"),
    (.artefacts, "[1] [book] x\u{FFFC}", "[1] [book] x"),
    (.unicode, "e\u{301}\u{F967}Ａ①㎡", "é不Ａ①㎡"),
    (.lines, "本年新收\n政府信息", "本年新收政府信息"),
    (.lines, "two\nwords", "two words"),
    (.spaces, "\u{3000}\u{3000}一、\u{A0}总\u{2003} 体 ", "一、 总 体"),
    (.spaces, "a \n\t b\u{200B}c\n\n", "a\nbc"),
    (.spaces, "👩\u{200D}👩 a\u{AD}b\u{FEFF}", "👩\u{200D}👩 ab"),
    (.widths, "第１，２３４．５％号", "第1,234.5%号"),
    (.widths, "１，２；Ａ４，ＡＢ，Ｂ（２０２４）", "1，2；A4，ＡＢ，Ｂ（2024）"),
    (.widths, "－３，＋５，－是", "-3，+5，－是"),
  ])
  func `each step does one thing`(step: TextNormalizer.Step, text: String, clean: String) {
    let normalizer = TextNormalizer(steps: [step])
    #expect(Array(normalizer.normalized(text).utf8) == Array(clean.utf8))
  }

  @Test func `no step is needed for the names on the command line`() {
    #expect(
      TextNormalizer.Step.allCases.map(\.rawValue) == [
        "controls", "artefacts", "unicode", "lines", "spaces", "widths",
      ])
    #expect(TextNormalizer(steps: []).normalized(" a\u{0}  b ") == " a\u{0}  b ")
  }

  @Test func `the standard steps change no visible character`() {
    let text = "第１条：“甲、乙”——Ａ①㎡ （２０２４）\n— 3 —"
    #expect(TextNormalizer().normalized(text) == text)
  }

  @Test func `a second time changes nothing`() {
    for seed in 0..<200 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let document = Document.random(using: &generator)
      for steps in [TextNormalizer.standardSteps, Set(TextNormalizer.Step.allCases)] {
        let once = TextNormalizer(steps: steps).normalized(document)
        #expect(TextNormalizer(steps: steps).normalized(once) == once, "seed \(seed)")
      }
    }
  }

  @Test func `the text as it stood stays where it changed`() {
    let origin = Origin(.byte(0), .stated)
    let table = Table("a\u{A0} b | c").mapCells { $0.blocks = [.figure(Figure(text: " f ", origin: origin))] }
    let document = Document(
      .heading(Heading(level: 1, label: "一、\u{3000}", text: " T ", origin: origin)),
      .paragraph(Paragraph(text: "ok", origin: origin)),
      .listItem(ListItem(text: "e\u{301}", original: "first", origin: origin)),
      .aside(Aside(role: .footnote, label: " * ", blocks: [.table(table)], origin: origin)))
    let expected = Table("a b | c").mapCells { cell in
      if cell.text == "a b" { cell.original = "a\u{A0} b" }
      cell.blocks = [.figure(Figure(text: "f", origin: origin))]
    }
    #expect(
      TextNormalizer().normalized(document)
        == Document(
          .heading(Heading(level: 1, label: "一、", text: "T", original: " T ", origin: origin)),
          .paragraph(Paragraph(text: "ok", origin: origin)),
          .listItem(ListItem(text: "é", original: "first", origin: origin)),
          .aside(Aside(role: .footnote, label: "*", blocks: [.table(expected)], origin: origin))))
  }
}
