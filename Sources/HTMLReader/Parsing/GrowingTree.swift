/// A tree in the making: nodes that can be inserted and moved anywhere, linked by their indices.
///
/// The parser needs it because late tags may change what came before: text between table rows moves in front of the
/// table, misnested formatting is taken apart. ``finished(bytes:attributes:)`` lays it out in document order.
struct GrowingTree {
  /// A node and its neighbours; -1 where there is none.
  struct Node {
    var name: ElementName
    /// Whether elements were passed over that stood between its children.
    var isThinned = false
    var contents: Range<Int32>
    var parent: Int32 = -1
    var previous: Int32 = -1
    var next: Int32 = -1
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
  }

  private(set) var nodes: [Node] = []

  /// Adds a node without a place.
  mutating func make(_ name: ElementName, _ contents: Range<Int32>) -> Int32 {
    nodes.append(Node(name: name, contents: contents))
    return Int32(nodes.count - 1)
  }

  /// Puts a node without a place behind the last child of a parent.
  mutating func append(_ node: Int32, to parent: Int32) {
    let last = nodes[Int(parent)].lastChild
    nodes[Int(node)].parent = parent
    nodes[Int(node)].previous = last
    nodes[Int(parent)].lastChild = node
    if last < 0 { nodes[Int(parent)].firstChild = node } else { nodes[Int(last)].next = node }
  }

  /// Puts a node without a place before a sibling that has a parent.
  mutating func insert(_ node: Int32, before sibling: Int32) {
    let parent = nodes[Int(sibling)].parent
    let previous = nodes[Int(sibling)].previous
    nodes[Int(node)].parent = parent
    nodes[Int(node)].previous = previous
    nodes[Int(node)].next = sibling
    nodes[Int(sibling)].previous = node
    if previous < 0 { nodes[Int(parent)].firstChild = node } else { nodes[Int(previous)].next = node }
  }

  /// Takes a node with all inside it from its place.
  mutating func detach(_ node: Int32) {
    let (parent, previous, next) = (nodes[Int(node)].parent, nodes[Int(node)].previous, nodes[Int(node)].next)
    guard parent >= 0 else { return }
    if previous < 0 { nodes[Int(parent)].firstChild = next } else { nodes[Int(previous)].next = next }
    if next < 0 { nodes[Int(parent)].lastChild = previous } else { nodes[Int(next)].previous = previous }
    nodes[Int(node)].parent = -1
    nodes[Int(node)].previous = -1
    nodes[Int(node)].next = -1
  }

  /// Moves all children of a node, in order, behind the last child of another that has none yet.
  mutating func moveChildren(of node: Int32, to target: Int32) {
    let (first, last) = (nodes[Int(node)].firstChild, nodes[Int(node)].lastChild)
    nodes[Int(target)].firstChild = first
    nodes[Int(target)].lastChild = last
    nodes[Int(node)].firstChild = -1
    nodes[Int(node)].lastChild = -1
    var child = first
    while child >= 0 {
      nodes[Int(child)].parent = target
      child = nodes[Int(child)].next
    }
  }

  /// Notes that an element between the children of another is passed over.
  mutating func leaveOut(from parent: Int32) { nodes[Int(parent)].isThinned = true }

  /// Replaces the attributes of an element.
  mutating func setContents(_ contents: Range<Int32>, of node: Int32) {
    nodes[Int(node)].contents = contents
  }
}

extension GrowingTree {
  /// The tree in document order, without what is never content.
  func finished(bytes: [UInt8], attributes: [HTMLTree.Attribute], flattenedCount: Int) -> HTMLTree {
    var tree = HTMLTree(
      nodes: [], attributes: attributes, bytes: bytes, flattenedCount: flattenedCount)
    tree.nodes.reserveCapacity(nodes.count)
    // Open elements by their places in the new tree, and how many children of each name they have; the counts of inner
    // elements follow those of outer ones.
    var open: [(node: Int32, counts: Int)] = []
    var counts: [(name: ElementName, count: Int32)] = []
    // How many cells of tables are open.
    var cellCount = 0
    var current: Int32 = nodes.isEmpty ? -1 : 0
    while current >= 0 {
      let node = nodes[Int(current)]
      var enters = false
      if node.name.isNeverContent || node.name.isField && cellCount == 0 {
        if let parent = open.last { tree.nodes[Int(parent.node)].isThinned = true }
      } else {
        let index = Int32(tree.nodes.count)
        var position: Int32 = 0
        if node.name != .text {
          var known = open.last?.counts ?? 0
          while known < counts.count, counts[known].name != node.name { known += 1 }
          if known == counts.count { counts.append((node.name, 0)) }
          counts[known].count += 1
          position = counts[known].count
        }
        tree.nodes.append(
          HTMLTree.Node(
            name: node.name, parent: open.last?.node ?? -1, end: index + 1, position: position,
            isThinned: node.isThinned, contents: node.contents))
        enters = node.firstChild >= 0 && !(node.name.showsOtherFile && tree.showsOtherFile(Int(index)))
        if enters {
          open.append((index, counts.count))
          if node.name.isCell { cellCount += 1 }
        }
      }
      if enters {
        current = node.firstChild
        continue
      }
      // On to the next node behind this one: a sibling, or that of an element around it.
      while nodes[Int(current)].next < 0, nodes[Int(current)].parent >= 0, let (closed, base) = open.popLast() {
        tree.nodes[Int(closed)].end = Int32(tree.nodes.count)
        counts.removeSubrange(base...)
        if tree.nodes[Int(closed)].name.isCell { cellCount -= 1 }
        current = nodes[Int(current)].parent
      }
      current = nodes[Int(current)].next
    }
    return tree
  }
}
