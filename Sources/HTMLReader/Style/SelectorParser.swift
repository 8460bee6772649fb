/// Reads what stands before a block of declarations (Selectors Level 4, section 18), as far as a page that stands still
/// answers it; the rest becomes conditions that may hold.
struct SelectorParser {
  private var rest: ArraySlice<UInt8>

  private init(_ text: ArraySlice<UInt8>) {
    rest = text
  }

  /// The selectors between the commas but those that never hold; none where one is invalid, as browsers do it.
  static func selectors(_ text: ArraySlice<UInt8>) -> [Selector] {
    var parser = SelectorParser(text)
    return parser.list() ?? []
  }

  private mutating func list() -> [Selector]? {
    var selectors: [Selector] = []
    while true {
      guard let parts = parts() else { return nil }
      let never = parts.contains { $0.conditions.contains { if case .never = $0 { true } else { false } } }
      if !never, let selector = Selector(parts) { selectors.append(selector) }
      if rest.isEmpty { return selectors }
      guard take(",") else { return nil }
    }
  }

  /// One part of a selector, and how it is tied to the part before.
  fileprivate struct Part {
    enum Combinator { case descendant, child, sibling }

    var combinator: Combinator
    var conditions: [Selector.Condition] = []
    var specificity = 0
  }

  /// The parts of one selector from left to right, at least one.
  private mutating func parts() -> [Part]? {
    var parts: [Part] = []
    var combinator = Part.Combinator.descendant
    skipSpace()
    while true {
      guard let part = part(combinator) else { return nil }
      parts.append(part)
      let isApart = skipSpace()
      switch rest.first {
      case nil, UInt8(ascii: ","): return parts
      case UInt8(ascii: ">"): combinator = .child
      case UInt8(ascii: "+"), UInt8(ascii: "~"): combinator = .sibling
      default:
        guard isApart else { return nil }
        combinator = .descendant
        continue
      }
      rest = rest.dropFirst()
      skipSpace()
    }
  }

  private mutating func part(_ combinator: Part.Combinator) -> Part? {
    var part = Part(combinator: combinator)
    let start = rest.startIndex
    if !take("*"), let name = identifier() {
      let known = ElementName(rawValue: name[...].lowercasedASCII)
      part.conditions.append(.element(known ?? .other))
      if known == nil { part.conditions.append(.unknown) }
      part.specificity += Selector.elementWeight
    }
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "#"):
        rest = rest.dropFirst()
        guard let name = identifier() else { return nil }
        part.conditions.append(byte == UInt8(ascii: ".") ? .hasClass(name) : .id(name))
        part.specificity += byte == UInt8(ascii: ".") ? Selector.classWeight : Selector.idWeight
      case UInt8(ascii: "["):
        guard let condition = attribute() else { return nil }
        part.conditions.append(condition)
        part.specificity += Selector.classWeight
      case UInt8(ascii: ":"):
        guard pseudo(&part) else { return nil }
      default: return rest.startIndex > start ? part : nil
      }
    }
    return rest.startIndex > start ? part : nil
  }

  // MARK: Attributes

  /// `[name]`, `[name=value]`, `[name^="value"]`.
  private mutating func attribute() -> Selector.Condition? {
    rest = rest.dropFirst()
    skipSpace()
    guard let name = identifier()?[...].lowercasedASCII else { return nil }
    skipSpace()
    var comparison = AttributeCondition.Comparison.exists
    switch rest.first {
    case UInt8(ascii: "="): comparison = .equals
    case UInt8(ascii: "~"): comparison = .hasWord
    case UInt8(ascii: "|"): comparison = .hasLanguage
    case UInt8(ascii: "^"): comparison = .begins
    case UInt8(ascii: "$"): comparison = .ends
    case UInt8(ascii: "*"): comparison = .contains
    default: break
    }
    var value: [UInt8] = []
    if comparison != .exists {
      if comparison != .equals { rest = rest.dropFirst() }
      guard take("=") else { return nil }
      skipSpace()
      guard let text = string() ?? identifier() else { return nil }
      value = text
      skipSpace()
    }
    // A letter may follow that says how case counts.
    let plain = rest.first == UInt8(ascii: "]")
    rest = rest.drop { $0 != UInt8(ascii: "]") }
    guard take("]") else { return nil }
    let known = AttributeName(rawValue: name)
    guard plain, known != nil || AttributeName.isKeptByName(Array(name.utf8)[...]) else { return .unknown }
    return .attribute(
      AttributeCondition(
        name: known ?? .otherName, otherName: known == nil ? Array(name.utf8) : [], comparison: comparison, value: value
      ))
  }

  // MARK: Pseudo-classes

  /// `:name` and `::name`, some with more in brackets.
  ///
  /// - Returns: whether browsers know it, as far as its name says.
  private mutating func pseudo(_ part: inout Part) -> Bool {
    rest = rest.dropFirst()
    let isElement = take(":")
    guard let name = identifier()?[...].lowercasedASCII else { return false }
    // One browser's own: rules written for it alone hold in no other.
    if name.hasPrefix("-"), !name.hasPrefix("-webkit-") { return false }
    var arguments: ArraySlice<UInt8>?
    if rest.first == UInt8(ascii: "(") {
      guard let inner = brackets() else { return false }
      arguments = inner
    }
    part.specificity += Selector.classWeight
    switch name {
    case _ where isElement: part.conditions.append(.never)
    case "hover", "active", "focus", "focus-within", "focus-visible", "target", "before", "after", "first-line",
      "first-letter":
      part.conditions.append(.never)
    case "first-child": part.conditions.append(.firstChild)
    case "last-child": part.conditions.append(.lastChild)
    case "first-of-type": part.conditions.append(.firstOfType)
    case "root": part.conditions.append(.root)
    case "not":
      guard let inner = arguments.flatMap(SelectorParser.alternatives) else { return false }
      part.conditions += inner.map { $0.isSimple ? .not($0.conditions) : .unknown }
    default:
      part.conditions.append(.unknown)
      // What stands in its brackets may weigh as much.
      part.specificity += Selector.idWeight
    }
    return true
  }

  /// The last parts of the selectors in brackets, and whether they are all of them.
  private static func alternatives(
    _ text: ArraySlice<UInt8>
  ) -> [(conditions: [Selector.Condition], isSimple: Bool)]? {
    // Brackets in brackets would nest without bound.
    if text.contains(UInt8(ascii: "(")) { return [([], false)] }
    var parser = SelectorParser(text)
    var alternatives: [(conditions: [Selector.Condition], isSimple: Bool)] = []
    repeat {
      guard let parts = parser.parts(), let last = parts.last else { return nil }
      alternatives.append((last.conditions, parts.count == 1))
    } while parser.take(",")
    return parser.rest.isEmpty ? alternatives : nil
  }

  /// What stands between `(` and its `)`.
  private mutating func brackets() -> ArraySlice<UInt8>? {
    var depth = 0
    for index in rest.indices {
      if rest[index] == UInt8(ascii: "(") { depth += 1 }
      if rest[index] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 {
        defer { rest = rest[(index + 1)...] }
        return rest[(rest.startIndex + 1)..<index]
      }
    }
    return nil
  }

  // MARK: Names

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = rest.startIndex
    rest = rest.drop(while: isASCIISpace)
    return rest.startIndex > start
  }

  /// A name, in which a backslash takes the meaning from the next character (`md\:flex`) or stands before its number.
  private mutating func identifier() -> [UInt8]? {
    var name: [UInt8] = []
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...,
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        name.append(byte)
        rest = rest.dropFirst()
      case UInt8(ascii: "\\"): name += escaped()
      default: return name.isEmpty ? nil : name
      }
    }
    return name.isEmpty ? nil : name
  }

  /// What a backslash and the characters behind it stand for (CSS Syntax Level 3, section 4.3.7).
  private mutating func escaped() -> [UInt8] {
    rest = rest.dropFirst()
    let digits = rest.prefix(6).prefix { Character(Unicode.Scalar($0)).isHexDigit }
    guard !digits.isEmpty else {
      defer { rest = rest.dropFirst() }
      return Array(rest.prefix(1))
    }
    rest = rest[digits.endIndex...]
    if let next = rest.first, isASCIISpace(next) { rest = rest.dropFirst() }
    let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
    return Array(String(scalar ?? "\u{FFFD}").utf8)
  }

  private mutating func string() -> [UInt8]? {
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    var text: [UInt8] = []
    rest = rest.dropFirst()
    while let byte = rest.first {
      if byte == UInt8(ascii: "\\") {
        text += escaped()
        continue
      }
      rest = rest.dropFirst()
      if byte == quote { return text }
      text.append(byte)
    }
    return nil
  }
}

extension Selector {
  fileprivate static let elementWeight = 1
  fileprivate static let classWeight = 1 << 10
  fileprivate static let idWeight = 1 << 20

  /// - Parameter parts: from left to right; `nil` for none.
  fileprivate init?(_ parts: [SelectorParser.Part]) {
    guard let last = parts.last else { return nil }
    subject = last.conditions
    ancestors = []
    specificity = min(parts.reduce(0) { $0 + $1.specificity }, 1 << 30 - 1)
    var combinator = last.combinator
    // What stands before a sibling is not looked for.
    for part in parts.dropLast().reversed() where combinator != .sibling {
      ancestors.append(Ancestor(conditions: part.conditions, isParent: combinator == .child))
      combinator = part.combinator
    }
    guard combinator == .sibling else { return }
    if ancestors.isEmpty {
      subject.append(.unknown)
    } else {
      ancestors[ancestors.count - 1].conditions.append(.unknown)
    }
  }
}
