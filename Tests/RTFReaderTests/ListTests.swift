import ConverterCore
import Testing

@testable import RTFReader

@Suite struct ListTests {
  private let head =
    #"{\rtf1\ansi{\*\listtable{\list{\listlevel\levelnfc0\levelstartat1{\leveltext\'02\'00.;}{\levelnumbers\'01;}}"#
    + #"{\listlevel\levelnfc4\levelstartat1{\leveltext\'04(\'00.\'01;}{\levelnumbers\'02\'04;}}\listid7}}"#
    + #"{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}"#
    + #"{\listoverride\listid7\listoverridecount1{\lfolevel\listoverridestartat\levelstartat5}\ls2}}"#

  @Test func `labels are counted by level`() throws {
    let rtf = head + #"\pard\ls1 A\par\ls1\ilvl1 B\par C\par\ilvl0 D\par\ilvl1 E\par}"#
    #expect(try texts(rtf) == ["0 1. A", "1 (1.a B", "1 (1.b C", "0 2. D", "1 (2.a E"])
  }

  @Test func `uses of a list go on with its numbers, or begin with their own`() throws {
    let rtf = head + #"\pard\ls1 A\par\pard\ls2 B\par C\par\pard\ls1 D\par}"#
    #expect(try texts(rtf) == ["0 1. A", "0 5. B", "0 6. C", "0 7. D"])
  }

  @Test func `paragraphs without text are counted`() throws {
    #expect(try texts(head + #"\pard\ls1 A\par\par C\par}"#) == ["0 1. A", "0 2. ", "0 3. C"])
  }

  @Test func `a section's end behind that of a paragraph is no paragraph that counts`() throws {
    #expect(try texts(head + #"\pard\ls1 A\par\sect\pard\ls1 B\par}"#) == ["0 1. A", "0 2. B"])
    #expect(try texts(head + #"\pard\ls1 A\sect\pard\ls1 B\par}"#) == ["0 1. A", "0 2. B"])
    #expect(try texts(head + #"\pard\ls1 A\par{\listtext 2.}\sect\pard plain\par}"#) == ["0 1. A", "plain"])
  }

  @Test func `a label that the writer computed holds where there is no list`() throws {
    #expect(
      try texts(#"{\rtf1\ansi\ansicpg936{\pntext\f0 (\'d2\'bb)\tab}{\*\pn\pnlvlbody{\pntxta )}}text\par}"#) == [
        "0 (一) text"
      ])
  }

  @Test(arguments: [
    (#"\pndec{\pntxta .}"#, ["0 1. A", "0 2. B"]),
    (#"\pnucrm\pnstart4{\pntxtb (}{\pntxta )}"#, ["0 (IV) A", "0 (V) B"]),
    (#"\pnlcltr{\pntxta )}"#, ["0 a) A", "0 b) B"]), (#"\pncnum"#, ["0 ① A", "0 ② B"]),
    (#"\pndbnum{\pntxta \u12289?}"#, ["0 一、 A", "0 二、 B"]),
  ])
  func `paragraphs that carry their numbering are counted`(numbering: String, expected: [String]) throws {
    #expect(try texts(#"{\rtf1\ansi\pard{\*\pn\pnlvlbody\pnindent360"# + numbering + #"}A\par B\par}"#) == expected)
  }

  @Test func `a paragraph without a number ends the row of those that carry theirs, outside of tables`() throws {
    let numbered = #"\pard{\*\pn\pnlvlbody\pndec{\pntxta .}}"#
    #expect(
      try texts(#"{\rtf1\ansi"# + numbered + #"A\par\pard plain\par"# + numbered + #"B\par C\par}"#)
        == ["0 1. A", "plain", "0 1. B", "0 2. C"])
    let unnumbered = #"\pard{\*\pn\pnlvlcont}"#
    #expect(
      try texts(#"{\rtf1\ansi"# + numbered + #"A\par"# + unnumbered + #"goes on\par"# + numbered + #"B\par}"#)
        == ["0 1. A", "0 - goes on", "0 2. B"])
    let row = numbered + #"\intbl\cell\pard\intbl x\cell\trowd\cellx1000\cellx2000\row"#
    let document = try document(#"{\rtf1\ansi"# + row + row + "}")
    let table = try #require(document.blocks.flatMap(\.tables).first)
    #expect(table.cells.map(\.displayText) == ["1.", "x", "2.", "x"])
  }

  @Test func `notes, boxes and bullets between numbered paragraphs do not interrupt them`() throws {
    let numbered = #"\pard{\*\pn\pnlvlbody\pndec{\pntxta .}}"#
    let bullet = #"\pard{\*\pn\pnlvlblt{\pntxtb -}}"#
    let note = #"{\footnote\pard\plain a note}"#
    let numberedNote = #"{\footnote"# + numbered + #"in a note}"#
    func labels(_ between: String) throws -> [String] {
      try texts(#"{\rtf1\ansi"# + numbered + "A" + between + #"\par"# + numbered + #"B\par}"#)
        .filter { $0.hasSuffix("A") || $0.hasSuffix("B") }
    }
    #expect(try labels("") == ["0 1. A", "0 2. B"])
    #expect(try labels(note) == ["0 1. A", "0 2. B"])
    #expect(try labels(numberedNote) == ["0 1. A", "0 2. B"])
    #expect(try labels(#"\par"# + bullet + "x") == ["0 1. A", "0 2. B"])
  }

  @Test func `texts of a numbering may stand in groups`() throws {
    let numbering = #"\pard{\*\pn\pnlvlbody\pndec{\pntxtb {(}}{\pntxta {)}}}"#
    #expect(try texts(#"{\rtf1\ansi"# + numbering + #"A\par}"#) == ["0 (1) A"])
  }

  @Test func `headings that carry their numbering are counted by level through the text`() throws {
    func heading(_ level: Int) -> String { #"\pard{\*\pn\pnlvl\#(level)\pndec\pnprev{\pntxta .}}"# }
    let rtf =
      heading(1) + #"A\par"# + heading(2) + #"B\par\pard text\par"# + heading(2) + #"C\par"# + heading(1) + #"D\par"#
    #expect(try texts(#"{\rtf1\ansi"# + rtf + "}") == ["0 1. A", "1 1.1. B", "text", "1 1.2. C", "0 2. D"])
  }

  @Test func `bullets that paragraphs carry are those of their fonts`() throws {
    let fonts = #"{\fonttbl{\f0\fcharset0 Times;}{\f3\fcharset2 Symbol;}}"#
    #expect(
      try texts(#"{\rtf1\ansi"# + fonts + #"\pard{\*\pn\pnlvlblt\pnf3\pnindent360{\pntxtb\'b7}}A\par}"#) == ["0 • A"])
  }

  @Test func `a label that the writer computed holds before one that is counted`() throws {
    let numbering = #"{\*\pn\pnlvlbody\pndec{\pntxta .}}"#
    #expect(
      try texts(#"{\rtf1\ansi{\pntext 7.\tab}\pard"# + numbering + #"A\par"# + numbering + #"B\par}"#)
        == ["0 7. A", "0 2. B"])
  }
}
