internal import ConverterCore

extension Finding {
  /// Not all that the file's tables speak of is in the file.
  static let docCutShort = Finding(
    .error, "doc.cut-short", "the file is cut short or damaged; what is left of it was read")

  /// Text was left out because of tracked changes.
  static func docChanges(_ count: Int, _ changes: WordOptions.Changes) -> Finding {
    let kind = changes == .reject ? "inserted" : "removed"
    return Finding(
      .note, "doc.tracked-changes.left-out", "\(count) stretches of text \(kind) by tracked changes are left out")
  }

  /// Hidden text was left out.
  static func docHiddenText(_ count: Int) -> Finding {
    Finding(.note, "doc.hidden-text.skipped", "\(count) stretches of hidden text are left out")
  }

  /// Cells that a merged cell covers had text.
  static func docCoveredText(_ count: Int) -> Finding {
    Finding(
      .warning, "doc.table.covered-text", "\(count) table cells have text that a merged cell covers; it is left out")
  }

  /// Equations are embedded objects, which only their editor reads.
  static func docEquationObjects(_ count: Int) -> Finding {
    Finding(
      .warning, "doc.equation-object.skipped",
      "\(count) equations are embedded objects; they come as figures, not as text")
  }
}
