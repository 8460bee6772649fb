/// The first element of an XML document, found by a look at its first bytes.
///
/// This is for detection only and deliberately small: it skips the declaration, comments, processing instructions and a
/// document type without internal subset, then takes the first start tag with its namespace declarations.
struct RootElement: Hashable {
  var localName: String
  var namespace: String

  init?(head: [UInt8]) {
    var rest = head[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while true {
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
      if rest.starts(with: Array("<!--".utf8)) {
        guard let end = rest.firstRange(of: Array("-->".utf8)) else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.starts(with: Array("<?".utf8)) || rest.starts(with: Array("<!".utf8)) {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        rest = rest[(end + 1)...]
      } else {
        break
      }
    }
    guard rest.first == UInt8(ascii: "<"), let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let tag = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
    let words = tag.split { $0.isWhitespace || $0 == "/" && tag.hasSuffix("/") && $0 == tag.last }
    guard let qualified = words.first, qualified.first?.isLetter == true else { return nil }
    let parts = qualified.split(separator: ":", maxSplits: 1)
    localName = String(parts.last ?? qualified)
    let declaration = parts.count == 2 ? "xmlns:\(parts[0])=" : "xmlns="
    let value = words.dropFirst().first { $0.hasPrefix(declaration) }?.dropFirst(declaration.count) ?? ""
    namespace = String(value.drop { $0 == "\"" || $0 == "'" }.prefix { $0 != "\"" && $0 != "'" })
  }
}
