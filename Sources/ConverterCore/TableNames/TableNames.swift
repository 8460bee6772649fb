/// What the lines above a table say of it: the caption and the unit of the figures. They are read from the line next to it upwards.
///
///     表2 收入决算表                       Table 2. Revenue
///                              单位：万元  [In thousands of dollars]
///     ┌──────────┬──────────┬──────────┐   ──────────┬──────────┬───
package struct TableNames: Hashable, Sendable {
  package private(set) var caption: String?
  package private(set) var unit: String?
  /// What square brackets say below a caption, which belongs to it.
  private var headnote: String?
  /// The caption that the source states; some programs write it as a line, too.
  private let stated: String?

  /// Begins with what the source itself states.
  package init(caption: String?, unit: String?) {
    (self.caption, self.unit) = (caption, unit)
    stated = caption
  }

  /// Takes the names from lines above the table, the one next to it first.
  ///
  /// - Returns: the indices of the lines that say nothing else, the largest first.
  package mutating func take(from lines: some Sequence<(index: Int, text: String)>) -> [Int] {
    var taken: [Int] = []
    var held: Int?
    for (index, text) in lines {
      let verdict = read(text)
      if verdict == .taken { taken.append(index) }
      if verdict == .held { held = index }
      if verdict == .ends { break }
    }
    if let held, caption != nil { taken.append(held) }
    return taken.sorted(by: >)
  }

  /// What becomes of a line.
  private enum Verdict {
    /// All that the line says is in the names.
    case taken
    /// The line belongs to the caption, should one stand above it.
    case held
    /// The line stays; others above may name the table.
    case kept
    /// The line does not belong to the table, nor does any above.
    case ends
  }

  /// Whether a line that begins like a caption is a sentence about a table: it ends as one, or goes on with a verb.
  private static func isSentence(_ line: String) -> Bool {
    if let last = line.last, ".。:：;；!！?？,，".contains(last) { return true }
    let words = line.split(separator: " ", maxSplits: 3)
    if words.count > 2, words[1].last?.isNumber == true, words[2].first?.isLowercase == true { return true }
    return line.hasPrefix("表") && ["列出", "所示", "显示", "反映", "说明"].contains { line.prefix(12).contains($0) }
  }

  /// Bytes from which on a line is prose.
  private static let longestLine = 400

  /// How many lines above a table are looked at: a caption, a headnote, a unit.
  package static let mostLines = 3

  /// Reads the next line above the table.
  private mutating func read(_ line: String) -> Verdict {
    if line == stated { return .taken }
    guard line.utf8.count <= Self.longestLine else { return .ends }
    if unit == nil, let unit = UnitLine(line) {
      self.unit = unit.name
      return unit.isWhole ? .taken : .kept
    }
    if caption == nil, let found = Caption(line), found.isContinuation || !Self.isSentence(line) {
      caption = [line, headnote].compactMap(\.self).joined(separator: " ")
      return .taken
    }
    if caption == nil, headnote == nil, Headnote.isInSquareBrackets(line) {
      headnote = line
      return .held
    }
    return caption == nil && Headnote.content(of: line) != nil ? .kept : .ends
  }
}

extension [Block] {
  /// Appends a table with the caption and the unit that the lines right above it say, and removes the lines that say nothing else.
  /// Headings that the source states stay in its outline.
  package mutating func append(naming table: consuming Table) {
    var table = consume table
    var lines: [(index: Int, text: String)] = []
    for index in indices.suffix(TableNames.mostLines).reversed() {
      guard let text = self[index].lineAboveTable else { break }
      lines.append((index, text))
    }
    var names = TableNames(caption: table.caption, unit: table.unit)
    for index in names.take(from: lines) { remove(at: index) }
    (table.caption, table.unit) = (names.caption, names.unit)
    append(.table(table))
  }
}

extension Block {
  /// The text of a line that may name the table below it; `nil` for others.
  fileprivate var lineAboveTable: String? {
    switch self {
    case .paragraph(let paragraph) where !paragraph.isCode && paragraph.original == nil: paragraph.text
    case .heading(let heading) where heading.origin.evidence != .stated && heading.original == nil:
      (heading.label ?? "") + heading.text
    case .paragraph, .heading, .listItem, .table, .figure, .aside: nil
    }
  }
}
