/// Blocks as lines of plain text.
struct TextLayout {
  let tableWidth: Int

  /// The underlines of headings by level, in the order that reStructuredText documents mostly use.
  private static let underlines = ["=", "-", "~", "^", "\""]

  /// Lines of blocks one after the other, with empty lines between them.
  func lines(of blocks: [Block]) -> [String] {
    var lines: [String] = []
    for (index, block) in blocks.enumerated() {
      if index > 0, needsGap(between: blocks[index - 1], and: block) { lines.append("") }
      lines += self.lines(of: block)
    }
    return lines
  }

  /// The items of a list stand together, all else is set apart by an empty line.
  func needsGap(between first: Block, and second: Block) -> Bool {
    if case (.listItem, .listItem) = (first, second) { return false }
    return true
  }

  func lines(of block: Block) -> [String] {
    switch block {
    case .heading(let heading): lines(of: heading)
    case .paragraph(let paragraph):
      paragraph.isCode
        ? paragraph.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        : separateLines(paragraph.text)
    case .listItem(let item): lines(of: item)
    case .table(let table): lines(of: table)
    case .figure(let figure): [figure.text.isEmpty ? "[figure]" : "[figure: \(TextJoining.oneLine(figure.text))]"]
    case .aside(let aside): lines(of: aside)
    }
  }

  private func lines(of heading: Heading) -> [String] {
    let text = TextJoining.oneLine(heading.displayText)
    let mark = Self.underlines[min(max(heading.level, 1), Self.underlines.count) - 1]
    return [text, String(repeating: mark, count: text.columnWidth)]
  }

  /// The label and the text; further lines start under the text.
  private func lines(of item: ListItem) -> [String] {
    let indent = String(repeating: "  ", count: min(max(item.level, 0), 20))
    let texts = separateLines(item.text)
    guard let label = item.label.map(TextJoining.oneLine), let text = texts.first else {
      return texts.map { indent + $0 }
    }
    let first = TextJoining.label(label, text)
    let hanging = String(repeating: " ", count: max(0, first.columnWidth - text.columnWidth))
    return [indent + first] + texts.dropFirst().map { indent + hanging + $0 }
  }

  private func lines(of table: Table) -> [String] {
    let caption = [table.caption, table.unit.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
    let drawn = TextTable(table, layout: self).lines
    return caption.isEmpty ? drawn : separateLines(caption) + drawn
  }

  /// What the aside is, in brackets, then its content; lines after the first are indented.
  private func lines(of aside: Aside) -> [String] {
    let mark = "[\(aside.role.words)\(aside.label.map { " " + $0 } ?? "")]"
    let content = lines(of: aside.blocks)
    if case .paragraph = aside.blocks.first, let first = content.first {
      return [mark + " " + first] + indented(content.dropFirst())
    }
    return [mark] + indented(content[...])
  }

  private func indented(_ lines: ArraySlice<String>) -> [String] {
    lines.map { $0.isEmpty ? "" : "  " + $0 }
  }

  /// The lines of a text, a tab in them as one space: what stands where would depend on the terminal.
  func separateLines(_ text: String) -> [String] {
    // By bytes: looking for characters took two thirds of the time of writing prose.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") }) else { return [text] }
    return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      Substring($0).unicodeScalars.reduce(into: "") { $0.unicodeScalars.append($1 == "\t" ? " " : $1) }
    }
  }
}
