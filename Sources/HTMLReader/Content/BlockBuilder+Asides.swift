internal import ConverterCore

extension BlockBuilder {
  /// Reads what stands beside the main flow.
  mutating func aside(_ node: Int, _ role: Aside.Role) throws(ReadingError) {
    if role == .boilerplate && !isBoilerplateKept { return }
    flush()
    let blocks = try separately { (builder) throws(ReadingError) in
      builder.owner = node
      if builder.tree.name(node) == .table {
        try builder.table(node)
      } else if builder.tree.name(node) == .ul || builder.tree.name(node) == .ol {
        try builder.list(node)
      } else {
        try builder.content(of: node)
      }
    }
    let telling = blocks.filter { if case .figure(let figure) = $0 { !figure.text.isEmpty } else { true } }
    if telling.isEmpty { return }
    if role == .footnote || role == .endnote || role == .comment {
      notes.add(node, in: tree, atBlock: self.blocks.count)
    }
    self.blocks.append(.aside(Aside(role: role, blocks: telling, origin: origin(of: node))))
  }

  /// Notes a picture, unless it is too small to be one: a bullet, a spacer, a pixel that counts visitors.
  mutating func figure(_ node: Int) {
    let sides = [AttributeName.width, .height].compactMap { tree.attribute($0, of: node)?.leadingNumber(atMost: 9999) }
    if let shortest = sides.min(), shortest < BlockBuilder.smallestPicture { return }
    var text = InlineText()
    if let description = tree.attribute(.alt, of: node) ?? tree.attribute(.title, of: node) { text.append(description) }
    figures.append(Figure(text: text.takeLines(), origin: origin(of: node)))
  }

  /// Pixels.
  private static let smallestPicture = 32

  /// Says that the page shows a file that is not read with it.
  mutating func noteOtherFile(_ node: Int) {
    let source = tree.string(.src, of: node) ?? ""
    findings.append(.otherFile(tree.name(node).rawValue, source, at: .element(ElementPath(tree.path(of: node)))))
  }

  /// Says that text is left out which the page shows as deleted.
  mutating func noteSkipped(_ node: Int) {
    guard tree.name(node) == .del, tree.hasText(node), !page.styles.isHidden(node) else { return }
    findings.append(.deletedText(at: .element(ElementPath(tree.path(of: node)))))
  }
}
