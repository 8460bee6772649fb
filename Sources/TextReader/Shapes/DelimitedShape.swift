internal import ConverterCore
internal import FoundationEssentials

/// Tables whose cells are separated by tabs, commas or semicolons (RFC 4180 with the dialects that spreadsheet programs
/// write): one record a line, unless a quoted field holds line breaks.
enum DelimitedShape: Shape {
  static func candidates(in text: TextLines) -> [ShapeCandidate] {
    Delimiter.allCases.flatMap { candidates(in: text, delimiter: $0) }
  }

  /// What separates the fields of a record.
  enum Delimiter: UInt8, CaseIterable {
    case tab = 0x09
    case comma = 0x2C
    case semicolon = 0x3B

    /// The trait of every line with this delimiter.
    var trait: LineTraits {
      switch self {
      case .tab: .innerTab
      case .comma: .comma
      case .semicolon: .semicolon
      }
    }
  }

  private static func candidates(in text: TextLines, delimiter: Delimiter) -> [ShapeCandidate] {
    var found: [ShapeCandidate] = []
    var index = 0
    while index < text.count {
      guard text[index].traits.contains(delimiter.trait) else {
        index += 1
        continue
      }
      var records = RecordReader(text, from: index, delimiter: delimiter)
      records.read()
      if let table = table(records.records, delimiter) {
        found.append(
          ShapeCandidate(lines: index..<records.end, strength: .delimited, content: .table(table, .stated)))
      }
      index = max(records.end, index + 1)
    }
    return found
  }

  /// The table that records make, or `nil` where they look like text with commas.
  private static func table(_ records: [[RawCell]], _ delimiter: Delimiter) -> TextTable? {
    guard records.count > 1 else { return nil }
    var lengths: [Int: Int] = [:]
    for record in records { lengths[record.count, default: 0] += 1 }
    guard let usual = lengths.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), usual.key > 1,
      usual.value * 5 >= records.count * 4, delimiter == .tab || looksLikeFields(records, width: usual.key)
    else { return nil }
    return TextTable(placing: RawTable(rows: records)).inferringHeaders()
  }

  /// Whether fields separated by commas or semicolons are fields: short, not sentences, seldom with a space before them.
  private static func looksLikeFields(_ records: [[RawCell]], width: Int) -> Bool {
    var fields = 0
    var values = 0
    var doubts = 0
    for record in records {
      for (index, cell) in record.enumerated() {
        fields += 1
        if cell.kind == .value { values += 1 }
        if cell.text.utf8.count > 120 || ProseSigns.endsStatement(cell.text)
          || index > 0 && cell.text.utf8.first == 0x20
        {
          doubts += 1
        }
      }
    }
    guard doubts * 5 <= fields else { return false }
    // Text with one comma a line is common; without a column of numbers it takes more to be a table.
    let filled = (0..<width).count { column in records.contains { $0.count > column && !$0[column].text.isEmpty } }
    guard filled > 1 else { return false }
    return values * 4 >= fields || width > 2 && records.count > 2 && doubts * 20 <= fields
  }
}

/// Reads records of fields until a line without delimiter.
private struct RecordReader {
  private let text: TextLines
  private let delimiter: DelimitedShape.Delimiter
  private let start: Int
  /// Behind the last line of the records.
  private(set) var end: Int
  private(set) var records: [[RawCell]] = []
  /// Off after a quotation mark that nothing closes: then they are characters like others.
  private var readsQuotes = true

  /// A quoted field that is longer is none.
  private static let longestField = 1 << 16

  init(_ text: TextLines, from start: Int, delimiter: DelimitedShape.Delimiter) {
    self.text = text
    self.delimiter = delimiter
    self.start = start
    end = start
  }

  mutating func read() {
    while end < text.count, !text[end].isBlank || text[end].traits.contains(.leadingTab) && delimiter == .tab {
      guard text[end].traits.contains(delimiter.trait) || text[end].traits.contains(.quote) || isTabRow(text[end])
      else { break }
      let (record, next) = record(at: end)
      guard record.count > 1 else { break }
      records.append(record)
      end = next
    }
  }

  /// A row whose only cell with text comes last, or that has none, when cells are separated by tabs.
  private func isTabRow(_ line: Line) -> Bool {
    delimiter == .tab && line.traits.contains(.leadingTab)
  }

  /// One record and the line after it.
  private mutating func record(at first: Int) -> (cells: [RawCell], next: Int) {
    let bytes = text.utf8.span
    var cells: [RawCell] = []
    var line = first
    var position = text[first].start
    var fieldStart = position
    while true {
      if readsQuotes, position == fieldStart, position < text[line].end, bytes[position] == UInt8(ascii: "\"") {
        if let (content, after, lastLine) = quoted(bytes, at: position, line: line) {
          cells.append(RawCell(text: content, lines: line...lastLine))
          line = lastLine
          position = after
          guard position < text[line].end else { return (cells, line + 1) }
          position += 1
          fieldStart = position
          if position == text[line].end {
            cells.append(RawCell(text: "", lines: line...line))
            return (cells, line + 1)
          }
          continue
        }
        readsQuotes = false
      }
      while position < text[line].end && bytes[position] != delimiter.rawValue { position += 1 }
      let content = text.string(fieldStart..<position, of: line)
      cells.append(RawCell(text: content, lines: line...line))
      guard position < text[line].end else { return (cells, line + 1) }
      position += 1
      fieldStart = position
    }
  }

  /// A quoted field: its text, the offset behind it (a delimiter or the end of its last line), its last line.
  private func quoted(_ bytes: Span<UInt8>, at start: Int, line: Int) -> (String, Int, Int)? {
    var content: [UInt8] = []
    var line = line
    var position = start + 1
    let limit = min(bytes.count, position + RecordReader.longestField)
    while position < limit {
      if position >= text[line].end {
        guard line + 1 < text.count else { return nil }
        line += 1
        content.append(0x0A)
        position = text[line].start
        continue
      }
      if bytes[position] == UInt8(ascii: "\"") {
        let next = position + 1
        if next < text[line].end && bytes[next] == UInt8(ascii: "\"") {
          content.append(bytes[position])
          position += 2
          continue
        }
        guard next == text[line].end || bytes[next] == delimiter.rawValue else { return nil }
        return (String(decoding: content.filter { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 }, as: UTF8.self), next, line)
      }
      content.append(bytes[position])
      position += 1
    }
    return nil
  }
}
