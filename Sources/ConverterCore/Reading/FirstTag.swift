/// The name of the first tag of a page of HTML, found by a look at its first bytes (after the WHATWG MIME Sniffing Standard,
/// section 7.1).
struct FirstTag: Hashable {
  /// The name in lower case; `!doctype html` for a document type.
  var name: String

  /// Finds the tag behind a byte order mark, a server's answer (`HTTP/1.1 200 OK` and its fields), white space, comments and
  /// processing instructions; `nil` where anything else comes first.
  init?(head: [UInt8]) {
    var rest = head.markupHead[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    if rest.starts(with: "HTTP/".utf8) {
      let ends = ["\r\n\r\n", "\n\n"].compactMap { rest.firstRange(of: Array($0.utf8)) }
      guard let end = ends.map(\.upperBound).min() else { return nil }
      rest = rest[end...]
    }
    while true {
      rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
      if rest.starts(with: "<!--".utf8) {
        guard let end = rest.firstRange(of: Array("-->".utf8)) else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.starts(with: "<?".utf8) {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        rest = rest[(end + 1)...]
      } else {
        break
      }
    }
    guard rest.first == UInt8(ascii: "<") else { return nil }
    rest = rest.dropFirst()
    var words = [FirstTag.takeWord(&rest)]
    if words == ["!doctype"] {
      rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
      words.append(FirstTag.takeWord(&rest))
    }
    name = words.joined(separator: " ")
    // Plain text in which the SEC's marks set tables apart: `<S>` and `<C>` over columns are no elements.
    if name == "table", rest.firstRange(of: Array("<S>".utf8)) != nil, rest.firstRange(of: Array("<C>".utf8)) != nil {
      return nil
    }
  }

  private static func takeWord(_ rest: inout ArraySlice<UInt8>) -> String {
    let word = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    rest = rest[word.endIndex...]
    return String(decoding: word, as: UTF8.self).lowercased()
  }
}
