internal import ConverterCore

/// A parsed page with what was found out about it before its blocks are made.
struct PageContent {
  let tree: HTMLTree
  let styles: PageStyles

  /// The elements that stand beside the main flow, with what they are to it; nothing inside of one is listed.
  let asides: [Int: Aside.Role]

  /// The body, or the root where there is none.
  let body: Int

  /// How many parts of the page with text are hidden.
  let hiddenPartCount: Int

  init(_ tree: HTMLTree) {
    var styles = PageStyles(tree)
    var hidden = HiddenText(tree, styles)
    if let node = hidden.onlyText {
      styles.show(node)
      hidden = HiddenText(tree, styles)
    }
    hiddenPartCount = hidden.partCount
    self.styles = styles
    var tree = tree
    tree.removeTexts(styles.unseenTexts)
    self.tree = tree
    body = tree.nodes.indices.first { tree.name($0) == .body } ?? 0
    asides = Asides(tree, styles, body: body).roles
  }

  /// Whether nothing of a node is read.
  func isSkipped(_ node: Int) -> Bool {
    switch tree.name(node) {
    case .head, .style, .title, .meta: true
    case .text: false
    case .del: true
    default: styles.isHidden(node)
    }
  }
}
