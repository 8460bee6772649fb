internal import ConverterCore

extension RTFInterpreter {
  /// What a person should know of the reading.
  var findings: [Finding] {
    var findings: [Finding] = []
    if omissions.isCut { findings.append(.rtfCutShort) }
    if omissions.replacements > 0 { findings.append(.rtfReplacements(omissions.replacements)) }
    if omissions.changedRuns > 0 { findings.append(.rtfChanges(omissions.changedRuns, options.changes)) }
    if omissions.hiddenRuns > 0 { findings.append(.rtfHiddenText(omissions.hiddenRuns)) }
    if omissions.equationObjects > 0 { findings.append(.rtfEquationObjects(omissions.equationObjects)) }
    if omissions.coveredCells > 0 { findings.append(.rtfCoveredText(omissions.coveredCells)) }
    return findings
  }
}

extension Finding {
  /// Groups are open where the file ends.
  static let rtfCutShort = Finding(.error, "rtf.cut-short", "the file is cut short; what is left of it was read")

  /// Bytes that are no characters of their encoding.
  static func rtfReplacements(_ count: Int) -> Finding {
    Finding(.warning, "rtf.undecodable", "\(count) sequences of bytes are no text in the encoding that the file states")
  }

  /// Text was left out because of tracked changes.
  static func rtfChanges(_ count: Int, _ changes: WordOptions.Changes) -> Finding {
    let kind = changes == .reject ? "inserted" : "removed"
    return Finding(
      .note, "rtf.tracked-changes.left-out", "\(count) stretches of text \(kind) by tracked changes are left out")
  }

  /// Hidden text was left out.
  static func rtfHiddenText(_ count: Int) -> Finding {
    Finding(.note, "rtf.hidden-text.skipped", "\(count) stretches of hidden text are left out")
  }

  /// Equations are embedded objects, which only their editor reads.
  static func rtfEquationObjects(_ count: Int) -> Finding {
    Finding(
      .warning, "rtf.equation-object.skipped",
      "\(count) equations are embedded objects; they come as figures, not as text")
  }

  /// Cells that a merged cell covers had text.
  static func rtfCoveredText(_ count: Int) -> Finding {
    Finding(
      .warning, "rtf.table.covered-text", "\(count) table cells have text that a merged cell covers; it is left out")
  }
}
