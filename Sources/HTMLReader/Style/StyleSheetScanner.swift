/// Cuts a style sheet into rules (CSS Syntax Module Level 3, as far as it matters here).
struct StyleSheetScanner {
  private var rest: ArraySlice<UInt8>

  init(_ css: ArraySlice<UInt8>) {
    rest = css
  }

  /// Calls a function with the selectors and the declarations of each rule that holds on a screen.
  mutating func forEachRule(_ body: (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Void) {
    while !rest.isEmpty {
      let prelude = self.prelude()
      switch rest.first {
      case UInt8(ascii: "{"):
        rest = rest.dropFirst()
        if isMediaForScreen(prelude) { continue }
        let block = self.block()
        if prelude.first != UInt8(ascii: "@") { body(prelude, block) }
      default: rest = rest.dropFirst()  // The `;` of an at-rule, or the `}` of a media rule.
      }
    }
  }

  /// What stands before the next `{`, `}` or `;`, without comments and the marks of comments of HTML.
  private mutating func prelude() -> ArraySlice<UInt8> {
    var text: [UInt8] = []
    while let byte = rest.first, byte != UInt8(ascii: "{"), byte != UInt8(ascii: "}"), byte != UInt8(ascii: ";") {
      if byte == UInt8(ascii: "/"), rest.starts(with: "/*".utf8) {
        skipComment()
      } else if byte == UInt8(ascii: "<"), rest.starts(with: "<!--".utf8) {
        rest = rest.dropFirst(4)
      } else if byte == UInt8(ascii: "-"), rest.starts(with: "-->".utf8) {
        rest = rest.dropFirst(3)
      } else {
        text.append(byte)
        rest = rest.dropFirst()
      }
    }
    return text[...].trimmedASCII
  }

  private mutating func skipComment() {
    rest = rest.dropFirst(2)
    while !rest.isEmpty, !rest.starts(with: "*/".utf8) { rest = rest.dropFirst() }
    rest = rest.dropFirst(2)
  }

  /// What stands up to the `}` of a block whose `{` is behind.
  private mutating func block() -> ArraySlice<UInt8> {
    let start = rest
    var depth = 1
    while let byte = rest.first {
      if byte == UInt8(ascii: "/"), rest.starts(with: "/*".utf8) {
        skipComment()
        continue
      }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { break }
      rest = rest.dropFirst()
    }
    let block = start[..<rest.startIndex]
    rest = rest.dropFirst()
    return block
  }

  private func isMediaForScreen(_ prelude: ArraySlice<UInt8>) -> Bool {
    let words = prelude.lowercasedASCII
    guard words.hasPrefix("@media") || words.hasPrefix("@supports") || words.hasPrefix("@layer") else { return false }
    return words.split(separator: ",").contains { query in
      !query.contains("max-width") && !query.contains("max-device")
        && (!query.contains("print") || query.contains("not print"))
    }
  }
}
