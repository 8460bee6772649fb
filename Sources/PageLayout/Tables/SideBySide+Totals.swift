internal import ConverterCore

/// Tables beside each other with the same columns of figures, each of which ends in a total of its own:
///
///     Revenues                      Expenditures
///     Source     Millions   Share   Function     Millions   Share
///     Income        2,199     60%   Education       5,278     59%
///     Sales         1,465     40%   Health          2,970     33%
///     Total         3,664    100%   Parks             654      8%
///                                   Total           8,902    100%
///
/// Receipts beside payments, which are one table, end in one line, and the parts of a long list have no total each.
extension SideBySide {
  /// Whether lines on both sides have the same headings of figures and end with the same label at different heights.
  static func haveOwnTotals(
    _ left: [TextLine], _ right: [TextLine], text: PageText, tolerances: Tolerances
  ) -> Bool {
    func headings(of lines: [TextLine]) -> [String] {
      let head = lines.prefix { !$0.hasFigures(text) }.last { $0.phrases.count > 1 }
      return head.map { line in line.phrases.dropFirst().map { text.string(ofLine: line.words[$0.words]) } } ?? []
    }
    guard let last = left.last, let other = right.last, last.hasFigures(text), other.hasFigures(text),
      abs(last.baseline - other.baseline) > tolerances.besideDistance * last.size,
      text.string(ofLine: last.words[last.phrases[0].words]) == text.string(ofLine: other.words[other.phrases[0].words])
    else { return false }
    let names = headings(of: left)
    return !names.isEmpty && names == headings(of: right)
  }

  /// Lines without those of one phrase above their headings that begin where the labels do: titles.
  static func withoutTitles(_ lines: [TextLine], tolerances: Tolerances) -> [TextLine] {
    guard let label = lines.last else { return lines }
    return Array(lines.drop { $0.phrases.count < 2 && !$0.isSetIn(behind: label, tolerances: tolerances) })
  }
}
