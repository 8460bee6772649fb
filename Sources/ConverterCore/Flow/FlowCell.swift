/// The content of one cell that is being put together.
struct FlowCell {
  var paragraphs: [FlowParagraph] = []

  /// Each nested table with the number of paragraphs before it, in order.
  var tables: [(position: Int, table: Table)] = []

  var isEmpty: Bool { paragraphs.isEmpty && tables.isEmpty }

  /// Whether it has text of its own, not just the number of a list.
  var showsText: Bool { !tables.isEmpty || paragraphs.contains { !$0.text.isEmpty } }

  /// Whether anything would be seen of it.
  var hasText: Bool { !tables.isEmpty || !paragraphs.allSatisfy(\.isBlank) }
}

extension FlowCell {
  /// The finished cell: text alone where it is plain paragraphs, blocks too where it is more.
  func cell(rows: Range<Int>, columns: Range<Int>, origin: Origin) -> Cell {
    if tables.isEmpty, paragraphs.count == 1, paragraphs[0].followers.isEmpty {
      // The common cell, without a block between.
      return Cell(
        rows: rows, columns: columns, label: paragraphs[0].list?.label, text: paragraphs[0].text, origin: origin)
    }
    let content = CellContent(blocks(origin))
    return Cell(
      rows: rows, columns: columns, label: content.label, text: content.text, blocks: content.blocks, origin: origin)
  }

  private func blocks(_ origin: Origin) -> [Block] {
    var blocks: [Block] = []
    var tables = tables[...]
    for (index, paragraph) in paragraphs.enumerated() {
      while let next = tables.first, next.position <= index {
        blocks.append(.table(next.table))
        tables.removeFirst()
      }
      if !paragraph.isBlank { blocks.append(paragraph.block(origin)) }
      blocks += paragraph.followers
    }
    return blocks + tables.map { .table($0.table) }
  }
}
