/// What the readers of all Word formats leave out, in the same words; codes begin with the name of the format.
extension Finding {
  /// Text was left out because of tracked changes.
  ///
  /// - Parameters:
  ///   - count: how many stretches of text, at least 1.
  ///   - changes: which side of the changes is read.
  ///   - format: the name of the format.
  package static func changesLeftOut(_ count: Int, _ changes: WordOptions.Changes, of format: String) -> Finding {
    let kind = changes == .reject ? "inserted" : "removed"
    let (text, verb) = count == 1 ? ("1 stretch", "is") : ("\(count) stretches", "are")
    return Finding(
      .note, "\(format).tracked-changes.left-out", "\(text) of text \(kind) by tracked changes \(verb) left out")
  }

  /// Hidden text was left out.
  ///
  /// - Parameters:
  ///   - count: how many stretches of text, at least 1.
  ///   - format: the name of the format.
  package static func hiddenTextSkipped(_ count: Int, of format: String) -> Finding {
    let (text, verb) = count == 1 ? ("1 stretch", "is") : ("\(count) stretches", "are")
    return Finding(.note, "\(format).hidden-text.skipped", "\(text) of hidden text \(verb) left out")
  }

  /// Cells that a merged cell covers had text.
  ///
  /// - Parameters:
  ///   - count: how many cells, at least 1.
  ///   - format: the name of the format.
  package static func coveredText(_ count: Int, of format: String) -> Finding {
    let cells = count == 1 ? "1 table cell has" : "\(count) table cells have"
    return Finding(
      .warning, "\(format).table.covered-text", "\(cells) text that a merged cell covers; it is left out")
  }

  /// Cells beyond the last edge of their row had text.
  ///
  /// - Parameters:
  ///   - count: how many cells, at least 1.
  ///   - format: the name of the format.
  package static func surplusCells(_ count: Int, of format: String) -> Finding {
    let sentence =
      count == 1
      ? "1 table cell with text is more than its row has; the text stands in the row's last cell"
      : "\(count) table cells with text are more than their rows have; the text stands in the last cells of the rows"
    return Finding(.warning, "\(format).table.surplus-cells", sentence)
  }

  /// Equations are embedded objects, which only their editor reads.
  ///
  /// - Parameters:
  ///   - count: how many equations, at least 1.
  ///   - format: the name of the format.
  package static func equationObjectsSkipped(_ count: Int, of format: String) -> Finding {
    let sentence =
      count == 1
      ? "1 equation is an embedded object; it comes as a figure, not as text"
      : "\(count) equations are embedded objects; they come as figures, not as text"
    return Finding(.warning, "\(format).equation-object.skipped", sentence)
  }
}
