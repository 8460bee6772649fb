internal import ConverterCore
internal import FoundationEssentials

/// Tables whose cells are separated by tabs, semicolons or commas (RFC 4180 with the dialects that spreadsheet programs
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

  /// The table that a text is whose name promises separated values: with the delimiter that its first line names, or by which the
  /// most records have one length, however ragged the others are. Lines before and behind it that have no delimiter are captions
  /// and notes; blank lines say nothing. Without any delimiter it has one column.
  static func named(_ text: TextLines) -> ShapeCandidate? {
    guard text.isNamedDelimited else { return nil }
    let stated = Delimiter(statedBy: text)
    let delimiters = stated.map { [$0] } ?? Delimiter.allCases
    let start = stated == nil ? 0 : 1
    let surveys = delimiters.map { RecordSurvey(named: text, from: start, delimiter: $0) }
    // Of equally many the one that leaves quotation marks whole, or the first: commas may be those of decimals.
    let ranks = surveys.map { ($0.usualCount, $0.cutsQuotes ? 0 : 1) }
    guard let best = surveys.indices.max(by: { ranks[$0] < ranks[$1] }).map({ surveys[$0] }) else { return nil }
    let survey = best.usualCount > 0 ? best : RecordSurvey(column: text, from: start)
    guard survey.isTable else { return nil }
    var table = survey.table()
    table.setHeaderOfNames()
    return ShapeCandidate((stated == nil ? survey.lines.lowerBound : 0)..<survey.lines.upperBound, table)
  }
}

/// What separates the fields of a record.
enum Delimiter: UInt8, CaseIterable {
  case tab = 0x09
  case semicolon = 0x3B
  case comma = 0x2C

  /// The delimiter that the first line of a text names for Excel: `sep=;`. Any other character is none of ours.
  init?(statedBy text: TextLines) {
    guard text.count > 1, text[0].bytes.count <= 7 else { return nil }
    let bytes = text.utf8.span
    let statement = text[0].bytes.map { bytes[$0] }.filter { $0 != UInt8(ascii: "\"") }
    guard statement.count == 5, statement.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8) else { return nil }
    self.init(rawValue: statement[4])
  }

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
  /// How many records have the usual length, two fields or more.
  private(set) var usualCount = 0
  /// Whether the delimiter cuts quotation marks apart.
  private(set) var cutsQuotes = false
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
  init(named text: TextLines, from first: Int, delimiter: Delimiter) {
    self.text = text
    self.delimiter = delimiter
    lines = 0..<0
    guard (first..<text.count).contains(where: { text[$0].traits.contains(delimiter.trait) }) else { return }
    var scanner = RecordScanner(text, delimiter: delimiter)
    var lengths: [Int: Int] = [:]
    var line = first
    var sample = FieldSample()
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
        if count < RecordSurvey.sampleSize { sample.take(scanner) }
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
    usualCount = lengths.values.max() ?? 0
    cutsQuotes = scanner.cutsQuotes
    // A single record is the header of a table without rows, unless other lines stand beside it.
    isTable = usualCount > 1 ? 2 * usualCount >= count : count == 1 && single == 0 && sample.hasNoDoubts
  }

  /// The records of a text that has no delimiter, one field each; prose is none.
  init(column text: TextLines, from first: Int) {
    self.text = text
    delimiter = .comma
    lines = 0..<0
    var scanner = RecordScanner(text, delimiter: delimiter)
    var line = first
    var (start, end) = (text.count, 0)
    var sample = FieldSample()
    while line < text.count {
      if scanner.isEmpty(line) {
        line += 1
        continue
      }
      let next = scanner.scan(from: line)
      sample.take(scanner)
      width = max(width, scanner.fields.count)
      (start, end, count) = (min(start, line), next, count + 1)
      line = next
    }
    guard count > 0 else { return }
    lines = start..<end
    isTable = width == 1 && sample.hasNoDoubts
  }

  /// The cells of all records; shorter rows leave holes.
  func table() -> TextTable {
    var table = TextTable(rowCount: count, columnCount: width)
    table.cells.reserveCapacity(count * width)
    table.meanings.reserveCapacity(count * width)
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
          meaning: CellMeaning(content), evidence: .stated)
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

  /// Whether no field reads like a sentence or a program.
  var hasNoDoubts: Bool { fields > 0 && doubts == 0 }

  var hasSeveralColumns: Bool { filled.count { $0 } > 1 }

  /// Text with one comma a line is common; without a column of numbers it takes more to be a table.
  var looksLikeFields: Bool {
    guard hasSeveralColumns, doubts * 5 <= fields else { return false }
    return values * 4 >= fields || filled.count > 2 && records > 2 && doubts * 20 <= fields
  }
}
