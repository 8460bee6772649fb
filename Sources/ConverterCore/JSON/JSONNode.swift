/// One value of a JSON file that people write, together with the way to it, so that every complaint names its spot.
package struct JSONNode {
  package let value: JSONValue

  /// The way from the top of the file; empty for the file as a whole.
  package let path: String

  private init(value: JSONValue, path: String) {
    self.value = value
    self.path = path
  }

  /// The top of a file.
  ///
  /// - Throws: ``JSONNodeError`` where the bytes are no JSON.
  package init(json: [UInt8]) throws(JSONNodeError) {
    do throws(ReadingError) {
      self.init(value: try JSONValue(json: json), path: "")
    } catch {
      throw JSONNodeError(path: "", problem: "the file is no valid JSON\(Self.mistake(error, in: json))")
    }
  }

  /// A mistake in JSON with its line and the byte in the line, as what follows a clause.
  private static func mistake(_ error: ReadingError, in json: [UInt8]) -> String {
    let detail = if case .damaged(_, let detail) = error.reason { detail } else { "it is nested too deeply" }
    guard case .byte(let offset)? = error.place else { return ": \(detail)" }
    let (line, byte) = JSONScanner.lineAndByte(at: offset, in: json)
    return ", line \(line), byte \(byte): \(detail)"
  }

  package func fail(_ problem: String) -> JSONNodeError {
    JSONNodeError(path: path, problem: problem)
  }
}

extension JSONNode {
  /// An object; members other than the known ones are refused, because a misspelt name would silently do nothing.
  ///
  /// - Parameter known: the names that may occur.
  package func object(_ known: String...) throws(JSONNodeError) -> JSONMembers {
    guard case .object(let members) = value else { throw fail("expected an object, found \(value.kind)") }
    let allowed = Set(known + ["note"])
    if let unknown = members.keys.filter({ !allowed.contains($0) }).sorted().first {
      throw fail("there is no member “\(unknown)”; known are \(known.joined(separator: ", "))")
    }
    return JSONMembers(node: self, members: members)
  }

  /// An object whose members have names of the author's choice, in the order of the names.
  package func dictionary() throws(JSONNodeError) -> [(name: String, node: JSONNode)] {
    guard case .object(let members) = value else { throw fail("expected an object, found \(value.kind)") }
    return members.keys.sorted().compactMap { name in
      members[name].map { (name, node($0, at: name)) }
    }
  }

  package func items() throws(JSONNodeError) -> [JSONNode] {
    guard case .array(let items) = value else { throw fail("expected a list, found \(value.kind)") }
    return items.enumerated().map { JSONNode(value: $1, path: "\(path)[\($0)]") }
  }

  /// A text that is not empty.
  package func text() throws(JSONNodeError) -> String {
    guard case .string(let text) = value else { throw fail("expected a text, found \(value.kind)") }
    guard !text.isEmpty else { throw fail("the text is empty") }
    return text
  }

  package func integer() throws(JSONNodeError) -> Int {
    guard case .integer(let number) = value else { throw fail("expected a whole number, found \(value.kind)") }
    return number
  }

  package func flag() throws(JSONNodeError) -> Bool {
    guard case .boolean(let flag) = value else { throw fail("expected true or false, found \(value.kind)") }
    return flag
  }

  package func texts() throws(JSONNodeError) -> [String] {
    var texts: [String] = []
    for item in try items() { texts.append(try item.text()) }
    return texts
  }

  /// One of the raw values of an enumeration.
  package func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) throws(JSONNodeError) -> Choice
  where Choice.RawValue == String {
    let text = try text()
    guard let choice = Choice(rawValue: text) else {
      throw fail("expected one of \(Choice.allCases.map(\.rawValue).joined(separator: ", ")), found “\(text)”")
    }
    return choice
  }

  fileprivate func node(_ value: JSONValue, at name: String) -> JSONNode {
    JSONNode(value: value, path: child(name))
  }

  private func child(_ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }
}

/// An object of a JSON file, member by member.
package struct JSONMembers {
  package let node: JSONNode
  fileprivate let members: [String: JSONValue]

  /// A member that must be there.
  package func required(_ name: String) throws(JSONNodeError) -> JSONNode {
    guard let node = optional(name) else { throw self.node.fail("the member “\(name)” is missing") }
    return node
  }

  /// A member that may be missing or null.
  package func optional(_ name: String) -> JSONNode? {
    switch members[name] {
    case nil, .null: nil
    case let value?: node.node(value, at: name)
    }
  }

  /// A list of texts, empty where it is missing.
  package func texts(_ name: String) throws(JSONNodeError) -> [String] {
    try optional(name)?.texts() ?? []
  }

  /// The items of a list, empty where it is missing.
  package func items(_ name: String) throws(JSONNodeError) -> [JSONNode] {
    try optional(name)?.items() ?? []
  }

  /// A flag, false where it is missing.
  package func flag(_ name: String) throws(JSONNodeError) -> Bool {
    try optional(name)?.flag() ?? false
  }
}
