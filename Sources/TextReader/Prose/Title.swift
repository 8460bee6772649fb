internal import ConverterCore

/// The title at the head of a text: up to four short lines above everything else.
struct Title: Hashable, Sendable {
  /// The lines joined to one.
  var text: String
  /// Indices of lines, from 0.
  var lines: Range<Int>
}

extension Title {
  private static let mostLines = 4
  /// Columns of a line of a title.
  private static let widest = 72

  /// Finds the title of a text, or `nil` where it begins otherwise.
  ///
  /// - Parameters:
  ///   - text: the lines.
  ///   - limit: the number of the first line of the first table, or how many lines there are.
  init?(_ text: TextLines, before limit: Int) {
    guard let start = (0..<limit).first(where: { !text[$0].isBlank }) else { return nil }
    var end = start
    while end < limit, end - start <= Title.mostLines, Title.isTitleLine(text, end),
      end == start || !text[end].traits.contains(.pageBreak)
    {
      end += 1
    }
    guard end > start, end - start <= Title.mostLines else { return nil }
    // Something must follow, and a single line among equals is one of them, not their title.
    guard let next = (end..<text.count).first(where: { !text[$0].isBlank }) else { return nil }
    let isApart =
      next > end || end == limit || text[end].traits.contains(.pageBreak) || text.width(end, atMost: 200) > Title.widest
    guard isApart || text.number(end) != nil else { return nil }
    var joined = text.text(start)
    for index in (start + 1)..<max(end, start + 1) { TextJoining.append(line: text.text(index), to: &joined) }
    self.text = joined
    lines = start..<end
  }

  private static func isTitleLine(_ text: TextLines, _ index: Int) -> Bool {
    let traits = text[index].traits
    guard traits.isDisjoint(with: [.blank, .bar, .gap, .innerTab, .colon, .rule, .semicolon]),
      text.width(index, atMost: widest + 1) <= widest
    else { return false }
    let line = text.text(index)
    return !ProseSigns.endsStatement(line) && !ProseSigns.looksLikeCode(line) && text.number(index) == nil
      && CellMeaning(line) == .label
  }
}
