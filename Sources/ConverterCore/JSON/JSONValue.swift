/// A JSON value whose objects know their members by name; for files that people write, which are small.
package enum JSONValue {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case null
  /// A number that is not whole, kept only to be refused by name.
  case fraction

  /// What the value is, in words for messages.
  package var kind: String {
    switch self {
    case .object: "an object"
    case .array: "a list"
    case .string: "a text"
    case .integer: "a number"
    case .fraction: "a number that is not whole"
    case .boolean: "true or false"
    case .null: "null"
    }
  }
}

extension JSONValue {
  /// Reads one value of any kind.
  ///
  /// - Throws: ``ReadingError`` `damaged` where there is none, and where an object has two members of the same name: of
  ///   two that a person wrote, one would silently do nothing.
  init(from json: inout JSONScanner) throws(ReadingError) {
    switch json.next {
    case UInt8(ascii: "{"):
      var members: [String: JSONValue] = [:]
      try json.beginObject()
      while let (name, start) = try json.nextName() {
        let value = try JSONValue(from: &json)
        guard members.updateValue(value, forKey: name) == nil else {
          throw json.damaged("the member “\(name)” stands here for the second time", at: start)
        }
      }
      self = .object(members)
    case UInt8(ascii: "["):
      var items: [JSONValue] = []
      try json.beginArray()
      while try json.nextItem() { items.append(try JSONValue(from: &json)) }
      self = .array(items)
    case UInt8(ascii: "\""): self = .string(try json.string())
    case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .boolean(try json.boolean())
    case UInt8(ascii: "n"):
      try json.null()
      self = .null
    default:
      let start = json.offset
      let number = try json.number()
      if let whole = Int(number), String(whole) == number {
        self = .integer(whole)
      } else if Double(number) != nil {
        self = .fraction
      } else {
        throw json.damaged("“\(number)” is no number", at: start)
      }
    }
  }
}
