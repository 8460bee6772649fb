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
/// Receipts beside payments, which are one table, end in one line with one sum, and the parts of a long list have no total each. Where
/// each side has a title of its own, other sums in one line show two tables as well.
extension SideBySide {
  /// Whether lines on both sides have the same headings of figures and end with the same label, at different heights or below titles and
  /// beside other sums.
  static func haveOwnTotals(
    _ left: [TextLine], _ right: [TextLine], text: PageText, tolerances: Tolerances
  ) -> Bool {
    func texts(of line: TextLine) -> [String] { line.phrases.map { text.string(ofLine: line.words[$0.words]) } }
    func headings(of lines: [TextLine]) -> ArraySlice<String> {
      let head = lines.prefix { !$0.hasFigures(text) }.last { $0.phrases.count > 1 }
      return head.map { texts(of: $0).dropFirst() } ?? []
    }
    guard let last = left.last, let other = right.last, last.hasFigures(text), other.hasFigures(text),
      texts(of: last).first == texts(of: other).first,
      abs(last.baseline - other.baseline) > tolerances.besideDistance * last.size
        || texts(of: last) != texts(of: other)
          && [left, right].allSatisfy({ hasTitle($0, text: text, tolerances: tolerances) })
    else { return false }
    let names = headings(of: left)
    return !names.isEmpty && names == headings(of: right)
  }

  /// Whether lines begin with one of a single phrase in a font of its own, where the labels do.
  private static func hasTitle(_ lines: [TextLine], text: PageText, tolerances: Tolerances) -> Bool {
    guard lines.count > 2, lines[0].phrases.count == 1, lines[1].phrases.count > 1 else { return false }
    return !lines[0].sharesFont(with: lines[1], text: text)
      && withoutTitles(lines, tolerances: tolerances).count < lines.count
  }

  /// Lines without those of one phrase above their headings that begin where the labels do: titles.
  static func withoutTitles(_ lines: [TextLine], tolerances: Tolerances) -> [TextLine] {
    guard let label = lines.last else { return lines }
    return Array(lines.drop { $0.phrases.count < 2 && !$0.isSetIn(behind: label, tolerances: tolerances) })
  }
}
