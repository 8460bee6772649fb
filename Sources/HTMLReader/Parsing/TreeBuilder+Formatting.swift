/// The list of active formatting elements (HTML standard, section 13.2.4.3) and the adoption agency algorithm
/// (section 13.2.6.4.7), which give misnested tags like `<b><p></b></p>` a tree.
extension TreeBuilder {
  /// Inserts a formatting element and notes it for blocks to come.
  mutating func startFormatting(_ tag: Tag) {
    reopenFormatting()
    let node = insert(tag)
    guard current.node == node else { return }
    addActive(
      ActiveFormatting(node: node, name: tag.name, attributes: tag.attributes, identity: tag.identity))
  }

  /// Elements in the list since the last marker, beyond which the oldest are forgotten: no page that a person wrote has so
  /// many, and each block would open all of them again.
  private static let mostActive = 64

  /// Notes an element; of more than three alike since the last marker the first is forgotten (the Noah's Ark clause).
  private mutating func addActive(_ element: ActiveFormatting) {
    var alike: [Int] = []
    var first = formatting.count
    for index in formatting.indices.reversed() {
      if formatting[index].node < 0 { break }
      first = index
      if formatting[index].name == element.name, formatting[index].identity == element.identity { alike.append(index) }
    }
    if alike.count >= 3, let oldest = alike.last {
      formatting.remove(at: oldest)
    } else if formatting.count - first >= TreeBuilder.mostActive {
      formatting.remove(at: first)
    }
    formatting.append(element)
  }

  /// Separates the formatting inside a cell from that outside.
  mutating func addMarker() {
    formatting.append(ActiveFormatting(node: -1, name: .other, attributes: 0..<0, identity: 0))
  }

  mutating func clearToMarker() {
    while let last = formatting.popLast(), last.node >= 0 {}
  }

  /// The last element of a name behind the last marker.
  func activeIndex(of name: ElementName) -> Int? {
    for index in formatting.indices.reversed() {
      if formatting[index].node < 0 { return nil }
      if formatting[index].name == name { return index }
    }
    return nil
  }

  mutating func removeActive(_ node: Int32) {
    if let index = formatting.lastIndex(where: { $0.node == node }) { formatting.remove(at: index) }
  }

  private func isOpen(_ node: Int32) -> Bool { open.contains { $0.node == node } }

  /// Opens again the formatting elements that the end of a block closed (“reconstruct the active formatting elements”).
  mutating func reopenFormatting() {
    guard let last = formatting.last, last.node >= 0, last.node != current.node, !isOpen(last.node) else { return }
    var index = formatting.count - 1
    while index > 0, formatting[index - 1].node >= 0, !isOpen(formatting[index - 1].node) { index -= 1 }
    while index < formatting.count, open.count < depthLimit {
      let entry = formatting[index]
      let node = insertEmpty(entry.name, entry.attributes)
      open.append(OpenElement(node: node, name: entry.name, key: 0))
      formatting[index].node = node
      index += 1
    }
  }

  /// Ends a formatting element: the adoption agency algorithm.
  ///
  ///     <b>1<p>2</b>3</p>     becomes     <b>1</b><p><b>2</b>3</p>
  mutating func adopt(_ subject: ElementName) {
    if current.name == subject, !formatting.contains(where: { $0.node == current.node }) { return pop() }
    for _ in 0..<8 {
      guard let active = activeIndex(of: subject) else {
        return endOther(Tag(name: subject, key: 0))
      }
      let entry = formatting[active]
      guard let inStack = open.lastIndex(where: { $0.node == entry.node }) else {
        formatting.remove(at: active)
        return
      }
      guard isInScope(at: inStack) else { return }
      guard let furthest = open.indices.first(where: { $0 > inStack && open[$0].name.isSpecial }) else {
        while open.count > max(1, inStack) { pop() }
        formatting.remove(at: active)
        return
      }
      adopt(entry, at: inStack, furthestBlock: furthest)
    }
  }

  /// One round of the algorithm: the furthest block leaves the formatting element and gets a copy of it inside.
  private mutating func adopt(_ entry: ActiveFormatting, at inStack: Int, furthestBlock furthest: Int) {
    let ancestor = open[inStack - 1]
    let block = open[furthest]
    var bookmark = formatting.firstIndex { $0.node == entry.node } ?? formatting.count
    var last = block.node
    var lastIndex = furthest
    var index = furthest
    var round = 0
    while true {
      index -= 1
      guard index > inStack else { break }
      round += 1
      let node = open[index]
      var active = formatting.firstIndex { $0.node == node.node }
      if round > 3, let found = active {
        formatting.remove(at: found)
        if found < bookmark { bookmark -= 1 }
        active = nil
      }
      guard let active else {
        open.remove(at: index)
        lastIndex -= 1
        continue
      }
      let copy = tree.make(node.name, formatting[active].attributes)
      formatting[active].node = copy
      open[index].node = copy
      if last == block.node { bookmark = active + 1 }
      tree.detach(last)
      tree.append(last, to: copy)
      last = copy
    }
    tree.detach(last)
    place(last, in: ancestor)
    let copy = tree.make(entry.name, entry.attributes)
    tree.moveChildren(of: block.node, to: copy)
    tree.append(copy, to: block.node)
    if let old = formatting.firstIndex(where: { $0.node == entry.node }) {
      formatting.remove(at: old)
      if old < bookmark { bookmark -= 1 }
    }
    var renewed = entry
    renewed.node = copy
    formatting.insert(renewed, at: min(bookmark, formatting.count))
    if let old = open.lastIndex(where: { $0.node == entry.node }) { open.remove(at: old) }
    if let place = open.lastIndex(where: { $0.node == block.node }) {
      open.insert(OpenElement(node: copy, name: entry.name, key: 0), at: place + 1)
    }
  }

  /// Whether nothing that ends the scope is open inside an open element.
  private func isInScope(at index: Int) -> Bool {
    !open[(index + 1)...].contains { $0.name.endsScope }
  }
}
