internal import ConverterCore
internal import FoundationEssentials

/// Tables whose cells are separated by tabs, commas or semicolons (RFC 4180 with the dialects that spreadsheet programs
/// write): one record a line, unless a quoted field holds line breaks.
///
/// Records are scanned twice: first their lengths and a sample of their fields decide, then the cells are made.
enum DelimitedShape: Shape {
  static let strength = ShapeStrength.delimited

  static func candidates(in text: TextLines, free: FreeLines) -> [ShapeCandidate] {
    Delimiter.allCases.flatMap { candidates(in: text, free: free, delimiter: $0) }
  }

  private static func candidates(in text: TextLines, free: FreeLines, delimiter: Delimiter) -> [ShapeCandidate] {
    var found: [ShapeCandidate] = []
    var index = 0
    while index < text.count {
      guard text[index].traits.contains(delimiter.trait), free[index] else {
        index += 1
        continue
      }
      let survey = RecordSurvey(text, free, from: index, delimiter: delimiter)
      if survey.isTable, let candidate = ShapeCandidate(survey.lines, survey.table()) { found.append(candidate) }
      index = max(survey.lines.upperBound, index + 1)
    }
    return found
  }

  /// The table that a text is whose name promises separated values: with the delimiter by which most records have one length,
  /// however ragged the others are. Lines before and behind it that have no delimiter are captions and notes; blank lines say nothing.
  static func named(_ text: TextLines) -> ShapeCandidate? {
    guard text.isNamedDelimited else { return nil }
    let surveys = Delimiter.allCases.map { RecordSurvey(named: text, delimiter: $0) }
    guard let survey = surveys.max(by: { $0.evenness < $1.evenness }), survey.isTable else { return nil }
    return ShapeCandidate(survey.lines, survey.table())
  }
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

/// Records from one line on, as long as lines have the delimiter, and whether they look like a table.
private struct RecordSurvey {
  private let text: TextLines
  private let delimiter: Delimiter
  private(set) var lines: Range<Int>
  private(set) var isTable = false
  /// The share of records that have the usual length.
  private(set) var evenness = 0.0
  private var width = 0
  private var count = 0

  /// Records whose fields are looked at.
  private static let sampleSize = 400

  init(_ text: TextLines, _ free: FreeLines, from start: Int, delimiter: Delimiter) {
    self.text = text
    self.delimiter = delimiter
    var scanner = RecordScanner(text, delimiter: delimiter)
    var lengths: [Int: Int] = [:]
    var line = start
    var sample = FieldSample()
    while line < text.count, free[line], scanner.mayStart(at: line) {
      let next = scanner.scan(from: line)
      guard scanner.fields.count > 1 else { break }
      lengths[scanner.fields.count, default: 0] += 1
      width = max(width, scanner.fields.count)
      if count < RecordSurvey.sampleSize { sample.take(scanner) }
      count += 1
      line = next
    }
    lines = start..<line
    guard count > 1, let usual = lengths.values.max(), usual * 5 >= count * 4 else { return }
    isTable = delimiter == .tab || text.isNamedDelimited ? sample.hasSeveralColumns : sample.looksLikeFields
  }

  /// All records of a text whose name promises them, from the first to the last that has the delimiter.
  init(named text: TextLines, delimiter: Delimiter) {
    self.text = text
    self.delimiter = delimiter
    lines = 0..<0
    guard (0..<text.count).contains(where: { text[$0].traits.contains(delimiter.trait) }) else { return }
    var scanner = RecordScanner(text, delimiter: delimiter)
    var lengths: [Int: Int] = [:]
    var line = 0
    var (start, end) = (0, 0)
    // Records without the delimiter since the last that had it.
    var single = 0
    while line < text.count {
      if scanner.isEmpty(line) {
        line += 1
        continue
      }
      var next = scanner.scan(from: line)
      if scanner.fields.count > 1 {
        if lengths.isEmpty {
          // From here on as the table is made: a quotation mark before it that nothing closes is of no account.
          scanner = RecordScanner(text, delimiter: delimiter)
          next = scanner.scan(from: line)
          (start, single) = (line, 0)
        }
        lengths[scanner.fields.count, default: 0] += 1
        width = max(width, scanner.fields.count)
        count += 1 + single
        (end, single) = (next, 0)
      } else {
        single += 1
      }
      line = next
    }
    lines = start..<end
    guard let usual = lengths.values.max(), usual > 1 else { return }
    evenness = Double(usual) / Double(count)
    isTable = evenness >= 0.5
  }

  /// The cells of all records; shorter rows leave holes.
  func table() -> TextTable {
    var table = TextTable(rowCount: count, columnCount: width)
    table.cells.reserveCapacity(count * width)
    table.kinds.reserveCapacity(count * width)
    // From its first state: a quotation mark that nothing closes changes how the lines after it are read, not those before.
    var scanner = RecordScanner(text, delimiter: delimiter)
    var line = lines.lowerBound
    var row = 0
    while line < lines.upperBound, row < count {
      if scanner.isEmpty(line) {
        line += 1
        continue
      }
      line = scanner.scan(from: line)
      for (column, field) in scanner.fields.enumerated() {
        let content = scanner.content(of: field)
        table.append(
          rows: row..<(row + 1), columns: column..<(column + 1), text: content, lines: field.lines,
          kind: CellMeaning(content), evidence: .stated)
      }
      row += 1
    }
    return table
  }
}

/// What fields look like: those of tables are short, no sentences, seldom with a space before them.
private struct FieldSample {
  private var records = 0
  private var fields = 0
  private var values = 0
  private var doubts = 0
  /// Per column, whether any field has text.
  private var filled: [Bool] = []

  mutating func take(_ scanner: RecordScanner) {
    records += 1
    for (column, field) in scanner.fields.enumerated() {
      let content = scanner.content(of: field)
      fields += 1
      if column == filled.count { filled.append(false) }
      if content.isEmpty { continue }
      filled[column] = true
      if CellMeaning(content) == .value { values += 1 }
      let isSpaced = column > 0 && content.utf8.first == UInt8(ascii: " ")
      if content.utf8.count > 120 || isSpaced || ProseSigns.endsStatement(content) || ProseSigns.looksLikeCode(content)
      {
        doubts += 1
      }
    }
  }

  var hasSeveralColumns: Bool { filled.count { $0 } > 1 }

  /// Text with one comma a line is common; without a column of numbers it takes more to be a table.
  var looksLikeFields: Bool {
    guard hasSeveralColumns, doubts * 5 <= fields else { return false }
    return values * 4 >= fields || filled.count > 2 && records > 2 && doubts * 20 <= fields
  }
}

/// Scans records field by field.
private struct RecordScanner {
  private let text: TextLines
  private let delimiter: Delimiter
  /// The fields of the record scanned last.
  private(set) var fields: [Field] = []
  /// Off after a quotation mark that nothing closes: then they are characters like others.
  private var readsQuotes = true

  /// A field of a record.
  struct Field {
    /// Offsets into the text, without quotation marks around.
    var bytes: Range<Int>
    var isQuoted: Bool
    /// Indices of lines, from 0.
    var lines: ClosedRange<Int>
  }

  /// A quoted field that is longer is none.
  private static let longestField = 1 << 16

  init(_ text: TextLines, delimiter: Delimiter) {
    self.text = text
    self.delimiter = delimiter
  }

  /// Whether a record may begin at a line: it has the delimiter, or a quoted field that may go on; a row of tabs alone is one of
  /// empty cells.
  func mayStart(at line: Int) -> Bool {
    let traits = text[line].traits
    if delimiter == .tab && traits.contains(.leadingTab) { return true }
    return !traits.contains(.blank) && !traits.isDisjoint(with: [delimiter.trait, .quote])
  }

  /// Whether a line is blank; a row of tabs alone is one of empty cells.
  func isEmpty(_ line: Int) -> Bool {
    text[line].isBlank && !(delimiter == .tab && text[line].traits.contains(.leadingTab))
  }

  /// Scans the record that begins at a line into ``fields``; returns the line after it.
  mutating func scan(from first: Int) -> Int {
    fields.removeAll(keepingCapacity: true)
    let bytes = text.utf8.span
    var line = first
    var start = text[first].start
    var end = text[first].end
    while true {
      let mark = quotationMark(bytes, start..<end)
      if readsQuotes, let mark {
        if let (content, last) = quoted(bytes, from: mark, line: line) {
          fields.append(Field(bytes: content, isQuoted: true, lines: line...last))
          line = last
          end = text[line].end
          guard content.upperBound + 1 < end else { return line + 1 }
          start = content.upperBound + 2
          continue
        }
        readsQuotes = false
      }
      var position = start
      while position < end && bytes[position] != delimiter.rawValue { position += 1 }
      fields.append(Field(bytes: start..<position, isQuoted: false, lines: line...line))
      guard position < end else { return line + 1 }
      start = position + 1
    }
  }

  /// Where a field begins with a quotation mark; behind spaces only where the name of the text promises fields.
  private func quotationMark(_ bytes: Span<UInt8>, _ field: Range<Int>) -> Int? {
    var position = field.lowerBound
    while text.isNamedDelimited, position < field.upperBound, bytes[position] == 0x20 { position += 1 }
    return position < field.upperBound && bytes[position] == UInt8(ascii: "\"") ? position : nil
  }

  /// A quoted field: its bytes between the marks and its last line; `nil` where no mark before a delimiter or a line's end closes it.
  private func quoted(_ bytes: Span<UInt8>, from start: Int, line: Int) -> (Range<Int>, Int)? {
    var line = line
    var position = start + 1
    let limit = min(bytes.count, position + RecordScanner.longestField)
    while position < limit {
      if position >= text[line].end {
        guard line + 1 < text.count else { return nil }
        line += 1
        position = max(position + 1, text[line].start)
      } else if bytes[position] == UInt8(ascii: "\"") {
        let next = position + 1
        let isAtEnd = next == text[line].end
        guard !isAtEnd && bytes[next] == UInt8(ascii: "\"") else {
          return isAtEnd || bytes[next] == delimiter.rawValue ? ((start + 1)..<position, line) : nil
        }
        position += 2
      } else {
        position += 1
      }
    }
    return nil
  }

  /// The text of a field: doubled marks once, line ends as newlines.
  func content(of field: Field) -> String {
    guard field.isQuoted else { return text.string(field.bytes, of: field.lines.lowerBound) }
    var pieces: [String] = []
    for line in field.lines {
      let range = max(field.bytes.lowerBound, text[line].start)..<min(field.bytes.upperBound, text[line].end)
      pieces.append(range.isEmpty ? "" : text.string(range, of: line))
    }
    return pieces.joined(separator: "\n").replacing("\"\"", with: "\"")
  }
}
