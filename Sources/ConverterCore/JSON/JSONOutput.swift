/// Appends JSON (RFC 8259) to a buffer: separators, line layout and escapes; it knows nothing of documents.
///
/// A comma is due exactly where the last byte neither opens an object or array nor ends a separator. Strings end in a
/// quotation mark, so the last byte tells. The buffer is handed over only after whole items: without a last byte a comma is
/// due.
struct JSONOutput {
  var buffer = OutputBuffer()

  /// Whether each ``beginItem()`` starts a line, indented by its depth.
  let startsLines: Bool

  private var depth = 0

  init(startsLines: Bool) {
    self.startsLines = startsLines
  }
}

extension JSONOutput {
  mutating func beginObject() { buffer.append(byte: UInt8(ascii: "{")) }

  mutating func endObject() { buffer.append(byte: UInt8(ascii: "}")) }

  /// Begins an array whose items are one level deeper.
  mutating func beginArray() {
    depth += 1
    buffer.append(byte: UInt8(ascii: "["))
  }

  mutating func endArray() {
    depth -= 1
    buffer.append(byte: UInt8(ascii: "]"))
  }

  /// Begins an item of an array, or a member that deserves a line of its own.
  mutating func beginItem() {
    separate()
    guard startsLines else { return }
    buffer.append(byte: UInt8(ascii: "\n"))
    for _ in 0...depth { buffer.append(byte: UInt8(ascii: " ")) }
  }

  /// Begins a member; its value follows.
  ///
  /// - Precondition: the name needs no escape.
  mutating func name(_ name: String) {
    separate()
    buffer.append(byte: UInt8(ascii: "\""))
    buffer.append(name)
    buffer.append(byte: UInt8(ascii: "\""))
    buffer.append(byte: UInt8(ascii: ":"))
  }

  /// Puts a comma where one is due.
  mutating func separate() {
    switch buffer.bytes.last {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: " "): return
    default: buffer.append(byte: UInt8(ascii: ","))
    }
  }
}

extension JSONOutput {
  mutating func member(_ name: String, _ value: Int) {
    self.name(name)
    buffer.append(value)
  }

  mutating func member(_ name: String, _ value: String) {
    self.name(name)
    string(value)
  }

  /// A member that is left out where there is no value.
  mutating func member(_ name: String, _ value: Int?) {
    if let value { member(name, value) }
  }

  /// A member that is left out where there is no value.
  mutating func member(_ name: String, _ value: String?) {
    if let value { member(name, value) }
  }

  /// A string in quotation marks; only what RFC 8259 demands is escaped.
  mutating func string(_ text: String) {
    buffer.append(byte: UInt8(ascii: "\""))
    if text.utf8.contains(where: needsEscape) {
      for byte in text.utf8 { escaped(byte) }
    } else {
      buffer.append(text)
    }
    buffer.append(byte: UInt8(ascii: "\""))
  }

  private mutating func escaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): buffer.append("\\\"")
    case UInt8(ascii: "\\"): buffer.append("\\\\")
    case UInt8(ascii: "\n"): buffer.append("\\n")
    case UInt8(ascii: "\t"): buffer.append("\\t")
    case UInt8(ascii: "\r"): buffer.append("\\r")
    case 0..<0x10: buffer.append("\\u000" + String(byte, radix: 16))
    case 0..<0x20: buffer.append("\\u00" + String(byte, radix: 16))
    default: buffer.append(byte: byte)
    }
  }
}

/// Whether a byte of UTF-8 cannot stand in a JSON string as it is.
private func needsEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}
