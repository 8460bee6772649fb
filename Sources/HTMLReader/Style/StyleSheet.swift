/// The rules of a page's own style sheets that hide elements or show them again, with selectors of one step: `.x`, `#y`,
/// `p.x`, `p`. Selectors that look at an element's surroundings are left alone: they mostly wait for a script.
struct StyleSheet: Sendable {
  /// What a selector of one step asks for.
  private struct Selector: Hashable {
    var element: ElementName?
    var name: String?
  }

  private var rules: [Selector: Style] = [:]

  /// The elements for which there is a rule without class and id.
  private var elements: Set<ElementName> = []

  /// Whether there are no rules.
  var isEmpty: Bool { rules.isEmpty }

  /// Whether there is a rule for all elements of a name.
  func hasRules(for element: ElementName) -> Bool { elements.contains(element) }

  /// Reads the style sheets in a page.
  init(_ tree: HTMLTree) {
    for node in tree.nodes.indices where tree.name(node) == .style {
      for child in tree.children(of: node) {
        var css = StyleSheetScanner(tree.text(child))
        css.forEachRule { selectors, declarations in
          if let style = Style(declarations) { add(selectors, style) }
        }
      }
    }
  }

  private mutating func add(_ selectors: ArraySlice<UInt8>, _ style: Style) {
    guard style.isRemoved != nil || style.isInvisible != nil else { return }
    for selector in selectors.split(separator: UInt8(ascii: ",")) {
      guard let selector = StyleSheet.selector(selector.trimmedASCII) else { continue }
      if selector.name == nil, let element = selector.element { elements.insert(element) }
      var rule = rules[selector] ?? Style()
      rule.isRemoved = style.isRemoved ?? rule.isRemoved
      rule.isInvisible = style.isInvisible ?? rule.isInvisible
      rules[selector] = rule
    }
  }

  /// `name`, `.class`, `#id`, or a name with one of both; `nil` for others.
  private static func selector(_ text: ArraySlice<UInt8>) -> Selector? {
    let element = text.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "#") }
    let rest = text[element.endIndex...]
    guard text.allSatisfy({ isNameByte($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "#") }),
      rest.dropFirst().allSatisfy(isNameByte), rest.count != 1, !text.isEmpty
    else { return nil }
    let name = rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
    if element.isEmpty { return Selector(element: nil, name: name) }
    guard let known = ElementName(rawValue: element.lowercasedASCII) else { return nil }
    return Selector(element: known, name: name)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  /// What the rules say of an element: a rule for its id outweighs those for its classes, and those one for its name.
  func style(of node: Int, in tree: HTMLTree) -> Style {
    var style = Style()
    let element = tree.name(node)
    if elements.contains(element) { apply(Selector(element: element, name: nil), to: &style) }
    if let classes = tree.attribute(.class, of: node) {
      for word in classes.asciiWords {
        let name = "." + String(decoding: word, as: UTF8.self)
        apply(Selector(element: nil, name: name), to: &style)
        apply(Selector(element: element, name: name), to: &style)
      }
    }
    if let id = tree.string(.id, of: node) {
      apply(Selector(element: nil, name: "#" + id), to: &style)
      apply(Selector(element: element, name: "#" + id), to: &style)
    }
    return style
  }

  private func apply(_ selector: Selector, to style: inout Style) {
    guard let rule = rules[selector] else { return }
    style.isRemoved = rule.isRemoved ?? style.isRemoved
    style.isInvisible = rule.isInvisible ?? style.isInvisible
  }
}

/// Cuts a style sheet into rules (CSS Syntax Module Level 3, as far as it matters here).
private struct StyleSheetScanner {
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
    return !words.contains("print") && !words.contains("max-width") && !words.contains("max-device")
  }
}
