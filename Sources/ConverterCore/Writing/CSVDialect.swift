/// How fields and lines become CSV (RFC 4180, UTF-8).
public struct CSVDialect: Hashable, Sendable {
  /// What ends a line. Line breaks inside fields stay line feeds.
  public enum LineEnding: String, Hashable, Sendable, CaseIterable {
    case lf, crlf
  }

  public var lineEnding: LineEnding

  /// Whether the output begins with U+FEFF, by which spreadsheet programs know UTF-8.
  public var byteOrderMark: Bool

  /// Whether text that a spreadsheet program would run as a formula is disarmed by an apostrophe before it.
  ///
  /// Numbers with a sign and lone dashes cannot be formulas and stay as they are. For programs that read CSV as data the
  /// apostrophe is a change of the text: hence a mode and not the default.
  public var escapesFormulas: Bool

  public init(lineEnding: LineEnding = .lf, byteOrderMark: Bool = false, escapesFormulas: Bool = false) {
    self.lineEnding = lineEnding
    self.byteOrderMark = byteOrderMark
    self.escapesFormulas = escapesFormulas
  }
}

extension OutputBuffer {
  /// A field, in quotation marks where it holds a separator, a quotation mark or a line break.
  package mutating func field(_ text: String, _ dialect: CSVDialect) {
    append(atMost: dialect.room(for: text)) { $0.field(text, dialect) }
  }

  /// A place in the words of its description.
  package mutating func field(_ place: Place, _ dialect: CSVDialect) {
    append(atMost: dialect.room(for: place)) { $0.field(place, dialect) }
  }

  package mutating func endField() {
    append(byte: UInt8(ascii: ","))
  }

  package mutating func endLine(_ dialect: CSVDialect) {
    if dialect.lineEnding == .crlf { append(byte: UInt8(ascii: "\r")) }
    append(byte: UInt8(ascii: "\n"))
  }

  package mutating func byteOrderMark() {
    append("\u{FEFF}")
  }
}

extension CSVDialect {
  /// The most bytes of a field: all of its own doubled, two quotation marks and an apostrophe.
  package func room(for text: String) -> Int { 2 * text.utf8.count + 3 }

  package func room(for place: Place) -> Int {
    switch place {
    case .lines, .page, .byte: 120
    case .element(let path): 2 * path.path.utf8.count + 3 + ElementPath.stepsLength
    }
  }
}

/// Fields put into room for them (``CSVDialect/room(for:)``).
extension OutputSpan<UInt8> {
  package mutating func field(_ text: String, _ dialect: CSVDialect) {
    if dialect.escapesFormulas && isFormula(text) {
      field(("'" + text).utf8.span)
    } else {
      field(text.utf8.span)
    }
  }

  /// A place in the words of its description; those that most places have, a line or the path of a cell, without a text of
  /// their own.
  package mutating func field(_ place: Place, _ dialect: CSVDialect) {
    switch place {
    case .lines(let lines) where lines.lowerBound == lines.upperBound:
      append("line ")
      append(lines.lowerBound)
    case .element(let path) where path.row > 0 && path.cell > 0 && !needsQuotes(path.path.utf8.span):
      append(text: path.path)
      appendSteps(of: path)
    default: field(place.description, dialect)
    }
  }

  private mutating func field(_ text: Span<UInt8>) {
    guard needsQuotes(text) else { return append(text) }
    append(UInt8(ascii: "\""))
    for index in text.indices {
      if text[index] == UInt8(ascii: "\"") { append(text[index]) }
      append(text[index])
    }
    append(UInt8(ascii: "\""))
  }
}

private func needsQuotes(_ text: Span<UInt8>) -> Bool {
  // No way out in the middle: so the loop takes many bytes at a time.
  var found = false
  for index in text.indices {
    let byte = text[index]
    let isSeparator = byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"")
    if isSeparator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { found = true }
  }
  return found
}

/// Whether a spreadsheet program would take the text for a formula: it begins with one of `= + - @`, a tab, a carriage
/// return or a line feed (OWASP, CSV Injection), or a full-width form of these, which programs set to East Asian languages take
/// as well.
private func isFormula(_ text: String) -> Bool {
  switch text.unicodeScalars.first {
  case "=", "@", "\t", "\r", "\n", "＝", "＠": true
  case "+", "-", "＋", "－": Quantity(text) == nil && !text.unicodeScalars.allSatisfy { $0 == "-" || $0 == "－" }
  default: false
  }
}
