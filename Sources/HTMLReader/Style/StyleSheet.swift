/// The rules of a page's own style sheets that say what is seen: which elements are hidden or shown again, and which have
/// borders.
struct StyleSheet: Sendable {
  /// Rules that set ``Style/display`` or ``Style/visibility``.
  private(set) var visibility = RuleIndex<Style>()

  /// Rules that say whether lines are drawn around an element.
  private(set) var borders = RuleIndex<Bool>()

  /// Reads the style sheets in a page.
  init(_ tree: HTMLTree) {
    for node in tree.nodes.indices where tree.name(node) == .style {
      if let type = tree.attribute(.type, of: node)?.trimmedASCII, !type.isEmpty, !type.equals("text/css") { continue }
      let media = tree.attribute(.media, of: node)?.lowercasedASCII ?? ""
      let condition = Certainty(queries: media)
      guard condition > .no else { continue }
      for child in tree.children(of: node) {
        var css = StyleSheetScanner(tree.text(child))
        css.forEachRule { add($0, $1, isSure: $2 && condition == .yes) }
      }
    }
  }

  private mutating func add(_ selectors: ArraySlice<UInt8>, _ declarations: ArraySlice<UInt8>, isSure: Bool) {
    let style = Style(declarations).flatMap { $0.display != nil || $0.visibility != nil ? $0 : nil }
    let drawsBorders = Borders.areDrawn(by: declarations)
    if style == nil && drawsBorders == nil { return }
    // Rules inside the declarations may take back what these say.
    let holdsRules = declarations.contains(UInt8(ascii: "{"))
    for var selector in SelectorParser.selectors(selectors) {
      if holdsRules || !isSure { selector.subject.append(.unknown) }
      if let style { visibility.add(style, for: selector) }
      if let drawsBorders { borders.add(drawsBorders, for: selector) }
    }
  }
}
