import ConverterCore
import ConverterTesting
import FoundationEssentials
import Testing

@testable import RTFReader

/// Files of other programs, where they are at hand.
private let sharedReports = "../shared/cases/reports/"

@Suite struct DamageTests {
  private let sample = source(
    #"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 S;}}{\stylesheet{\s1\outlinelevel0 heading 1;}}"#
      + #"{\*\listtable{\list{\listlevel\levelnfc0{\leveltext\'02\'00.;}}\listid7}}{\*\listoverridetable{\listoverride\listid7\ls1}}"#
      + #"{\info{\title T}}\s1 \'b9\'ab\u20844?\par\pard\ls1 x{\footnote n}\par\trowd\clvmgf\cellx900\cellx1800\intbl a\par"#
      + #"\itap2 x\nestcell{\*\nesttableprops\trowd\cellx500\nestrow}\itap1 c\cell b\cell\row\pard{\pict\bin3 abc}"#
      + #"{\shp{\*\shpinst{\shptxt box\par}}}{\field{\*\fldinst X}{\fldrslt y}}end\par}"#)

  @Test func `the reader keeps the contract`() async {
    await expectReaderContract(RTFReader(), reading: [sample])
    await expectSurvivesDamage(
      RTFReader(options: WordOptions(includesHeaders: true)), of: sample, cuts: 300, seeds: 0..<2000)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: sharedReports), "the shared cases are not here"))
  func `real documents of other programs survive damage`() async throws {
    let source = Source(
      name: "r000.rtf", bytes: try Data(contentsOf: URL(filePath: sharedReports + "r000/r000.rtf")), format: "rtf")
    await expectSurvivesDamage(RTFReader(), of: source, cuts: 12, seeds: 0..<20)
  }

  @Test func `groups nested deeper than the limit are an error`() {
    let deep = source("{\\rtf1" + String(repeating: "{", count: 1000))
    #expect(throws: ReadingError(.limit(name: "depth", asked: 257, granted: 256))) {
      try RTFReader().read(deep, within: .standard)
    }
  }

  @Test(arguments: [
    (#"{\rtf1 a{\pict\bin2147483647 x}b}"#, ["a", "figure"]), (#"{\rtf1 a\bin9999999999 b}"#, ["a"]),
    (#"{\rtf1 a\bin-5 b}"#, ["ab"]), (#"{\rtf1 a\bin99999999999999999999 b}"#, ["a"]),
    (#"{\rtf1 a\'"#, ["a"]), (#"{\rtf1 a\'4"#, ["a4"]), (#"{\rtf1 a\"#, ["a\\"]), (#"{\rtf1 a\u"#, ["a"]),
    (#"{\rtf1\uc0 a\u9999999999 b}"#, ["a\u{E3FF}b"]), (#"{\rtf1\uc0 a\u-9999999999 b}"#, ["a\u{1C01}b"]),
    (#"{\rtf1\uc99999 a\u20844 b}"#, ["a公"]), (#"{\rtf1\ls9999999999\ilvl9999999999 a\par}"#, ["8 - a"]),
    (#"{\rtf1\trowd\cellx9999999999\cellx-9999999999\intbl a\cell b\cell\row}"#, ["a|b"]),
  ]) func `numbers and ends that lie are bounded`(rtf: String, expected: [String]) throws {
    #expect(try texts(rtf) == expected)
  }

  @Test func `a use of a list within a level of another is no trap`() throws {
    let rtf = #"{\rtf1{\*\listoverridetable{\listoverride{\lfolevel{\listlevel{\listoverride}}}}}text}"#
    #expect(try texts(rtf) == ["text"])
  }

  @Test func `the name of a font without an end costs no more than its length`() throws {
    let rtf = #"{\rtf1{\fonttbl{\f0 "# + String(repeating: #"\'41"#, count: 300_000) + "}}text}"
    let source = source(rtf)
    let (document, time) = try withProcessorTime { try RTFReader().read(source, within: .standard) }
    #expect(document.blocks.map(text) == ["text"])
    // To look through the whole name at each byte would be forty-five thousand million steps.
    #expect(time < .seconds(20))
  }

  @Test func `a long pattern of a list is not repeated in full`() throws {
    let rtf =
      #"{\rtf1{\*\listtable{\list{\listlevel\levelnfc255{\leveltext\'ff "# + String(repeating: "x", count: 50_000)
      + #";}}\listid7}}{\*\listoverridetable{\listoverride\listid7\ls1}}\ls1 a\par b\par}"#
    #expect(try texts(rtf).allSatisfy { $0.count < 300 })
  }

  @Test(arguments: [("}}b\\par}", 8), ("x", 1), ("\r\n\0\0", 0), ("", 0)])
  func `what stands behind the last brace is no text, and told`(rest: String, count: Int) throws {
    let document = try document(#"{\rtf1 a}"# + rest)
    #expect(document.blocks.map(text) == ["a"])
    let told = Finding.rtfTrailingBytes(count)
    #expect(document.findings == (count == 0 ? [] : [told]))
  }
}
