internal import ConverterCore
internal import FoundationEssentials

/// Reads the text between tables: headings, paragraphs, list items, page numbers.
struct ProseReader {
  let text: TextLines
  private let wrap: WrapStyle
  private var lists = ListLevels()
  /// The number of the last Chinese heading of the first level, by which rows of tables and headings are told apart.
  private(set) var lastSection = 0

  init(_ text: TextLines, wrap: WrapStyle) {
    self.text = text
    self.wrap = wrap
  }

  /// Appends the blocks of a range of lines, in order.
  mutating func append(_ lines: Range<Int>, to blocks: inout [Block]) {
    var index = lines.lowerBound
    while index < lines.upperBound {
      if text[index].isBlank || text[index].traits.contains(.rule) {
        index += 1
        continue
      }
      let end = (index + 1..<max(index + 1, lines.upperBound)).first { isBreak($0) } ?? lines.upperBound
      append(group: index..<end, of: lines, to: &blocks)
      index = end
    }
  }

  private func isBreak(_ index: Int) -> Bool {
    !text[index].traits.isDisjoint(with: [.blank, .pageBreak]) || text[index].traits.contains(.rule)
  }

  /// Lines without a blank one between them.
  private mutating func append(group: Range<Int>, of lines: Range<Int>, to blocks: inout [Block]) {
    if let verbatim = verbatim(group) { return blocks.append(verbatim) }
    var index = group.lowerBound
    while index < group.upperBound {
      let line = text.text(index)
      let number = text.mayBeNumbered(index) ? OutlineNumber(line) : nil
      if let heading = heading(line, number, index, group, lines) {
        lists = ListLevels()
        blocks.append(.heading(heading))
        index += 1
      } else if let pageNumber = pageNumber(line, index) {
        blocks.append(pageNumber)
        index += 1
      } else {
        let end = paragraphEnd(index, group)
        blocks.append(paragraph(line, number, index..<end))
        index = end
      }
    }
  }

  /// Behind the last line that a paragraph goes on to.
  private func paragraphEnd(_ start: Int, _ group: Range<Int>) -> Int {
    var end = start + 1
    while end < group.upperBound, wrap.joins(end - 1, in: text), text.number(end) == nil { end += 1 }
    return end
  }

  private mutating func paragraph(_ first: String, _ number: OutlineNumber?, _ lines: Range<Int>) -> Block {
    let origin = origin(lines)
    if let number, let level = lists.level(of: number, indent: indent(lines.lowerBound)) {
      return .listItem(
        ListItem(label: number.label, level: level, text: joined(number.text, lines.dropFirst()), origin: origin))
    }
    return .paragraph(Paragraph(text: joined(first, lines.dropFirst()), origin: origin))
  }

  private func joined(_ first: String, _ rest: Range<Int>) -> String {
    var joined = first
    for index in rest { TextJoining.append(line: text.text(index), to: &joined) }
    return joined
  }

  private func origin(_ lines: Range<Int>, _ evidence: Evidence = .stated) -> Origin {
    Origin(.lines((lines.lowerBound + 1)...max(lines.lowerBound + 1, lines.upperBound)), evidence)
  }

  private func indent(_ index: Int) -> Int {
    let line = text[index]
    return text.trimmed(line.bytes).lowerBound - line.start
  }
}

// MARK: - Headings

extension ProseReader {
  /// Columns of a heading at most.
  private static let widestHeading = 80

  private mutating func heading(
    _ line: String, _ number: OutlineNumber?, _ index: Int, _ group: Range<Int>, _ lines: Range<Int>
  ) -> Heading? {
    let origin = origin(index..<(index + 1))
    if let (level, content) = markdownHeading(line) { return Heading(level: level, text: content, origin: origin) }
    if let level = underlined(index, group) { return Heading(level: level, text: line, origin: origin) }
    guard let number, let level = number.headingLevel,
      isHeading(number, line, index, group, lines)
    else { return nil }
    if number.style == .chinese { lastSection = number.value }
    return Heading(level: level, text: line, origin: self.origin(index..<(index + 1), .computed))
  }

  /// `## Title` (CommonMark, section 4.2).
  private func markdownHeading(_ line: String) -> (Int, String)? {
    guard line.utf8.first == UInt8(ascii: "#") else { return nil }
    let level = line.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    let rest = line.dropFirst(level)
    guard level < 7, rest.first == " " || rest.first == "\t" else { return nil }
    var content = rest[...]
    while content.last == "#" { content.removeLast() }
    let title = content.drop { $0 == " " || $0 == "\t" }
    return title.isEmpty ? nil : (level, String(title.last == " " ? title.dropLast() : title))
  }

  /// A line of its own above a rule of `=` or `-` (CommonMark, section 4.3).
  private func underlined(_ index: Int, _ group: Range<Int>) -> Int? {
    guard group.count == 1, index + 1 < text.count, text[index + 1].traits.contains(.rule),
      text[index + 1].traits.isDisjoint(with: [.bar, .box])
    else { return nil }
    let rule = text.text(index + 1)
    let width = text.width(index, atMost: ProseReader.widestHeading + 1)
    guard width <= ProseReader.widestHeading, rule.utf8.count > 2, rule.utf8.count <= width + 8 else { return nil }
    if rule.utf8.allSatisfy({ $0 == UInt8(ascii: "=") }) { return 1 }
    return rule.utf8.allSatisfy({ $0 == UInt8(ascii: "-") }) ? 2 : nil
  }

  private func isHeading(
    _ number: OutlineNumber, _ line: String, _ index: Int, _ group: Range<Int>, _ lines: Range<Int>
  ) -> Bool {
    guard !number.text.isEmpty, !ProseSigns.endsStatement(line), !ProseSigns.endsSentence(text.lastScalar(index)),
      text.width(index, atMost: ProseReader.widestHeading + 1) <= ProseReader.widestHeading,
      !ProseSigns.hasLeaders(line), let first = number.text.unicodeScalars.first
    else { return false }
    let isName = TextJoining.isWide(first) || first.properties.isUppercase
    switch number.style {
    case .chinese, .chineseInBrackets, .chapter, .section: return true
    case .dotted(levels: 1): return isName && group.count == 1 && !hasSibling(number, index, lines)
    case .dotted: return isName
    case .digits, .digitsInBrackets, .circled, .roman: return isName && !hasSibling(number, index, lines)
    case .letter, .bullet: return false
    }
  }

  /// Whether the next line with text, or the one before, has a number of the same style: then both are items of a list.
  private func hasSibling(_ number: OutlineNumber, _ index: Int, _ lines: Range<Int>) -> Bool {
    let near = 3
    let next = ((index + 1)..<min(index + 1 + near, max(index + 1, lines.upperBound))).first { !text[$0].isBlank }
    let before = (max(lines.lowerBound, index - near)..<index).last { !text[$0].isBlank }
    guard next != nil else { return true }
    return [next, before].contains { $0.map { text.number($0)?.style == number.style } ?? false }
  }
}

// MARK: - Lines that stay as they are

extension ProseReader {
  /// A block whose line breaks mean something: verses, addresses, programs. Its lines are kept, with their indentation in programs.
  private func verbatim(_ group: Range<Int>) -> Block? {
    guard group.count > 2 else { return nil }
    let code = group.count { text[$0].traits.contains(.code) && !text[$0].traits.contains(.wide) }
    if code * 3 >= group.count {
      let kept = group.map { text.string(text[$0].start..<text.trimmed(text[$0].bytes).upperBound, of: $0) }
      return .paragraph(Paragraph(text: kept.joined(separator: "\n"), origin: origin(group)))
    }
    guard case .lines = wrap,
      group.allSatisfy({ text[$0].bytes.count <= 180 && text.width($0, atMost: 61) <= 60 && text.number($0) == nil }),
      group.count(where: { ProseSigns.endsSentence(text.lastScalar($0)) }) * 2 <= group.count
    else { return nil }
    let lines = group.map(text.text)
    guard !lines.contains(where: { markdownHeading($0) != nil }) else { return nil }
    return .paragraph(Paragraph(text: lines.joined(separator: "\n"), origin: origin(group)))
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
      let isLabel = heading == nil && CellKind(text.text(index)) == .label
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
    guard let number = text.number(index), number.style == .chinese, number.value == lastSection + 1,
      let next, CellKind(text.text(next)) == .label
    else { return nil }
    lastSection = number.value
    return Heading(level: 1, text: line, origin: origin(index..<(index + 1), .computed))
  }

  /// The number of a page alone beside a page break: `3`, `- 3 -`, `第 3 页`.
  private func pageNumber(_ line: String, _ index: Int) -> Block? {
    guard text.pageCount > 1, line.utf8.count <= 40, line.utf8.contains(where: { (0x30...0x39).contains($0) }),
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
    return above == 0 || text[above].traits.contains(.pageBreak)
  }
}

/// The levels of lists that are under way.
private struct ListLevels {
  private var open: [(indent: Int, style: OutlineNumber.Style, value: Int)] = []

  /// The level of an item, from 0; `nil` where its number neither begins a list nor goes on with one.
  mutating func level(of number: OutlineNumber, indent: Int) -> Int? {
    guard !number.text.isEmpty else { return nil }
    if let level = open.lastIndex(where: { $0.style == number.style && ($0.indent == indent || !isBullet(number)) }),
      isBullet(number) || open[level].value + 1 == number.value
    {
      open.removeSubrange((level + 1)...)
      open[level].value = number.value
      return level
    }
    switch number.style {
    case .bullet: break
    case .digits, .digitsInBrackets, .circled, .letter, .roman: guard number.value == 1 else { return nil }
    case .chinese, .chineseInBrackets, .dotted, .chapter, .section: return nil
    }
    // A list at the same indent ends where bullets change to numbers or back; numbers of another style go one deeper.
    while let last = open.last,
      last.indent > indent || last.indent == indent && (isBullet(number) || isBullet(last.style))
    {
      open.removeLast()
    }
    open.append((indent, number.style, number.value))
    return open.count - 1
  }

  private func isBullet(_ number: OutlineNumber) -> Bool { isBullet(number.style) }

  private func isBullet(_ style: OutlineNumber.Style) -> Bool {
    if case .bullet = style { true } else { false }
  }
}
