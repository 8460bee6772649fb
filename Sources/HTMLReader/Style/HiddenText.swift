/// The text of a page that its styles hide.
struct HiddenText {
  /// A hidden element that no other one is around.
  private struct Part {
    let node: Int

    /// Characters that are neither white space nor links.
    var length = 0
  }

  private var parts: [Part] = []

  /// Characters of what is shown, counted in the same way.
  private var shownLength = 0

  private let styles: PageStyles

  init(_ tree: HTMLTree, _ styles: PageStyles) {
    self.styles = styles
    var linkEnd = 0
    var hiddenEnd = 0
    for node in tree.nodes.indices {
      switch tree.name(node) {
      case .text where node < linkEnd: continue
      case .text:
        let length = tree.text(node).count { $0 > 0x20 && $0 & 0xC0 != 0x80 }
        if node < hiddenEnd { parts[parts.count - 1].length += length } else { shownLength += length }
      case .head, .style, .title: linkEnd = max(linkEnd, tree.end(of: node))
      case .a where tree.has(.href, node): linkEnd = max(linkEnd, tree.end(of: node))
      default:
        guard node >= hiddenEnd, styles.isHidden(node) else { continue }
        parts.append(Part(node: node))
        hiddenEnd = tree.end(of: node)
      }
    }
  }

  /// The element that the page hides until a program shows it, since nearly all of its text is there: articles of WeChat accounts
  /// begin `visibility: hidden`. Menus, tabs and dialogues that are not open are hidden with `display: none` beside the text that
  /// is shown; so it takes more to be the text of a page so hidden.
  var onlyText: Int? {
    guard let largest = parts.max(by: { $0.length < $1.length }), largest.length >= HiddenText.leastLength else {
      return nil
    }
    let factor = styles.isRemoved(largest.node) ? 3 : 1
    return largest.length > factor * shownLength ? largest.node : nil
  }

  /// How many parts of the page with text worth telling of are hidden.
  var partCount: Int { parts.count { $0.length >= HiddenText.leastLength } }

  /// Characters of a short paragraph; less are labels and counters.
  private static let leastLength = 48
}
