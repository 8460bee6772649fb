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
    if dialect.escapesFormulas && isFormula(text) {
      field(("'" + text).utf8.span)
    } else {
      field(text.utf8.span)
    }
  }

  /// A place in the words of its description; the path of a cell, which most places of tables are, without a text of its own.
  package mutating func field(_ place: Place, _ dialect: CSVDialect) {
    guard case .element(let path) = place, path.row > 0, path.cell > 0, !needsQuotes(path.path.utf8.span) else {
      return field(place.description, dialect)
    }
    append(atMost: path.path.utf8.count + ElementPath.stepsLength) { output in
      output.append(path.path)
      output.appendSteps(of: path)
    }
  }

  private mutating func field(_ text: Span<UInt8>) {
    guard needsQuotes(text) else { return append(atMost: text.count) { $0.append(text) } }
    append(byte: UInt8(ascii: "\""))
    for index in text.indices {
      if text[index] == UInt8(ascii: "\"") { append(byte: text[index]) }
      append(byte: text[index])
    }
    append(byte: UInt8(ascii: "\""))
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

/// Whether a spreadsheet program would take the text for a formula: it begins with one of `= + - @`, a tab or a carriage
/// return (OWASP, CSV Injection), or a full-width form of these, which programs set to East Asian languages take as well.
private func isFormula(_ text: String) -> Bool {
  switch text.unicodeScalars.first {
  case "=", "@", "\t", "\r", "＝", "＠": true
  case "+", "-", "＋", "－": Quantity(text) == nil && !text.unicodeScalars.allSatisfy { $0 == "-" || $0 == "－" }
  default: false
  }
}
