/// What the styles of a page mean to its reading: which elements a person does not see, and the notes of office programs.
///
/// Text that may be seen is kept: of a rule that may or may not hold (``Certainty/maybe``) only what shows elements is obeyed.
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

  /// The runs of text in elements that are hidden while others inside them are seen.
  private(set) var unseenTexts: [Int] = []

  /// The rules that draw borders.
  private let borders: RuleIndex<Bool>

  /// Reads the page's own style sheets and the attributes of all elements.
  ///
  /// - Parameters:
  ///   - tree: the page.
  ///   - matchingSteps: how much of selectors and elements is compared at most; from there on the rules of the sheets hide
  ///     nothing.
  init(_ tree: HTMLTree, matchingSteps: Int = 1 << 26) {
    states = Array(repeating: .shown, count: tree.nodes.count)
    let sheet = StyleSheet(tree)
    let rules = sheet.visibility
    borders = sheet.borders
    var steps = matchingSteps
    var visible: [Int: Bool] = [:]
    for node in tree.nodes.indices {
      let name = tree.name(node)
      if name == .text || name == .html || name == .body { continue }
      if tree.nodes[node].contents.isEmpty, name != .dialog, !rules.hasRules(for: name) { continue }
      let isHiddenByNature = tree.has(.hidden, node) || name == .dialog && !tree.has(.open, node)
      let declared = tree.attribute(.style, of: node).flatMap(Style.init)
      if rules.isEmpty && declared == nil && !isHiddenByNature { continue }
      var display = Cascade<Style.Display>()
      var visibility = Cascade<Style.Visibility>()
      if !rules.isEmpty {
        rules.forEachRule(for: node, in: tree, steps: &steps) { rule, match in
          let style = match == .yes ? rule.value : rule.value.showing
          display.take(style.display, weight: rule.weight)
          visibility.take(style.visibility, weight: rule.weight)
        }
      }
      display.take(declared?.display, weight: Cascade<Style.Display>.attribute)
      visibility.take(declared?.visibility, weight: Cascade<Style.Visibility>.attribute)
      if display.value == Style.Display.none || display.value == nil && isHiddenByNature {
        states[node] = .removed
      } else if visibility.value == .collapsed && name.isRowOrGroup {
        states[node] = .removed
      } else if let value = visibility.value {
        visible[node] = value == .visible
      }
      let isBlock = display.value == .block && !name.isBlock
      if declared?.saysMoreThanVisibility == true || isBlock {
        var remark = declared ?? Style()
        remark.display = isBlock ? Declared(value: .block, isImportant: false) : nil
        remarks[node] = remark
      }
    }
    if visible.values.contains(false) { blank(visible, in: tree) }
  }

  /// Blanks what is not visible, element by element where others inside are.
  private mutating func blank(_ visible: [Int: Bool], in tree: HTMLTree) {
    let shown = visible.filter(\.value).keys.sorted()
    /// What is visible of the open elements that were gone into.
    var inherited: [(end: Int, isVisible: Bool)] = []
    var node = 0
    while node < tree.nodes.count {
      while let last = inherited.last, last.end <= node { inherited.removeLast() }
      let isVisible = visible[node] ?? inherited.last?.isVisible ?? true
      let end = tree.end(of: node)
      if tree.name(node) == .text {
        if !isVisible { unseenTexts.append(node) }
      } else if !isVisible {
        let upcoming = shown.partitioningIndex { $0 > node }
        let isWhole = upcoming == shown.count || shown[upcoming] >= end
        if isWhole && !tree.name(node).isRowOrGroup {
          if states[node] == .shown { states[node] = .blank }
          node = end
          continue
        }
      }
      if visible[node] != nil { inherited.append((end, isVisible)) }
      node += 1
    }
  }

  /// How much is compared to find the borders of one element.
  private static let longestBorderMatching = 1 << 10

  /// Shows an element that is hidden, but for what is hidden inside it.
  mutating func show(_ node: Int) { states[node] = .shown }

  /// Whether an element with all inside it takes no place.
  func isRemoved(_ node: Int) -> Bool { states[node] == .removed }

  /// Whether nothing of an element and what is inside it is seen.
  func isHidden(_ node: Int) -> Bool { states[node] != .shown }

  /// What the style says beside visibility, or `nil` for nothing.
  func remark(on node: Int) -> Style? { remarks.isEmpty ? nil : remarks[node] }

  /// Whether its own style or that of a sheet draws lines around an element; `nil` where nothing is said.
  func areBordersDrawn(around node: Int, in tree: HTMLTree) -> Bool? {
    if let own = tree.attribute(.style, of: node).flatMap(Borders.areDrawn) { return own }
    if borders.isEmpty { return nil }
    var areDrawn = Cascade<Bool>()
    var steps = PageStyles.longestBorderMatching
    borders.forEachRule(for: node, in: tree, steps: &steps) { rule, match in
      if match == .yes { areDrawn.take(Declared(value: rule.value, isImportant: false), weight: rule.weight) }
    }
    return areDrawn.value
  }
}

extension Style {
  /// What of the style shows elements.
  fileprivate var showing: Style {
    var style = self
    if display?.value == Display.none { style.display = nil }
    if display?.value == .block { style.display?.value = .inline }
    if visibility?.value != .visible { style.visibility = nil }
    return style
  }

  fileprivate var saysMoreThanVisibility: Bool {
    preservesSpace == true || listType != nil || officeListLevel != nil || isOfficeListLabel || officeElement != nil
      || outlineLevel != nil || height != nil
  }
}

extension ElementName {
  /// Rows of tables and groups of them, whose cells have places of their own.
  fileprivate var isRowOrGroup: Bool {
    switch self {
    case .tr, .tbody, .thead, .tfoot: true
    default: false
    }
  }
}
