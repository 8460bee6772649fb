/// What the styles of a page mean to its reading: which elements a person does not see, and the notes of office programs.
struct PageStyles: Sendable {
  private enum State: UInt8 {
    case shown
    /// Takes no place: `hidden`, `display: none`, `mso-hide`, dialogs that are not open.
    case removed
    /// Takes its place without content: `visibility: hidden`.
    case blank
  }

  /// One entry a node.
  private var states: [State]

  /// What few styles say beyond that, by node.
  private var remarks: [Int: Style] = [:]

  /// Reads the page's own style sheets and the attributes of all elements.
  init(_ tree: HTMLTree) {
    states = Array(repeating: .shown, count: tree.nodes.count)
    let sheet = StyleSheet(tree)
    for node in tree.nodes.indices {
      let name = tree.name(node)
      if name == .text || name == .html || name == .body { continue }
      if name == .dialog, !tree.has(.open, node) {
        states[node] = .removed
        continue
      }
      if tree.nodes[node].contents.isEmpty && !sheet.hasRules(for: name) { continue }
      let isMarkedHidden = tree.has(.hidden, node)
      let declared = tree.attribute(.style, of: node).flatMap(Style.init)
      if sheet.isEmpty && declared == nil && !isMarkedHidden { continue }
      var style = sheet.isEmpty ? Style() : sheet.style(of: node, in: tree)
      if let declared { style.override(with: declared) }
      if isMarkedHidden || style.isRemoved == true {
        states[node] = .removed
      } else if style.isInvisible == true {
        states[node] = .blank
      }
      if style.saysMoreThanVisibility { remarks[node] = style }
    }
  }

  /// Whether an element with all inside it takes no place.
  func isRemoved(_ node: Int) -> Bool { states[node] == .removed }

  /// Whether nothing of an element and what is inside it is seen.
  func isHidden(_ node: Int) -> Bool { states[node] != .shown }

  /// What the style says beside visibility, or `nil` for nothing.
  func remark(on node: Int) -> Style? { remarks.isEmpty ? nil : remarks[node] }
}

extension Style {
  /// What outweighs the style says instead.
  fileprivate mutating func override(with other: Style) {
    let (removed, invisible) = (other.isRemoved ?? isRemoved, other.isInvisible ?? isInvisible)
    self = other
    isRemoved = removed
    isInvisible = invisible
  }

  fileprivate var saysMoreThanVisibility: Bool {
    preservesSpace == true || listType != nil || officeListLevel != nil || isOfficeListLabel || officeElement != nil
      || outlineLevel != nil
  }
}
