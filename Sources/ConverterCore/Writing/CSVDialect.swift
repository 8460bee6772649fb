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
    let disarmed = dialect.escapesFormulas && isFormula(text) ? "'" + text : text
    guard disarmed.utf8.contains(where: needsQuotes) else { return append(disarmed) }
    append(byte: UInt8(ascii: "\""))
    for byte in disarmed.utf8 {
      if byte == UInt8(ascii: "\"") { append(byte: byte) }
      append(byte: byte)
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

private func needsQuotes(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
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
