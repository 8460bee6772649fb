import ConverterCore
import ConverterTesting
import FoundationEssentials
import Testing

@testable import DocReader

/// Files of other programs, where they are at hand.
private let sharedReports = "../shared/cases/reports/"

@Suite struct DamageTests {
  private var sample: Source {
    let cell = { (text: String) in Run(text: text + "\u{7}", paragraph: Change.inTable) }
    var builder = WordBuilder(
      Run(text: "Heading\r", style: 1), Run(text: "Text \u{13}PAGE\u{14}1\u{15}\u{2}\r", isCompressed: true), cell("a"),
      cell("b"),
      Run(text: "\u{7}", paragraph: Change.inTable + Change.rowEnd + Change.cells([0, 900, 1800], flags: [0x60, 1])),
      Run(text: "end\r", modification: 1), Run(text: "\u{2} Note\r\r", story: .footnotes))
    builder.modifications = [Change.outline(9)]
    builder.structures[.footnoteReferences] = [16, 30].flatMap { UInt32($0).bytes } + [1, 0]
    builder.structures[.footnoteTexts] = [0, 7, 8].flatMap { UInt32($0).bytes }
    builder.structures[.styleSheet] = StyleSheetBuilder.bytes([(0, 0xFFF, []), (1, 0, Change.outline(0))])
    return builder.source
  }

  @Test func `the reader keeps the contract`() async {
    await expectReaderContract(DocReader(), reading: [sample])
    await expectSurvivesDamage(
      DocReader(options: WordOptions(includesHeaders: true)), of: sample, cuts: 300, seeds: 0..<1500)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: sharedReports), "the shared cases are not here"))
  func `real documents of other programs survive damage`() async throws {
    for name in ["r000/r000.doc", "r004/r004.doc"] {
      let source = Source(name: name, bytes: try Data(contentsOf: URL(filePath: sharedReports + name)), format: "doc")
      await expectSurvivesDamage(DocReader(), of: source, cuts: 24, seeds: 0..<60)
    }
  }

  @Test func `a table nested deeper than the limit is an error`() throws {
    let builder = WordBuilder(Run(text: "x\u{7}", paragraph: Change.inTable + Change.depth(0x7FFF_FFFF)))
    #expect(throws: ReadingError(.limit(name: "depth", asked: 0x7FFF_FFFF, granted: 256))) {
      try DocReader().read(builder.source, within: .standard)
    }
  }
}
