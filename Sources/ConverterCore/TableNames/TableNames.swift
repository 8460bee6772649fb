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

  /// Begins with what the source itself states.
  package init(caption: String?, unit: String?) {
    (self.caption, self.unit) = (caption, unit)
  }

  /// What becomes of a line.
  package enum Verdict: Hashable, Sendable {
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
  package mutating func read(_ line: String) -> Verdict {
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
  /// Appends a table with the caption and the unit that the lines right above it say, which then stand in it alone. Headings that the
  /// source states stay in its outline.
  package mutating func append(naming table: consuming Table) {
    var table = consume table
    var names = TableNames(caption: table.caption, unit: table.unit)
    var taken: [Int] = []
    var held: Int?
    for index in indices.suffix(TableNames.mostLines).reversed() {
      guard let line = self[index].lineAboveTable else { break }
      // Some programs write the caption that they state as a line, too.
      let verdict = line == table.caption ? .taken : names.read(line)
      if verdict == .taken { taken.append(index) }
      if verdict == .held { held = index }
      if verdict == .ends { break }
    }
    if let held, table.caption == nil, names.caption != nil { taken.append(held) }
    for index in taken.sorted().reversed() { remove(at: index) }
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
