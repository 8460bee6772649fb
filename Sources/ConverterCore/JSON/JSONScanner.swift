/// Pulls values out of JSON (RFC 8259), one after the other, without building a tree.
///
///     try scanner.beginObject()
///     while let name = try scanner.nextMember() {
///       switch name {
///       case "text": text = try scanner.string()
///       default: try scanner.skipValue()
///       }
///     }
///
/// Members whose value is `null` are passed over as if they were not there. Errors are ``ReadingError`` `damaged` with
/// the byte offset; nesting beyond the given depth is a `limit`.
package struct JSONScanner {
  private let bytes: [UInt8]

  /// The next byte to look at, counted from the start of the bytes.
  package internal(set) var offset = 0

  private var depth = 0
  private let maximumDepth: Int

  /// Whether a value was read since the last opening bracket.
  private var followsValue = false

  /// The names of the members so far of all objects that are open.
  private var names: [String] = []

  /// Where the names of each open object begin, and for an array where those of a next object would.
  private var firstNames: [Int] = []

  /// More members than any object of ours has: to compare all of a hostile file would take its square.
  private static let mostCompared = 64

  package init(_ bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The error for what is found at an offset, by default the next byte.
  package func damaged(_ detail: String, at offset: Int? = nil) -> ReadingError {
    ReadingError(.damaged(format: "json", detail: detail), at: .byte(offset ?? self.offset))
  }
}

// MARK: - Objects and arrays

extension JSONScanner {
  package mutating func beginObject() throws(ReadingError) { try begin("{") }

  package mutating func beginArray() throws(ReadingError) { try begin("[") }

  /// The name of the next member, its value standing next; `nil` after the last, with the object closed.
  package mutating func nextMember() throws(ReadingError) -> String? {
    while try hasNext(before: "}") {
      let name = try memberName()
      try expect(":")
      skipWhitespace()
      guard current == UInt8(ascii: "n") else { return name }
      try literal("null")
    }
    return nil
  }

  /// Whether an item of the array stands next; after the last the array is closed.
  package mutating func nextItem() throws(ReadingError) -> Bool {
    try hasNext(before: "]")
  }

  /// Passes over one value of any kind.
  package mutating func skipValue() throws(ReadingError) {
    switch nextByte() {
    case UInt8(ascii: "{"):
      try beginObject()
      while try nextMember() != nil { try skipValue() }
    case UInt8(ascii: "["):
      try beginArray()
      while try nextItem() { try skipValue() }
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"): try literal("true")
    case UInt8(ascii: "f"): try literal("false")
    case UInt8(ascii: "n"): try literal("null")
    default: _ = try number()
    }
  }

  /// Passes over white space at the end; anything else is an error.
  package mutating func expectEnd() throws(ReadingError) {
    skipWhitespace()
    guard current == nil else { throw damaged("there is more after the document") }
  }

  private mutating func begin(_ bracket: Unicode.Scalar) throws(ReadingError) {
    try expect(bracket)
    depth += 1
    guard depth <= maximumDepth else {
      throw ReadingError(.limit(name: "depth", asked: depth, granted: maximumDepth), at: .byte(offset))
    }
    followsValue = false
    firstNames.append(names.count)
  }

  /// The name of a member, which no other member of the object has.
  private mutating func memberName() throws(ReadingError) -> String {
    skipWhitespace()
    let start = offset
    let name = try string()
    let others = names[(firstNames.last ?? 0)...]
    guard others.count < Self.mostCompared else { return name }
    guard !others.contains(name) else { throw twice(name, at: start) }
    names.append(name)
    return name
  }

  /// The error for a member of a name that another one of its object has.
  func twice(_ name: String, at offset: Int? = nil) -> ReadingError {
    damaged("the member “\(name)” stands there twice", at: offset)
  }

  private mutating func hasNext(before bracket: Unicode.Scalar) throws(ReadingError) -> Bool {
    skipWhitespace()
    if current == UInt8(ascii: bracket) {
      offset += 1
      depth -= 1
      names.removeSubrange((firstNames.popLast() ?? 0)...)
      followsValue = true
      return false
    }
    if followsValue { try expect(",") }
    skipWhitespace()
    return true
  }
}

// MARK: - Values

extension JSONScanner {
  package mutating func integer() throws(ReadingError) -> Int {
    let start = startOfValue()
    guard let value = Int(try number()) else { throw damaged("a whole number is expected", at: start) }
    return value
  }

  package mutating func double() throws(ReadingError) -> Double {
    let start = startOfValue()
    guard let value = Double(try number()), value.isFinite else { throw damaged("a number is expected", at: start) }
    return value
  }

  package mutating func string() throws(ReadingError) -> String {
    try expect("\"")
    let start = offset
    while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { offset += 1 }
    if current == UInt8(ascii: "\"") {
      offset += 1
      followsValue = true
      return try text(bytes[start..<offset - 1], from: start)
    }
    return try stringWithEscapes(from: start)
  }

  /// The rest of a string whose bytes from `start` up to the next one need no change.
  private mutating func stringWithEscapes(from start: Int) throws(ReadingError) -> String {
    var unescaped = Array(bytes[start..<offset])
    while true {
      switch current {
      case UInt8(ascii: "\"")?:
        offset += 1
        followsValue = true
        return try text(unescaped[...], from: start)
      case UInt8(ascii: "\\")?:
        unescaped.append(contentsOf: String(try escape()).utf8)
      case let byte? where byte >= 0x20:
        unescaped.append(byte)
        offset += 1
      default:
        throw damaged("a string does not end")
      }
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>, from start: Int) throws(ReadingError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw damaged("a string is not UTF-8", at: start)
    }
    return text
  }

  private mutating func escape() throws(ReadingError) -> Unicode.Scalar {
    let start = offset
    offset += 1
    let letter = current
    offset += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try hexUnit(from: start)
      if let scalar = Unicode.Scalar(unit) { return scalar }
      guard bytes[offset...].starts(with: Array("\\u".utf8)) else {
        throw damaged("half of a surrogate pair", at: start)
      }
      offset += 2
      guard let pair = UTF16.decode(unit, try hexUnit(from: start)) else {
        throw damaged("half of a surrogate pair", at: start)
      }
      return pair
    default: throw damaged("an escape that JSON does not know", at: start)
    }
  }

  private mutating func hexUnit(from start: Int) throws(ReadingError) -> UInt16 {
    let end = min(offset + 4, bytes.count)
    guard bytes[offset..<end].allSatisfy(isHexadecimal),
      let unit = UInt16(String(decoding: bytes[offset..<end], as: UTF8.self), radix: 16), end == offset + 4
    else { throw damaged("an escape that is not \\u and four digits", at: start) }
    offset = end
    return unit
  }

  /// A number as it is written.
  mutating func number() throws(ReadingError) -> String {
    let start = startOfValue()
    while let byte = current, isNumeric(byte) { offset += 1 }
    guard offset > start else { throw damaged("a value is expected") }
    guard isNumber(bytes[start..<offset]) else { throw damaged("a number of JSON is expected", at: start) }
    followsValue = true
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  package mutating func boolean() throws(ReadingError) -> Bool {
    skipWhitespace()
    let value = current == UInt8(ascii: "t")
    try literal(value ? "true" : "false")
    return value
  }

  private mutating func literal(_ word: String) throws(ReadingError) {
    guard bytes[offset...].starts(with: word.utf8) else { throw damaged("a value is expected") }
    offset += word.utf8.count
    followsValue = true
  }
}

// MARK: - Places and encodings

extension JSONScanner {
  /// The line of an offset and the byte in the line, both from 1.
  static func lineAndByte(at offset: Int, in json: [UInt8]) -> (line: Int, byte: Int) {
    let before = json.prefix(offset)
    let newline = UInt8(ascii: "\n")
    let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
    return (before.count { $0 == newline } + 1, offset - start + 1)
  }

  /// Refuses bytes that are JSON but for their encoding (RFC 8259, section 8.1): in UTF-16 and UTF-32, one of the first two
  /// bytes is NUL, or they are a byte order mark.
  func expectUTF8() throws(ReadingError) {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFF, 0xFE), (0xFE, 0xFF), (0, _?), (_?, 0):
      throw damaged("it is UTF-16 or UTF-32, and JSON is UTF-8", at: 0)
    default: break
    }
  }
}

// MARK: - Bytes

extension JSONScanner {
  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipWhitespace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  /// The next byte that is no white space, by which the kind of a value is known.
  mutating func nextByte() -> UInt8? {
    skipWhitespace()
    return current
  }

  private mutating func startOfValue() -> Int {
    skipWhitespace()
    return offset
  }

  private mutating func expect(_ mark: Unicode.Scalar) throws(ReadingError) {
    skipWhitespace()
    guard current == UInt8(ascii: mark) else { throw damaged("“\(mark)” is expected") }
    offset += 1
  }
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
  Character(Unicode.Scalar(byte)).isHexDigit
}

/// Whether bytes are a number as JSON writes it: no `+` and no zeros before it, digits on both sides of the point.
private func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
  var rest = bytes
  func takeDigits() -> Int {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest[digits.endIndex...]
    return digits.count
  }
  if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
  let startsWithZero = rest.first == UInt8(ascii: "0")
  let count = takeDigits()
  guard count == 1 || count > 1 && !startsWithZero else { return false }
  if rest.first == UInt8(ascii: ".") {
    rest = rest.dropFirst()
    guard takeDigits() > 0 else { return false }
  }
  if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    guard takeDigits() > 0 else { return false }
  }
  return rest.isEmpty
}

private func isNumeric(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
    UInt8(ascii: "e"), UInt8(ascii: "E"):
    true
  default: false
  }
}

extension UTF16 {
  /// The scalar of a surrogate pair; `nil` where the two are none.
  fileprivate static func decode(_ high: UInt16, _ low: UInt16) -> Unicode.Scalar? {
    guard isLeadSurrogate(high), isTrailSurrogate(low) else { return nil }
    return decode(EncodedScalar([high, low]))
  }
}
