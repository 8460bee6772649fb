/// Cuts a style sheet into rules (CSS Syntax Module Level 3, as far as it matters here).
struct StyleSheetScanner {
  private var rest: ArraySlice<UInt8>

  init(_ css: ArraySlice<UInt8>) {
    rest = css
  }

  /// Calls a function with the selectors and the declarations of each rule that may hold on a screen, and whether it surely does.
  mutating func forEachRule(
    _ body: (_ selectors: ArraySlice<UInt8>, _ declarations: ArraySlice<UInt8>, _ isSure: Bool) -> Void
  ) {
    // For each block of rules that is open, whether it surely holds.
    var open: [Bool] = []
    while !rest.isEmpty {
      let prelude = self.prelude()
      switch rest.first {
      case UInt8(ascii: "{"):
        rest = rest.dropFirst()
        let isRule = prelude.first != UInt8(ascii: "@")
        if !isRule, let condition = Certainty(rule: prelude.lowercasedASCII), condition > .no {
          open.append(condition == .yes)
          continue
        }
        let block = self.block()
        if isRule { body(prelude, block, !open.contains(false)) }
      default:  // The `;` of an at-rule, or the `}` of a media rule.
        if rest.first == UInt8(ascii: "}") { _ = open.popLast() }
        rest = rest.dropFirst()
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
}
