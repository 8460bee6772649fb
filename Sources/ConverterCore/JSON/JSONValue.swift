/// A JSON value whose objects know their members by name; for files that people write, which are small.
package enum JSONValue {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case null
  /// A number that is not whole, or larger than those that programs calculate with; kept only to be refused by name.
  case fraction

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

extension JSONScanner {
  /// All of a file as one value.
  package mutating func document() throws(ReadingError) -> JSONValue {
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
      _ = try double()
      return .fraction
    }
  }
}
