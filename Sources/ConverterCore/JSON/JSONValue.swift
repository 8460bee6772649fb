/// A JSON value whose objects know their members by name; for small files.
package enum JSONValue {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case null
  /// A number that is not whole, or larger than those that programs calculate with, as it is written; nothing of ours has one.
  case fraction(String)

  /// What the value is, in words for messages.
  package var kind: String {
    switch self {
    case .object: "an object"
    case .array: "a list"
    case .string: "a text"
    case .integer: "a number"
    case .fraction: "a number that is not whole or too large"
    case .boolean: "true or false"
    case .null: "null"
    }
  }
}

extension JSONValue {
  /// Reads all of a file.
  ///
  /// - Throws: ``ReadingError`` `damaged` where the bytes are no JSON, `limit` where it is nested deeper than anything of ours.
  package init(json bytes: some Sequence<UInt8>) throws(ReadingError) {
    var scanner = JSONScanner(Array(bytes), maximumDepth: 64)
    self = try scanner.document()
  }
}

extension JSONScanner {
  /// All of a file as one value.
  fileprivate mutating func document() throws(ReadingError) -> JSONValue {
    try expectUTF8()
    let value = try value()
    try expectEnd()
    return value
  }

  private mutating func value() throws(ReadingError) -> JSONValue {
    switch nextByte() {
    case UInt8(ascii: "{"):
      var members: [String: JSONValue] = [:]
      try beginObject()
      while let name = try nextMember() {
        // In an object of very many members the scanner does not look for those that stand there twice.
        guard try members.updateValue(value(), forKey: name) == nil else { throw twice(name) }
      }
      return .object(members)
    case UInt8(ascii: "["):
      var items: [JSONValue] = []
      try beginArray()
      while try nextItem() { items.append(try value()) }
      return .array(items)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean(try boolean())
    case UInt8(ascii: "n"):
      try skipValue()
      return .null
    default:
      let start = offset
      if let number = try? integer() { return .integer(number) }
      offset = start
      return .fraction(try finiteNumber())
    }
  }

  /// A number that a program can calculate with, as it is written.
  private mutating func finiteNumber() throws(ReadingError) -> String {
    let start = offset
    _ = try double()
    offset = start
    return try number()
  }
}

extension JSONOutput {
  /// A value, the members of objects in the order of their names.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .object(let members):
      beginObject()
      for (name, member) in members.sorted(by: { $0.key < $1.key }) {
        separate()
        string(name)
        buffer.append(byte: UInt8(ascii: ":"))
        self.value(member)
      }
      endObject()
    case .array(let items):
      beginArray()
      for item in items {
        separate()
        self.value(item)
      }
      endArray()
    case .string(let text): string(text)
    case .integer(let number): buffer.append(number)
    case .fraction(let number): buffer.append(number)
    case .boolean(let isTrue): buffer.append(isTrue ? "true" : "false")
    case .null: buffer.append("null")
    }
  }
}
