internal import ConverterCore
internal import FoundationEssentials

/// Lists of `key: value` lines (`联系人：…`) as tables of two columns.
enum KeyValueShape: Shape {
  static let strength = ShapeStrength.weak

  static func candidates(in text: TextLines, free: FreeLines) -> [ShapeCandidate] {
    var found: [ShapeCandidate] = []
    var index = 0
    while index < text.count {
      var rows: [[RawCell]] = []
      let start = index
      while index < text.count, free[index], let row = row(text, index) {
        rows.append(row)
        index += 1
      }
      if let table = table(rows), let candidate = ShapeCandidate(start..<index, table) { found.append(candidate) }
      index = max(index, start + 1)
    }
    return found
  }

  /// Columns of a key at most.
  private static let widestKey = 24
  /// Bytes of a line at most.
  private static let longestLine = 300

  /// Key and value of a line, or `nil` where it is no such pair.
  private static func row(_ text: TextLines, _ index: Int) -> [RawCell]? {
    let line = text[index]
    guard line.traits.contains(.colon), line.bytes.count <= longestLine,
      line.traits.isDisjoint(with: [.bar, .innerTab, .gap])
    else {
      return nil
    }
    let bytes = text.utf8.span
    let range = text.trimmed(line.bytes)
    var position = range.lowerBound
    while position < range.upperBound {
      if bytes[position] == UInt8(ascii: ":") {
        // `12:30`, `http://` and `a::b` are no pairs.
        guard position + 1 < range.upperBound, bytes[position + 1] <= 0x20 || bytes[position + 1] >= 0x80 else {
          return nil
        }
        return pair(text, index, range.lowerBound..<position, (position + 1)..<range.upperBound)
      }
      if bytes[position] == 0xEF, position + 2 < range.upperBound, bytes[position + 1] == 0xBC,
        bytes[position + 2] == 0x9A
      {
        return pair(text, index, range.lowerBound..<position, (position + 3)..<range.upperBound)
      }
      position += 1
    }
    return nil
  }

  private static func pair(_ text: TextLines, _ index: Int, _ key: Range<Int>, _ value: Range<Int>) -> [RawCell]? {
    let name = text.string(text.trimmed(key), of: index)
    let content = text.string(text.trimmed(value), of: index)
    guard !name.isEmpty, !content.isEmpty, name.columnWidth <= widestKey, CellMeaning(name) == .label,
      !ProseSigns.hasSentence(name),
      !ProseSigns.endsStatement(content), OutlineNumber(name) == nil
    else { return nil }
    return [
      RawCell(text: name, lines: index...index, meaning: .label), RawCell(text: content, lines: index...index),
    ]
  }

  /// Three pairs and more, no key twice: speakers of a play come again.
  private static func table(_ rows: [[RawCell]]) -> TextTable? {
    guard rows.count > 2, Set(rows.map(\.[0].text)).count == rows.count else { return nil }
    var table = TextTable(placing: RawTable(rows: rows), evidence: .stated)
    table.stubColumnCount = 1
    table.headerEvidence = .computed
    return table
  }
}
