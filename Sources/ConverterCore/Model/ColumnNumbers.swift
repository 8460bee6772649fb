/// The line of a header that numbers the columns, for other places of a form to name them:
///
///     Item      │ Total │ Open │ Closed
///               │  (1)  │ (2)  │  (3) = (1) - (2)
///     ──────────┼───────┼──────┼────────
///     Requests  │    11 │    8 │       3
package enum ColumnNumbers {
  /// Whether the texts of a line, from left to right and without blank ones, number columns: from 1 on without a gap up to the end,
  /// what is before them without digits; two numbers where they stand in brackets, else three.
  package static func areThese(_ texts: some Collection<some StringProtocol>) -> Bool {
    var count = 0
    var areBracketed = true
    for text in texts {
      guard let number = number(text) else {
        if count > 0 || text.contains(where: \.isNumber) { return false }
        continue
      }
      guard number.value == count + 1 else { return false }
      count += 1
      areBracketed = areBracketed && number.isBracketed
    }
    return count >= (areBracketed ? 2 : 3)
  }

  /// The number of one column, of two digits at most, in brackets or not; how it follows from others may stand behind: `3=1+2`.
  private static func number(_ text: some StringProtocol) -> (value: Int, isBracketed: Bool)? {
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
    return (value, isBracketed)
  }
}
