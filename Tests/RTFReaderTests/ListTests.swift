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

  @Test func `a label that the writer computed holds where there is no list`() throws {
    #expect(
      try texts(#"{\rtf1\ansi\ansicpg936{\pntext\f0 (\'d2\'bb)\tab}{\*\pn\pnlvlbody{\pntxta )}}text\par}"#) == [
        "0 (一) text"
      ])
  }
}
