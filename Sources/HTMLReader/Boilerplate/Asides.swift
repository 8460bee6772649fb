internal import ConverterCore

/// Tells what stands beside the main flow of a page: boilerplate around the article, and the notes, headers and footers that
/// office programs mark.
///
/// First, what looks like boilerplate is listed: what says so itself (`nav`, `role="navigation"`), tables of properties, and
/// elements of which two traits agree: a name or class with few words or many links, many links alone, words that
/// only such lines have. Then the article is found by its mass: from the body downwards as long as one child has nearly
/// all of the remaining prose. Nothing on that way is boilerplate, and in the article only what says so itself and its
/// table of properties. What is left over stays content.
struct Asides {
  /// The outermost elements of each kind.
  private(set) var roles: [Int: Aside.Role] = [:]

  private let tree: HTMLTree
  private let styles: PageStyles
  private let mass: TextMass

  /// The prose of the body.
  private var allProse = 0

  /// The outermost elements that look like boilerplate, in order.
  private var candidates: [Int] = []

  /// From the body down to the article.
  private var wayDown: [Int] = []

  init(_ tree: HTMLTree, _ styles: PageStyles, body: Int) {
    self.tree = tree
    self.styles = styles
    mass = TextMass(tree, styles)
    guard !tree.nodes.isEmpty else { return }
    allProse = mass.prose(body, in: tree)
    for child in tree.children(of: body) { collectCandidates(child) }
    wayDown = mainPath(from: body)
    for child in tree.children(of: body) { assignRoles(child, isInArticle: wayDown.count == 1) }
  }

  private mutating func collectCandidates(_ node: Int) {
    if tree.name(node) == .text || styles.isHidden(node) { return }
    if mass.isUnmarked(node, in: tree) {
      // Nothing but tables of properties can be found: most parts of an article are done here.
      if isPropertyTable(node) { return candidates.append(node) }
      if !mass.holdsLists(node, in: tree) { return }
    }
    if saysBoilerplate(node) || isPropertyTable(node) || isFurniture(node) {
      candidates.append(node)
    } else if Asides.isGroup(tree.name(node)) {
      for child in tree.children(of: node) { collectCandidates(child) }
    }
  }

  /// The child with nearly all prose, its child, and so on; candidates do not count.
  private func mainPath(from body: Int) -> [Int] {
    var path = [body]
    while let last = path.last {
      let all = articleMass(last)
      let children = tree.children(of: last).filter { Asides.isGroup(tree.name($0)) && !styles.isHidden($0) }
      let masses = children.map(articleMass)
      guard all > 0, let index = masses.indices.max(by: { masses[$0] < masses[$1] }), masses[index] * 4 >= all * 3
      else { break }
      path.append(children[index])
    }
    // The way may lead through a table of layout, and must not end between its rows.
    while path.count > 1, let last = path.last, [.table, .tbody, .tr].contains(tree.name(last)) { path.removeLast() }
    return path
  }

  /// The prose inside a node without what looks like boilerplate.
  private func articleMass(_ node: Int) -> Int {
    let end = tree.end(of: node)
    var prose = mass.prose(node, in: tree)
    var index = candidates.partitioningIndex { $0 >= node }
    while index < candidates.count, candidates[index] < end {
      prose -= mass.prose(candidates[index], in: tree)
      index += 1
    }
    return prose
  }

  /// Nodes of an element that may be a line or a table of properties, at most.
  private static let smallElement = 500

  private static func isGroup(_ name: ElementName) -> Bool {
    switch name {
    case .article, .main, .section, .div, .center, .form, .fieldset, .table, .tbody, .tr, .td, .span, .font, .other:
      true
    default: false
    }
  }

  /// Looks at a node, and where it is content at what is inside it.
  private mutating func assignRoles(_ node: Int, isInArticle: Bool) {
    let name = tree.name(node)
    if name == .text || styles.isHidden(node) { return }
    if let role = officeRole(node) {
      roles[node] = role
    } else if wayDown.contains(node) {
      let isArticle = node == wayDown.last
      for child in tree.children(of: node) { assignRoles(child, isInArticle: isArticle) }
    } else if candidates.holdsSorted(node), !isInArticle || saysBoilerplate(node) || isPropertyTable(node) {
      roles[node] = .boilerplate
    } else if name.isBlock || name == .span || name == .font || name == .other {
      if isInArticle && !mayHoldAsides(node) { return }
      for child in tree.children(of: node) { assignRoles(child, isInArticle: isInArticle) }
    }
  }

  /// Whether it is worth looking inside a node of the article.
  private func mayHoldAsides(_ node: Int) -> Bool {
    switch tree.name(node) {
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .span, .font, .pre, .li, .table, .tbody, .tr, .td, .th: false
    default: true
    }
  }
}

// MARK: - What pages say themselves

extension Asides {
  /// Headers, footers and notes of office programs (`mso-element`; LibreOffice's `title="header"`, `id="sdfootnote1"`).
  private func officeRole(_ node: Int) -> Aside.Role? {
    let isBlock = tree.name(node) == .div || tree.name(node) == .p
    guard isBlock || tree.name(node) == .span else { return nil }
    if let element = styles.remark(on: node)?.officeElement {
      switch element {
      case "header": return .header
      case "footer": return .footer
      case "footnote": return .footnote
      case "endnote": return .endnote
      case "comment": return .comment
      default: break
      }
    }
    guard isBlock else { return nil }
    if let title = tree.attribute(.title, of: node) {
      if title.equals("header") { return .header }
      if title.equals("footer") { return .footer }
    }
    if let id = tree.attribute(.id, of: node) {
      if id.starts(with: "sdfootnote".utf8) { return .footnote }
      if id.starts(with: "sdendnote".utf8) { return .endnote }
    }
    return nil
  }

  /// Whether the element's name or role says that it is no part of an article.
  private func saysBoilerplate(_ node: Int) -> Bool {
    if tree.name(node) == .nav || tree.name(node) == .search { return true }
    guard let role = tree.string(.role, of: node) else { return false }
    return ["navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar"].contains(role)
  }
}

// MARK: - What their content shows

extension Asides {
  private func isFurniture(_ node: Int) -> Bool {
    let text = mass.text(node, in: tree)
    // What has most of the page's prose does not surround it.
    if text == 0 || mass.prose(node, in: tree) * 2 > allProse { return false }
    let linked = mass.linked(node, in: tree)
    let isMostlyLinks = linked * 2 > text && mass.links(node, in: tree) > 1
    let isShort = text - linked < 120
    let isNamedSo =
      [.header, .footer, .aside].contains(tree.name(node)) || isClassedAsFurniture(.class, node)
      || isClassedAsFurniture(.id, node)
    if isNamedSo && (isMostlyLinks || isShort && mass.headings(node, in: tree) == 0) { return true }
    if isMostlyLinks && (mass.links(node, in: tree) > 2 || linked * 5 > text * 4) && isGroupOfLinks(node) {
      return true
    }
    return hasTellingWords(node)
  }

  private func isGroupOfLinks(_ node: Int) -> Bool {
    switch tree.name(node) {
    case .div, .ul, .ol, .dl, .table, .tbody, .tr, .td, .section, .p, .center, .form, .span: true
    default: false
    }
  }

  /// Whether a word of a class or id names furniture.
  private func isClassedAsFurniture(_ attribute: AttributeName, _ node: Int) -> Bool {
    guard let value = tree.attribute(attribute, of: node) else { return false }
    for word in value.split(whereSeparator: { isASCIISpace($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
    {
      let name = word.lowercasedASCII
      if BoilerplateWords.furniture.contains(name) { return true }
      if BoilerplateWords.navigationAffixes.contains(where: { name.hasPrefix($0) || name.hasSuffix($0) }) {
        return true
      }
    }
    return false
  }

  /// Whether the text is a few lines with words that only lines around an article have.
  private func hasTellingWords(_ node: Int) -> Bool {
    let text = mass.text(node, in: tree)
    guard text < 300, mass.headings(node, in: tree) == 0 else { return false }
    if mass.footers(node, in: tree) > 1 { return true }
    guard text < 120 else { return false }
    if mass.footers(node, in: tree) > 0 || mass.bylines(node, in: tree) > 1 { return true }
    return mass.positions(node, in: tree) > 0
  }

  /// A table, or a list of pairs, most labels of which are properties of a document on a government site.
  private func isPropertyTable(_ node: Int) -> Bool {
    switch tree.name(node) {
    case .table, .ul, .dl, .div: break
    default: return false
    }
    let text = mass.text(node, in: tree)
    guard text > 0, text < 800, tree.end(of: node) - node < Asides.smallElement else { return false }
    let pieces = tree.descendants(of: node).lazy.compactMap(piece)
    // The first cell is a label; most tables are told by it.
    guard let first = pieces.first.map(Asides.label),
      BoilerplateWords.properties.contains(first) || BoilerplateWords.commonProperties.contains(first)
    else { return false }
    let labels = pieces.map(Asides.label)
    let sure = labels.count { BoilerplateWords.properties.contains($0) }
    let common = labels.count { BoilerplateWords.commonProperties.contains($0) }
    return sure > 1 && (sure + common) * 3 >= labels.count
  }

  /// The text of a cell or item without spaces; `nil` for other elements and where there is none.
  private func piece(_ node: Int) -> String? {
    switch tree.name(node) {
    case .td, .th, .li, .dt, .dd, .p, .b, .strong: break
    default: return nil
    }
    let text = compactText(node, atMost: 120)
    return text.isEmpty ? nil : text
  }

  /// What stands before the first colon.
  private static func label(_ piece: String) -> String {
    var label = String(piece.prefix { $0 != "：" && $0 != ":" })
    label.removeAll { "【】[]".contains($0) }
    return label
  }

  /// The text of a node without any space.
  ///
  /// - Parameter limit: bytes after which nothing more is added.
  private func compactText(_ node: Int, atMost limit: Int) -> String {
    var text = InlineText()
    var count = 0
    for inner in tree.descendants(of: node) where tree.name(inner) == .text {
      text.append(tree.text(inner))
      count += tree.text(inner).count
      if count > limit { break }
    }
    var compact = text.takeLines()
    compact.unicodeScalars.removeAll { $0.properties.isWhitespace }
    return compact
  }
}

extension [Int] {
  /// The index of the first element, of a sorted array, for which something holds that holds for all behind it.
  func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Whether a sorted array holds a number.
  fileprivate func holdsSorted(_ number: Int) -> Bool {
    let index = partitioningIndex { $0 >= number }
    return index < count && self[index] == number
  }
}
