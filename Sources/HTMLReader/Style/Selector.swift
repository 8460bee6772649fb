/// Which elements a rule holds for (Selectors Level 4): what the element is, and what is around it.
///
///     .box > p.note      subject      element(p), hasClass(note)
///                        ancestors    child of: hasClass(box)
struct Selector: Sendable {
  /// What is asked of one element.
  enum Condition: Sendable {
    case element(ElementName)
    case id([UInt8])
    case hasClass([UInt8])
    case attribute(AttributeCondition)
    case firstChild, lastChild, firstOfType, root
    /// That not all of these hold.
    case not([Condition])
    /// What only a person's pointer or keyboard brings about (`:hover`), and text that no element holds (`::before`).
    case never
    /// What cannot be told here: states of controls, places among siblings.
    case unknown
  }

  /// An element around.
  struct Ancestor: Sendable {
    var conditions: [Condition]

    /// Whether it is the element right around the one before.
    var isParent: Bool
  }

  var subject: [Condition]

  /// From the inside outwards.
  var ancestors: [Ancestor]

  /// Numbers of ids, of classes and the like, and of elements, ten bits each.
  var specificity: Int
}

/// What a selector asks of an attribute.
struct AttributeCondition: Sendable {
  enum Comparison: Sendable {
    case exists, equals, hasWord, hasLanguage, begins, ends, contains
  }

  var name: AttributeName

  /// The name in lower case where ``name`` is ``AttributeName/otherName``.
  var otherName: [UInt8]

  var comparison: Comparison
  var value: [UInt8]
}

// MARK: - Matching

extension Selector {
  /// Whether the selector holds for an element.
  ///
  /// - Parameters:
  ///   - node: the element.
  ///   - tree: the page.
  ///   - steps: how much may be compared; less by what was. With nothing left, what was not looked at may hold.
  func match(_ node: Int, in tree: HTMLTree, steps: inout Int) -> Certainty {
    var match = Selector.match(subject, node, in: tree, steps: &steps)
    if match == .no { return .no }
    var current = node
    var index = 0
    /// The last ancestor that any element further out could stand for as well. The nearest one leaves most for the others, so
    /// nothing before it has to be tried again.
    var retry: (index: Int, node: Int)?
    while index < ancestors.count {
      if steps < 0 { return .maybe }
      guard let outer = tree.parent(of: current) else { return .no }
      let ancestor = ancestors[index]
      let found = Selector.match(ancestor.conditions, outer, in: tree, steps: &steps)
      if found != .no {
        if !ancestor.isParent { retry = (index, outer) }
        match = min(match, found)
        current = outer
        index += 1
      } else if !ancestor.isParent {
        current = outer
      } else if let last = retry {
        (index, current) = last
      } else {
        return .no
      }
    }
    return match
  }

  /// Whether all of some conditions hold.
  private static func match(
    _ conditions: [Condition], _ node: Int, in tree: HTMLTree, steps: inout Int
  ) -> Certainty {
    var match = Certainty.yes
    for condition in conditions {
      steps -= 1
      match = min(match, Selector.match(condition, node, in: tree, steps: &steps))
      if match == .no { break }
    }
    return match
  }

  private static func match(
    _ condition: Condition, _ node: Int, in tree: HTMLTree, steps: inout Int
  ) -> Certainty {
    switch condition {
    case .element(let name): return Certainty(tree.name(node) == name)
    case .id(let id): return Certainty(tree.attribute(.id, of: node)?.elementsEqual(id) == true)
    case .hasClass(let name):
      guard let classes = tree.attribute(.class, of: node) else { return .no }
      steps -= classes.count >> 4
      return Certainty(classes.holdsASCIIWord(name))
    case .attribute(let condition):
      guard let value = condition.attribute(of: node, in: tree) else { return .no }
      steps -= value.count >> 4
      return Certainty(condition.holds(value))
    case .firstChild: return tree.isFirstChild(node)
    case .lastChild: return tree.isLastChild(node)
    case .firstOfType: return Certainty(tree.nodes[node].position == 1)
    case .root: return Certainty(tree.name(node) == .html)
    case .not(let conditions):
      switch match(conditions, node, in: tree, steps: &steps) {
      case .yes: return .no
      case .maybe: return .maybe
      case .no: return .yes
      }
    case .never: return .no
    case .unknown: return .maybe
    }
  }
}

extension AttributeCondition {
  fileprivate func attribute(of node: Int, in tree: HTMLTree) -> ArraySlice<UInt8>? {
    name == .otherName ? tree.otherAttribute(otherName, of: node) : tree.attribute(name, of: node)
  }

  fileprivate func holds(_ text: ArraySlice<UInt8>) -> Bool {
    switch comparison {
    case .exists: true
    case .equals: text.elementsEqual(value)
    case .hasWord: text.holdsASCIIWord(value)
    case .hasLanguage: text.elementsEqual(value) || text.starts(with: value + [UInt8(ascii: "-")])
    case .begins: !value.isEmpty && text.starts(with: value)
    case .ends: !value.isEmpty && text.suffix(value.count).elementsEqual(value)
    case .contains: !value.isEmpty && text.firstRange(of: value) != nil
    }
  }
}

extension HTMLTree {
  /// Whether no element stands before a node in the one around it; not told where some that were there are not in the tree.
  fileprivate func isFirstChild(_ node: Int) -> Certainty {
    guard let parent = parent(of: node) else { return .yes }
    var index = node - 1
    while index > parent, name(index) == .text, nodes[index].parent == Int32(parent) { index -= 1 }
    return index > parent ? .no : nodes[parent].isThinned ? .maybe : .yes
  }

  /// Whether no element stands behind a node in the one around it; not told where some that were there are not in the tree.
  fileprivate func isLastChild(_ node: Int) -> Certainty {
    guard let parent = parent(of: node) else { return .yes }
    var index = end(of: node)
    while index < end(of: parent), name(index) == .text { index += 1 }
    return index < end(of: parent) ? .no : nodes[parent].isThinned ? .maybe : .yes
  }
}
