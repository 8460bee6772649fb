/// One value of a profile's file together with the way to it, so that every complaint names its spot.
struct ProfileNode {
  let value: JSONValue
  let path: String

  func fail(_ problem: String) -> ProfileError {
    ProfileError(path: path, problem: problem)
  }
}

extension ProfileNode {
  /// An object; members other than the known ones are refused, because a misspelt name would silently do nothing.
  ///
  /// - Parameter known: the names that may occur.
  func object(_ known: String...) throws(ProfileError) -> ProfileObject {
    guard case .object(let members) = value else { throw fail("expected an object, found \(value.kind)") }
    let allowed = Set(known + ["note"])
    if let unknown = members.keys.filter({ !allowed.contains($0) }).sorted().first {
      throw fail("there is no member “\(unknown)”; known are \(known.joined(separator: ", "))")
    }
    return ProfileObject(node: self, members: members)
  }

  /// An object whose members have names of the author's choice, in the order of the names.
  func dictionary() throws(ProfileError) -> [(name: String, node: ProfileNode)] {
    guard case .object(let members) = value else { throw fail("expected an object, found \(value.kind)") }
    return members.keys.sorted().compactMap { name in
      members[name].map { (name, ProfileNode(value: $0, path: child(name))) }
    }
  }

  func items() throws(ProfileError) -> [ProfileNode] {
    guard case .array(let items) = value else { throw fail("expected a list, found \(value.kind)") }
    return items.enumerated().map { ProfileNode(value: $1, path: "\(path)[\($0)]") }
  }

  /// A text that is not empty.
  func text() throws(ProfileError) -> String {
    guard case .string(let text) = value else { throw fail("expected a text, found \(value.kind)") }
    guard !text.isEmpty else { throw fail("the text is empty") }
    return text
  }

  func integer() throws(ProfileError) -> Int {
    guard case .integer(let number) = value else { throw fail("expected a whole number, found \(value.kind)") }
    return number
  }

  func flag() throws(ProfileError) -> Bool {
    guard case .boolean(let flag) = value else { throw fail("expected true or false, found \(value.kind)") }
    return flag
  }

  /// A decimal number as a text, so that no reader of JSON makes it binary; a whole number may stand as such.
  func decimal() throws(ProfileError) -> ExactDecimal {
    if case .integer(let number) = value { return ExactDecimal(number) }
    guard let number = ExactDecimal(try text()) else { throw fail("expected a decimal number such as \"0.01\"") }
    return number
  }

  func texts() throws(ProfileError) -> [String] {
    var texts: [String] = []
    for item in try items() { texts.append(try item.text()) }
    return texts
  }

  /// One of the raw values of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) throws(ProfileError) -> Choice
  where Choice.RawValue == String {
    guard let choice = Choice(rawValue: try text()) else {
      throw fail("expected one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return choice
  }

  fileprivate func child(_ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }
}

/// An object of a profile's file, member by member.
struct ProfileObject {
  let node: ProfileNode
  fileprivate let members: [String: JSONValue]

  /// A member that must be there.
  func required(_ name: String) throws(ProfileError) -> ProfileNode {
    guard let node = optional(name) else { throw self.node.fail("the member “\(name)” is missing") }
    return node
  }

  /// A member that may be missing or null.
  func optional(_ name: String) -> ProfileNode? {
    switch members[name] {
    case nil, .null: nil
    case let value?: ProfileNode(value: value, path: node.child(name))
    }
  }

  /// A list of texts, empty where it is missing.
  func texts(_ name: String) throws(ProfileError) -> [String] {
    try optional(name)?.texts() ?? []
  }

  /// The items of a list, empty where it is missing.
  func items(_ name: String) throws(ProfileError) -> [ProfileNode] {
    try optional(name)?.items() ?? []
  }

  /// A flag, false where it is missing.
  func flag(_ name: String) throws(ProfileError) -> Bool {
    try optional(name)?.flag() ?? false
  }
}
