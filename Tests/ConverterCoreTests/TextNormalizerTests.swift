import ConverterCore
import ConverterTesting
import Testing

@Suite struct TextNormalizerTests {
  @Test(
    arguments: [
      (.unicode, "cafe\u{301}", "café"),
      (.unicode, "か\u{3099}", "が"),
      (.unicode, "\u{1112}\u{1161}\u{11AB}", "한"),
      (.unicode, "１２，甲", "１２，甲"),
      (.controls, "a\u{0}b\u{7}c\u{FEFF}", "abc"),
      (.controls, "soft\u{AD}ly", "softly"),
      (.controls, "up\u{B}down\u{2028}end", "up\ndown\nend"),
      (.controls, "zero\u{200B}width", "zerowidth"),
      (.controls, "نمی\u{200C}خواهم", "نمی\u{200C}خواهم"),
      (.artefacts, "[bookmark: _GoBack]一、总体情况", "一、总体情况"),
      (.artefacts, "a[bookmark: x]b[image: p.png]c", "abc"),
      (.artefacts, "图\u{FFFC}表", "图表"),
      (.artefacts, "[bookmark: a][bookmark: b[image: c]]", "]"),
      (.artefacts, "[2023] 12号 [bookmark", "[2023] 12号 [bookmark"),
      (.widths, "１２．５％", "12.5%"),
      (.widths, "－５５件", "-55件"),
      (.widths, "１，２３４，５６７元", "1,234,567元"),
      (.widths, "１，２两项", "1，2两项"),
      (.widths, "甲：１，乙：２", "甲：1，乙：2"),
      (.widths, "ＡＢＣ", "ＡＢＣ"),
      (.widths, "Ａ４纸，ＡＢ，第２Ｂ号", "A4纸，ＡＢ，第2B号"),
      (.spaces, " \u{3000}a \u{A0}\tb  ", "a b"),
      (.spaces, "甲 \n  乙", "甲\n乙"),
      (.spaces, "\n\n", "\n\n"),
      (.lines, "本年新\n制作数量", "本年新制作数量"),
      (.lines, "annual\nreport", "annual report"),
    ] as [(TextNormalizer.Step, String, String)])
  func `a step changes what it is for and nothing else`(
    _ step: TextNormalizer.Step, _ text: String, _ expected: String
  ) {
    let normalized = TextNormalizer(steps: [step]).normalized(text)
    #expect(Array(normalized.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    arguments: ["[bookmark: a]文", "[bookmark: a文", "[", "１，", "e\u{301}", "\u{3000}\n", "—\n"])
  func `long texts cost no more than their length`(piece: String) {
    let text = String(repeating: piece, count: 50_000)
    let (_, time) = withProcessorTime { TextNormalizer(steps: Set(TextNormalizer.Step.allCases)).normalized(text) }
    #expect(time < .seconds(30))
  }

  @Test(arguments: TextNormalizer.Step.allCases)
  func `a step taken twice changes nothing more`(_ step: TextNormalizer.Step) {
    let normalizer = TextNormalizer(steps: [step])
    for text in ["  ａ１２　か\u{3099}\u{0} [bookmark: a]\n x  y\u{2028}", "一、 二", "", " ", "\n", "１，２３４"] {
      let once = normalizer.normalized(text)
      #expect(Array(normalizer.normalized(once).utf8) == Array(once.utf8))
    }
  }

  @Test func `the quick look passes over no text that a step changes`() {
    // Every scalar of the basic plane between two letters: with the quick look or without, the same text comes out.
    let normalizer = TextNormalizer(steps: Set(TextNormalizer.Step.allCases))
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let alone = normalizer.normalized("甲\(scalar)乙")
      // A bracket makes the quick look give up.
      let looked = normalizer.normalized("[甲\(scalar)乙").dropFirst()
      #expect(alone.utf8.elementsEqual(looked.utf8), "U+\(String(value, radix: 16))")
    }
  }

  @Test func `a changed text keeps what it was, an unchanged one has no original`() {
    let origin = Origin(.lines(1...1), .stated)
    let document = Document(blocks: [
      .paragraph(Paragraph(text: "a  b", origin: origin)),
      .heading(Heading(level: 1, text: "一、总体情况", origin: origin)),
      .aside(Aside(role: .footnote, blocks: [.paragraph(Paragraph(text: " c", origin: origin))], origin: origin)),
    ])
    let normalized = TextNormalizer().normalize(document)
    let code = Block.paragraph(Paragraph(text: "  a  b\n\tc", isCode: true, origin: origin))
    let all = TextNormalizer(steps: Set(TextNormalizer.Step.allCases))
    #expect(all.normalize(Document(blocks: [code])).blocks == [code])
    #expect(
      normalized.blocks == [
        .paragraph(Paragraph(text: "a b", original: "a  b", origin: origin)),
        document.blocks[1],
        .aside(
          Aside(
            role: .footnote, blocks: [.paragraph(Paragraph(text: "c", original: " c", origin: origin))], origin: origin)
        ),
      ])
  }

  @Test(arguments: [
    "  ", "\u{3000}", "\n ", "e\u{301}", "\u{7}", "\u{7F}", "[bookmark: x]", "\u{A0}", "\u{FEFF}", "か\u{3099}",
  ])
  func `what changes is seen wherever it stands`(sequence: String) {
    for before in 1...20 {
      for padding in ["a", "中"] {
        let text = String(repeating: padding, count: before) + sequence + String(repeating: padding, count: 21 - before)
        #expect(
          TextNormalizer().normalized(text).utf8.elementsEqual(text.utf8) == false, "behind \(before) of \(padding)")
      }
    }
  }

  @Test func `cells and their blocks are normalized, positions stay`() throws {
    let origin = Origin(.lines(1...1), .stated)
    let cell = Cell(
      rows: 0..<1, columns: 0..<2, text: "１２　件", blocks: [.paragraph(Paragraph(text: "x  y", origin: origin))],
      origin: origin)
    let table = try Table(rowCount: 1, columnCount: 2, cells: [cell], caption: "表\u{3000}一", origin: origin)
    let normalized = TextNormalizer(steps: [.widths, .spaces]).normalize(Document(blocks: [.table(table)])).tables[0]
    #expect(normalized.cells[0].text == "12 件")
    #expect(normalized.cells[0].original == "１２　件")
    #expect(normalized.cells[0].columns == 0..<2)
    #expect(normalized.caption == "表 一")
    guard case .paragraph(let inner) = normalized.cells[0].blocks[0] else {
      Issue.record("the block stays a paragraph")
      return
    }
    #expect(inner.text == "x y")
  }
}
