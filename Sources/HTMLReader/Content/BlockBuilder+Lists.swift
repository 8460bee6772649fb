internal import ConverterCore

extension BlockBuilder {
  /// Reads a list: its items with their labels as displayed (HTML standard, section 15.3.7).
  mutating func list(_ node: Int) throws(ReadingError) {
    flush()
    let isOrdered = tree.name(node) == .ol
    let numbering =
      page.styles.remark(on: node)?.listType ?? tree.string(.type, of: node).flatMap(ListNumbering.init(attribute:))
      ?? (isOrdered ? .decimal : .bullets(depth: listDepth))
    let items = tree.children(of: node).filter { tree.name($0) == .li && !page.styles.isRemoved($0) }
    let isReversed = isOrdered && tree.has(.reversed, node)
    var number = tree.attribute(.start, of: node).flatMap(BlockBuilder.integer) ?? (isReversed ? items.count : 1)
    try nested { (builder) throws(ReadingError) in
      for child in builder.tree.children(of: node) {
        guard builder.tree.name(child) == .li else {
          try builder.visit(child)
          continue
        }
        if builder.page.isSkipped(child) { continue }
        if let value = builder.tree.attribute(.value, of: child).flatMap(BlockBuilder.integer) { number = value }
        let own = builder.tree.string(.type, of: child).flatMap(ListNumbering.init(attribute:))
        try builder.item(child, label: (own ?? numbering).label(number))
        number += isReversed ? -1 : 1
      }
      builder.flush()
    }
  }

  /// Reads one level deeper.
  mutating func nested(_ body: (inout BlockBuilder) throws(ReadingError) -> Void) throws(ReadingError) {
    let outer = flow
    flow = .paragraph
    listDepth += 1
    try body(&self)
    listDepth -= 1
    // Text behind an inner list goes on with the item it stands in.
    if case .item = outer { flow = .paragraph } else { flow = outer }
  }

  mutating func item(_ node: Int, label: String?) throws(ReadingError) {
    try block(node, as: .item(label: label, level: max(0, listDepth - 1)))
  }

  /// A term, or its description one level deeper.
  mutating func definition(_ node: Int, level: Int) throws(ReadingError) {
    try block(node, as: .item(label: nil, level: max(0, level)))
  }

  /// A number with an optional sign; far-off ones are no number of an item.
  private static func integer(_ text: ArraySlice<UInt8>) -> Int? {
    let trimmed = text.trimmedASCII
    let isNegative = trimmed.first == UInt8(ascii: "-")
    let value = (isNegative ? trimmed.dropFirst() : trimmed).leadingNumber(atMost: 1_000_000)
    return value.map { isNegative ? -$0 : $0 }
  }
}
