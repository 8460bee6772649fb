/// What a reader of a Word format left out or put elsewhere on the way, for findings.
package struct FlowOmissions: Hashable, Sendable {
  /// Stretches of text that tracked changes inserted or removed, and that are not read.
  package var changedRuns = 0

  /// Stretches of hidden text.
  package var hiddenRuns = 0

  /// Cells with text that another one covers.
  package var coveredCells = 0

  /// Cells with text beyond the last edge of their row.
  package var surplusCells = 0

  /// Equations that are embedded objects.
  package var equationObjects = 0

  package init() {}
}

extension FlowOmissions {
  /// Counts what another part of the document left out.
  package mutating func add(_ other: FlowOmissions) {
    changedRuns += other.changedRuns
    hiddenRuns += other.hiddenRuns
    coveredCells += other.coveredCells
    surplusCells += other.surplusCells
    equationObjects += other.equationObjects
  }

  /// Counts the cells whose text the tables of an assembler could not show in their places.
  package mutating func addCells(of assembler: borrowing FlowAssembler) {
    coveredCells += assembler.coveredTextCount
    surplusCells += assembler.surplusTextCount
  }

  /// One finding for each kind of omission that there is.
  ///
  /// - Parameters:
  ///   - changes: which side of tracked changes is read.
  ///   - format: the name of the format.
  package func findings(_ changes: WordOptions.Changes, of format: String) -> [Finding] {
    var findings: [Finding] = []
    if changedRuns > 0 { findings.append(.changesLeftOut(changedRuns, changes, of: format)) }
    if hiddenRuns > 0 { findings.append(.hiddenTextSkipped(hiddenRuns, of: format)) }
    if coveredCells > 0 { findings.append(.coveredText(coveredCells, of: format)) }
    if surplusCells > 0 { findings.append(.surplusCells(surplusCells, of: format)) }
    if equationObjects > 0 { findings.append(.equationObjectsSkipped(equationObjects, of: format)) }
    return findings
  }
}
