/// The first element of an XML document, found by a look at its first bytes.
///
/// This is for detection only and deliberately small: it passes over the declaration, comments, processing instructions and
/// the document type, then takes the first start tag with its namespace declarations. References are not resolved.
struct RootElement: Hashable {
  var localName: String
  var namespace: String

  init?(head: [UInt8]) {
    var scanner = Scanner(rest: head.markupHead[...])
    guard scanner.skipProlog(), let name = scanner.startTagName() else { return nil }
    let parts = name.split(separator: ":", maxSplits: 1)
    let declaration = parts.count == 2 ? "xmlns:\(parts[0])" : "xmlns"
    localName = String(parts.last ?? "")
    namespace = ""
    while let attribute = scanner.attribute() {
      if attribute.name == declaration { namespace = attribute.value }
    }
  }
}

/// Reads bytes from left to right; every function ends at the end of the bytes at the latest.
private struct Scanner {
  var rest: ArraySlice<UInt8>

  /// Passes over everything before the first start tag; false where none follows.
  mutating func skipProlog() -> Bool {
    skip([0xEF, 0xBB, 0xBF])
    while true {
      skipSpaces()
      if skip("<!--") {
        guard skip(through: "-->") else { return false }
      } else if skip("<?") {
        guard skip(through: "?>") else { return false }
      } else if skip("<!") {
        guard skipDocumentType() else { return false }
      } else {
        return rest.first == UInt8(ascii: "<")
      }
    }
  }

  /// The qualified name of the start tag that stands next; `nil` where it does not begin as a name does.
  mutating func startTagName() -> String? {
    skip("<")
    let name = token()
    guard let first = name.unicodeScalars.first, first.properties.isAlphabetic || first == "_" else { return nil }
    return name
  }

  /// The next attribute of a start tag; `nil` at the tag's end and where the tag is broken.
  mutating func attribute() -> (name: String, value: String)? {
    skipSpaces()
    let name = token()
    skipSpaces()
    guard !name.isEmpty, skip("=") else { return nil }
    skipSpaces()
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    rest.removeFirst()
    guard let end = rest.firstIndex(of: quote) else { return nil }
    defer { rest = rest[(end + 1)...] }
    return (name, String(decoding: rest[..<end], as: UTF8.self))
  }

  /// Bytes up to a delimiter of tags and attributes.
  private mutating func token() -> String {
    let token = rest.prefix { byte in
      !isSpace(byte) && byte != UInt8(ascii: "=") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
    }
    rest = rest[token.endIndex...]
    return String(decoding: token, as: UTF8.self)
  }

  /// Up to `>`, or with an internal subset up to `]>`.
  private mutating func skipDocumentType() -> Bool {
    let mark = rest.firstIndex { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ">") }
    guard let mark else { return false }
    let hasSubset = rest[mark] == UInt8(ascii: "[")
    rest = rest[(mark + 1)...]
    return hasSubset ? skip(through: "]>") : true
  }

  private mutating func skip(through mark: String) -> Bool {
    guard let range = rest.firstRange(of: Array(mark.utf8)) else { return false }
    rest = rest[range.upperBound...]
    return true
  }

  @discardableResult
  private mutating func skip(_ mark: String) -> Bool {
    skip(Array(mark.utf8))
  }

  @discardableResult
  private mutating func skip(_ mark: [UInt8]) -> Bool {
    guard rest.starts(with: mark) else { return false }
    rest = rest.dropFirst(mark.count)
    return true
  }

  private mutating func skipSpaces() {
    rest = rest.drop(while: isSpace)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
