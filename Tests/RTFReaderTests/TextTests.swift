import ConverterCore
import FoundationEssentials
import Testing

@testable import RTFReader

@Suite struct TextTests {
  @Test func `paragraphs end at their marks`() throws {
    #expect(try texts(#"{\rtf1 First\par Second {\b bold}\par}"#) == ["First", "Second bold"])
    #expect(try texts("{\\rtf1 a\\\nb}") == ["a", "b"])
  }

  @Test func `line ends of the file mean nothing`() throws {
    #expect(try texts("{\\rtf1 a\r\nb\\par}") == ["ab"])
  }

  @Test(arguments: ["\u{FEFF}", "\r\n", " "]) func `a mark or a blank may stand before the text`(before: String) throws
  {
    #expect(try texts(before + #"{\rtf1 a}"#) == ["a"])
    let detected = try FormatDetector(formats: RTFReader().formats).detect(
      Source(name: "a.doc", bytes: Data((before + #"{\rtf1 a}"#).utf8)))
    #expect(detected.format.name == "rtf")
  }

  @Test func `bytes are characters of the document's code page`() throws {
    #expect(try texts(#"{\rtf1\ansi\ansicpg1252 caf\'e9}"#) == ["café"])
    #expect(try texts(#"{\rtf1\ansi\ansicpg936 \'b9\'ab\'bf\'aa}"#) == ["公开"])
  }

  @Test func `the second byte of a character may be stated as the letter it looks like`() throws {
    #expect(try texts(#"{\rtf1\ansi\ansicpg936 \'81A\'81\'42x}"#) == ["\u{4E04}\u{4E05}x"])
    #expect(try texts(#"{\rtf1\ansi\ansicpg950 \'a4@}"#) == ["一"])
  }

  @Test func `fonts say what bytes mean`() throws {
    let head =
      #"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}{\f1\fcharset134 SimSun;}{\f2\fcharset204 Arial;}{\f3\fcharset2 Symbol;}}"#
    #expect(try texts(head + #"\f0\'e9{\f1\'b9\'ab}\'e9{\f2\'e0}{\f3\'b7}}"#) == ["é公éа•"])
  }

  @Test func `characters stated by number stand before their stand-ins`() throws {
    #expect(try texts(#"{\rtf1\uc1 \u20844?\u24320\'3fx}"#) == ["公开x"])
    #expect(try texts(#"{\rtf1\uc2\u20844\'b9\'ab{\uc0\u24320}x}"#) == ["公开x"])
    #expect(try texts(#"{\rtf1\u-10179?\u-8704?\u-3913?}"#) == ["\u{1F600}\u{F0B7}"])
  }

  @Test func `half a character is replaced`() throws {
    #expect(try texts(#"{\rtf1\uc0\u-10179 x\u-8704 y}"#) == ["\u{FFFD}x\u{FFFD}y"])
  }

  @Test func `marks above the line are no digits of the figure before them`() throws {
    #expect(
      try texts(#"{\rtf1 1200{\super 1} H{\sub 2}O 3\super 45\nosupersub 6\super 7\plain 8}"#) == ["1200¹ H₂O 3⁴⁵6⁷8"])
    #expect(try texts(#"{\rtf1 1200{\up8\fs14 1}{\up2 0}{\dn6 2}}"#) == ["1200¹0₂"])
    #expect(try texts(#"{\rtf1 9{\super\u50?}}"#) == ["9²"])
  }

  @Test func `a note that begins at its raised mark stands on the line`() throws {
    #expect(try texts(#"{\rtf1 a{\super\chftn{\footnote\chftn 12 of 30}}\par}"#) == ["a", "footnote 1: 12 of 30"])
  }

  @Test func `what was deleted stands apart from what came in its place`() throws {
    let all = RTFReader(options: WordOptions(changes: .all))
    let rtf = #"{\rtf1 {\deleted 100}{\revised 250} {\revised 3}0}"#
    #expect(try all.read(source(rtf), within: .standard).blocks.map(text) == ["100 / 250 30"])
    #expect(try texts(rtf) == ["250 30"])
  }

  @Test func `names of signs become signs`() throws {
    #expect(
      try texts(#"{\rtf1 a\~b\_c\-d\tab e\line f\{\}\\\emdash\ldblquote q\rdblquote}"#) == [
        "a\u{A0}b\u{2011}cd\te\nf{}\\—“q”"
      ])
  }

  @Test func `only results of fields are text`() throws {
    #expect(
      try texts(
        #"{\rtf1 See {\field{\*\fldinst HYPERLINK "x"}{\fldrslt page {\field{\*\fldinst PAGE}{\fldrslt 3}}}} here}"#)
        == ["See page 3 here"])
  }

  @Test(arguments: [
    (#"{\rtf1 a {\field{\*\fldinst MACROBUTTON NoMacro [Name of the office]}}}"#, "a [Name of the office]"),
    (#"{\rtf1 a {\field{\*\fldinst SYMBOL 254 \\f "Wingdings"}{\fldrslt }} b}"#, "a ☑ b"),
    (#"{\rtf1 a {\field{\*\fldinst SYMBOL 254 \\f "Wingdings"}{\fldrslt x}}}"#, "a x"),
    (#"{\rtf1 a {\field{\*\fldinst EQ \\f(1,2)}{\fldrslt \'bd}}}"#, "a ½"),
  ]) func `fields without a result show what is drawn from their instruction`(rtf: String, expected: String) throws {
    #expect(try texts(rtf) == [expected])
  }

  @Test func `what is not known is passed over if it says so`() throws {
    #expect(try texts(#"{\rtf1 a{\*\unknown b{c}}d{\unknown e}}"#) == ["ade"])
  }

  @Test func `of two forms of a text the newer is read`() throws {
    let note = #"{\rtf1\ansi a{\upr{{\footnote old}{\shp{\shpinst{\shptxt old\par}}}}{\*\ud{\footnote new}}}b\par}"#
    #expect(try texts(note) == ["ab", "footnote : new"])
    #expect(try texts(#"{\rtf1 {\upr{old}{\*\ud{\uc0\u20844}}}!}"#) == ["公!"])
  }

  @Test func `binary data is stepped over`() throws {
    #expect(try texts(#"{\rtf1 a{\pict\bin5 }}{{\}b{\bin2 }}}c}"#) == ["abc", "figure"])
  }

  @Test func `hidden and deleted text is left out and told`() throws {
    let document = try document(#"{\rtf1 a{\v no}b{\deleted gone\par}c\par}"#)
    #expect(document.blocks.map(text) == ["abc"])
    #expect(document.findings.map(\.code) == ["rtf.tracked-changes.left-out", "rtf.hidden-text.skipped"])
  }

  @Test func `headings are known by outline level or by the name of their style`() throws {
    let blocks = try document(
      #"{\rtf1{\stylesheet{\s0 Normal;}{\s1 heading 2;}{\s3\sbasedon1 Mine;}}\pard\s1 A\par\pard\s3 B\par\pard\outlinelevel0 C\par\pard D}"#
    ).blocks
    #expect(blocks.map(text) == ["#2 A", "#2 B", "#1 C", "D"])
  }

  @Test func `notes and text boxes follow their paragraph`() throws {
    let rtf =
      #"{\rtf1 One{\super\chftn{\footnote\pard\chftn  A note.}}{\super\chftn{\footnote\ftnalt\chftn  At the end.}}{\footnote\pard *}{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard Boxed\par}}{\shprslt old}}\par Two}"#
    #expect(
      try texts(rtf) == [
        "One", "footnote 1: A note.", "endnote i: At the end.", "footnote : *", "textBox : Boxed", "Two",
      ])
  }

  @Test func `the last paragraph of a note needs no mark to be what it is`() throws {
    let note = #"{\footnote\pard Note}"#
    #expect(
      try texts(
        #"{\rtf1\pard\outlinelevel0 A"# + note + #"\par\trowd\cellx1000\pard\intbl b"# + note + #"\cell\row\pard c}"#)
        == ["#1 A", "footnote : Note", "b", "c"])
    // Text boxes lie in groups whose own text means nothing.
    #expect(try texts(#"{\rtf1 One{\shp{\*\shpinst{\shptxt a\par b}}}\par}"#) == ["One", "textBox : a|b"])
    // Text before a mark that is hidden.
    #expect(
      try texts(#"{\rtf1 One{\footnote a\v }\par\pard\outlinelevel1 Two\v }"#) == ["One", "footnote : a", "#2 Two"])
  }

  @Test func `plain text has the font of the document`() throws {
    let head = #"{\rtf1\ansi\ansicpg1251\deff1{\fonttbl{\f0 A;}{\f1\fcharset134 B;}{\f2\fcharset0 C;}}"#
    #expect(try texts(head + #"\'d6\'d0 {\f0\'e9}{\f2\'e9\plain\'d6\'d0}}"#) == ["中 йé中"])
  }

  @Test func `fonts of Western text do not break Chinese`() throws {
    #expect(try texts(#"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset0 Arial;}}\f0\'b9\'ab}"#) == ["公"])
  }

  @Test(arguments: [(WordOptions.Changes.accept, "b c a"), (.reject, "a b c")])
  func `text that was moved is in one place`(changes: WordOptions.Changes, expected: String) throws {
    let reader = RTFReader(options: WordOptions(changes: changes))
    let document = try reader.read(source(#"{\rtf1 {\mvf a }b c{\mvt  a}\par}"#), within: .standard)
    #expect(document.blocks.map(text) == [expected])
  }

  @Test func `the first author is the author`() throws {
    let document = try document(#"{\rtf1{\info{\author Li}{\author Wang}{\title A}{\title B}}x}"#)
    #expect(document.metadata.author == "Li")
    #expect(document.metadata.title == "A")
  }

  @Test(arguments: [(#"\v"#, "rtf.hidden-text.skipped"), (#"\deleted"#, "rtf.tracked-changes.left-out")])
  func `notes in text that is not shown are told`(word: String, code: String) throws {
    let document = try document(#"{\rtf1 a{"# + word + #"{\footnote\pard note}}b\par}"#)
    #expect(document.blocks.map(text) == ["ab"])
    #expect(document.findings.map(\.code) == [code])
  }

  @Test func `comments follow the paragraph they are about`() throws {
    #expect(
      try texts(#"{\rtf1 One{\*\atnid L}{\*\atnauthor Li}\chatn{\*\annotation{\*\atndate 1}Why?}\par}"#) == [
        "One", "comment : Why?",
      ])
  }

  @Test(arguments: [(WordOptions.Changes.accept, "kept new"), (.reject, "kept old"), (.all, "kept new / old")])
  func `tracked changes are accepted, rejected or both`(changes: WordOptions.Changes, expected: String) throws {
    let reader = RTFReader(options: WordOptions(changes: changes))
    let document = try reader.read(source(#"{\rtf1 kept {\revised new}{\deleted old}\par}"#), within: .standard)
    #expect(document.blocks.map(text) == [expected])
  }

  @Test func `form fields show what they hold`() throws {
    let box = #"{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres1\ffdefres0}}}{\fldrslt}}"#
    let list =
      #"{\field{\*\fldinst FORMDROPDOWN {\*\formfield{\fftype2\ffres25\ffdefres1{\*\ffl one}{\*\ffl two}}}}{\fldrslt}}"#
    #expect(try texts(#"{\rtf1 "# + box + " a " + list + #"\par}"#) == ["☒ a two"])
  }

  @Test(arguments: [
    (#"{\mf{\*\mfPr{\*\mctrlPr x}{\mtype bar}}{\mnum{\mr\mscr0 a}}{\mden{\mr b+1}}}"#, "a/(b+1)"),
    (#"{\mrad{\*\mradPr{\mdegHide on}}{\mdeg}{\me{\mr x}}}{\mr =}{\mrad{\mdeg{\mr 3}}{\me{\mr y}}}"#, "√x=∛y"),
    (#"{\msSup{\me{\mr x}}{\msup{\mr 2}}}{\msSubSup{\me{\mr y}}{\msub{\mr i}}{\msup{\mr 3}}}"#, "x^2y_i^3"),
    (#"{\mnary{\*\mnaryPr{\mchr \u8721?}}{\msub{\mr i=1}}{\msup{\mr n}}{\me{\mr i}}}"#, "∑_(i=1)^n▒i"),
    (
      #"{\md{\*\mdPr{\mbegChr [}{\mendChr ]}}{\me{\mm{\mmr{\me{\mr 1}}{\me{\mr 2}}}{\mmr{\me{\mr 3}}{\me{\mr 4}}}}}}"#,
      "[(■(1&2@3&4))]"
    ),
    (#"{\mr 3}{\mr 4}{\mf{\mnum{\mr 1}}{\mden{\mr 2}}}{\mr 7}"#, "34 1/2 7"),
    (#"{\mfunc{\mfName{\mlimLow{\me{\mr lim}}{\mlim{\mr n}}}}{\me{\mr x}}}"#, "lim_n x"),
    (#"{\macc{\*\maccPr{\mchr \u771?}}{\me{\mr x}}}{\mbox{\me{\f1\mr z}}}"#, "x\u{303}z"),
  ]) func `equations become linear text`(rtf: String, expected: String) throws {
    #expect(try texts(#"{\rtf1 let {\mmath{\*\moMath "# + rtf + #"}} be\par}"#) == ["let \(expected) be"])
  }

  @Test func `equations of fields become linear text, those that are objects are told`() throws {
    #expect(try texts(#"{\rtf1 x={\field{\*\fldinst{ EQ \\f(1,2) }}{\fldrslt }}.\par}"#) == ["x=1/2."])
    let object = #"{\object\objemb{\*\objclass Equation.3}{\*\objdata 00}{\result {\pict\bin1 x}}}"#
    let document = try document(#"{\rtf1 x "# + object + #"\par}"#)
    #expect(document.blocks.map(text) == ["x", "figure"])
    #expect(document.findings.map(\.code) == ["rtf.equation-object.skipped"])
  }

  @Test func `centred lines at the head are the title`() throws {
    #expect(try document(#"{\rtf1\qc Report\par\pard Text\par}"#).metadata.title == "Report")
  }

  @Test func `headers and footers are read if asked for`() throws {
    let rtf = #"{\rtf1{\header\pard Head\par}{\footerf Foot}Text\par}"#
    #expect(try texts(rtf) == ["Text"])
    let document = try RTFReader(options: WordOptions(includesHeaders: true)).read(source(rtf), within: .standard)
    #expect(document.blocks.map(text) == ["Text", "header : Head", "footer : Foot"])
  }

  @Test func `the document says who wrote it and when`() throws {
    let metadata = try document(
      #"{\rtf1\ansi{\info{\title Caf\'e9}{\author Li}{\creatim\yr2009\mo3\dy1\hr8\min5}{\operator x}}text}"#
    ).metadata
    #expect(metadata == Metadata(title: "Café", author: "Li", created: "2009-03-01T08:05:00"))
  }

  @Test func `a file that is cut is read as far as it goes`() throws {
    let document = try document(#"{\rtf1 a\par {\b b"#)
    #expect(document.blocks.map(text) == ["a", "b"])
    #expect(document.findings.map(\.code) == ["rtf.cut-short"])
  }

  @Test func `the text of WordArt is a text box, read once`() throws {
    func shape(_ inside: String) -> String {
      #"{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 136}}"# + inside
        + #"}{\shprslt{\*\do\dptxbx{\dptxbxtext Open day\par}}}}"#
    }
    let art = #"{\sp{\sn gtextUNICODE}{\sv Open\'0d\'0aday \u26085?}}{\sp{\sn gtextFont}{\sv Arial}}"#
    let rtf = #"{\rtf1\ansi before"# + shape(art) + #" after\par}"#
    #expect(try texts(rtf) == ["before after", "textBox : Open|day 日"])
    #expect(try texts(#"{\rtf1\ansi\v"# + shape(art) + #"\v0 after\par}"#) == ["after"])
    let lines = #"{\sp{\sn gtextUNICODE}{\sv Open\par day\line today}}"#
    #expect(try texts(#"{\rtf1\ansi x"# + shape(lines) + #"\par}"#) == ["x", "textBox : Open|day|today"])
  }

  @Test(arguments: [
    #"{\sp{\sn gtextUNICODE}{\sv Draft}}{\sp{\sn fHidden}{\sv 1}}"#,
    #"{\sp{\sn fHidden}{\sv 1}}{\shptxt\pard\plain Draft\par}"#,
  ]) func `the text of hidden shapes is hidden`(shape: String) throws {
    let rtf = #"{\rtf1\ansi a{\shp{\*\shpinst"# + shape + #"}}b\par}"#
    #expect(try texts(rtf) == ["ab"])
    #expect(try document(rtf).findings.map(\.code) == ["rtf.hidden-text.skipped"])
    let all = RTFReader(options: WordOptions(includesHiddenText: true))
    #expect(try all.read(source(rtf), within: .standard).blocks.map(text) == ["ab", "textBox : Draft"])
    #expect(try texts(rtf.replacing("{\\sv 1}", with: "{\\sv 0}")) == ["ab", "textBox : Draft"])
  }
}

func source(_ rtf: String) -> Source { Source(name: "a.rtf", bytes: Data(rtf.utf8), format: "rtf") }

func document(_ rtf: String) throws -> Document {
  try RTFReader().read(source(rtf), within: .standard)
}

func texts(_ rtf: String) throws -> [String] {
  try document(rtf).blocks.map(text)
}

func text(_ block: Block) -> String {
  switch block {
  case .heading(let heading): "#\(heading.level) \(heading.text)"
  case .paragraph(let paragraph): paragraph.text
  case .listItem(let item): "\(item.level) \(item.label ?? "-") \(item.text)"
  case .aside(let aside):
    "\(aside.role.rawValue) \(aside.label ?? ""): \(aside.blocks.map(text).joined(separator: "|"))"
  case .figure: "figure"
  case .table(let table): table.cells.map(\.text).joined(separator: "|")
  }
}
