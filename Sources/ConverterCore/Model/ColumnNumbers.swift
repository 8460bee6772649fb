/// The line of a header that numbers the columns, for other places of a form to name them:
///
///     Item      │ Total │ Open │ Closed
///               │  (1)  │ (2)  │  (3) = (1) - (2)
///     ──────────┼───────┼──────┼────────
///     Requests  │    11 │    8 │       3
package enum ColumnNumbers {
  /// Whether the texts of a line, from left to right and without blank ones, number columns: from 1 on without a gap up to the end,
  /// what is before them without digits. In brackets two are enough, or three behind a label; without brackets the line says what it
  /// is (`栏次`), names the columns of labels too (`甲 乙`), or says how a column follows from others (`3=1+2`), for rows of figures may
  /// be 1, 2 and 3.
  ///
  /// - Parameters:
  ///   - texts: those of a line, in order.
  ///   - isInHead: whether the line is known to be no row; then three numbers without brackets are enough.
  package static func areThese(_ texts: some Collection<some StringProtocol>, isInHead: Bool = false) -> Bool {
    var count = 0
    var areBracketed = true
    var isSaid = false
    var isLabelled = false
    var stems = 0
    for text in texts {
      guard let number = number(text) else {
        if count > 0 || text.contains(where: \.isNumber) { return false }
        isLabelled = true
        let name = String(text).filter { !$0.isWhitespace }
        if stems < labelNames.count, name == labelNames[stems] { stems += 1 }
        isSaid = isSaid || stems > 1 || signs.contains(name)
        continue
      }
      guard number.value == count + 1 else { return false }
      count += 1
      areBracketed = areBracketed && number.isBracketed
      isSaid = isSaid || number.hasFormula
    }
    return areBracketed ? count >= (isLabelled && !isSaid ? 3 : 2) : isSaid && count >= 2 || isInHead && count >= 3
  }

  /// What stands before the numbers of columns in Chinese forms.
  private static let signs: Set<String> = ["栏次", "栏目", "行次", "列次"]
  /// The names of columns of labels in Chinese forms; the first alone may be the label of a row.
  private static let labelNames = ["甲", "乙", "丙", "丁"]

  /// The number of one column, of two digits at most, in brackets or not; how it follows from others may stand behind: `3=1+2`.
  private static func number(_ text: some StringProtocol) -> (
    value: Int, isBracketed: Bool, hasFormula: Bool
  )? {
    var rest = text[...]
    let isBracketed = rest.first.map { "(（[［".contains($0) } ?? false
    if isBracketed { rest.removeFirst() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.utf8.count), let value = Int(digits) else { return nil }
    rest.removeFirst(digits.count)
    if isBracketed {
      guard let bracket = rest.popFirst(), ")）]］".contains(bracket) else { return nil }
    }
    let formula = rest.drop { $0 == " " }
    guard formula.isEmpty || formula.first == "=" || formula.first == "＝" else { return nil }
    return (value, isBracketed, !formula.isEmpty)
  }
}
