/// The content of one cell of a ``FlowTable``, which holds the contents of all.
struct FlowCell {
  let paragraphs: ArraySlice<FlowParagraph>
  let tables: ArraySlice<FlowTable.Nested>

  /// Whether it has text of its own, not just the number of a list.
  var showsText: Bool { !tables.isEmpty || paragraphs.contains { !$0.text.isEmpty } }

  /// Whether anything would be seen of it.
  var hasText: Bool { !tables.isEmpty || paragraphs.contains { !$0.isBlank || !$0.followers.isEmpty } }
}

extension FlowCell {
  /// The finished cell: text alone where it is plain paragraphs, blocks too where it is more.
  func cell(rows: Range<Int>, columns: Range<Int>, origin: Origin) -> Cell {
    let first = paragraphs.startIndex
    if tables.isEmpty, paragraphs.count == 1, paragraphs[first].followers.isEmpty {
      // The common cell, without a block between.
      return Cell(
        rows: rows, columns: columns, label: paragraphs[first].list?.label, text: paragraphs[first].text,
        origin: origin)
    }
    let content = CellContent(blocks(origin))
    return Cell(
      rows: rows, columns: columns, label: content.label, text: content.text, blocks: content.blocks, origin: origin)
  }

  private func blocks(_ origin: Origin) -> [Block] {
    var blocks: [Block] = []
    var tables = tables
    for index in paragraphs.indices {
      while let next = tables.first, next.position <= index {
        blocks.append(.table(next.table))
        tables.removeFirst()
      }
      if !paragraphs[index].isBlank { blocks.append(paragraphs[index].block(origin)) }
      blocks += paragraphs[index].followers
    }
    return blocks + tables.map { .table($0.table) }
  }
}
