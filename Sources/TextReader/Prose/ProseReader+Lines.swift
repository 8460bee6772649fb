internal import ConverterCore
internal import FoundationEssentials

extension ProseReader {
  /// A block whose line breaks mean something: verses, addresses, programs. Its lines are kept, with their indentation in programs.
  func verbatim(_ group: Range<Int>) -> Block? {
    guard group.count > 2 else { return nil }
    let code = group.count { text[$0].traits.contains(.code) && !text[$0].traits.contains(.wide) }
    if code * 3 >= group.count {
      return .paragraph(Paragraph(text: group.map(verbatimLine).joined(separator: "\n"), origin: origin(group)))
    }
    guard case .lines = wrap,
      group.allSatisfy({ text[$0].bytes.count <= 180 && text.width($0, atMost: 61) <= 60 && text.number($0) == nil }),
      group.count(where: { ProseSigns.endsSentence(text.lastScalar($0)) }) * 2 <= group.count
    else { return nil }
    let lines = group.map(text.text)
    guard !lines.contains(where: { markdownHeading($0) != nil }) else { return nil }
    return .paragraph(Paragraph(text: lines.joined(separator: "\n"), origin: origin(group)))
  }

  /// A line with its indentation.
  func verbatimLine(_ index: Int) -> String {
    let end = text.trimmed(text[index].bytes).upperBound
    return text.string(min(text[index].start, end)..<end, of: index)
  }

  /// Appends the lines of a cell run, in order: a paragraph for each number, and one for labels without a blank line between them, which
  /// may be one cell broken over lines (its breaks are kept, so that each line of the source stays a line). Section headings between
  /// the cells are headings.
  mutating func append(_ run: CellRun, to blocks: inout [Block]) {
    var labels = 0..<0
    func flush() {
      guard !labels.isEmpty else { return }
      let lines = labels.map(text.text).joined(separator: "\n")
      blocks.append(.paragraph(Paragraph(text: lines, origin: origin(labels))))
      labels = 0..<0
    }
    for (position, index) in run.cells.enumerated() {
      let next = position + 1 < run.cells.count ? run.cells[position + 1] : nil
      let heading = section(index, before: next)
      let isLabel = heading == nil && CellMeaning(text.text(index)) == .label
      if isLabel && labels.upperBound == index && !labels.isEmpty {
        labels = labels.lowerBound..<(index + 1)
        continue
      }
      flush()
      if let heading {
        blocks.append(.heading(heading))
      } else if isLabel {
        labels = index..<(index + 1)
      } else {
        blocks.append(.paragraph(Paragraph(text: text.text(index), origin: origin(index..<(index + 1)))))
      }
    }
    flush()
  }

  /// A heading among cells: its number follows that of the section before, and no number follows it, as after the label of a row.
  private mutating func section(_ index: Int, before next: Int?) -> Heading? {
    let line = text.text(index)
    guard let number = text.number(index), number.style == .chinese, number.value == outline.lastSection + 1,
      let next, CellMeaning(text.text(next)) == .label
    else { return nil }
    outline.lastSection = number.value
    return Heading(level: 1, text: line, origin: origin(index..<(index + 1), .computed))
  }

  /// The number of a page alone beside a page break: `3`, `- 3 -`, `第 3 页`.
  func pageNumber(_ line: String, _ index: Int) -> Block? {
    guard text.hasPages, line.utf8.count <= 40, line.utf8.contains(where: { (0x30...0x39).contains($0) }),
      isBesidePageBreak(index)
    else {
      return nil
    }
    let marks: Set<Unicode.Scalar> = [
      "-", "–", "—", "第", "页", "頁", "共", "/", " ", "\u{3000}", "P", "p", "a", "g", "e", "o", "f", ".",
    ]
    guard line.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) || marks.contains($0) }) else { return nil }
    let origin = origin(index..<(index + 1), .computed)
    return .aside(Aside(role: .pageNumber, blocks: [.paragraph(Paragraph(text: line, origin: origin))], origin: origin))
  }

  /// Whether no other text stands between the line and the start or the end of a page.
  private func isBesidePageBreak(_ index: Int) -> Bool {
    var below = index + 1
    while below < text.count, text[below].isBlank, !text[below].traits.contains(.pageBreak) { below += 1 }
    if below == text.count || text[below].traits.contains(.pageBreak) { return true }
    var above = index
    while above > 0, !text[above].traits.contains(.pageBreak), text[above - 1].isBlank { above -= 1 }
    return above == 0 && isFirst || text[above].traits.contains(.pageBreak)
  }
}
