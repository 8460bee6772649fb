/// The content of one cell that is being put together.
struct FlowCell {
  var paragraphs: [FlowParagraph] = []

  /// Each nested table with the number of paragraphs before it, in order.
  var tables: [(position: Int, table: Table)] = []

  var isEmpty: Bool { paragraphs.isEmpty && tables.isEmpty }

  /// Whether anything would be seen of it.
  var hasText: Bool { !tables.isEmpty || !paragraphs.allSatisfy(\.isBlank) }
}

extension FlowCell {
  /// The finished cell: text alone where it is plain paragraphs, blocks too where it is more.
  func cell(rows: Range<Int>, columns: Range<Int>, origin: Origin) -> Cell {
    let isPlain = tables.isEmpty && paragraphs.allSatisfy { $0.list == nil && $0.followers.isEmpty }
    guard !isPlain else {
      return Cell(rows: rows, columns: columns, text: joinedText(paragraphs.map(\.text)), origin: origin)
    }
    let seen = paragraphs.filter { !$0.isBlank }
    if tables.isEmpty, let only = seen.first, seen.count == 1, paragraphs.allSatisfy(\.followers.isEmpty) {
      return Cell(rows: rows, columns: columns, label: only.list?.label, text: only.text, origin: origin)
    }
    let lines = paragraphs.map { paragraph in
      paragraph.list?.label.map { TextJoining.label($0, paragraph.text) } ?? paragraph.text
    }
    return Cell(rows: rows, columns: columns, text: joinedText(lines), blocks: blocks(origin), origin: origin)
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

  /// Lines joined by newlines; blank ones at the start and the end are left out.
  private func joinedText(_ lines: [String]) -> String {
    guard lines.count > 1 else { return lines.first ?? "" }
    let isBlank = { (line: String) in line.allSatisfy(\.isWhitespace) }
    let start = lines.firstIndex { !isBlank($0) } ?? lines.endIndex
    let end = lines.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return lines[start..<end].joined(separator: "\n")
  }
}
