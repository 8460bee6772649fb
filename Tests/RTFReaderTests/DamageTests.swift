import ConverterCore
import ConverterTesting
import FoundationEssentials
import Testing

@testable import RTFReader

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

  @Test func `real documents of other programs survive damage`() async throws {
    let folder = "../shared/cases/reports/"
    guard FileManager.default.fileExists(atPath: folder) else {
      print("skipped: \(folder) is not there")
      return
    }
    let source = Source(
      name: "r000.rtf", bytes: try Data(contentsOf: URL(filePath: folder + "r000/r000.rtf")), format: "rtf")
    await expectSurvivesDamage(RTFReader(), of: source, cuts: 12, seeds: 0..<20)
  }

  @Test func `groups nested deeper than the limit are an error`() {
    let deep = source("{\\rtf1" + String(repeating: "{", count: 1000))
    #expect(throws: ReadingError(.limit(name: "depth", asked: 257, granted: 256))) {
      try RTFReader().read(deep, within: .standard)
    }
  }

  @Test func `closing braces too many mean nothing`() throws {
    #expect(try texts(#"{\rtf1 a}}}b\par}"#) == ["ab"])
  }
}
