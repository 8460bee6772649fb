/// The elements and texts of a page as flat arrays in document order.
///
///     <p>a<b>c</b></p>      index   0    1      2    3
///                           name    p    text   b    text
///                           end     4    2      4    4
///
/// A node's children lie between it and its `end`; the first is `index + 1`, the next one begins where the one before
/// ends. So a subtree is a range of indices: sums over subtrees are differences of running totals, and skipping one is an
/// assignment. Text may come in several nodes in a row. What no person reads (scripts, comments, controls) is not in
/// the tree.
struct HTMLTree: Sendable {
  /// An element, or a run of text.
  struct Node: Sendable {
    var name: ElementName

    /// The index of the element around it; -1 for the root.
    var parent: Int32

    /// The index behind its last descendant.
    var end: Int32

    /// Its place among the siblings of the same name, from 1; 0 for text.
    var position: Int32

    /// Whether elements that are not in the tree stood between its children.
    var isThinned = false

    /// For text, its bytes in ``HTMLTree/bytes``; for an element, its attributes in ``HTMLTree/attributes``.
    var contents: Range<Int32>
  }

  /// An attribute of an element.
  struct Attribute: Sendable {
    var name: AttributeName

    /// Its value in ``HTMLTree/bytes``.
    var value: Range<Int32>
  }

  /// All nodes; the first is `html`.
  var nodes: [Node] = []

  /// The attributes that ``AttributeName`` knows, element after element.
  var attributes: [Attribute] = []

  /// The page in UTF-8, and behind it the texts that references (`&amp;`) were replaced in.
  var bytes: [UInt8] = []

  /// How many elements lay deeper than the limit and were made siblings of their elders.
  var flattenedCount = 0
}

extension HTMLTree {
  /// The name of a node.
  func name(_ node: Int) -> ElementName { nodes[node].name }

  /// The nodes inside a node, of all generations.
  func descendants(of node: Int) -> Range<Int> { node + 1..<max(node + 1, Int(nodes[node].end)) }

  /// The index behind the last descendant of a node.
  func end(of node: Int) -> Int { Int(nodes[node].end) }

  /// The element around a node, or `nil` for the root.
  func parent(of node: Int) -> Int? {
    let parent = Int(nodes[node].parent)
    return parent < 0 ? nil : parent
  }

  /// The children of a node, in order.
  func children(of node: Int) -> Children { Children(nodes: nodes, upcoming: node + 1, end: end(of: node)) }

  /// The bytes of a run of text; empty for elements.
  func text(_ node: Int) -> ArraySlice<UInt8> {
    nodes[node].name == .text ? slice(nodes[node].contents) : []
  }

  /// Where the bytes of a run of text stand in ``bytes``; empty for elements.
  func textRange(_ node: Int) -> Range<Int> {
    let range = nodes[node].contents
    return nodes[node].name == .text ? Int(range.lowerBound)..<Int(range.upperBound) : 0..<0
  }

  /// The bytes of an attribute's value, or `nil` where the element has none of that name.
  func attribute(_ name: AttributeName, of node: Int) -> ArraySlice<UInt8>? {
    valueRange(of: name, node).map(slice)
  }

  private func valueRange(of name: AttributeName, _ node: Int) -> Range<Int32>? {
    guard nodes[node].name != .text else { return nil }
    for index in nodes[node].contents where attributes[Int(index)].name == name {
      return attributes[Int(index)].value
    }
    return nil
  }

  /// The value of an attribute of which the name is kept as well, given in lower case (``AttributeName/otherName``).
  func otherAttribute(_ name: [UInt8], of node: Int) -> ArraySlice<UInt8>? {
    guard nodes[node].name != .text else { return nil }
    for index in nodes[node].contents.dropLast() where attributes[Int(index)].name == .otherName {
      if slice(attributes[Int(index)].value).lowercasedASCII.utf8.elementsEqual(name) {
        return slice(attributes[Int(index) + 1].value)
      }
    }
    return nil
  }

  /// The value of an attribute as a string.
  func string(_ name: AttributeName, of node: Int) -> String? {
    attribute(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether an element has an attribute, whatever its value.
  func has(_ name: AttributeName, _ node: Int) -> Bool { valueRange(of: name, node) != nil }

  /// The first node of a name inside another, or `nil`.
  func first(_ name: ElementName, in node: Int) -> Int? {
    descendants(of: node).first { nodes[$0].name == name }
  }

  /// Whether an element shows another file; an `object` without any shows what stands in it.
  func showsOtherFile(_ node: Int) -> Bool { name(node) != .object || has(.data, node) }

  /// What a browser shows in an `input`: its value, where it is one that text is typed into.
  func fieldText(_ node: Int) -> ArraySlice<UInt8>? {
    guard name(node) == .input, let value = attribute(.value, of: node) else { return nil }
    switch attribute(.type, of: node)?.trimmedASCII.lowercasedASCII {
    case "hidden", "password", "checkbox", "radio", "submit", "reset", "button", "image", "file", "search", "range",
      "color":
      return nil
    default: return value
    }
  }

  /// Empties runs of text that nobody sees.
  mutating func removeTexts(_ texts: [Int]) {
    for node in texts where name(node) == .text { nodes[node].contents = 0..<0 }
  }

  private func slice(_ range: Range<Int32>) -> ArraySlice<UInt8> {
    bytes[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}

extension HTMLTree {
  /// The children of one node.
  struct Children: Sequence, IteratorProtocol {
    fileprivate let nodes: [Node]
    fileprivate var upcoming: Int
    fileprivate let end: Int

    mutating func next() -> Int? {
      guard upcoming < end else { return nil }
      defer { upcoming = Int(nodes[upcoming].end) }
      return upcoming
    }
  }

  /// The way to an element in the manner of XPath, such as `/html/body/div[2]/p[3]`; text has the path of its element.
  ///
  /// The number is left out where an element is the only one of its kind by nature.
  func path(of node: Int) -> String {
    var steps: [Int] = []
    var current: Int? = nodes[node].name == .text ? parent(of: node) : node
    while let step = current {
      steps.append(step)
      current = parent(of: step)
    }
    var path = ""
    for step in steps.reversed() {
      let name = nodes[step].name
      path += "/"
      path += name.rawValue
      if name != .html && name != .body && name != .head { path += "[\(nodes[step].position)]" }
    }
    return path
  }
}
