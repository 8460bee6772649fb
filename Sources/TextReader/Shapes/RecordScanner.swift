internal import ConverterCore
internal import FoundationEssentials

/// Scans records field by field.
struct RecordScanner {
  private let text: TextLines
  private let delimiter: Delimiter
  /// The fields of the record scanned last.
  private(set) var fields: [Field] = []
  /// Off after a quotation mark that nothing closes: then they are characters like others.
  private var readsQuotes = true
  /// Whether a field began with a quotation mark that nothing closed before a delimiter, as where `"Moss; Fern",4` is cut at `;`.
  var cutsQuotes: Bool { !readsQuotes }

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
