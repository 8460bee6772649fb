internal import Bytes

/// Appends JSON (RFC 8259) to a buffer: separators, line layout and escapes; it knows nothing of documents.
///
/// A comma is due exactly where the last byte neither opens an object or array nor ends a separator. Strings end in a
/// quotation mark, so the last byte tells. The buffer is handed over only after whole items: without a last byte a comma is
/// due.
package struct JSONOutput {
  package var buffer: OutputBuffer

  /// Whether each ``beginItem()`` starts a line, indented by its depth.
  let startsLines: Bool

  private var depth = 0

  package init(startsLines: Bool, buffer: consuming OutputBuffer = OutputBuffer()) {
    self.startsLines = startsLines
    self.buffer = buffer
  }
}

extension JSONOutput {
  package mutating func beginObject() { buffer.append(byte: UInt8(ascii: "{")) }

  package mutating func endObject() { buffer.append(byte: UInt8(ascii: "}")) }

  /// Begins an array whose items are one level deeper.
  package mutating func beginArray() {
    depth += 1
    buffer.append(byte: UInt8(ascii: "["))
  }

  package mutating func endArray() {
    depth -= 1
    buffer.append(byte: UInt8(ascii: "]"))
  }

  /// Begins an item of an array, or a member that deserves a line of its own.
  package mutating func beginItem() {
    separate()
    guard startsLines else { return }
    buffer.append(byte: UInt8(ascii: "\n"))
    for _ in 0...depth { buffer.append(byte: UInt8(ascii: " ")) }
  }

  /// Begins a member; its value follows.
  ///
  /// - Precondition: the name needs no escape.
  package mutating func name(_ name: StaticString) {
    separate()
    buffer.append(atMost: name.utf8CodeUnitCount + 3) { output in
      output.append(UInt8(ascii: "\""))
      output.append(name)
      output.append(UInt8(ascii: "\""))
      output.append(UInt8(ascii: ":"))
    }
  }

  /// Puts a comma where one is due.
  package mutating func separate() {
    switch buffer.bytes.last {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: " "): return
    default: buffer.append(byte: UInt8(ascii: ","))
    }
  }
}

extension JSONOutput {
  package mutating func member(_ name: StaticString, _ value: Int) {
    self.name(name)
    buffer.append(value)
  }

  package mutating func member(_ name: StaticString, _ value: String) {
    self.name(name)
    string(value)
  }

  /// A member that is left out where there is no value.
  package mutating func member(_ name: StaticString, _ value: Int?) {
    if let value { member(name, value) }
  }

  /// A member that is left out where there is no value.
  package mutating func member(_ name: StaticString, _ value: String?) {
    if let value { member(name, value) }
  }

  /// A member whose value is a word of our own that needs no escape.
  package mutating func member(_ name: StaticString, word: String) {
    self.name(name)
    buffer.append(atMost: word.utf8.count + 2) { output in
      output.append(UInt8(ascii: "\""))
      output.append(word)
      output.append(UInt8(ascii: "\""))
    }
  }

  /// A string in quotation marks; only what RFC 8259 demands is escaped.
  package mutating func string(_ text: String) {
    buffer.append(byte: UInt8(ascii: "\""))
    if JSONOutput.needsEscape(text) {
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

extension JSONOutput {
  /// Whether some byte of a text cannot stand in a JSON string as it is.
  static func needsEscape(_ text: String) -> Bool { needsEscape(text.utf8.span) }

  static func needsEscape(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index + 8 <= bytes.count {
      let word = ByteWord(bytes, at: index)
      if word.below(0x20) | word.first(UInt8(ascii: "\"")) | word.first(UInt8(ascii: "\\")) != 0 { return true }
      index += 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return true }
      index += 1
    }
    return false
  }
}
