import Testing

@testable import ConverterCore

@Suite struct FlowFindingTests {
  @Test(arguments: [
    (
      Finding.changesLeftOut(1, .accept, of: "doc"), "doc.tracked-changes.left-out",
      "1 stretch of text removed by tracked changes is left out"
    ),
    (
      .changesLeftOut(2, .reject, of: "doc"), "doc.tracked-changes.left-out",
      "2 stretches of text inserted by tracked changes are left out"
    ),
    (.hiddenTextSkipped(1, of: "docx"), "docx.hidden-text.skipped", "1 stretch of hidden text is left out"),
    (.hiddenTextSkipped(3, of: "docx"), "docx.hidden-text.skipped", "3 stretches of hidden text are left out"),
    (
      .coveredText(1, of: "rtf"), "rtf.table.covered-text",
      "1 table cell has text that a merged cell covers; it is left out"
    ),
    (
      .coveredText(2, of: "rtf"), "rtf.table.covered-text",
      "2 table cells have text that a merged cell covers; it is left out"
    ),
    (
      .equationObjectsSkipped(1, of: "rtf"), "rtf.equation-object.skipped",
      "1 equation is an embedded object; it comes as a figure, not as text"
    ),
    (
      .equationObjectsSkipped(2, of: "rtf"), "rtf.equation-object.skipped",
      "2 equations are embedded objects; they come as figures, not as text"
    ),
  ])
  func `agrees with its number`(finding: Finding, code: String, sentence: String) {
    #expect(finding.code == code)
    #expect(finding.message == sentence)
  }

  @Test func `What parts of a document leave out is told once for all of them`() {
    var omissions = FlowOmissions()
    (omissions.changedRuns, omissions.hiddenRuns, omissions.equationObjects) = (1, 1, 1)
    var others = FlowOmissions()
    (others.hiddenRuns, others.coveredCells, others.surplusCells) = (2, 1, 1)
    omissions.add(others)
    #expect(
      omissions.findings(.reject, of: "rtf") == [
        .changesLeftOut(1, .reject, of: "rtf"), .hiddenTextSkipped(3, of: "rtf"), .coveredText(1, of: "rtf"),
        .surplusCells(1, of: "rtf"), .equationObjectsSkipped(1, of: "rtf"),
      ])
    #expect(FlowOmissions().findings(.accept, of: "doc").isEmpty)
  }
}
